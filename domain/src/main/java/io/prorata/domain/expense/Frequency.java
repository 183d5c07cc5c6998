package io.prorata.domain.expense;

import io.prorata.domain.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a bill comes: every few months, or every few weeks. The usual cycles have short names.
 *
 * @param name one of {@code WEEKLY}, {@code MONTHLY}, {@code BIMONTHLY}, {@code QUARTERLY}, {@code SEMIANNUAL}, {@code ANNUAL}, or
 *     {@code EVERY_18_MONTHS}, {@code EVERY_2_WEEKS} and the like; what has a short name has no other
 */
public record Frequency(String name) {

    private static final Pattern EVERY = Pattern.compile("EVERY_([1-9][0-9]?)_(MONTHS|WEEKS)");

    private static final Map<String, BillCycle> SHORT = Map.of(
            "WEEKLY", new BillCycle.EveryWeeks(1),
            "MONTHLY", new BillCycle.EveryMonths(1),
            "BIMONTHLY", new BillCycle.EveryMonths(2),
            "QUARTERLY", new BillCycle.EveryMonths(3),
            "SEMIANNUAL", new BillCycle.EveryMonths(6),
            "ANNUAL", new BillCycle.EveryMonths(12));

    /** 52 bills in twelve months. */
    public static final Frequency WEEKLY = new Frequency("WEEKLY");

    /** A bill each month. */
    public static final Frequency MONTHLY = new Frequency("MONTHLY");

    /** A bill every two months. */
    public static final Frequency BIMONTHLY = new Frequency("BIMONTHLY");

    /** A bill every three months. */
    public static final Frequency QUARTERLY = new Frequency("QUARTERLY");

    /** A bill every six months. */
    public static final Frequency SEMIANNUAL = new Frequency("SEMIANNUAL");

    /** A bill a year. */
    public static final Frequency ANNUAL = new Frequency("ANNUAL");

    private static final List<Frequency> USUAL = List.of(WEEKLY, MONTHLY, BIMONTHLY, QUARTERLY, SEMIANNUAL, ANNUAL);

    /** Refuses what is no name, or a cycle that is too long, with an {@link IllegalArgumentException}; a cycle with a short name has that. */
    public Frequency {
        if (!SHORT.containsKey(name)) {
            BillCycle stated = every(name);
            name = SHORT.entrySet().stream()
                    .filter(known -> known.getValue().equals(stated))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(name);
        }
    }

    private static BillCycle every(String name) {
        Matcher every = EVERY.matcher(name);
        if (!every.matches()) {
            throw new IllegalArgumentException("one of weekly, monthly, bimonthly, quarterly, semiannual, annual,"
                    + " every_N_months (N up to 60), every_N_weeks (N up to 52)");
        }
        int count = Integer.parseInt(every.group(1));
        return every.group(2).equals("MONTHS") ? new BillCycle.EveryMonths(count) : new BillCycle.EveryWeeks(count);
    }

    /** Returns the usual ones, which have short names. */
    public static Frequency[] values() {
        return USUAL.toArray(Frequency[]::new);
    }

    /**
     * Returns the frequency with this name.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Frequency valueOf(String name) {
        return new Frequency(name);
    }

    /** Returns the frequency of this cycle. */
    public static Frequency of(BillCycle cycle) {
        return new Frequency(
                cycle instanceof BillCycle.EveryWeeks weeks
                        ? "EVERY_" + weeks.weeks() + "_WEEKS"
                        : "EVERY_" + cycle.months() + "_MONTHS");
    }

    /** Returns the cycle this stands for. */
    public BillCycle cycle() {
        return Optional.ofNullable(SHORT.get(name)).orElseGet(() -> every(name));
    }

    /** Returns after how many months its parts add up to whole bills, or to the bills of a year where it is counted in weeks. */
    public int months() {
        return cycle().months();
    }

    /** Returns how many bills come in {@link #months()}, the last one perhaps in part. */
    public int bills() {
        return cycle() instanceof BillCycle.EveryWeeks weeks ? (52 + weeks.weeks() - 1) / weeks.weeks() : 1;
    }

    /**
     * Returns what one month carries of a bill of {@code amount} (formula 4).
     *
     * @param k months since the first, zero or more
     * @throws IllegalArgumentException if the month lies before the first
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f4">Formula 4, monthly part of a bill</a>
     */
    public Money partOf(Money amount, long k) {
        return cycle().partOf(amount, k);
    }

    @Override
    public String toString() {
        return name;
    }
}
