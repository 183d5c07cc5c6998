package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.AuditEntry;
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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
                    new Classification(ExpenseType.VARIABLE, "Category " + random.nextInt(30), null, false),
                    TypedBy.RULE,
                    new TreeSet<>()));
        }
        books.work().write(household, ANNA, open -> {
            open.ledger().add(household, OptionalLong.empty(), rows);
            return new Decision<>(
                    ROWS, new Change.TransactionRecorded(FIRST), AuditEntry.added("rows added", rows.getFirst()));
        });
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
            Transaction middle = books.work()
                    .read(
                            household,
                            open -> open.ledger()
                                    .list(household, TransactionFilter.ALL, order, Optional.empty(), 1, 30_000))
                    .getFirst()
                    .transaction();

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

    /** Whatever is asked for, a page is read along an index and is full when it is: nothing is gathered and sorted. */
    @Test
    void noFilterMakesAnOrderSort() {
        for (TransactionFilter filter : filters()) {
            for (TransactionOrder order : orders()) {
                String plan = plan(filter, order, Optional.empty());

                assertTrue(
                        plan.startsWith("SEARCH bank_transaction USING INDEX transaction_by_" + name(order)),
                        filter + " " + order + ": " + plan);
                assertFalse(plan.contains("TEMP B-TREE"), filter + " " + order + ": " + plan);
            }
        }
    }

    private static List<TransactionFilter> filters() {
        Optional<Named> named = Optional.of(new Named("Category 3"));
        Optional<Named> without = Optional.of(new Named(null));
        var all = TransactionFilter.ALL;
        return List.of(
                filter(named, all.account(), Set.of(), Optional.empty(), Optional.empty()),
                filter(without, all.account(), Set.of(), Optional.empty(), Optional.empty()),
                filter(all.category(), named, Set.of(), Optional.empty(), Optional.empty()),
                filter(all.category(), without, Set.of(), Optional.empty(), Optional.empty()),
                filter(all.category(), all.account(), Set.of(ExpenseType.FIXED), Optional.empty(), Optional.empty()),
                filter(all.category(), all.account(), Set.of(), Optional.of("tag"), Optional.empty()),
                filter(all.category(), all.account(), Set.of(), Optional.empty(), Optional.of("part of a label")));
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
        List<String> plans = Statements.plans(books.file(), reading);
        assertEquals(1, plans.size(), plans.toString());
        String steps = plans.getFirst();
        return Stream.of(steps.substring(1, steps.length() - 1).split(", "))
                .filter(step -> step.startsWith("SEARCH") || step.contains("TEMP B-TREE"))
                .collect(Collectors.joining("; "));
    }
}
