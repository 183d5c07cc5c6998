package io.prorata.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.split.Shares;
import io.prorata.domain.testkit.Any;
import io.prorata.domain.testkit.MonthLaws;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every household's plan, whatever it is: each law over a few thousand random ones. */
class PlanLawsTest implements MonthLaws {

    @Override
    public MonthSummary summary(PlanBook book, YearMonth month, List<Transaction> rows) {
        return MonthSummary.of(book.at(month), MonthFacts.of(rows));
    }

    private static final int SEEDS = Integer.getInteger("prorata.examples", 2_000);

    /** A plan after a change, and what the change was. */
    private record Changed(PlanBook book, Change change) {}

    /** The figures of one line, without the past and the future of the thing it belongs to. */
    private record LineFigures(
            long id, Object terms, Money monthly, Shares shares, boolean keyInstead, Object balance) {}

    /** Everything of a month that can be shown. */
    private record Figures(
            List<MemberKey> members,
            List<Money> nets,
            Object key,
            List<LineFigures> lines,
            Shares totals,
            Money total) {
        static Figures of(PlanBook book, YearMonth month) {
            MonthSummary summary = MonthSummary.of(book.at(month), MonthFacts.NONE);
            MonthPlan plan = summary.plan();
            Stream<LineFigures> fixed = plan.fixed().stream()
                    .map(line -> new LineFigures(
                            line.expense().id(), line.terms(), line.monthly(), line.shares(), line.keyInstead(), ""));
            Stream<LineFigures> provisions = plan.shownProvisions().stream()
                    .map(line -> new LineFigures(
                            line.provision().id(),
                            line.terms(),
                            line.monthly(),
                            line.shares(),
                            line.keyInstead(),
                            List.of(line.balance(), line.progress())));
            return new Figures(
                    plan.members(),
                    plan.nets(),
                    plan.key(),
                    Stream.concat(fixed, provisions).toList(),
                    summary.memberTotals(),
                    summary.totalExpenses());
        }
    }

    /** The month of the change, those beside it, and some before and after. */
    private static List<YearMonth> months(YearMonth from) {
        return List.of(
                Any.FIRST.minusMonths(1),
                from.minusMonths(13),
                from.minusMonths(5),
                from.minusMonths(1),
                from,
                from.plusMonths(1),
                from.plusMonths(7),
                Any.FIRST.plusMonths(40));
    }

    @Test
    void whatIsEndedOrNotYetBegunChangesNoFigure() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            PlanBook book = Any.book(random);
            YearMonth month = Any.month(random);
            List<FixedExpense> fixed = new ArrayList<>(book.fixed());
            fixed.add(Any.fixed(random, 90, absentIn(random, month, Any.fixedTerms(random))));
            List<Provision> provisions = new ArrayList<>(book.provisions());
            provisions.add(Any.provision(random, 91, absentIn(random, month, Any.provisionTerms(random))));
            MonthPlan without = book.at(month);
            MonthPlan with = new PlanBook(book.configs(), fixed, provisions).at(month);
            String example = "seed " + seed + " in " + month;
            assertEquals(inForce(without), inForce(with), example);
            // What is left in it stays in balances, and in nothing else.
            List<ProvisionLine> left = new ArrayList<>(with.ended());
            left.removeAll(without.ended());
            for (ProvisionLine line : left) {
                assertEquals(91, line.provision().id(), example);
                assertEquals(line.provision().balanceAt(month), line.balance(), example);
                assertTrue(!line.balance().isZero() && line.monthly().isZero(), example);
                assertEquals(Shares.none(with.members().size()), line.shares(), example);
            }
        }
    }

    private static MonthPlan inForce(MonthPlan plan) {
        return new MonthPlan(
                plan.month(), plan.config(), plan.key(), plan.provisions(), List.of(), plan.fixed(), plan.budgets());
    }

    /** Ended by {@code month}, begun after it, or ended before it began. */
    private static <T> Timeline<T> absentIn(SplittableRandom random, YearMonth month, T terms) {
        return switch (random.nextInt(3)) {
            case 0 ->
                Timeline.from(month.minusMonths(random.nextInt(1, 20)), terms)
                        .endedFrom(month.minusMonths(random.nextInt(12)));
            case 1 -> Timeline.from(month.plusMonths(random.nextInt(1, 20)), terms);
            default -> Timeline.from(month, terms).endedFrom(month);
        };
    }

    @Test
    void aChangeOfThePlanFromAMonthOnChangesNoFigureBeforeItAndIsSeenAsStaleFromItOn() {
        int seen = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            PlanBook before = Any.book(random);
            YearMonth from = Any.month(random);
            Changed after = change(random, before, from);
            for (YearMonth month : months(from)) {
                Figures figures = Figures.of(before, month);
                Figures changed = Figures.of(after.book(), month);
                String example = "seed " + seed + ": " + after.change() + " in " + month;
                if (month.isBefore(from)) {
                    assertEquals(figures, changed, example);
                } else if (!figures.equals(changed)) {
                    seen++;
                    assertTrue(after.change().stale().stream().anyMatch(ViewScopes.ofMonth(month)::include), example);
                }
            }
        }
        assertTrue(seen > SEEDS / 4, "only " + seen + " months changed");
    }

    private static Changed change(SplittableRandom random, PlanBook book, YearMonth from) {
        return switch (random.nextInt(4)) {
            case 0 ->
                new Changed(
                        new PlanBook(
                                book.configs().with(from, Any.config(random, 80, from)),
                                book.fixed(),
                                book.provisions()),
                        new Change.ConfigAdopted(from));
            case 1 ->
                new Changed(
                        new PlanBook(
                                book.configs(),
                                replaced(
                                        random,
                                        book.fixed(),
                                        bill -> new FixedExpense(
                                                bill.id(),
                                                bill.label(),
                                                bill.category(),
                                                bill.paidBy(),
                                                changed(random, bill.terms(), from, Any.fixedTerms(random)))),
                                book.provisions()),
                        new Change.FixedExpenseRevised(Optional.of(from), false));
            case 2 ->
                new Changed(
                        new PlanBook(
                                book.configs(),
                                book.fixed(),
                                replaced(
                                        random,
                                        book.provisions(),
                                        provision -> new Provision(
                                                provision.id(),
                                                provision.card(),
                                                provision.opening(),
                                                changed(random, provision.terms(), from, Any.provisionTerms(random)),
                                                provision.movements()))),
                        new Change.ProvisionRevised(Optional.of(from), false));
            default ->
                new Changed(
                        new PlanBook(book.configs(), book.fixed(), replaced(random, book.provisions(), provision -> {
                            List<Movement> movements = new ArrayList<>(provision.movements());
                            movements.add(Any.movement(random, Any.day(random, from)));
                            return new Provision(
                                    provision.id(),
                                    provision.card(),
                                    provision.opening(),
                                    provision.terms(),
                                    movements);
                        })),
                        new Change.ProvisionMoved(from));
        };
    }

    private static <T> Timeline<T> changed(SplittableRandom random, Timeline<T> timeline, YearMonth from, T terms) {
        return random.nextBoolean() ? timeline.with(from, terms) : timeline.endedFrom(from);
    }

    private static <T> List<T> replaced(SplittableRandom random, List<T> things, Function<T, T> change) {
        List<T> replaced = new ArrayList<>(things);
        if (!replaced.isEmpty()) {
            int index = random.nextInt(replaced.size());
            replaced.set(index, change.apply(replaced.get(index)));
        }
        return replaced;
    }
}
