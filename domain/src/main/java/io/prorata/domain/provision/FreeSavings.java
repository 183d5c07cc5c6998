package io.prorata.domain.provision;

import io.prorata.domain.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What no provision claims of the savings that are really there (formula 18).
 *
 * @param now what is free at once; negative is missing
 * @param months what is free at the end of the current and of later months, if everything goes as planned
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f18">Formula 18, schedule and free savings</a>
 */
public record FreeSavings(Money now, List<At> months) {

    /** What is free at the end of one month. */
    public record At(YearMonth month, Money free) {}

    /**
     * One provision, or one bill with a due month.
     *
     * @param months from its first terms until the last month asked for
     * @param awaits whether money that was taken as spent is awaited: of bills none is
     * @param within what is there once the facts of the current month up to the day of the statement are counted; empty: as it was at the end of
     *     the month before
     */
    public record Line(List<SavingMonth> months, boolean awaits, Optional<SavingSchedule.Held> within) {

        /** One of which nothing has become in the current month. */
        public Line(List<SavingMonth> months, boolean awaits) {
            this(months, awaits, Optional.empty());
        }

        private Money heldNow(YearMonth before) {
            return within.map(held -> notNegative(held.balance())).orElseGet(() -> held(before));
        }

        private Money awaitedNow(YearMonth before) {
            return within.filter(held -> awaits)
                    .map(SavingSchedule.Held::awaited)
                    .orElseGet(() -> awaited(before));
        }

        private Optional<SavingMonth> at(YearMonth month) {
            return months.stream().filter(it -> it.month().equals(month)).findFirst();
        }

        private Money held(YearMonth month) {
            Money balance = at(month).map(SavingMonth::balance).orElse(Money.ZERO);
            return notNegative(balance);
        }

        private Money awaited(YearMonth month) {
            return awaits ? at(month).map(SavingMonth::awaited).orElse(Money.ZERO) : Money.ZERO;
        }

        private Money added(YearMonth month) {
            return at(month)
                    .filter(it -> it.plan().map(SavingPlan::accrues).orElse(false))
                    .map(it -> it.planned().minus(it.spentByPlan()))
                    .orElse(Money.ZERO);
        }
    }

    /**
     * Puts what is claimed beside what is there.
     *
     * @param stated the balance of the real savings
     * @param current the month of the statement, whose plan has not been counted yet
     * @param last the last month asked for, not before {@code current}
     */
    public static FreeSavings of(Money stated, YearMonth current, YearMonth last, List<Line> lines) {
        YearMonth before = current.minusMonths(1);
        Money unspent = stated.minus(
                Money.sum(lines.stream().map(line -> line.awaitedNow(before)).toList()));
        Money now = unspent.minus(
                Money.sum(lines.stream().map(line -> line.heldNow(before)).toList()));
        List<At> months = new ArrayList<>();
        Money there = unspent;
        for (YearMonth month = current; !month.isAfter(last); month = month.plusMonths(1)) {
            YearMonth end = month;
            there = there.plus(
                    Money.sum(lines.stream().map(line -> line.added(end)).toList()));
            months.add(new At(
                    end,
                    there.minus(
                            Money.sum(lines.stream().map(line -> line.held(end)).toList()))));
        }
        return new FreeSavings(now, List.copyOf(months));
    }

    private static Money notNegative(Money amount) {
        return amount.isNegative() ? Money.ZERO : amount;
    }
}
