package io.prorata.domain.household;

/** A party that can pay and be paid within a household: a member, or the pot that belongs to all. */
public sealed interface Party {

    /** The pot belongs to all members, such as a joint account. */
    Party POT = new Pot();

    /**
     * Returns this party as one word, the same for equal ones: {@code pot}, {@code member:diana}. A member may have the key {@code pot}.
     */
    String text();

    /**
     * Returns the party with this text.
     *
     * @throws IllegalArgumentException if none has
     */
    static Party parse(String text) {
        if (text.equals("pot")) {
            return POT;
        }
        if (!text.startsWith("member:")) {
            throw new IllegalArgumentException("no party: " + text);
        }
        return of(new MemberKey(text.substring("member:".length())));
    }

    /** Returns the party of one member. */
    static Party of(MemberKey member) {
        return new One(member);
    }

    /** The pot. */
    record Pot() implements Party {
        @Override
        public String toString() {
            return "pot";
        }

        @Override
        public String text() {
            return "pot";
        }
    }

    /** One member. */
    record One(MemberKey member) implements Party {
        @Override
        public String toString() {
            return member.text();
        }

        @Override
        public String text() {
            return "member:" + member;
        }
    }
}
