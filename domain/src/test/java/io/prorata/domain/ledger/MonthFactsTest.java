package io.prorata.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.testkit.Any;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for every ledger: each law over a few thousand random ones. */
class MonthFactsTest {

    private static final int SEEDS = Integer.getInteger("prorata.examples", 3_000);
    private static final YearMonth FIRST = Any.FIRST;

    /** The rows of some months, each month's together. */
    private static Map<YearMonth, MonthFacts> byMonth(List<Transaction> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Transaction::month,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), MonthFacts::of)));
    }

    private static Money shown(List<Transaction> rows, Predicate<Transaction> wanted) {
        return Money.sum(rows.stream()
                .filter(wanted)
                .filter(row -> !row.classification().excluded())
                .map(row -> row.classification().type().inSense(row.line().amount()))
                .toList());
    }

    @Test
    void everyFigureEqualsARecomputationFromTheRows() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Transaction> rows = Any.transactions(new SplittableRandom(seed), FIRST);
            MonthFacts facts = MonthFacts.of(rows);
            String example = "seed " + seed + ": " + rows;
            assertEquals(
                    rows.stream()
                            .filter(row -> !row.classification().excluded())
                            .count(),
                    facts.count(),
                    example);
            for (ExpenseType type : ExpenseType.values()) {
                assertEquals(
                        shown(rows, row -> row.classification().type() == type),
                        facts.of(type).sum(),
                        example);
            }
            for (GroupTotal group : facts.groups()) {
                List<Money> amounts = rows.stream()
                        .filter(row -> !row.classification().excluded())
                        .filter(row -> row.classification().type() == group.type()
                                && Objects.equals(row.classification().category(), group.category())
                                && Objects.equals(row.classification().subcategory(), group.subcategory()))
                        .map(row -> group.type().inSense(row.line().amount()))
                        .sorted()
                        .toList();
                Statistics expected = new Statistics(
                        amounts.size(), Money.sum(amounts), amounts.get(0), amounts.get(amounts.size() - 1));
                assertEquals(expected, group.statistics(), example);
            }
        }
    }

    @Test
    void categoriesSubcategoriesAndPagesAllAddUpToTheTotal() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            List<Transaction> rows = Any.transactions(random, FIRST);
            MonthFacts facts = MonthFacts.of(rows);
            int page = random.nextInt(1, 8);
            String example = "seed " + seed + ": " + rows;
            for (ExpenseType type : ExpenseType.values()) {
                Statistics total = facts.of(type);
                SortedMap<@Nullable String, Statistics> categories = facts.byCategory(type);
                assertEquals(total, Statistics.sum(categories.values()), example);
                Money pages = Money.ZERO;
                for (int at = 0; at < rows.size(); at += page) {
                    pages = pages.plus(shown(
                            rows.subList(at, Math.min(at + page, rows.size())),
                            row -> row.classification().type() == type));
                }
                assertEquals(total.sum(), pages, example);
                categories.forEach((category, statistics) -> {
                    assertEquals(statistics, facts.of(type, category), example);
                    assertEquals(
                            statistics,
                            Statistics.sum(facts.groups().stream()
                                    .filter(group -> group.type() == type && Objects.equals(group.category(), category))
                                    .map(GroupTotal::statistics)
                                    .toList()),
                            example);
                });
                List<@Nullable String> names = new ArrayList<>(categories.keySet());
                List<@Nullable String> sorted = new ArrayList<>(names);
                sorted.sort(Naming.ORDER);
                assertEquals(sorted, names, example);
            }
        }
    }

    @Test
    void addingARowAndTakingItOutAgainRestoresEveryFigureInWhateverOrderRowsCome() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            List<Transaction> rows = Any.transactions(random, FIRST);
            Transaction added = Any.transaction(random, 99, FIRST);
            List<Transaction> with = new ArrayList<>(rows);
            with.add(added);
            List<Transaction> without = new ArrayList<>(Any.shuffled(random, with));
            without.remove(added);
            String example = "seed " + seed + ": " + rows + " and " + added;
            assertEquals(byMonth(rows), byMonth(without), example);
            MonthFacts before = byMonth(rows).getOrDefault(added.month(), MonthFacts.NONE);
            MonthFacts after = byMonth(with).getOrDefault(added.month(), MonthFacts.NONE);
            assertEquals(added.classification().excluded(), before.equals(after), example);
        }
    }

    @Test
    void movingARowBetweenMonthsKeepsTheGrandTotalAndIsSeenAsStaleInBoth() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            List<Transaction> rows = new ArrayList<>(Any.transactions(random, FIRST));
            rows.add(Any.transaction(random, 99, FIRST));
            int index = random.nextInt(rows.size());
            Transaction row = rows.get(index);
            YearMonth target = FIRST.plusMonths(random.nextInt(4));
            List<Transaction> moved = new ArrayList<>(rows);
            moved.set(
                    index,
                    new Transaction(
                            row.id(),
                            new BankLine(
                                    null,
                                    Any.day(random, target),
                                    row.line().amount(),
                                    row.line().label(),
                                    null),
                            row.classification(),
                            row.typedBy(),
                            row.tags()));
            String example = "seed " + seed + ": " + row + " moved to " + target;
            Map<YearMonth, MonthFacts> before = byMonth(rows);
            Map<YearMonth, MonthFacts> after = byMonth(moved);
            for (ExpenseType type : ExpenseType.values()) {
                assertEquals(
                        Statistics.sum(before.values().stream()
                                .map(facts -> facts.of(type))
                                .toList()),
                        Statistics.sum(after.values().stream()
                                .map(facts -> facts.of(type))
                                .toList()),
                        example);
            }
            var change = new Change.TransactionChanged(row.month(), target);
            for (YearMonth month = FIRST; month.isBefore(FIRST.plusMonths(5)); month = month.plusMonths(1)) {
                boolean differs =
                        !before.getOrDefault(month, MonthFacts.NONE).equals(after.getOrDefault(month, MonthFacts.NONE));
                assertTrue(!differs || change.stale().stream().anyMatch(ViewScopes.ofMonth(month)::include), example);
            }
        }
    }

    @Test
    void excludedRowsAreInNoSumAndNoCountAndTransfersAreCountedApart() {
        var random = new SplittableRandom(1);
        Transaction row = Any.transaction(random, 1, FIRST);
        Transaction transfer = new Transaction(
                2,
                row.line(),
                new Classification(ExpenseType.TRANSFER, null, null, false),
                Transaction.TypedBy.PERSON,
                row.tags());
        Transaction excluded = new Transaction(
                3,
                row.line(),
                new Classification(ExpenseType.VARIABLE, "Courses", null, true),
                Transaction.TypedBy.PERSON,
                row.tags());
        MonthFacts facts = MonthFacts.of(List.of(transfer, excluded));
        assertEquals(1, facts.count());
        assertEquals(row.line().amount(), facts.of(ExpenseType.TRANSFER).sum());
        assertEquals(Statistics.NONE, facts.of(ExpenseType.VARIABLE));
        assertEquals(MonthFacts.NONE, MonthFacts.of(List.of(excluded)));
    }

    /** What is reckoned of a change beforehand is what the rows add up to afterwards. */
    @Test
    void factsAfterRowsGoAndComeAreThoseOfTheRowsThatAreThere() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            YearMonth month = YearMonth.of(2024, 3);
            List<Transaction> rows = Any.transactions(random, month).stream()
                    .filter(row -> row.month().equals(month))
                    .toList();
            List<Transaction> come = Any.transactions(random, month).stream()
                    .filter(row -> row.month().equals(month))
                    .toList();
            List<Transaction> gone =
                    rows.stream().filter(row -> random.nextBoolean()).toList();
            List<Transaction> there = new ArrayList<>(rows);
            gone.forEach(there::remove);
            there.addAll(come);

            MonthFacts after = MonthFacts.of(rows).after(gone, come);

            assertEquals(summed(MonthFacts.of(there)), summed(after), "seed " + seed);
        }
        var none = List.<Transaction>of();
        List<Transaction> some = Any.transactions(new SplittableRandom(1), YearMonth.of(2024, 3)).stream()
                .filter(row -> !row.classification().excluded())
                .toList();
        assertThrows(IllegalArgumentException.class, () -> MonthFacts.NONE.after(some, none));
    }

    private static List<GroupTotal> summed(MonthFacts facts) {
        return facts.groups().stream()
                .map(group -> new GroupTotal(
                        group.type(),
                        group.category(),
                        group.subcategory(),
                        Statistics.summed(
                                group.statistics().count(), group.statistics().sum())))
                .toList();
    }
}
