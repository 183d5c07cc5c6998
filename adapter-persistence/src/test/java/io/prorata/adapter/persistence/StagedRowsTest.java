package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.STAGED_TRANSACTION;
import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.adapter.persistence.engine.Database;
import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.Ledger.OutdatedStageException;
import io.prorata.application.port.Ledger.Staged;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.verification.VerifyBooks;
import io.prorata.application.view.Revision;
import io.prorata.application.view.TransactionFilter;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

/** Rows that are staged, as the table has them: on both engines. */
class StagedRowsTest {

    private static final List<Transaction> LINES = List.of(
            row(0, MARCH, -500, ExpenseType.VARIABLE, "Courses"), row(0, MARCH, -700, ExpenseType.VARIABLE, "Staged"));

    @Test
    void theyHaveEveryColumnOfARow() {
        var columns = new TreeSet<>(columns(BANK_TRANSACTION));
        columns.add("staged_at");
        assertEquals(columns, columns(STAGED_TRANSACTION));
    }

    private static Set<String> columns(Table<?> table) {
        return Arrays.stream(table.fields()).map(Field::getName).collect(Collectors.toSet());
    }

    @Test
    void aFileIsRidOfThemWhenItIsOpenedAgain() {
        try (var books = new TemporaryBooks()) {
            leave(books.work(), found(books.work()));
            assertEquals(2, staged(books.database()));

            var _ = TemporaryBooks.over(books.database());

            assertEquals(0, staged(books.database()));
        }
    }

    /** Another node may be about to enter them: only what is older than any import takes was left. */
    @Test
    void aServerIsRidOfOldOnes() {
        try (var books = new PostgresBooks()) {
            HouseholdId household = found(books.work());
            HouseholdId neighbours = found(books.work());
            leave(books.work(), household);
            leave(books.work(), neighbours);
            var _ = opened(books.database());
            assertEquals(4, staged(books.database()));

            grow(books.database());
            books.work().stage(household, current(books.work(), household)).close();
            assertEquals(2, staged(books.database()), "at the household's next import");
            var _ = opened(books.database());
            assertEquals(0, staged(books.database()), "when a node starts");
        }
    }

    private static void grow(Database database) {
        var _ = database.write(sql -> sql.update(STAGED_TRANSACTION)
                .set(STAGED_TRANSACTION.STAGED_AT, NOON.getEpochSecond() - 3601)
                .execute());
    }

    @Test
    void classificationsThatGotOtherNumbersMakeThemOutdated() {
        try (var file = new TemporaryBooks();
                var server = new PostgresBooks()) {
            for (JooqUnitOfWork work : List.of(file.work(), server.work())) {
                HouseholdId household = found(work);
                try (Staged staged = work.stage(household, current(work, household))) {
                    staged.add(LINES);
                    write(
                            work,
                            household,
                            new Change.TransactionRecorded(MARCH),
                            books -> books.ledger()
                                    .add(
                                            household,
                                            OptionalLong.empty(),
                                            List.of(row(
                                                    books.ledger().nextIds(household, 1),
                                                    MARCH,
                                                    -1,
                                                    ExpenseType.FIXED,
                                                    "Another"))));

                    assertThrows(OutdatedStageException.class, () -> enter(work, household, staged));
                }
                assertEquals(2, current(work, household).number());
                assertEquals(1, count(work, household));
            }
        }
    }

    @Test
    void theirDigestsAndTotalsAreRight() {
        try (var file = new TemporaryBooks();
                var server = new PostgresBooks()) {
            entered(file.work(), file.database());
            entered(server.work(), server.database());
        }
    }

    private static void entered(UnitOfWork work, Database database) {
        HouseholdId household = found(work);
        try (Staged staged = work.stage(household, current(work, household))) {
            staged.add(LINES);
            enter(work, household, staged);
        }
        assertEquals(2, count(work, household));
        assertEquals(0, staged(database));
        assertEquals(
                List.of(),
                new VerifyBooks(new JooqStoreAudit(database)).verify().findings());
    }

    private static void leave(UnitOfWork work, HouseholdId household) {
        work.stage(household, current(work, household)).add(LINES);
    }

    private static JooqUnitOfWork opened(Database database) {
        return new JooqUnitOfWork(database, Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom(), 1);
    }

    private static int staged(Database database) {
        return database.readOnce(sql -> sql.fetchCount(STAGED_TRANSACTION));
    }

    private static Revision current(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.revisions().current(household));
    }

    private static long count(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.ledger().count(household, TransactionFilter.ALL));
    }

    private static void enter(UnitOfWork work, HouseholdId household, Staged staged) {
        var _ = work.write(household, ANNA, books -> {
            var entry = new Import(
                    staged.importId(),
                    "file.csv",
                    NOON,
                    ANNA.name(),
                    2,
                    2,
                    0,
                    0,
                    books.revisions().current(household).number(),
                    OptionalLong.empty());
            books.imports().add(household, entry);
            books.ledger().addStaged(household, staged);
            return new Decision<>(
                    entry,
                    new Change.BankFileImported(
                            Change.months(List.of(MARCH)),
                            LinkedMonths.of(List.of(), List.of(), Change.months(List.of()))),
                    AuditEntry.added("bank file imported", entry));
        });
    }
}
