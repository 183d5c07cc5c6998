package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.search.FewRows;
import io.prorata.adapter.persistence.search.TextIndexer;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionFilter.Named;
import io.prorata.application.view.TransactionOrder;
import io.prorata.application.view.TransactionOrder.By;
import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.freshness.Change;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sqlite.ProgressHandler;

/** A list begins anywhere in any order at the cost of its page: SQLite is asked how it would go about it, on many rows. */
class TransactionListPlanTest {

    private static final int ROWS = 60_000;
    private static final YearMonth FIRST = YearMonth.of(2020, 1);

    private static TemporaryBooks books;
    private static HouseholdId household;

    @BeforeAll
    static void fill() {
        books = new TemporaryBooks();
        household = found(books.work());
        found(books.work());
        var random = new SplittableRandom(1);
        List<Transaction> rows = new ArrayList<>();
        for (int id = 1; id <= ROWS; id++) {
            rows.add(new Transaction(
                    id,
                    new BankLine(
                            null,
                            FIRST.atDay(1).plusDays(random.nextInt(3_650)),
                            new Money(random.nextInt(-100_000, 1_000)),
                            "Label " + random.nextInt(5_000),
                            null),
                    new Classification(ExpenseType.VARIABLE, anyCategory(random), null, false),
                    TypedBy.RULE,
                    new TreeSet<>()));
        }
        books.work().write(household, ANNA, open -> {
            open.ledger().add(household, OptionalLong.empty(), rows);
            return new Decision<>(
                    ROWS, new Change.TransactionRecorded(FIRST), AuditEntry.added("rows added", rows.getFirst()));
        });
        try (var indexer = new TextIndexer(books.database())) {
            indexer.fill();
        }
    }

    /** Spelled in two ways: rows of both are in the order of their ids. */
    private static String anyCategory(SplittableRandom random) {
        return (random.nextBoolean() ? "Category " : "CATÉGORY ") + random.nextInt(30);
    }

    @AfterAll
    static void close() {
        books.close();
    }

    @Test
    void everyOrderIsReadFromItsIndexWithoutSorting() {
        for (TransactionOrder order : orders()) {
            String plan = plan(TransactionFilter.ALL, order, Optional.empty());

            assertTrue(plan.contains("USING INDEX transaction_by_" + name(order)), order + ": " + plan);
            assertFalse(plan.contains("TEMP B-TREE"), order + ": " + plan);
        }
    }

    @Test
    void aPlaceIsFoundByItsIndex() {
        for (TransactionOrder order : orders()) {
            Transaction middle = at(order, ROWS / 2);

            String plan = plan(TransactionFilter.ALL, order, Optional.of(order.placeOf(middle)));

            assertTrue(
                    plan.matches(
                            "SEARCH bank_transaction USING INDEX transaction_by_" + name(order)
                                    + " \\(household_id=\\? AND \\(.*,.*\\)[<>]\\(\\?,\\?\\)\\); SEARCH classification USING PRIMARY KEY.*"),
                    order + ": " + plan);
        }
    }

    /** Sorting a month is cheap; looking at ten years to spare it would not be. */
    @Test
    void aMonthIsFoundByItsDatesInWhateverOrder() {
        for (TransactionOrder order : orders()) {
            String plan = plan(TransactionFilter.of(FIRST.plusMonths(5)), order, Optional.empty());

            assertTrue(
                    plan.startsWith("SEARCH bank_transaction USING INDEX transaction_by_date"
                            + " (household_id=? AND date>? AND date<?)"),
                    order + ": " + plan);
        }
    }

