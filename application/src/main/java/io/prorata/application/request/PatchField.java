package io.prorata.application.request;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of something that may be absent.
 *
 * @param named whether anything is said of it; if not, it stays as it is
 * @param value what it is to be; absent to take it away
 */
public record PatchField<T>(boolean named, @Nullable T value) {

    /** It stays as it is. */
    public static <T> PatchField<T> not() {
        return new PatchField<>(false, null);
    }

    /** It becomes {@code value}, or is taken away if that is absent. */
    public static <T> PatchField<T> to(@Nullable T value) {
        return new PatchField<>(true, value);
    }

    @Nullable
    public T over(@Nullable T before) {
        return named ? value : before;
    }
}
