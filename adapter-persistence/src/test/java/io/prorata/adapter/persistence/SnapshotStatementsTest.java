package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.HOUSEHOLD;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.cache.CacheStatus;
import io.prorata.application.cache.Features;
import io.prorata.application.cache.TieredViewCache;
import io.prorata.application.cache.Tiers;
import io.prorata.application.cache.Warmer;
import io.prorata.application.dashboard.ShowDashboard;
import io.prorata.application.dashboard.WaitingReader;
import io.prorata.application.memory.InMemoryCalculations;
import io.prorata.application.memory.InMemoryViews;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.Tokens;
import io.prorata.application.query.AnalyticsQuery;
import io.prorata.application.query.CategoryQuery;
import io.prorata.application.query.DrillDownQuery;
import io.prorata.application.query.Page;
import io.prorata.application.query.ScreenQuery;
import io.prorata.application.query.SettlementQuery;
import io.prorata.application.query.SlimSummaryQuery;
import io.prorata.application.query.SubcategoriesQuery;
import io.prorata.application.query.SummaryQuery;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.query.ViewQuery.View;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import io.prorata.application.view.KnownDocuments;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.Tier;
import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import io.prorata.domain.settlement.Basis;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a cold read of any view costs the database, looked at over 100 000 rows in 100 months. */
class SnapshotStatementsTest {

    private static final long TABLE_BYTES = 1024 * 1024;
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    /** Of a snapshot, if nothing of it is in memory; a kept document is looked for in one more. */
    private static final int MOST_STATEMENTS = 10;

    private static final int MONTHS = 100;
    private static final int ROWS_A_MONTH = 1_000;
    private static final TemporaryBooks BOOKS = new TemporaryBooks();
    private static final StatementLog STATEMENTS = new StatementLog();
    private static HouseholdId household = new HouseholdId(1);

    @BeforeAll
    static void fill() {
        household = found(BOOKS.work());
        var random = new SplittableRandom(11);
        for (int m = 0; m < MONTHS; m++) {
            YearMonth month = MARCH.minusMonths(m);
            long first = 1L + (long) m * ROWS_A_MONTH;
            write(
                    BOOKS.work(),
                    household,
                    new Change.TransactionRecorded(month),
                    books -> books.ledger().add(household, OptionalLong.empty(), rows(first, month, random)));
        }
        BOOKS.database().observe(STATEMENTS);
    }

    @AfterAll
    static void close() {
        BOOKS.close();
    }

    static Stream<ViewQuery> everyView() {
        var every = new CategoryChoice.Every();
        var named = new CategoryChoice.Named("Category 3");
        var all = EnumSet.allOf(ExpenseType.class);
        Optional<Place> place = Optional.of(new Place(MARCH.atDay(15).toString(), 500));
        return Stream.concat(
                ViewQuery.types().stream().map(type -> type.of(MARCH)),
                Stream.of(
                        new SubcategoriesQuery(MARCH, all, named),
                        new CategoryQuery(MARCH, ExpenseType.VARIABLE, named),
                        new CategoryQuery(MARCH, ExpenseType.VARIABLE, new CategoryChoice.Uncategorised()),
                        drillDown(named, DrillDownQuery.Level.SUMMARY, 0, Optional.empty()),
                        drillDown(every, DrillDownQuery.Level.DETAILS, 0, Optional.empty()),
                        drillDown(named, DrillDownQuery.Level.TRANSACTIONS, 20, Optional.empty()),
                        drillDown(every, DrillDownQuery.Level.TRANSACTIONS, 0, place),
                        new SettlementQuery(new Period(MARCH.minusMonths(11), MARCH), Basis.ACTUAL, false),
                        new AnalyticsQuery(new Period(MARCH, MARCH), all),
                        new AnalyticsQuery(new Period(MARCH.minusMonths(59), MARCH), Set.of(ExpenseType.VARIABLE))));
    }

