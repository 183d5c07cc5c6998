package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the answers are found: from an index alone, in its order, without sorting. */
class QueryPlansTest {

    private static final TemporaryBooks BOOKS = new TemporaryBooks();
    private static HouseholdId household = new HouseholdId(1);

    /** Enough rows that a plan is a choice. */
    @BeforeAll
    static void fill() {
        household = found(BOOKS.work());
        write(BOOKS.work(), household, new Change.TransactionRecorded(MARCH), books -> {
            List<Transaction> rows = new ArrayList<>();
            for (int id = 1; id <= 5_000; id++) {
                rows.add(row(id, MARCH.plusMonths(id % 24), -id, ExpenseType.VARIABLE, "Category " + id % 7));
            }
            books.ledger().add(household, OptionalLong.empty(), rows);
        });
    }

    @AfterAll
    static void close() {
        BOOKS.close();
    }

    @Test
    void aMonthIsAddedUpFromItsIndexAlone() {
        String plan = onlyPlan(books -> books.ledger().facts(household, MARCH));
        assertTrue(plan.contains("USING COVERING INDEX transaction_by_month (household_id=? AND month"), plan);
        assertTrue(
                plan.contains("SEARCH classification USING PRIMARY KEY (household_id=? AND classification_id=?)"),
                plan);
        assertTrue(!plan.contains("TEMP B-TREE"), plan);
    }

    @Test
    void knownLinesAreCountedFromTheirIndexAlone() {
        LocalDate first = MARCH.atDay(1);
        String plan = onlyPlan(books -> books.ledger().fingerprints(household, first, first.plusMonths(1)));
        assertTrue(plan.contains("USING COVERING INDEX transaction_by_bank_date (household_id=? AND bank_date"), plan);
        assertTrue(!plan.contains("TEMP B-TREE"), plan);
    }

    @Test
    void aStampIsLookedUpAmongTheHouseholdsOwn() {
        for (ViewScopes scopes :
                List.of(ViewScopes.ofMonth(MARCH), ViewScopes.ofPlan(MARCH), ViewScopes.of(new Scope.Catalogue()))) {
            String plan = onlyPlan(books -> books.revisions().stampOf(household, scopes));
            assertTrue(plan.contains("SEARCH scope USING PRIMARY KEY (household_id=?"), plan);
            assertTrue(!plan.contains("SCAN scope") && !plan.contains("GROUP BY"), plan);
        }
    }

    @Test
    void rowsOfAnImportAreFoundByIt() {
        String plan = onlyPlan(books -> books.ledger().ofImport(household, 1));
        assertTrue(plan.contains("USING COVERING INDEX transaction_by_import (household_id=? AND import_id=?)"), plan);
        assertTrue(plan.contains("USING PRIMARY KEY (household_id=? AND transaction_id=?)"), plan);
    }

    /** One statement, whose cost follows from the number of categories, and of rows of type INCOME. */
    @Test
    void whatCategoriesAreUsedForIsFoundByTheirClassifications() {
        String plan = onlyPlan(books -> books.ledger().categoryUse(household));
        assertTrue(plan.contains("SEARCH spent USING PRIMARY KEY (household_id=? AND transaction_id=?)"), plan);
        assertTrue(
                plan.contains("SEARCH ids USING COVERING INDEX transaction_by_classification"
                        + " (household_id=? AND classification_id=?)"),
                plan);
        assertTrue(!plan.contains("SCAN bank_transaction") && !plan.contains("SCAN classification"), plan);
    }

    @Test
    void nothingOfAHouseholdIsFoundByWalkingThroughATable() {
        List<String> plans = Statements.plans(BOOKS, books -> {
            books.households().get(household);
            books.households().holdAmounts(household);
            books.plans().book(household);
            books.plans().config(household, 1);
            books.ledger().find(household, 1);
            books.ledger().ruledGroups(household);
            books.ledger().naming(household, A, 10);
            books.imports().all(household);
            books.imports().find(household, 1);
            books.mappings().get(household);
            books.tokens().all(household);
            books.tokens().find(household, 1);
            books.revisions().current(household);
            books.revisions().latest(household);
            books.revisions().stampAtRevision(household, ViewScopes.ofMonth(MARCH));
        });
        assertTrue(plans.size() >= 15, plans.toString());
        for (String plan : plans) {
            // A constant and inner selects are no tables.
            assertTrue(!plan.replaceAll("SCAN (CONSTANT ROW|latest|sums)", "").contains("SCAN"), plan);
        }
    }

    private static String onlyPlan(Consumer<JooqBooks> reading) {
        List<String> plans = Statements.plans(BOOKS, reading);
        assertEquals(1, plans.size(), plans.toString());
        return plans.getFirst();
    }
}
