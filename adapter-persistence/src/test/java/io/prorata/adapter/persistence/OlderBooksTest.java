package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.GroupTotal;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Books of an earlier version are read as they were. */
class OlderBooksTest {

    private static final HouseholdId HOUSEHOLD = new HouseholdId(1);
    private static final YearMonth MARCH = YearMonth.of(2024, 3);

    @TempDir
    private Path folder;

    private static final List<String> SCRIPTS = List.of(
            "V1__books.sql",
            "V2__placings.sql",
            "V3__running_time.sql",
            "V4__removed_households.sql",
            "V5__removed_lines.sql");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void rowsOfAnEarlierVersionAreSummedAsBefore(int version) throws Exception {
        Path file = folder.resolve("books.db");
        firstVersion(file);
        bringTo(file, version);

        try (var database = TemporaryBooks.open(file)) {
            Snapshot snapshot = new JooqSnapshots(database)
                    .take(HOUSEHOLD, SnapshotRequest.of(ViewScopes.ofLedgers(Set.of(MARCH))));

            assertEquals(
                    List.of("Market/Fruit 2 300", "Market/null 1 700", "null/null 1 11"),
                    snapshot.facts(MARCH).groups().stream()
                            .map(OlderBooksTest::told)
                            .sorted()
                            .toList());
            assertEquals(
                    Set.of("Market", "Once"),
                    new JooqStoreAudit(database).inspect((books, raw) -> raw.categoriesUsed(HOUSEHOLD)));
            assertTrue(Files.exists(folder.resolve("books.db.before-v10")));
            assertEquals(new HouseholdId(3), found(TemporaryBooks.over(database)), "no number is given twice");
            assertEquals(1, database.<Integer>read(sql -> sql.fetchCount(DSL.table("carried_request"))));
        }
    }

    private static String told(GroupTotal group) {
        return group.category() + "/" + group.subcategory() + " "
                + group.statistics().count() + " " + group.statistics().sum().minor();
    }

    /** Two households: numbers are each one's own. */
    private static void firstVersion(Path file) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            run(statement, 1);
            statement.executeUpdate("PRAGMA application_id=" + 0x50524F01);
            statement.executeUpdate("PRAGMA user_version=1");
            statement.executeUpdate("INSERT INTO household (household_id, name, currency, time_zone) VALUES"
                    + " (1, 'Ours', 'EUR', 'Europe/Paris'), (2, 'Theirs', 'EUR', 'Europe/Paris')");
            row(statement, 2, 1, -5, "'Market'", "NULL");
            row(statement, 1, 1, -100, "'Market'", "'Fruit'");
            row(statement, 1, 2, -200, "'Market'", "'Fruit'");
            row(statement, 1, 3, -700, "'Market'", "NULL");
            row(statement, 1, 4, -11, "NULL", "NULL");
            row(statement, 1, 5, -9, "'Once'", "NULL");
            statement.executeUpdate("DELETE FROM bank_transaction WHERE transaction_id = 5");
            statement.executeUpdate("INSERT INTO carried_request (household_id, sender, request_key, request_hash, at)"
                    + " VALUES (1, 'anna', 'key', 'hash', '2024-03-10T12:00:00Z')");
        }
    }

    /** As the builds of before did. */
    private static void bringTo(Path file, int version) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (int next = 2; next <= version; next++) {
                run(statement, next);
                statement.executeUpdate("PRAGMA user_version=" + next);
            }
        }
    }

    private static void run(Statement statement, int version) throws Exception {
        try (InputStream script =
                OlderBooksTest.class.getResourceAsStream("/db/migration/sqlite/" + SCRIPTS.get(version - 1))) {
            statement.executeUpdate(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void row(Statement statement, int household, int id, int cents, String category, String subcategory)
            throws Exception {
        statement.executeUpdate(
                "INSERT INTO bank_transaction (household_id, transaction_id, month, date, label, searchable,"
                        + " amount_minor, category, category_key, subcategory, expense_type, typed_by, excluded,"
                        + " bank_date, fingerprint, revision) VALUES (" + household + ", " + id
                        + ", '2024-03', '2024-03-10', 'Row', 'row', "
                        + cents + ", " + category + ", coalesce(" + category + ", ''), " + subcategory
                        + ", 'VARIABLE', 'RULE', 0, '2024-03-10', 'f', 1)");
    }
}
