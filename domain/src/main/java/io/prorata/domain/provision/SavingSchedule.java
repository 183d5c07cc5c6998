package io.prorata.domain.provision;

import io.prorata.domain.money.Money;
import io.prorata.domain.time.Timeline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The months of a provision, or of a bill with a due month, one after the other (formula 17): what is put aside, what is taken as spent,
 * and what is there. A function of terms, incomes and facts dated up to the month alone, never of today.
 *
 * @param opening what was there before the first fact
 * @param terms dated
 * @param steady the amount of formula 5 by the terms in force in a month; empty in a month without a config, in which nothing is planned
 * @param facts by month; those before the first terms count towards the first balance
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f5">Formula 5, monthly amount of a provision</a>
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f17">Formula 17, provisions that land</a>
 */
public record SavingSchedule(
        Money opening,
        Timeline<SavingPlan> terms,
        Function<YearMonth, Optional<Money>> steady,
        SortedMap<YearMonth, SavingFacts> facts) {

    /** Returns the months from the first terms to {@code last}; none if the terms begin later. */
    public List<SavingMonth> until(YearMonth last) {
        if (terms.entries().isEmpty()) {
            return List.of();
        }
        YearMonth first = terms.entries().get(0).from();
        var run = new Run(before(first));
        List<SavingMonth> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(run.next(month));
        }
        return List.copyOf(months);
    }

    /**
     * What is there, and what is awaited.
     *
     * @param balance of either sign
     * @param awaited zero or more
     */
    public record Held(Money balance, Money awaited) {}

    /**
     * Returns what is there once {@code counted} of {@code month} is counted, and nothing of what the month plans: what lies beside a balance
     * that is stated within the month (formula 18).
     *
     * @param counted the facts of the month up to a day
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f18">Formula 18, schedule and free savings</a>
     */
    public Held within(YearMonth month, SavingFacts counted) {
        if (terms.entries().isEmpty() || terms.entries().get(0).from().isAfter(month)) {
            return new Held(Money.ZERO, Money.ZERO);
        }
        YearMonth first = terms.entries().get(0).from();
        var run = new Run(before(first));
        for (YearMonth earlier = first; earlier.isBefore(month); earlier = earlier.plusMonths(1)) {
            run.next(earlier);
        }
        return run.within(month, counted);
    }

    /** Returns what is there from facts alone before {@code month}. */
    private Money before(YearMonth month) {
        return facts.headMap(month).values().stream().map(SavingFacts::net).reduce(opening, Money::plus);
    }

    /** What one month leaves to the next. */
    private final class Run {

        private Money balance;
        /** Paid out for the purpose since the cycle began. */
        private Money spent = Money.ZERO;

        private Money awaited = Money.ZERO;
        private @Nullable YearMonth awaitedUntil;
        private Money unseen = Money.ZERO;
        private @Nullable YearMonth cycle;
        private Money lastTarget = Money.ZERO;

        Run(Money balance) {
            this.balance = balance;
        }

        Held within(YearMonth month, SavingFacts counted) {
            SavingPlan.@Nullable Towards towards = towards(terms.at(month));
            if (towards != null) {
                begin(month, towards.dueFrom(month));
            }
            // What is awaited no longer was awaited at the end of the month before, beside which the balance is stated.
            Money lapsed = lapse(month);
            count(month, counted, towards);
            return new Held(balance, awaited.plus(lapsed));
        }

        /** Returns what is awaited no longer from {@code month} on. */
        private Money lapse(YearMonth month) {
            Money lapsed = awaitedUntil != null && month.isAfter(awaitedUntil) ? awaited : Money.ZERO;
            awaited = awaited.minus(lapsed);
            return lapsed;
        }

        private SavingPlan.@Nullable Towards towards(Optional<SavingPlan> plan) {
            return plan.map(SavingPlan::pace).orElse(null) instanceof SavingPlan.Towards it ? it : null;
        }

        SavingMonth next(YearMonth month) {
            Optional<SavingPlan> plan = terms.at(month);
            Money target = plan.map(SavingPlan::target).orElse(Money.ZERO);
            lastTarget = plan.map(SavingPlan::target).orElse(lastTarget);
            SavingPlan.@Nullable Towards towards = towards(plan);
            if (towards != null) {
                begin(month, towards.dueFrom(month));
            }
            lapse(month);
            Money planned = planned(month, plan, target);
            if (plan.isPresent() && plan.get().accrues()) {
                balance = balance.plus(planned);
                unseen = unseen.plus(planned);
            }
            boolean due = towards != null && towards.dueFrom(month).equals(month);
            count(month, facts.getOrDefault(month, SavingFacts.NONE), towards);
            Money used = min(spent, target);
            Money reached = towards == null ? balance : balance.plus(used);
            Money spentByPlan = Money.ZERO;
            if (towards != null
                    && due
                    && plan.get().accrues()
                    && towards.every().isPresent()) {
                spentByPlan = min(notNegative(balance), notNegative(target.minus(used)));
                balance = balance.minus(spentByPlan);
                awaited = spentByPlan;
                awaitedUntil = month.plusMonths(Math.max(1, towards.every().get() / 2));
            }
            Optional<YearMonth> nextDue =
                    Optional.ofNullable(towards).map(it -> it.dueFrom(month)).filter(it -> !it.isBefore(month));
            return new SavingMonth(
                    month, plan, lastTarget, planned, reached, nextDue, due, spentByPlan, balance, awaited, unseen);
        }

        /** A cycle begins with the first terms that have a due month, and where the due month moves on after it has passed. */
        private void begin(YearMonth month, YearMonth due) {
            if (cycle == null || (!due.equals(cycle) && month.isAfter(cycle))) {
                spent = Money.ZERO;
            }
            cycle = due;
        }

        private Money planned(YearMonth month, Optional<SavingPlan> plan, Money target) {
            Optional<Money> byIncome = steady.apply(month);
            if (plan.isEmpty() || byIncome.isEmpty()) {
                return Money.ZERO;
            }
            Money missing = notNegative(target.minus(balance));
            SavingPlan.Pace pace = plan.get().pace();
            if (pace instanceof SavingPlan.Towards towards) {
                YearMonth due = towards.dueFrom(month);
                Money rest = notNegative(target.minus(balance).minus(min(spent, target)));
                return month.isAfter(due) ? Money.ZERO : spread(rest, ChronoUnit.MONTHS.between(month, due) + 1);
            }
            boolean stops = pace instanceof SavingPlan.Steady it && it.stopAtTarget() && target.minor() > 0;
            return stops ? min(byIncome.get(), missing) : byIncome.get();
        }

        /** What the plan has counted, a fact only confirms. */
        private void count(YearMonth month, SavingFacts facts, SavingPlan.@Nullable Towards towards) {
            boolean wasAwaiting = awaited.minor() > 0;
            Money confirmed = min(facts.putIn(), unseen);
            unseen = unseen.minus(confirmed);
            balance = balance.plus(facts.putIn().minus(confirmed))
                    .minus(facts.broughtBack())
                    .plus(facts.contributed());
            boolean dueNow = towards != null
                    && (towards.every().isPresent()
                            ? towards.dueFrom(month).equals(month)
                            : !month.isBefore(towards.by()));
            boolean withdrawnForThePurpose = dueNow || wasAwaiting;
            Money paid = withdrawnForThePurpose ? facts.paidOut().plus(facts.withdrawn()) : facts.paidOut();
            Money expected = min(paid, awaited);
            awaited = awaited.minus(expected);
            Money beyond = paid.minus(expected);
            balance = balance.minus(beyond).plus(facts.refunded());
            if (towards != null) {
                // What goes beyond while something is awaited belongs to the cycle that has passed.
                Money grown = wasAwaiting ? spent : spent.plus(beyond);
                spent = notNegative(grown.minus(facts.refunded()));
            }
            if (!withdrawnForThePurpose) {
                balance = balance.minus(facts.withdrawn());
            }
        }
    }

    private static Money spread(Money amount, long months) {
        return new Money(BigDecimal.valueOf(amount.minor())
                .divide(BigDecimal.valueOf(months), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    private static Money notNegative(Money amount) {
        return amount.isNegative() ? Money.ZERO : amount;
    }

    private static Money min(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** A schedule whose facts are none: that of a bill. */
    public static SavingSchedule withoutFacts(Money opening, Timeline<SavingPlan> terms) {
        return new SavingSchedule(opening, terms, month -> Optional.of(Money.ZERO), new TreeMap<>());
    }
}
