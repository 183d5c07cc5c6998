package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.bankImport;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.ledger.MonthTotalRepair;
import io.prorata.adapter.persistence.ledger.MonthTotals;
import io.prorata.application.port.Ledger;
import io.prorata.application.verification.VerifyBooks;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What months add up to is kept with the rows, and is what the rows add up to, whatever happens. */
class MonthTotalsTest {

    private final TemporaryBooks books = new TemporaryBooks();
    private final MonthTotalRepair repair = new MonthTotalRepair(books.database(), 1);
    private final JooqSnapshots snapshots = books.work().snapshots(repair);
    private final HouseholdId household = found(books.work());
    private final StatementLog statements = new StatementLog();
    private long nextRow;

    @AfterEach
    void close() {
        repair.close();
        books.close();
    }

    private static SnapshotRequest year() {
        Set<YearMonth> months = new TreeSet<>();
        for (int m = 0; m < 12; m++) {
            months.add(MARCH.minusMonths(m));
        }
        return SnapshotRequest.of(ViewScopes.ofLedgers(months));
    }

    private void spend(YearMonth month, long cents, ExpenseType type, String category) {
        long id = ++nextRow;
        write(
                books.work(),
                household,
                new Change.TransactionRecorded(month),
                all -> all.ledger()
                        .add(household, OptionalLong.empty(), List.of(row(id, month, cents, type, category))));
    }

    /** Returns whether a reading adds up rows of a month; the smallest and the largest amounts are looked up one by one. */
    private boolean sums(SnapshotRequest wanted) {
        books.database().observe(statements);
        statements.take();
        snapshots.take(household, wanted);
        return statements.take().stream().anyMatch(statement -> statement.contains("sum("));
    }

    @Test
    void totalsAreReadAndRowsAreNot() {
        spend(MARCH, -100, ExpenseType.VARIABLE, "Market");
        SnapshotRequest march = SnapshotRequest.of(ViewScopes.ofLedgers(Set.of(MARCH)));
        assertFalse(sums(march));
        assertTrue(sums(march.onlyFromRows()), "who wants the rows gets them");
        assertTrue(sums(march.withoutMonthTotals()), "and so does who wants no totals");
    }

    @Test
    void aMonthCostsTwoStatementsAsLongAsThePlanStays() {
        spend(MARCH, -100, ExpenseType.VARIABLE, "Market");
        snapshots.take(household, SnapshotRequest.of(ViewScopes.ofMonth(MARCH)));
        books.database().observe(statements);
        statements.take();
        spend(MARCH, -100, ExpenseType.VARIABLE, "Market");
        statements.take();
        snapshots.take(household, SnapshotRequest.of(ViewScopes.ofMonth(MARCH)).withoutExtremes());
        assertEquals(2, statements.take().size());
        write(books.work(), household, new Change.HouseholdRevised(), all -> {});
        statements.take();
        snapshots.take(household, SnapshotRequest.of(ViewScopes.ofMonth(MARCH)).withoutExtremes());
        assertEquals(9, statements.take().size(), "the plan is read again after it has changed");
    }

    /** Other code reads, and then writes: neither uses nor builds upon what it has not summed itself. */
    @Test
    void whatOtherCodeHasSummedIsSummedAnew() {
        spend(MARCH, -100, ExpenseType.VARIABLE, "Market");
        SnapshotRequest march = SnapshotRequest.of(ViewScopes.ofLedgers(Set.of(MARCH)));
        assertFalse(sums(march), "the same code");
        for (boolean throughARead : List.of(true, false)) {
            writeTotalsAsOtherCode(2, "rows_counted + 1000");
            assertTrue(sums(march));
            assertEquals(
                    snapshots.take(household, march.onlyFromRows()).facts(MARCH).groups().stream()
                            .map(group -> group.statistics().sum())
                            .toList(),
                    snapshots.take(household, march).facts(MARCH).groups().stream()
                            .map(group -> group.statistics().sum())
                            .toList());
            if (throughARead) {
                repair.repair();
            } else {
                spend(MARCH, -7, ExpenseType.VARIABLE, "Market");
            }
            assertFalse(sums(march), "summed by this code");
            assertEquals(snapshots.take(household, march.onlyFromRows()), snapshots.take(household, march));
        }
        assertEquals(0, repair.found(), "it is no damage");
    }

    /** Totals that are sound to the code that has summed them, and of another meaning. */
    private void writeTotalsAsOtherCode(long code, String count) {
        books.database().write(sql -> {
            sql.execute("UPDATE month_total SET rows_counted = " + count);
            var groups = new HashMap<Long, MonthTotals.Total>();
            sql.fetch("SELECT classification_id, rows_counted, sum_minor FROM month_total WHERE month = '2024-03'")
                    .forEach(row -> groups.put(
                            row.get(0, Long.class),
                            new MonthTotals.Total(row.get(1, Long.class), row.get(2, Long.class))));
            return sql.execute(
                    "UPDATE month_check SET summed_by = ?, check_value = ? WHERE month = '2024-03'",
                    code,
                    MonthTotals.check(household.value(), MARCH, code, groups));
        });
    }