    /** Of what many rows have, a page is met soon: nothing is gathered and sorted. */
    @Test
    void whatManyRowsHaveIsReadInTheOrderOfTheList() {
        Optional<Named> without = Optional.of(new Named(null));
        var all = TransactionFilter.ALL;
        List<TransactionFilter> filters = List.of(
                filter(all.category(), without, Set.of(), Optional.empty(), Optional.empty()),
                filter(all.category(), all.account(), Set.of(ExpenseType.VARIABLE), Optional.empty(), Optional.empty()),
                filter(all.category(), all.account(), Set.of(), Optional.empty(), Optional.of("label")),
                // Too short for the index.
                filter(all.category(), all.account(), Set.of(), Optional.empty(), Optional.of("7")));
        for (TransactionFilter filter : filters) {
            for (TransactionOrder order : orders()) {
                String plan = plan(filter, order, Optional.empty());

                assertTrue(
                        plan.startsWith("SEARCH bank_transaction USING INDEX transaction_by_" + name(order)),
                        filter + " " + order + ": " + plan);
                assertFalse(plan.contains("TEMP B-TREE"), filter + " " + order + ": " + plan);
            }
        }
    }

    /** What few rows have, or none, is looked up in an index of its own, and sorted; no index is walked through. */
    @Test
    void whatFewRowsHaveIsLookedUp() {
        for (Rare rare : rare()) {
            for (TransactionOrder order : orders()) {
                List<String> plans = Statements.plans(
                        books, open -> open.ledger().list(household, rare.filter(), order, Optional.empty(), 50, 0));

                String example = rare + " " + order + ": " + plans;
                // How the names are spelled is looked for first, among names alone.
                List<String> names = plans.subList(0, plans.size() - 2);
                assertTrue(names.stream().noneMatch(plan -> plan.contains("bank_transaction")), example);
                assertTrue(plans.get(plans.size() - 2).contains(rare.index()), example);
                String page = plans.getLast();
                assertTrue(
                        page.contains(
                                "SEARCH bank_transaction USING PRIMARY KEY (household_id=? AND transaction_id=?)"),
                        example);
                assertFalse(
                        page.contains("SEARCH bank_transaction USING INDEX transaction_by_" + name(order)), example);
            }
        }
    }

    /** A page costs what it shows and what it is chosen from, not what the books have. */
    @Test
    void fewStepsLeadToAPage() throws SQLException {
        for (Rare rare : rare()) {
            assertSteps(rare.filter(), rare.rows() * STEPS_OF_A_ROW);
        }
        var all = TransactionFilter.ALL;
        for (String text : List.of("label", "lab", "abel 1")) {
            assertSteps(
                    filter(all.category(), all.account(), Set.of(), Optional.empty(), Optional.of(text)),
                    FewRows.MOST * STEPS_OF_A_ROW);
        }
    }

    /** Wherever it begins. */
    @Test
    void aPageOfAnyOrderCostsItsRows() throws SQLException {
        for (TransactionOrder order : orders()) {
            Optional<Place> middle = Optional.of(order.placeOf(at(order, ROWS / 2)));
            for (Optional<Place> after : List.of(Optional.<Place>empty(), middle)) {
                int steps = steps(TransactionFilter.ALL, order, after);
                assertTrue(steps < PAGE * STEPS_OF_A_ROW, order + " " + after + ": " + steps + " steps");
            }
        }
    }

    private static Transaction at(TransactionOrder order, int offset) {
        return books.work()
                .read(
                        household,
                        open -> open.ledger()
                                .list(household, TransactionFilter.ALL, order, Optional.empty(), 1, offset))
                .getFirst()
                .transaction();
    }

    private static final int PAGE = 50;
    private static final int STEPS_OF_A_ROW = 150;

    /** Counts what SQLite does, in steps of its machine: a walk through all rows takes half a million at least. */
    private static void assertSteps(TransactionFilter filter, int rowsAndSteps) throws SQLException {
        int steps = steps(filter, TransactionOrder.LATEST_FIRST, Optional.empty());
        assertTrue(steps < 20_000 + rowsAndSteps, filter + ": " + steps + " steps");
    }

