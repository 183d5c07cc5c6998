package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.adapter.persistence.digest.StoredDigests;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.verification.VerifyBooks;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.application.view.TransactionOrder.By;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books whose categories were listed by code point are brought to the order of people when they are opened. */
class ComputedColumnsTest {

    @TempDir
    private Path folder;

    @Test
    void booksInAFileGetTheirKeysAndDigests() {
        Path file = folder.resolve("books.db");
        HouseholdId household;
        try (SqliteDatabase database = TemporaryBooks.open(file)) {
            household = someRows(TemporaryBooks.over(database));
            bringBack(database, "PRAGMA defer_foreign_keys = ON");
            database.write(sql -> sql.execute("PRAGMA user_version = 20"));
        }
        try (SqliteDatabase database = TemporaryBooks.open(file)) {
            assertInOrder(TemporaryBooks.over(database), household);
            assertEquals(
                    List.of(),
                    database.<List<?>>read(
                            sql -> sql.fetch("PRAGMA foreign_key_check").intoMaps()));
            assertSound(database);
        }
    }

    @Test
    void booksOnAServerGetTheirKeysAndDigests() {
        try (var books = new PostgresBooks()) {
            HouseholdId household = someRows(books.work());
            bringBack(books.database(), "SET CONSTRAINTS ALL DEFERRED");

            PostgresDatabase.open(PostgresServer.address(books.name())).close();

            assertInOrder(books.work(), household);
            assertSound(books.database());
        }
    }

    private static HouseholdId someRows(UnitOfWork work) {
        HouseholdId household = found(work);
        write(work, household, new Change.TransactionRecorded(MARCH), books -> {
            books.ledger().nextIds(household, 5);
            books.ledger()
                    .add(
                            household,
                            OptionalLong.empty(),
                            List.of(
                                    row(1, MARCH, -1, ExpenseType.VARIABLE, "Zoo"),
                                    row(2, MARCH, -2, ExpenseType.VARIABLE, "Épicerie"),
                                    row(3, MARCH, -3, ExpenseType.VARIABLE, "courses"),
                                    row(4, MARCH, -4, ExpenseType.FIXED, null),
                                    row(5, MARCH, -5, ExpenseType.FIXED, "epicerie")));
        });
        return household;
    }

    /** To what a program before version 25 left. */
    private static void bringBack(Database database, String untilTheEnd) {
        database.write(sql -> {
            sql.execute(untilTheEnd);
            sql.execute("UPDATE classification SET category_key = coalesce(category, ''), digest = NULL");
            sql.execute(
                    "UPDATE bank_transaction SET digest = NULL, category_key = (SELECT c.category_key FROM classification"
                            + " AS c WHERE c.household_id = bank_transaction.household_id"
                            + " AND c.classification_id = bank_transaction.classification_id)");
            StoredDigests.addMissing(sql);
            return sql.execute("UPDATE book SET digests_of = 20");
        });
    }

    private static void assertInOrder(UnitOfWork work, HouseholdId household) {
        var byCategory = new TransactionOrder(By.CATEGORY, false);
        assertEquals(
                List.of(4L, 3L, 2L, 5L, 1L),
                work.read(
                        household,
                        books ->
                                books
                                        .ledger()
                                        .list(household, TransactionFilter.ALL, byCategory, Optional.empty(), 9, 0)
                                        .stream()
                                        .map(entry -> entry.transaction().id())
                                        .toList()));
    }

    private static void assertSound(Database database) {
        assertEquals(
                List.of(),
                new VerifyBooks(new JooqStoreAudit(database)).verify().findings());
    }
}