    @ParameterizedTest
    @MethodSource("everyView")
    void aColdReadIsFewStatementsAndAWarmOneIsNone(ViewQuery query) {
        var features = new Features();
        try (var table = new JooqViews(BOOKS.database(), CLOCK, TABLE_BYTES)) {
            var tiers = new Tiers(List.of(new InMemoryViews(Tier.NEAR), table), new InMemoryCalculations());
            var views = new TieredViewCache(BOOKS.work().snapshots(), tiers, new Nothing(), features, CLOCK);
            var showDashboard =
                    new ShowDashboard(BOOKS.work().snapshots(), views, new Warmer(views, features, CLOCK), features);
            var access = new Access(household, Tokens.TokenScope.READ, ANNA, Currency.getInstance("EUR"));
            // As the authentication does before any read.
            BOOKS.work().snapshots().stampAtRevision(household, ViewScopes.of(new Scope.Access()));
            STATEMENTS.take();

            assertEquals(
                    CacheStatus.COMPUTED,
                    WaitingReader.show(showDashboard, access, query, true).origin());
            List<String> cold = STATEMENTS.take();
            assertTrue(cold.size() <= MOST_STATEMENTS + 1, String.join("\n", cold));

            assertEquals(Optional.of(CacheStatus.NEAR), atOnce(showDashboard, access, query, KnownDocuments.NONE));
            assertEquals(Optional.of(CacheStatus.UNCHANGED), atOnce(showDashboard, access, query, KnownDocuments.ANY));
            assertEquals(List.of(), STATEMENTS.take());
        }
    }