    private static int steps(TransactionFilter filter, TransactionOrder order, Optional<Place> after)
            throws SQLException {
        var steps = new AtomicInteger();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + books.file())) {
            ProgressHandler.setHandler(connection, 100, new ProgressHandler() {
                @Override
                protected int progress() {
                    return steps.addAndGet(100) < 0 ? 1 : 0;
                }
            });
            DSLContext sql = DSL.using(connection, SQLDialect.SQLITE, new Settings().withRenderSchema(false));
            new JooqBooks(sql, books.database().textIndex(), "epoch")
                    .ledger()
                    .list(household, filter, order, after, PAGE, 0);
        }
        return steps.get();
    }

    /** @param rows about as many fit */
    private record Rare(TransactionFilter filter, String index, int rows) {}

    private static List<Rare> rare() {
        var all = TransactionFilter.ALL;
        Optional<Named> category = Optional.of(new Named("Category 3"));
        Optional<Named> unknown = Optional.of(new Named("Category 99"));
        Optional<Named> account = Optional.of(new Named("FR 99"));
        return List.of(
                new Rare(
                        filter(category, all.account(), Set.of(), Optional.empty(), Optional.empty()),
                        "transaction_by_classification",
                        2_000),
                new Rare(
                        filter(
                                Optional.of(new Named(null)),
                                all.account(),
                                Set.of(),
                                Optional.empty(),
                                Optional.empty()),
                        "transaction_by_classification",
                        0),
                new Rare(
                        filter(unknown, all.account(), Set.of(), Optional.empty(), Optional.empty()),
                        "transaction_by_classification",
                        0),
                new Rare(
                        filter(all.category(), account, Set.of(), Optional.empty(), Optional.empty()),
                        "transaction_by_account",
                        0),
                new Rare(
                        filter(
                                all.category(),
                                all.account(),
                                Set.of(ExpenseType.FIXED),
                                Optional.empty(),
                                Optional.empty()),
                        "transaction_by_classification",
                        0),
                new Rare(
                        filter(all.category(), all.account(), Set.of(), Optional.of("tag"), Optional.empty()),
                        "transaction_tag_by_tag",
                        0),
                new Rare(
                        filter(all.category(), all.account(), Set.of(), Optional.empty(), Optional.of("label 4321")),
                        "transaction_text VIRTUAL TABLE",
                        12),
                new Rare(
                        filter(
                                all.category(),
                                all.account(),
                                Set.of(),
                                Optional.empty(),
                                Optional.of("part of a label")),
                        "transaction_text VIRTUAL TABLE",
                        0));
    }

    private static TransactionFilter filter(
            Optional<Named> category,
            Optional<Named> account,
            Set<ExpenseType> types,
            Optional<String> tag,
            Optional<String> text) {
        return new TransactionFilter(
                Optional.empty(),
                Optional.empty(),
                category,
                Optional.empty(),
                account,
                types,
                Optional.empty(),
                tag,
                text,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aMonthIsCountedFromItsIndexAlone() {
        String plan = plan(open -> open.ledger().count(household, TransactionFilter.of(FIRST)));

        assertTrue(plan.contains("COVERING INDEX"), plan);
    }

    @Test
    void theOrdersAreTheOnesThatIndexesServe() {
        assertEquals(4, By.values().length);
    }

    private static List<TransactionOrder> orders() {
        return List.of(By.values()).stream()
                .flatMap(by -> List.of(new TransactionOrder(by, false), new TransactionOrder(by, true)).stream())
                .toList();
    }

    private static String name(TransactionOrder order) {
        return order.by().name().toLowerCase(Locale.ROOT);
    }

    private static String plan(TransactionFilter filter, TransactionOrder order, Optional<Place> after) {
        return plan(open -> open.ledger().list(household, filter, order, after, 50, 0));
    }

    /** Returns how rows are found and whether they are sorted; the other steps pass on what was found. */
    private static String plan(Consumer<JooqBooks> reading) {
        List<String> plans = Statements.plans(books, reading);
        String steps = plans.getLast();
        return Stream.of(steps.substring(1, steps.length() - 1).split(", "))
                .filter(step -> step.startsWith("SEARCH") || step.contains("TEMP B-TREE"))
                .collect(Collectors.joining("; "));
    }
}
