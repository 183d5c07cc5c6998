package io.prorata.adapter.persistence.digest;

import static io.prorata.adapter.persistence.generated.Tables.BANK_IMPORT;
import static io.prorata.adapter.persistence.generated.Tables.MEMBER;
import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.EveryKind;
import io.prorata.adapter.persistence.TemporaryBooks;
import io.prorata.adapter.persistence.generated.DefaultSchema;
import io.prorata.adapter.persistence.row.ComputedColumns;
import io.prorata.domain.household.HouseholdId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows get their digests whatever statement writes them. */
class WrittenRowsTest {

    private final TemporaryBooks books = new TemporaryBooks();
    private final HouseholdId household = EveryKind.keep(books.work());

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void everyTableHasDigestsOrAReason() {
        for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            assertTrue(
                    DigestedTables.isDigested(table) != DigestedTables.OTHERS.containsKey(table),
                    table.getName() + " needs a column for the digest, or a reason in DigestedTables");
        }
    }

    @Test
    void rowsThatAreAddedGetOne() {
        write(sql -> sql.insertInto(MEMBER)
                .set(MEMBER.HOUSEHOLD_ID, household.value())
                .set(MEMBER.MEMBER_KEY, "carla")
                .set(MEMBER.NAME, "Carla")
                .set(MEMBER.POSITION, 2L)
                .execute());
    }

    @Test
    void rowsThatAreChangedGetAnother() {
        write(sql -> sql.update(MEMBER)
                .set(MEMBER.NAME, "Anne")
                .where(MEMBER.MEMBER_KEY.eq("anna"))
                .execute());
        write(sql -> sql.update(BANK_IMPORT)
                .set(BANK_IMPORT.ADDED, BANK_IMPORT.ADDED.plus(1))
                .execute());
        write(sql -> sql.insertInto(MEMBER)
                .set(MEMBER.HOUSEHOLD_ID, household.value())
                .set(MEMBER.MEMBER_KEY, "anna")
                .set(MEMBER.NAME, "Annie")
                .set(MEMBER.POSITION, 2L)
                .onConflict(MEMBER.HOUSEHOLD_ID, MEMBER.MEMBER_KEY)
                .doUpdate()
                .set(MEMBER.NAME, "Annie")
                .execute());
        assertEquals(
                List.of("Annie"),
                books.database()
                        .read(sql -> sql.select(MEMBER.NAME)
                                .from(MEMBER)
                                .where(MEMBER.HOUSEHOLD_ID.eq(household.value()))
                                .and(MEMBER.MEMBER_KEY.eq("anna"))
                                .fetch(MEMBER.NAME)));
    }

    @Test
    void aBatchOfChangesHasToTakeThemOff() {
        var refused = assertThrows(
                RuntimeException.class,
                () -> write(
                        sql -> sql.batch(sql.update(MEMBER).set(MEMBER.NAME, "").where(DSL.trueCondition()))
                                .bind("Anne")
                                .execute()));
        assertTrue(String.valueOf(refused).contains("member"), refused.toString());
    }

    @Test
    void aRowThatIsDamagedAndNotWrittenToStaysDamaged() {
        books.database()
                .write(sql -> sql.execute(
                        "UPDATE member SET name = 'Bruna' WHERE member_key = 'bruno' AND household_id = 1"));

        write(
                List.of("member bruno"),
                sql -> sql.update(MEMBER)
                        .set(MEMBER.NAME, "Anne")
                        .where(MEMBER.MEMBER_KEY.eq("anna"))
                        .execute());
    }

    @Test
    void theDigestsOfAnotherVersionAreCompleted() {
        for (Table<?> table : DigestedTables.all()) {
            if (!table.getName().equals("audit")) {
                books.database().write(sql -> sql.execute("UPDATE " + table.getName() + " SET digest = NULL"));
            }
        }
        assertTrue(altered().size() > 20, altered().toString());

        books.database().write(sql -> sql.execute("UPDATE book SET digests_of = 1"));
        books.database().write(sql -> {
            ComputedColumns.complete(sql, 2);
            return sql;
        });

        assertEquals(List.of(), altered());
        assertEquals(new HouseholdId(3), found(books.work()));
    }

    private void write(Consumer<DSLContext> statements) {
        write(List.of(), statements);
    }

    private void write(List<String> damaged, Consumer<DSLContext> statements) {
        books.database().write(sql -> {
            var written = new WrittenRows(sql);
            statements.accept(written.watched());
            written.digest(household.value());
            return sql;
        });
        assertEquals(damaged, altered());
    }

    private List<String> altered() {
        List<String> rows = new ArrayList<>();
        books.database()
                .read(sql -> StoredDigests.altered(
                        sql, household.value(), row -> rows.add((row.table() + " " + row.key()).strip())));
        return rows;
    }
}
