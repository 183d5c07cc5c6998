package io.prorata.application;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of something that may be absent.
 *
 * @param named whether anything is said of it; if not, it stays as it is
 * @param value what it is to be; absent to take it away
 */
public record Amended<T>(boolean named, @Nullable T value) {

    /** It stays as it is. */
    public static <T> Amended<T> not() {
        return new Amended<>(false, null);
    }

    /** It becomes {@code value}, or is taken away if that is absent. */
    public static <T> Amended<T> to(@Nullable T value) {
        return new Amended<>(true, value);
    }

    @Nullable
    T over(@Nullable T before) {
        return named ? value : before;
    }
}
