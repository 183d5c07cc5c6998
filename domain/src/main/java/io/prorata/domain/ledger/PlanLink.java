package io.prorata.domain.ledger;

/** The part of the plan that a row names: the bill that it pays, or the provision that it fills or is paid out of. */
public sealed interface PlanLink {

    /** Returns the id of the bill or provision. */
    long id();

    /** Returns whether a row of {@code type} may have this link. */
    boolean fits(ExpenseType type);

    /** A bill; the category of the row does not matter. */
    record Bill(long id) implements PlanLink {
        @Override
        public boolean fits(ExpenseType type) {
            return type == ExpenseType.FIXED;
        }
    }

    /** A provision: a PROVISION row fills it, a FIXED or VARIABLE row is paid out of it. */
    record Provision(long id) implements PlanLink {
        @Override
        public boolean fits(ExpenseType type) {
            return type.isOutgoing();
        }
    }
}
