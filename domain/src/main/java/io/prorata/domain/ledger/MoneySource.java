package io.prorata.domain.ledger;

import io.prorata.domain.household.MemberKey;

/** The person from whom an income or a transfer comes. */
public sealed interface MoneySource {

    /** Returns whether a row of {@code type} may have this source. */
    boolean fits(ExpenseType type);

    /** Returns this source as one word, the same for equal ones: {@code everybody}, {@code member:diana}. */
    String text();

    /**
     * Returns the source with this text.
     *
     * @throws IllegalArgumentException if none has
     */
    static MoneySource parse(String text) {
        if (text.equals("everybody")) {
            return new Everybody();
        }
        if (!text.startsWith("member:")) {
            throw new IllegalArgumentException("no source: " + text);
        }
        return new One(new MemberKey(text.substring("member:".length())));
    }

    /** One member, who puts money into the pot. */
    record One(MemberKey member) implements MoneySource {
        @Override
        public boolean fits(ExpenseType type) {
            return type == ExpenseType.INCOME || type == ExpenseType.TRANSFER;
        }

        @Override
        public String text() {
            return "member:" + member;
        }
    }

    /** All members: a common income. */
    record Everybody() implements MoneySource {
        @Override
        public boolean fits(ExpenseType type) {
            return type == ExpenseType.INCOME;
        }

        @Override
        public String text() {
            return "everybody";
        }
    }
}
