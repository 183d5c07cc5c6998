package io.prorata.domain.facade;

import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.split.Shares;
import java.util.Currency;
import java.util.NoSuchElementException;

/**
 * The plan of a household for one month, by member.
 *
 * @param currency of all amounts
 * @param plan the month in {@link io.prorata.domain.plan.PlanBook}
 */
public record PlannedMonth(Currency currency, MonthPlan plan) {

    /** Refuses a month without members with an {@link IllegalArgumentException}. */
    public PlannedMonth {
        if (plan.members().isEmpty()) {
            throw new IllegalArgumentException("nobody belongs to the household in " + plan.month());
        }
    }

    /** Returns what each member earns, after tax. */
    public Portions nets() {
        return portions(new Shares(plan.nets()));
    }

    /** Returns what each member pays of all bills. */
    public Portions bills() {
        return portions(plan.fixedShares());
    }

    /**
     * Returns what each member pays of one bill.
     *
     * @throws NoSuchElementException if no bill has this label
     */
    public Portions bill(String label) {
        return portions(plan.fixed().stream()
                .filter(line -> line.expense().label().equals(label))
                .map(FixedLine::shares)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no bill " + label)));
    }

    /** Returns what each member puts aside for all provisions. */
    public Portions provisions() {
        return portions(plan.provisionShares());
    }

    /**
     * Returns what each member puts aside for one provision.
     *
     * @throws NoSuchElementException if no provision has this name
     */
    public Portions provision(String name) {
        return portions(plan.provisions().stream()
                .filter(line -> line.provision().card().name().equals(name))
                .map(ProvisionLine::shares)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no provision " + name)));
    }

    /** Returns what each member pays and puts aside. */
    public Portions planned() {
        return bills().plus(provisions());
    }

    /** Returns what is left to each member. */
    public Portions left() {
        return nets().plus(planned().negated());
    }

    private Portions portions(Shares shares) {
        return Portions.of(plan.byMember(shares), currency);
    }

    /** Returns month and figures: {@code 2026-03: bills diana 532.17 EUR, sam 667.83 EUR; ...}. */
    @Override
    public String toString() {
        return plan.month() + ": bills " + bills() + "; provisions " + provisions() + "; left " + left();
    }
}
