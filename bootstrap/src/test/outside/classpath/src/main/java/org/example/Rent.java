package org.example;

import io.prorata.domain.facade.Amount;
import io.prorata.domain.facade.HouseholdPlan;
import java.time.YearMonth;

/** A program of somebody else. */
public final class Rent {
    private Rent() {}

    /** Prints who pays what of the rent, and on which Java. */
    public static void main(String[] arguments) {
        YearMonth march = YearMonth.of(2026, 3);
        Amount rent = Amount.of("1200.00", "EUR");
        System.out.println(HouseholdPlan.from(march, "EUR")
                .member("diana", "3000.00", "15")
                .member("sam", "3200.00")
                .bill("Rent", rent.decimal().toPlainString())
                .month(march)
                .bill("Rent"));
        System.out.println("Java " + Runtime.version().feature() + ", "
                + (Amount.class.getModule().isNamed() ? Amount.class.getModule().getDescriptor().toNameAndVersion() : "class path"));
    }
}
