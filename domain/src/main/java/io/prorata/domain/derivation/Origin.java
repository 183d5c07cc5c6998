package io.prorata.domain.derivation;

/**
 * The thing that a stated value is a part of.
 *
 * @param id of the thing
 */
public record Origin(Kind kind, long id) {

    /** What kind of thing it is. */
    public enum Kind {
        /** A version of the config: who is present, what they earn, how they divide. */
        CONFIG,
        /** A bill. */
        BILL,
        /** A provision. */
        PROVISION,
        /** Money put into a provision by hand; the id is the provision's. */
        CONTRIBUTION,
        /** Money taken out of a provision by hand; the id is the provision's. */
        WITHDRAWAL
    }
}