    /** Returns where the answer came from, if memory had it. */
    private static Optional<CacheStatus> atOnce(
            ShowDashboard showDashboard, Access access, ViewQuery query, KnownDocuments known) {
        return showDashboard.show(access, query, true, known) instanceof ShowDashboard.ViewAnswer answer
                ? Optional.of(answer.origin())
                : Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("everyView")
    void rowsAreReadFromCoveringIndexesAndNeverSortedOrGrouped(ViewQuery query) {
        // Nothing is in memory.
        var snapshots = TemporaryBooks.over(BOOKS.database()).snapshots();
        STATEMENTS.take();

        snapshots.take(household, query.request());

        List<String> statements = STATEMENTS.take();
        assertTrue(statements.size() <= MOST_STATEMENTS, String.join("\n", statements));
        List<String> plan = statements.stream()
                .flatMap(statement -> plan(statement).stream())
                .toList();
        String shown = String.join("\n", plan);
        assertFalse(plan.isEmpty());
        for (int step = 0; step < plan.size(); step++) {
            // What is sorted is the few rows of scopes, for the latest of them.
            assertTrue(
                    !plan.get(step).contains("TEMP B-TREE")
                            || plan.get(step - 1).startsWith("SEARCH scope"),
                    shown);
        }
        assertFalse(shown.contains("SCAN bank_transaction"), shown);
        List<String> rows =
                plan.stream().filter(step -> step.contains("bank_transaction")).toList();
        assertTrue(
                rows.stream()
                        .allMatch(step -> step.contains("COVERING INDEX transaction_by_")
                                || step.contains("USING PRIMARY KEY (household_id=? AND transaction_id=?)")),
                shown);
        if (query.request().page().isPresent()) {
            assertTrue(shown.contains("COVERING INDEX transaction_by_date"), shown);
        }
        if (!query.scopes().ledgers().isEmpty()) {
            assertTrue(shown.contains("SEARCH month_check USING PRIMARY KEY (household_id=? AND month=?)"), shown);
        }
        assertEquals(
                !query.scopes().ledgers().isEmpty() && query.request().extremes(),
                shown.contains("COVERING INDEX transaction_by_month"),
                shown);
    }

    static Stream<ViewQuery> firstScreens() {
        return Stream.of(new SlimSummaryQuery(MARCH), new SummaryQuery(MARCH), new ScreenQuery(MARCH));
    }

    /** Stamps with what was rejected, totals, and the rows around the month; a month with too many rows is not looked through. */
    @ParameterizedTest
    @MethodSource("firstScreens")
    void aFirstScreenIsThreeStatementsWhereThePlanIsAsItWas(ViewQuery query) {
        var snapshots = TemporaryBooks.over(BOOKS.database()).snapshots();
        snapshots.take(household, new SlimSummaryQuery(MARCH.minusMonths(9)).request());
        STATEMENTS.take();

        Snapshot taken = snapshots.take(household, query.request());

        assertTrue(taken.around().complete());
        List<String> statements = STATEMENTS.take();
        assertEquals(3, statements.size(), String.join("\n", statements));
    }

    /** The rows around the month are those of the screen before, as long as their stamp is the same. */
    @ParameterizedTest
    @MethodSource("firstScreens")
    void aFirstScreenIsTwoStatementsAfterAnotherOne(ViewQuery query) {
        var snapshots = TemporaryBooks.over(BOOKS.database()).snapshots();
        firstScreens().filter(other -> !other.equals(query)).findFirst().ifPresent(other -> {
            snapshots.take(household, other.request());
            STATEMENTS.take();
        });

        Snapshot taken = snapshots.take(household, query.request());

        assertTrue(taken.around().complete());
        List<String> statements = STATEMENTS.take();
        assertEquals(2, statements.size(), String.join("\n", statements));
    }

    static Stream<ViewQuery> drillDowns() {
        return everyView().filter(DrillDownQuery.class::isInstance);
    }

    /** Stamps, totals and the rows of a page; the plan and the categories are in memory, as after any view of the household. */
    @ParameterizedTest
    @MethodSource("drillDowns")
    void aDrillDownIsAtMostThreeStatements(ViewQuery query) {
        var snapshots = TemporaryBooks.over(BOOKS.database()).snapshots();
        snapshots.take(household, new SlimSummaryQuery(MARCH).request());
        STATEMENTS.take();

        snapshots.take(household, query.request());

        List<String> statements = STATEMENTS.take();
        assertTrue(statements.size() <= 3, String.join("\n", statements));
    }

    private static List<String> plan(String statement) {
        return BOOKS.database().readOnce(sql -> sql.fetch("EXPLAIN QUERY PLAN " + statement)).stream()
                .map(step -> step.get("detail", String.class))
                .collect(Collectors.toList());
    }

    private static ViewQuery drillDown(
            CategoryChoice choice, DrillDownQuery.Level level, long offset, Optional<Place> after) {
        return new DrillDownQuery(MARCH, ExpenseType.VARIABLE, choice, level, Page.USUAL, offset, after);
    }

    private static List<Transaction> rows(long first, YearMonth month, SplittableRandom random) {
        List<Transaction> rows = new ArrayList<>();
        List<ExpenseType> types = List.of(ExpenseType.values());
        for (long id = first; id < first + ROWS_A_MONTH; id++) {
            ExpenseType type = random.nextInt(4) == 0 ? types.get(random.nextInt(types.size())) : ExpenseType.VARIABLE;
            String category = random.nextInt(20) == 0 ? null : "Category " + random.nextInt(30);
            rows.add(new Transaction(
                    id,
                    new BankLine(
                            "1234",
                            month.atDay(random.nextInt(1, month.lengthOfMonth() + 1)),
                            new Money(-random.nextLong(1, 20_000)),
                            "Row " + id,
                            null),
                    new Classification(type, category, "Sub " + random.nextInt(3), random.nextInt(50) == 0),
                    TypedBy.RULE,
                    new TreeSet<>()));
        }
        return rows;
    }

    /** Writes views down as nothing: what is looked at is the reading. */
    private static final class Nothing implements Renderer {

        @Override
        public long version() {
            return 1;
        }

        @Override
        public Document render(View view) {
            assertEquals(HOUSEHOLD, view.household());
            return new Document(new byte[0]);
        }
    }
}