    /** Each way in which rows come, change and go, in any order. */
    @Test
    void keptTotalsAreTheSumsOfTheRowsAfterAnyHistory() {
        for (long seed = 1; seed <= 40; seed++) {
            var random = new SplittableRandom(seed);
            for (int step = 0; step < 12; step++) {
                change(random);
                String example = "seed " + seed + ", step " + step;
                assertEquals(
                        snapshots.take(household, year().onlyFromRows()), snapshots.take(household, year()), example);
                assertEquals(
                        snapshots.take(household, year().withoutExtremes().onlyFromRows()),
                        snapshots.take(household, year().withoutExtremes()),
                        example);
            }
        }
        assertEquals(0, repair.found());
        assertEquals(
                List.of(),
                new VerifyBooks(new JooqStoreAudit(books.database()))
                        .verify().findings().stream()
                                .filter(finding -> finding.where().contains("kept month"))
                                .toList());
        assertFalse(snapshots.take(household, year()).facts(MARCH).groups().isEmpty(), "something is kept at all");
    }

    private void change(SplittableRandom random) {
        write(books.work(), household, new Change.TransactionRecorded(MARCH), all -> {
            Ledger ledger = all.ledger();
            Set<Long> some = Set.of(random.nextLong(1, nextRow + 2), random.nextLong(1, nextRow + 2) + nextRow + 5);
            switch (random.nextInt(7)) {
                case 0 -> ledger.add(household, OptionalLong.empty(), rows(random, 1));
                case 1 -> ledger.add(household, OptionalLong.empty(), rows(random, random.nextInt(1, 30)));
                case 2 ->
                    ledger.replace(
                            household,
                            some.stream()
                                    .filter(id -> ledger.find(household, id).isPresent())
                                    .map(id -> any(random, id))
                                    .toList());
                case 3 -> some.forEach(id -> ledger.remove(household, id));
                case 4 -> ledger.retype(household, some, type(random));
                case 5 ->
                    ledger.ruledGroups(household).stream()
                            .filter(group -> random.nextInt(3) == 0)
                            .forEach(group -> ledger.retype(household, group, type(random)));
                default -> {
                    long id = all.imports().nextId(household);
                    all.imports()
                            .add(
                                    household,
                                    bankImport(
                                            id,
                                            9,
                                            all.revisions().current(household).number()));
                    ledger.add(household, OptionalLong.of(id), rows(random, 9));
                    if (random.nextBoolean()) {
                        ledger.removeImport(household, id);
                    }
                }
            }
        });
    }

    private List<Transaction> rows(SplittableRandom random, int count) {
        return IntStream.range(0, count).mapToObj(i -> any(random, ++nextRow)).toList();
    }

    private static Transaction any(SplittableRandom random, long id) {
        return new Transaction(
                id,
                new BankLine(
                        null,
                        MARCH.minusMonths(random.nextInt(14)).atDay(random.nextInt(1, 28)),
                        new Money(random.nextLong(-50_000, 50_000) | 1),
                        "Row",
                        null),
                new Classification(
                        type(random),
                        random.nextInt(4) == 0 ? null : "Category " + random.nextInt(3),
                        random.nextInt(3) == 0 ? "Sub" : null,
                        random.nextInt(4) == 0),
                random.nextBoolean() ? TypedBy.RULE : TypedBy.PERSON,
                new TreeSet<>());
    }

    private static ExpenseType type(SplittableRandom random) {
        List<ExpenseType> types = List.of(ExpenseType.values());
        return types.get(random.nextInt(types.size()));
    }

    static List<String> damages() {
        return List.of(
                "UPDATE month_total SET sum_minor = sum_minor + 1 WHERE month = '2024-03'",
                "UPDATE month_total SET rows_counted = rows_counted + 1 WHERE month = '2024-03'",
                "UPDATE month_total SET classification_id = 3 - classification_id WHERE month = '2024-03'",
                "UPDATE month_total SET classification_id = 99 WHERE month = '2024-03'",
                "UPDATE month_total SET month = '2024-02' WHERE month = '2024-03'",
                "DELETE FROM month_total WHERE month = '2024-03'",
                "UPDATE month_check SET check_value = check_value + 1 WHERE month = '2024-03'",
                "UPDATE OR REPLACE month_check SET month = '2023-03' WHERE month = '2024-03'",
                "DELETE FROM month_check WHERE month = '2024-03'");
    }

    @ParameterizedTest
    @MethodSource("damages")
    void aDamagedTotalIsNeitherShownNorBuiltUpon(String damage) throws SQLException {
        spend(MARCH, -100, ExpenseType.VARIABLE, "Market");
        spend(MARCH.minusMonths(1), -300, ExpenseType.VARIABLE, "Fuel");
        for (boolean throughARead : List.of(true, false)) {
            Snapshot before = snapshots.take(household, year());
            execute(damage);
            assertEquals(before, snapshots.take(household, year()));
            if (throughARead) {
                repair.repair();
            } else {
                spend(MARCH, -7, ExpenseType.VARIABLE, "Market");
                spend(MARCH.minusMonths(1), -7, ExpenseType.VARIABLE, "Market");
            }
            assertEquals(snapshots.take(household, year().onlyFromRows()), snapshots.take(household, year()));
            assertFalse(
                    sums(SnapshotRequest.of(ViewScopes.ofLedgers(Set.of(MARCH, MARCH.minusMonths(1))))),
                    "it is repaired");
        }
        boolean missing = damage.contains("month_check") && !damage.contains("check_value");
        assertTrue(missing || repair.found() > 0, "damage is counted");
    }

    /** As no adapter would: past references. */
    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + books.file());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys=OFF");
            statement.execute(sql);
        }
    }
}
