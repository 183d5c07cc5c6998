package io.prorata.domain.derivation;

import io.prorata.domain.household.MemberKey;
import java.util.Optional;

/**
 * The thing that a stated value is a part of.
 *
 * @param id of the thing
 * @param member of whom a config states it; empty of all other things
 */
public record Origin(Kind kind, long id, Optional<MemberKey> member) {

    /** The origin of a value that concerns no member. */
    public Origin(Kind kind, long id) {
        this(kind, id, Optional.empty());
    }

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
        WITHDRAWAL,
        /** The budget of a category. */
        BUDGET,
        /** A payment of one party to another. */
        SETTLEMENT
    }
}
