package io.prorata.domain.household;

/** The id of a household. Authentication alone creates it; it is never read from a request. */
public record HouseholdId(long value) {

    /** Refuses zero and less with an {@link IllegalArgumentException}. */
    public HouseholdId {
        if (value <= 0) {
            throw new IllegalArgumentException("a household's id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
