package io.prorata.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.derivation.Step;
import io.prorata.domain.derivation.SummaryDerivation;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.SavingFacts;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.testkit.Any;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of simulations: no change, no difference; and what is simulated is what the same changes, really made, show. */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("prorata.examples", 60);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final MemberKey ANNA = new MemberKey("anna");
    private static final MemberKey BOB = new MemberKey("bob");

    /** What a household is, told in a way of its own: things by id and rows by month. */
    private record Books(PlanBook book, Map<YearMonth, List<Transaction>> rows, Map<YearMonth, MonthFacts> facts) {

        Books(PlanBook book, Map<YearMonth, List<Transaction>> rows) {
            this(
                    book,
                    rows,
                    rows.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, month -> MonthFacts.of(month.getValue()))));
        }

        static Books of(SplittableRandom random) {
            Map<YearMonth, List<Transaction>> rows = new HashMap<>();
            for (YearMonth month = Any.FIRST; month.isBefore(Any.FIRST.plusMonths(36)); month = month.plusMonths(1)) {
                rows.put(month, new ArrayList<>());
            }
            for (int id = 0; id < 60; id++) {
                Transaction row = Any.transaction(random, id, Any.month(random));
                rows.computeIfAbsent(row.month(), month -> new ArrayList<>()).add(row);
            }
            PlanBook book = Any.book(random);
            List<Budget> budgets = new ArrayList<>();
            for (int id = random.nextInt(4); id > 0; id--) {
                budgets.add(new Budget(id, "Budget " + id, Any.timeline(random, month -> budgetTerms(random))));
            }
            return new Books(
                    new PlanBook(
                            book.configs(),
                            book.fixed(),
                            book.provisions(),
                            book.accounts(),
                            budgets,
                            book.settleSince()),
                    rows);
        }

        /** Really makes the changes: of a copy, all rows summed anew. */
        Books after(List<SupposedChange> changes) {
            Timeline<Config> configs = book.configs();
            List<FixedExpense> bills = new ArrayList<>(book.fixed());
            List<Provision> provisions = new ArrayList<>(book.provisions());
            List<Budget> budgets = new ArrayList<>(book.budgets());
            Map<YearMonth, List<Transaction>> more = new HashMap<>();
            rows.forEach((month, some) -> more.put(month, new ArrayList<>(some)));
            for (SupposedChange change : changes) {
                if (change instanceof SupposedChange.ConfigAdopted it) {
                    configs = configs.with(it.config().from(), it.config());
                } else if (change instanceof SupposedChange.BillPlanned it) {
                    bills.add(it.bill());
                } else if (change instanceof SupposedChange.BillRevised it) {
                    bills.replaceAll(bill ->
                            bill.id() == it.id() ? bill(bill, bill.terms().with(it.from(), it.terms())) : bill);
                } else if (change instanceof SupposedChange.BillEnded it) {
                    bills.replaceAll(bill ->
                            bill.id() == it.id() ? bill(bill, bill.terms().endedFrom(it.from())) : bill);
                } else if (change instanceof SupposedChange.ProvisionPlanned it) {
                    provisions.add(it.provision());
                } else if (change instanceof SupposedChange.ProvisionRevised it) {
                    provisions.replaceAll(one -> one.id() == it.id()
                            ? new Provision(
                                    one.id(),
                                    one.card(),
                                    one.opening(),
                                    one.terms().with(it.from(), it.terms()),
                                    one.movements())
                            : one);
                } else if (change instanceof SupposedChange.ProvisionEnded it) {
                    provisions.replaceAll(one -> one.id() == it.id()
                            ? new Provision(
                                    one.id(),
                                    one.card(),
                                    one.opening(),
                                    one.terms().endedFrom(it.from()),
                                    one.movements())
                            : one);
                } else if (change instanceof SupposedChange.BudgetPlanned it) {
                    budgets.add(it.budget());
                } else if (change instanceof SupposedChange.BudgetRevised it) {
                    budgets.replaceAll(one ->
                            one.id() == it.id() ? budget(one, one.terms().with(it.from(), it.terms())) : one);
                } else if (change instanceof SupposedChange.BudgetEnded it) {
                    budgets.replaceAll(
                            one -> one.id() == it.id() ? budget(one, one.terms().endedFrom(it.from())) : one);
                } else if (change instanceof SupposedChange.RowRecorded it) {
                    more.computeIfAbsent(it.row().month(), month -> new ArrayList<>())
                            .add(it.row());
                }
            }
            var facts = new Books(PlanBook.EMPTY, more).facts();
            return new Books(
                    new PlanBook(
                            configs,
                            bills,
                            provisions.stream()
                                    .map(one -> one.withRows(SavingFacts.ofRows(one.id(), facts)))
                                    .toList(),
                            book.accounts(),
                            budgets,
                            book.settleSince()),
                    more);
        }

        private static FixedExpense bill(FixedExpense bill, Timeline<FixedTerms> terms) {
            return new FixedExpense(bill.id(), bill.label(), bill.category(), bill.paidBy(), terms);
        }

        private static Budget budget(Budget budget, Timeline<BudgetTerms> terms) {
            return new Budget(budget.id(), budget.category(), terms);
        }

        MonthSummary summary(YearMonth month) {
            return MonthSummary.of(book.at(month), facts().getOrDefault(month, MonthFacts.NONE));
        }

        /** Every figure that the summary of a month shows. */
        Map<String, Long> figures(YearMonth month) {
            return SimulationTest.figures(book, summary(month));
        }
    }

    private static Map<String, Long> figures(PlanBook book, MonthSummary summary) {
        Map<String, Long> figures = new TreeMap<>();
        for (Map.Entry<String, Step> figure :
                SummaryDerivation.of(book, summary).entrySet()) {
            figures.put(figure.getKey(), figure.getValue().value());
        }
        return figures;
    }

    private static BudgetTerms budgetTerms(SplittableRandom random) {
        return new BudgetTerms(Any.amount(random), Any.split(random));
    }

    private static SupposedChange change(SplittableRandom random, PlanBook book, int id) {
        YearMonth month = Any.month(random);
        int kind = random.nextInt(11);
        if (kind == 8) {
            return new SupposedChange.BudgetPlanned(
                    new Budget(100 + id, "New " + id, Timeline.from(month, budgetTerms(random))));
        }
        if (kind == 9 && !book.budgets().isEmpty()) {
            return new SupposedChange.BudgetRevised(
                    Any.oneOf(random, book.budgets()).id(), month, budgetTerms(random));
        }
        if (kind == 10 && !book.budgets().isEmpty()) {
            return new SupposedChange.BudgetEnded(
                    Any.oneOf(random, book.budgets()).id(), month);
        }
        if (kind == 1 && !book.fixed().isEmpty()) {
            return new SupposedChange.BillRevised(
                    Any.oneOf(random, book.fixed()).id(), month, Any.fixedTerms(random));
        }
        if (kind == 2 && !book.fixed().isEmpty()) {
            return new SupposedChange.BillEnded(Any.oneOf(random, book.fixed()).id(), month);
        }
        if (kind == 3) {
            return new SupposedChange.ProvisionPlanned(
                    Any.provision(random, 100 + id, Timeline.from(month, Any.provisionTerms(random))));
        }
        if (kind == 4 && !book.provisions().isEmpty()) {
            return new SupposedChange.ProvisionRevised(
                    Any.oneOf(random, book.provisions()).id(), month, Any.provisionTerms(random));
        }
        if (kind == 5 && !book.provisions().isEmpty()) {
            return new SupposedChange.ProvisionEnded(
                    Any.oneOf(random, book.provisions()).id(), month);
        }
        if (kind == 6) {
            Transaction row = Any.transaction(random, 1000 + id, month);
            boolean names =
                    !book.provisions().isEmpty() && row.classification().type().isOutgoing() && random.nextBoolean();
            return new SupposedChange.RowRecorded(
                    names
                            ? row.with(Attribution.USUAL.withLink(new PlanLink.Provision(
                                    Any.oneOf(random, book.provisions()).id())))
                            : row);
        }
        if (kind == 7) {
            return new SupposedChange.ConfigAdopted(Any.config(random, 100 + id, month));
        }
        return new SupposedChange.BillPlanned(
                Any.fixed(random, 100 + id, Timeline.from(month, Any.fixedTerms(random))));
    }

    @Test
    void noChangeNoDifference() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            Books books = Books.of(random);
            Simulation simulation =
                    Simulation.of(books.book(), books.facts(), List.of(), Any.FIRST, Any.FIRST.plusMonths(11));
            assertEquals(Money.ZERO, simulation.difference(), "seed " + seed);
            assertEquals(12, simulation.months().size());
            for (SimulatedMonth month : simulation.months()) {
                assertEquals(month.baseline(), month.outcome(), "seed " + seed);
                assertEquals(List.of(), month.lineDifferences(), "seed " + seed);
                assertTrue(month.memberDifferences().values().stream().allMatch(Money::isZero), "seed " + seed);
            }
        }
    }

    @Test
    void whatIsSimulatedIsWhatTheSameChangesReallyMadeShow() {
        int different = 0;
        int budgets = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            Books books = Books.of(random);
            List<SupposedChange> changes = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                changes.add(change(random, books.book(), i));
            }
            Books real = books.after(changes);
            Simulation simulation;
            try {
                simulation = Simulation.of(
                        books.book(), books.facts(), changes, Any.FIRST.plusMonths(12), Any.FIRST.plusMonths(23));
            } catch (ContradictionException e) {
                // Two changes of one thing from one month.
                continue;
            }
            for (SimulatedMonth month : simulation.months()) {
                YearMonth at = month.outcome().plan().month();
                String about = "seed " + seed + " in " + at + ": " + changes;
                assertEquals(books.figures(at), figures(books.book(), month.baseline()), about);
                assertEquals(real.figures(at), figures(real.book(), month.outcome()), about);
                long lines = month.lineDifferences().stream()
                        .mapToLong(line -> line.difference().minor())
                        .sum();
                assertEquals(month.difference().minor(), lines, about);
                Map<MemberKey, Money> shares = new HashMap<>();
                month.lineDifferences()
                        .forEach(line ->
                                line.members().forEach((member, more) -> shares.merge(member, more, Money::plus)));
                month.memberDifferences()
                        .forEach((member, more) ->
                                assertEquals(more, shares.getOrDefault(member, Money.ZERO), member + ", " + about));
                different += lines == 0 ? 0 : 1;
                assertEquals(
                        budgetDifferences(books.book().at(at), real.book().at(at)),
                        month.budgetDifferences().stream()
                                .collect(Collectors.toMap(
                                        SimulatedMonth.LineDifference::line,
                                        line -> List.of(line.baseline(), line.outcome(), line.members()))),
                        about);
                budgets += month.budgetDifferences().size();
            }
            assertEquals(
                    simulation.difference().minor(),
                    simulation.months().stream()
                            .mapToLong(month -> month.difference().minor())
                            .sum());
        }
        assertTrue(different > SEEDS, "months that differ: " + different);
        assertTrue(budgets > SEEDS, "budgets that differ: " + budgets);
    }

    /** What is different of the budgets of two plans of one month: both amounts, and what each member would pay more. */
    private static Map<SimulatedMonth.Line, List<Object>> budgetDifferences(MonthPlan before, MonthPlan after) {
        Map<SimulatedMonth.Line, List<Object>> differences = new HashMap<>();
        Stream.concat(before.budgets().stream(), after.budgets().stream())
                .map(one -> one.budget().id())
                .distinct()
                .forEach(id -> {
                    Money was = amount(before, id);
                    Money would = amount(after, id);
                    Map<MemberKey, Money> members = new HashMap<>();
                    shares(after, id).forEach((member, share) -> members.merge(member, share, Money::plus));
                    shares(before, id).forEach((member, share) -> members.merge(member, share.negated(), Money::plus));
                    if (!was.equals(would) || members.values().stream().anyMatch(more -> !more.isZero())) {
                        differences.put(new SimulatedMonth.BudgetLine(id), List.of(was, would, members));
                    }
                });
        return differences;
    }

    private static Money amount(MonthPlan plan, long budget) {
        return plan.budgets().stream()
                .filter(one -> one.budget().id() == budget)
                .map(one -> one.terms().amount())
                .findFirst()
                .orElse(Money.ZERO);
    }

    private static Map<MemberKey, Money> shares(MonthPlan plan, long budget) {
        return plan.budgets().stream()
                .filter(one -> one.budget().id() == budget)
                .map(one -> plan.byMember(one.shares()))
                .findFirst()
                .orElse(Map.of());
    }

    private static Config config(long id, long anna, long bob) {
        return new Config(
                id,
                MARCH,
                List.of(
                        new MemberIncome(ANNA, Income.ofNet(new Money(anna))),
                        new MemberIncome(BOB, Income.ofNet(new Money(bob)))),
                new SplitKey.ByNetIncome(Weights.equal(2)));
    }

    private static FixedExpense bill(long id, long cents) {
        return new FixedExpense(
                id,
                "Rent",
                "Home",
                "Home",
                Timeline.from(MARCH, new FixedTerms(new Money(cents), Frequency.MONTHLY, new LineSplit.ByKey())));
    }

    @Test
    void differencesAreByMemberAndByLine() {
        var book = new PlanBook(Timeline.from(MARCH, config(1, 100, 300)), List.of(bill(1, 400)), List.of());
        Transaction market = new Transaction(
                1,
                new BankLine(null, MARCH.atDay(1), new Money(-100), "Market", null),
                new Classification(ExpenseType.VARIABLE, null, null, false),
                Transaction.TypedBy.PERSON,
                new TreeSet<>());
        Simulation simulation = Simulation.of(
                book,
                Map.of(),
                List.of(
                        new SupposedChange.ConfigAdopted(config(2, 300, 100)),
                        new SupposedChange.BillPlanned(bill(2, 40)),
                        new SupposedChange.RowRecorded(market)),
                MARCH,
                MARCH.plusMonths(1));
        SimulatedMonth march = simulation.months().get(0);
        assertEquals(new Money(140), march.difference());
        assertEquals(
                List.of(
                        line(new SimulatedMonth.BillLine(1), 400, 400, 200, -200),
                        line(new SimulatedMonth.BillLine(2), 0, 40, 30, 10),
                        line(new SimulatedMonth.CategoryLine(null), 0, 100, 75, 25)),
                march.lineDifferences());
        // 100 of 400 before; 300, 30 and 75 of 400, 40 and 100 after.
        assertEquals(Map.of(ANNA, new Money(305), BOB, new Money(-165)), march.memberDifferences());
        assertEquals(Map.of(ANNA, new Money(535), BOB, new Money(-355)), simulation.memberDifferences());
        assertEquals(new Money(180), simulation.difference());
        assertEquals(
                List.of(
                        line(new SimulatedMonth.BillLine(1), 800, 800, 400, -400),
                        line(new SimulatedMonth.BillLine(2), 0, 80, 60, 20),
                        line(new SimulatedMonth.CategoryLine(null), 0, 100, 75, 25)),
                simulation.lineDifferences());
    }

    private static SimulatedMonth.LineDifference line(
            SimulatedMonth.Line line, long baseline, long outcome, long anna, long bob) {
        return new SimulatedMonth.LineDifference(
                line, new Money(baseline), new Money(outcome), Map.of(ANNA, new Money(anna), BOB, new Money(bob)));
    }

    @Test
    void changesThatContradictEachOtherAreNamed() {
        var book = new PlanBook(Timeline.from(MARCH, config(1, 100, 300)), List.of(bill(1, 400)), List.of());
        var terms = bill(1, 1).terms().at(MARCH).orElseThrow();
        for (List<SupposedChange> changes : List.<List<SupposedChange>>of(
                List.of(
                        new SupposedChange.ConfigAdopted(config(2, 1, 1)),
                        new SupposedChange.ConfigAdopted(config(3, 1, 2))),
                List.of(new SupposedChange.BillRevised(1, MARCH, terms), new SupposedChange.BillEnded(1, MARCH)),
                List.of(new SupposedChange.BillPlanned(bill(2, 1)), new SupposedChange.BillPlanned(bill(2, 1))),
                List.of(new SupposedChange.BillPlanned(bill(2, 1)), new SupposedChange.BillEnded(3, MARCH)),
                List.of(new SupposedChange.BillPlanned(bill(2, 1)), new SupposedChange.ProvisionEnded(3, MARCH)))) {
            ContradictionException refused = assertThrows(
                    ContradictionException.class,
                    () -> Simulation.of(book, Map.of(), changes, MARCH, MARCH),
                    changes.toString());
            assertEquals(1, refused.change());
        }
    }

    @Test
    void aSimulationHasOneToSixtyMonths() {
        assertEquals(
                60,
                Simulation.of(PlanBook.EMPTY, Map.of(), List.of(), MARCH, MARCH.plusMonths(59))
                        .months()
                        .size());
        for (YearMonth to : List.of(MARCH.minusMonths(1), MARCH.plusMonths(60), MARCH.plusMonths(9_999))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Simulation.of(PlanBook.EMPTY, Map.of(), List.of(), MARCH, to),
                    to.toString());
        }
    }

    /** An outcome is of books after the changes: incomes of 10^13 and a bill as large do not overflow. */
    @Test
    void theLargestAmountsAreSimulated() {
        long most = Money.LARGEST.minor();
        var book = new PlanBook(Timeline.from(MARCH, config(1, most, most)), List.of(bill(1, most)), List.of());
        Simulation simulation = Simulation.of(
                book, Map.of(), List.of(new SupposedChange.BillPlanned(bill(2, most))), MARCH, MARCH.plusMonths(59));
        assertEquals(new Money(60 * most), simulation.difference());
    }
}
