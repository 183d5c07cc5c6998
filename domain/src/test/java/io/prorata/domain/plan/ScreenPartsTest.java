package io.prorata.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.Shares;
import io.prorata.domain.testkit.Any;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Savings and expenses by category: groups that add up to the month. */
class ScreenPartsTest {

    private static final int SEEDS = Integer.getInteger("prorata.examples", 500);
    private static final CategoryChoice EVERY = new CategoryChoice.Every();

    @Test
    void savingsByCategoryAddUpToTheMonthsProvisions() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            MonthPlan plan = Any.book(random).at(Any.month(random));
            String example = "seed " + seed;

            Savings savings = Savings.of(plan, EVERY);

            assertEquals(plan.totalProvisions(), savings.totals().monthly(), example);
            assertEquals(plan.provisionShares(), savings.totals().shares(), example);
            assertEquals(plan.shownProvisions().size(), savings.totals().count(), example);
            assertEquals(
                    savings.totals().monthly(),
                    Money.sum(savings.groups().stream()
                            .map(group -> group.totals().monthly())
                            .toList()),
                    example);
            assertEquals(
                    savings.totals().balance(),
                    Money.sum(savings.groups().stream()
                            .map(group -> group.totals().balance())
                            .toList()),
                    example);
            for (Savings.Group group : savings.groups()) {
                CategoryChoice choice = group.category() == null
                        ? new CategoryChoice.Uncategorised()
                        : new CategoryChoice.Named(group.category());
                Savings alone = Savings.of(plan, choice);
                assertEquals(List.of(group), alone.groups(), example);
                assertEquals(group.totals(), alone.totals(), example);
            }
        }
    }

    @Test
    void progressTogetherIsThatOfTheProvisionsWithATarget() {
        var totals = new ProvisionTotals(
                3, 2, 0, Money.ZERO, Shares.none(1), new Money(30_000), new Money(99_000), new Money(10_000));
        assertEquals("33.3", totals.progress().orElseThrow().inPercent().toPlainString());
        var none = new ProvisionTotals(1, 0, 0, Money.ZERO, Shares.none(1), Money.ZERO, new Money(99_000), Money.ZERO);
        assertEquals(Optional.empty(), none.progress());
    }

    @Test
    void theSurplusOfOneProvisionFillsNoOther() {
        YearMonth month = YearMonth.of(2024, 1);
        assertEquals("33.3", percent(month, provision(1, 100_000, 25_000), provision(2, 0, 50_000)));
        assertEquals(
                "50.0", percent(month, provision(1, -100_000, 25_000), provision(2, 25_000, 25_000)), "nor empties it");
        assertEquals(
                "100.0", percent(month, provision(1, 25_000, 25_000), provision(2, 90_000, 0)), "without a target");
        assertEquals(
                "0.0",
                percent(month, provision(1, 0, 50_000), ended(provision(2, 25_000, 25_000), month)),
                "one that has ended has no target any more");
    }

    @Test
    void whatIsLeftInAProvisionThatHasEndedStaysInListsAndBalancesUntilItIsEmpty() {
        YearMonth month = YearMonth.of(2024, 3);
        Provision left = ended(provision(1, 30_000, 50_000), month);
        var spent = new Provision(
                2,
                left.card(),
                left.opening(),
                left.terms(),
                List.of(new Movement(month.plusMonths(1).atDay(2), new Money(-30_000))));
        PlanBook book = new PlanBook(Timeline.empty(), List.of(), List.of(left, spent));

        assertEquals(2, book.at(month.minusMonths(1)).provisions().size());
        MonthPlan plan = book.at(month);
        assertEquals(List.of(), plan.provisions());
        assertEquals(Money.ZERO, plan.totalProvisions());
        Savings savings = Savings.of(plan, EVERY);
        assertEquals(2, savings.totals().ended());
        assertEquals(new Money(60_000), savings.totals().balance());
        assertEquals(Money.ZERO, savings.totals().monthly());
        assertTrue(plan.shownProvisions().get(0).ended());
        assertEquals(
                List.of(1L),
                book.at(month.plusMonths(1)).shownProvisions().stream()
                        .map(line -> line.provision().id())
                        .toList());
        assertEquals(List.of(), book.at(YearMonth.of(2023, 12)).shownProvisions(), "it has not begun");
    }

    private static String percent(YearMonth month, Provision... provisions) {
        return Savings.of(new PlanBook(Timeline.empty(), List.of(), List.of(provisions)).at(month), EVERY)
                .totals()
                .progress()
                .orElseThrow()
                .inPercent()
                .toPlainString();
    }

    private static Provision provision(long id, long balance, long target) {
        var terms = new ProvisionTerms(
                new ProvisionBase.FixedAmount(new Money(1_000)), new LineSplit.ByKey(), Optional.of(new Money(target)));
        return new Provision(
                id,
                ProvisionCard.named("Provision " + id),
                new Money(balance),
                Timeline.from(YearMonth.of(2024, 1), terms),
                List.of());
    }

    private static Provision ended(Provision provision, YearMonth from) {
        return new Provision(
                provision.id(),
                provision.card(),
                provision.opening(),
                provision.terms().endedFrom(from),
                List.of());
    }

    @Test
    void expensesByCategoryAddUpToTheMonthsBillsAndToAllThatWasPaid() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            YearMonth month = Any.month(random);
            MonthFacts facts = MonthFacts.of(Any.transactions(random, month).stream()
                    .filter(row -> row.month().equals(month))
                    .toList());
            MonthSummary summary = MonthSummary.of(Any.book(random).at(month), facts);
            String example = "seed " + seed;

            Expenses expenses = Expenses.of(summary, EVERY);

            assertEquals(summary.plan().totalFixed(), expenses.monthly(), example);
            assertEquals(summary.plan().fixedShares(), expenses.shares(), example);
            assertEquals(Optional.of(summary.fixed().actual()), expenses.actual(), example);
            assertEquals(
                    summary.plan().totalFixed(),
                    Money.sum(expenses.paid().stream()
                            .map(paid -> paid.comparison().planned())
                            .toList()),
                    example);
            for (Expenses.Group group : expenses.groups()) {
                Expenses alone = Expenses.of(summary, new CategoryChoice.Named(group.category()));
                assertEquals(List.of(group), alone.groups(), example);
                assertEquals(group.monthly(), alone.monthly(), example);
                assertEquals(group.actual(), alone.actual(), example);
                assertTrue(alone.unplanned().isEmpty(), example);
            }
        }
    }

    @Test
    void whatPaysBillsOfTwoCategoriesIsToldApartForNeither() {
        YearMonth month = YearMonth.of(2024, 1);
        var book = new PlanBook(
                Timeline.empty(),
                List.of(
                        bill(1, "Loyer", "Logement", "logement"),
                        bill(2, "Parking", "Voiture", "Banque"),
                        bill(3, "Frais", "Services", "BANQUE"),
                        bill(4, "Charges", "Logement", "Logement")),
                List.of());
        var facts =
                new MonthFacts(List.of(fixed("LOGEMENT", 900), fixed("Banque", 50), fixed("Autre", 7), fixed(null, 2)));

        Expenses expenses = Expenses.of(MonthSummary.of(book.at(month), facts), EVERY);

        assertEquals(
                List.of("Logement", "Services", "Voiture"),
                expenses.groups().stream().map(Expenses.Group::category).toList());
        assertEquals(
                List.of(Optional.of(new Money(900)), Optional.empty(), Optional.empty()),
                expenses.groups().stream().map(Expenses.Group::actual).toList());
        assertEquals(
                List.of(
                        new Expenses.Paid("Banque", new Comparison(new Money(200), new Money(50))),
                        new Expenses.Paid("logement", new Comparison(new Money(200), new Money(900)))),
                expenses.paid());
        assertEquals(Optional.of(new Money(9)), expenses.unplanned());
        assertEquals(Optional.of(new Money(959)), expenses.actual());
    }

    private static FixedExpense bill(long id, String label, String category, String paidBy) {
        return new FixedExpense(
                id,
                label,
                category,
                paidBy,
                Timeline.from(
                        YearMonth.of(2024, 1),
                        new FixedTerms(new Money(100), Frequency.MONTHLY, new LineSplit.ByKey())));
    }

    private static GroupTotal fixed(@Nullable String category, long paid) {
        return new GroupTotal(ExpenseType.FIXED, category, null, Statistics.of(new Money(paid)));
    }
}
