package io.prorata.domain.household;

/** Who can pay and be paid within a household: a member, or the pot that belongs to all. */
public sealed interface Party {

    /** The pot: what belongs to all, such as a joint account. */
    Party POT = new Pot();

    /** Returns the party of one member. */
    static Party of(MemberKey member) {
        return new One(member);
    }

    /** What belongs to all. */
    record Pot() implements Party {
        @Override
        public String toString() {
            return "pot";
        }
    }

    /** One member. */
    record One(MemberKey member) implements Party {
        @Override
        public String toString() {
            return member.text();
        }
    }
}
