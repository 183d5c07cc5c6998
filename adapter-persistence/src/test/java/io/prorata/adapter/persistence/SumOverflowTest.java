package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.TransactionFilter;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.money.SumOverflowException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A sum that does not fit is an error of its own on both engines, and a write that would lead to one keeps nothing. */
class SumOverflowTest {

    /** As much as 900 000 rows of the largest amount come to: two of them do not fit a sum. */
    private static final String HUGE = "UPDATE bank_transaction SET amount_minor = -9000000000000000000";

    @Test
    void inAFile() {
        try (var books = new TemporaryBooks()) {
            HouseholdId household = someRows(books.work());
            books.database().write(sql -> {
                sql.execute("PRAGMA ignore_check_constraints = ON");
                return sql.execute(HUGE);
            });

            assertOverflow(books.work(), books.database(), household);
        }
    }

    @Test
    void onAServer() {
        try (var database = PostgresDatabase.open(PostgresServer.address(PostgresServer.create()))) {
            var work = new JooqUnitOfWork(database, Clock.systemUTC(), new SecureRandom(), 1);
            HouseholdId household = someRows(work);
            database.write(sql -> {
                sql.execute("ALTER TABLE bank_transaction DROP CONSTRAINT bank_transaction_amount_minor_check");
                return sql.execute(HUGE);
            });

            assertOverflow(work, database, household);
        }
    }

    private static HouseholdId someRows(UnitOfWork work) {
        HouseholdId household = found(work);
        add(work, household, 1);
        add(work, household, 2);
        return household;
    }

    private static void add(UnitOfWork work, HouseholdId household, long id) {
        write(
                work,
                household,
                new Change.TransactionRecorded(MARCH),
                books -> books.ledger()
                        .add(
                                household,
                                OptionalLong.empty(),
                                List.of(row(id, MARCH, -1, ExpenseType.VARIABLE, "Courses"))));
    }

    private static void assertOverflow(JooqUnitOfWork work, Database database, HouseholdId household) {
        // Totals would still be those of before.
        database.write(sql -> {
            sql.execute("DELETE FROM month_total");
            return sql.execute("DELETE FROM month_check");
        });
        assertThrows(
                SumOverflowException.class,
                () -> work.read(household, books -> books.ledger().sum(household, TransactionFilter.ALL)));
        assertThrows(
                SumOverflowException.class,
                () -> work.read(
                        household,
                        books -> books.accounts()
                                .sum(household, Set.of("1234"), Optional.empty(), MARCH.atEndOfMonth())));
        assertThrows(
                SumOverflowException.class,
                () -> work.snapshots().take(household, SnapshotRequest.of(ViewScopes.ofMonth(MARCH))));
        assertThrows(SumOverflowException.class, () -> add(work, household, 3));
        assertEquals(
                2L,
                work.<Long>read(household, books -> books.ledger().count(household, TransactionFilter.ALL)),
                "nothing was kept");
    }
}
