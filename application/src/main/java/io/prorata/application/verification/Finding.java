package io.prorata.application.verification;

/**
 * A fault that was found.
 *
 * @param where its place, for people: {@code household 1, transaction 17}
 * @param what the stored value and the expected one
 */
public record Finding(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
