package io.prorata.application.request;

import org.jspecify.annotations.Nullable;

/**
 * A field of a patch whose value may be absent.
 *
 * @param named whether the patch contains the field; if not, the value stays
 * @param value the new value; absent to remove it
 */
public record PatchField<T>(boolean named, @Nullable T value) {

    /** The value stays. */
    public static <T> PatchField<T> not() {
        return new PatchField<>(false, null);
    }

    /** The value becomes {@code value}, or is removed if that is absent. */
    public static <T> PatchField<T> to(@Nullable T value) {
        return new PatchField<>(true, value);
    }

    @Nullable
    public T over(@Nullable T before) {
        return named ? value : before;
    }
}
