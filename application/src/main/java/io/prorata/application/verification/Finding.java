package io.prorata.application.verification;

/**
 * Something that is wrong.
 *
 * @param where as a person would look for it: {@code household 1, transaction 17}
 * @param what is kept and what it should be
 */
public record Finding(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
