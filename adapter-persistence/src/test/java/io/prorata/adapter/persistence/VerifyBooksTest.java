package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.verification.Findings;
import io.prorata.application.verification.Verification;
import io.prorata.application.verification.VerifyBooks;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Books are spoilt, in one way each, and the verification says where and what. */
class VerifyBooksTest {

    @TempDir
    static Path folder;

    private static Path sound = Path.of("");

    @BeforeAll
    static void keepSomethingOfEveryKind() {
        sound = folder.resolve("sound.db");
        try (SqliteDatabase database = TemporaryBooks.open(sound)) {
            UnitOfWork work = TemporaryBooks.over(database);
            EveryKind.keep(work);
        }
    }

    @Test
    void soundBooksAreSoundAndEverythingWasLookedAt() {
        Verification verification = verify(sound);

        assertEquals(List.of(), verification.findings());
        assertTrue(verification.isSound());
        Map<String, Long> checked = verification.checked();
        assertEquals(2, checked.get("households"));
        assertEquals(10, checked.get("changes in the audit"));
        assertEquals(4, checked.get("transactions"));
        assertEquals(2, checked.get("imports"));
        assertEquals(2, checked.get("months added up"));
        assertEquals(3, checked.get("months divided"));
        assertEquals(2, checked.get("versions of the config"));
        assertEquals(1, checked.get("bills"));
        assertEquals(1, checked.get("provisions"));
        assertEquals(1, checked.get("tokens"));
    }

    @Test
    void booksAreVerifiedBesideTheirOwner() throws IOException {
        Path file = Files.copy(sound, folder.resolve("owned.db"));
        try (SqliteDatabase owner = TemporaryBooks.open(file)) {
            Spending.once(TemporaryBooks.over(owner), new HouseholdId(1));
            assertEquals(List.of(), verify(file).findings());
            assertTrue(owner.lock().isPresent());
        }
    }

    @Test
    void booksAreSoundAfterVersionsOfTheConfigWereRemoved() throws IOException {
        Path file = Files.copy(sound, folder.resolve("removed.db"));
        try (SqliteDatabase owner = TemporaryBooks.open(file)) {
            UnitOfWork work = TemporaryBooks.over(owner);
            var household = new HouseholdId(1);
            write(
                    work,
                    household,
                    new Change.ConfigAdopted(MARCH),
                    books -> books.plans()
                            .add(household, EveryKind.config(books.plans().nextConfigId(household), MARCH)));
            for (long id : List.of(2L, 3L)) {
                write(
                        work,
                        household,
                        new Change.ConfigRemoved(MARCH),
                        books -> books.plans().removeConfig(household, id));
                assertEquals(List.of(), verify(file).findings());
            }
        }
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                way("UPDATE bank_transaction SET month = '2024-02' WHERE transaction_id = 2", "transaction 2", "month"),
                way(
                        "UPDATE bank_transaction SET date = '2024-04-11' WHERE transaction_id = 2",
                        "transaction 2",
                        "month"),
                way(
                        "UPDATE bank_transaction SET date = '2024-02-31' WHERE transaction_id = 2",
                        "transaction 2",
                        "read"),
                way("UPDATE bank_transaction SET label = '' WHERE transaction_id = 2", "transaction 2", "read"),
                way(
                        "UPDATE classification SET expense_type = 'GIFT' WHERE expense_type = 'INCOME'",
                        "transaction 2",
                        "read"),
                way(
                        "UPDATE bank_transaction SET amount_minor = 10000000000001 WHERE transaction_id = 2",
                        "transaction 2",
                        "read"),
                way(
                        "UPDATE bank_transaction SET amount_minor = -1 WHERE transaction_id = 2",
                        "transaction 2",
                        "fingerprint"),
                way(
                        "UPDATE bank_transaction SET searchable = 'ab' WHERE transaction_id = 1",
                        "transaction 1",
                        "searched"),
                way(
                        "UPDATE bank_transaction SET category_key = 'ab' WHERE transaction_id = 1",
                        "transaction 1",
                        "listed"),
                way(
                        "UPDATE bank_transaction SET fingerprint = 'ab' WHERE transaction_id = 1",
                        "transaction 1",
                        "fingerprint"),
                way(
                        "UPDATE bank_transaction SET bank_date = '2024-03-09' WHERE transaction_id = 2",
                        "transaction 2",
                        "the bank's day"),
                way(
                        "UPDATE bank_transaction SET bank_date = '2024-03-99' WHERE transaction_id = 1",
                        "transaction 1, the bank's day",
                        "read"),
                way(
                        "UPDATE scope SET nonce = 5 WHERE of_month = '2024-04' AND kind = 'ledger'",
                        "scope LEDGER 2024-04",
                        "nonce"),
                way("UPDATE fixed_expense SET revision = 9", "bill 1", "changed at revision 9"),
                way("UPDATE provision SET revision = 0", "provision 1", "changed at revision 0"),
                way(
                        "UPDATE bank_transaction SET classification_id = 77 WHERE transaction_id = 2",
                        "store",
                        "bank_transaction"),
                way(
                        "UPDATE month_total SET sum_minor = sum_minor + 1 WHERE month = '2024-03'",
                        "kept month 2024-03",
                        "check value"),
                way("DELETE FROM month_total WHERE month = '2024-03'", "kept month 2024-03", "check value"),
                way(
                        "UPDATE month_check SET check_value = 1 WHERE month = '2024-03'",
                        "kept month 2024-03",
                        "check value"),
                way(
                        "UPDATE bank_transaction SET excluded = 1 WHERE transaction_id = 2",
                        "kept month 2024-03",
                        "what it adds up to"),
                way(
                        "UPDATE bank_transaction SET revision = 99 WHERE transaction_id = 2",
                        "transaction 2",
                        "revision 99"),
                way("UPDATE bank_transaction SET revision = 8 WHERE transaction_id = 3", "month 2024-04", "scope"),
                way("DELETE FROM scope WHERE kind = 'ledger' AND of_month = '2024-03'", "month 2024-03", "scope"),
                way("UPDATE bank_import SET added = 1 WHERE import_id = 1", "import 1", "4 are there"),
                way("UPDATE bank_import SET known = 9 WHERE import_id = 1", "import 1", "do not fit"),
                way("UPDATE bank_import SET undone_at = 9 WHERE import_id = 1", "import 1", "undone"),
                way("UPDATE bank_import SET at = 'noon' WHERE import_id = 1", "imports", "read"),
                way(
                        "UPDATE counter SET last = 3 WHERE thing = 'transaction'",
                        "ids",
                        "transaction id given is 3, but 4"),
                way("DELETE FROM counter WHERE thing = 'token'", "ids", "token id given is 0, but 1"),
                way("UPDATE counter SET last = 0 WHERE thing = 'provision'", "ids", "provision id"),
                way("DELETE FROM audit WHERE revision = 3 AND household_id = 1", "audit", "8 changes"),
                way("DELETE FROM audit WHERE revision = 1 AND household_id = 2", "household 2, audit", "0 changes"),
                way("UPDATE household SET revision = 10 WHERE household_id = 1", "audit", "from 1 to 10"),
                way("UPDATE household SET nonce = nonce + 1", "household 1", "its nonce is not"),
                way("UPDATE scope SET revision = 10 WHERE kind = 'plan'", "scope PLAN", "revision 10"),
                way(
                        "UPDATE scope SET nonce = 5 WHERE of_month = '2024-03' AND kind = 'ledger'",
                        "scope LEDGER 2024-03",
                        "nonce"),
                way("DELETE FROM scope WHERE kind = 'access'", "scopes", "latest revision"),
                way("DELETE FROM scope WHERE kind = 'plan'", "plan", "planned from 2024-03"),
                way("UPDATE scope SET of_month = 'soon' WHERE kind = 'plan'", "scope PLAN soon", "read"),
                way("UPDATE config SET superseded_by = 7 WHERE config_id = 1", "config 1", "superseded by 7"),
                way("UPDATE config SET superseded_by = 1 WHERE config_id = 1", "config 1", "superseded by 1"),
                way("UPDATE config SET from_month = '2024-99' WHERE config_id = 2", "config 2", "read"),
                way("UPDATE config_member SET net_minor = 999999999 WHERE net_minor IS NOT NULL", "config 2", "read"),
                way("UPDATE config_member SET weight = NULL", "plan", "read"),
                way("UPDATE fixed_expense_terms SET frequency = 'DAILY'", "plan", "read"),
                way("UPDATE fixed_expense_weight SET weight = 0", "plan", "read"),
                way(
                        "UPDATE provision_terms SET from_month = '2024-1x' WHERE provision_id = 1 AND from_month = (SELECT min(from_month) FROM provision_terms)",
                        "plan",
                        "read"),
                way("UPDATE provision SET name = ' '", "plan", "read"),
                way(
                        "UPDATE category_rule SET folded = folded || 'x' WHERE category = 'Groceries'",
                        "rule Groceries",
                        "groceriesx"),
                way("UPDATE category_rule SET expense_type = 'GIFT'", "category mapping", "read"),
                way("UPDATE token SET hash = 'secret'", "token 1", "hash"),
                way("UPDATE household SET currency = 'XYZ'", "settings", "read"),
                way("UPDATE household SET time_zone = 'Moon/Tycho'", "settings", "read"),
                way("UPDATE bank_transaction SET import_id = 77 WHERE transaction_id = 2", "store", "bank_transaction"),
                way("DELETE FROM member WHERE member_key = 'bruno'", "store", "config_member"),
                way("DELETE FROM book", "store", "read"));
    }

    private static Arguments way(String sql, String where, String what) {
        return Arguments.of(sql, where, what);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void spoilt(String sql, String where, String what) throws Exception {
        Path file = folder.resolve("spoilt-" + Integer.toHexString(sql.hashCode()) + ".db");
        Files.copy(sound, file);
        execute(file, sql);

        Verification verification = verify(file);

        assertTrue(
                verification.findings().stream()
                        .anyMatch(finding -> finding.where().contains(where)
                                && finding.what().contains(what)),
                verification.findings().toString());
        Files.delete(file);
    }

    /** An index that leaves a row out gives the sums that the dashboard shows without it. */
    @Test
    void aSumThatIsNotThatOfItsRowsIsFound() throws Exception {
        Path file = Files.copy(sound, folder.resolve("index.db"));
        execute(
                file,
                "PRAGMA writable_schema=ON",
                "UPDATE sqlite_schema SET sql = replace(sql, 'excluded = 0', 'excluded = 0 AND amount_minor < 0')"
                        + " WHERE name = 'transaction_by_month'");
        execute(file, "REINDEX transaction_by_month");
        execute(
                file,
                "PRAGMA writable_schema=ON",
                "UPDATE sqlite_schema SET sql = replace(sql, ' AND amount_minor < 0', '') WHERE name = 'transaction_by_month'");

        Verification verification = verify(file);

        assertTrue(
                verification.findings().stream()
                        .anyMatch(finding -> finding.what().startsWith("what SQL adds up is MonthFacts")),
                verification.findings().toString());
    }

    @Test
    void manyFindingsAreCountedAndTheFirstShown() throws Exception {
        Path file = Files.copy(sound, folder.resolve("many.db"));
        execute(
                file,
                "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 1099)"
                        + " INSERT INTO bank_transaction SELECT household_id, i, month, date, label, searchable, amount_minor,"
                        + " classification_id, category_key, account, bank_id, tags, typed_by, excluded,"
                        + " bank_date, fingerprint, NULL, 99, NULL, NULL, NULL, NULL, NULL FROM bank_transaction, n WHERE transaction_id = 2");

        Verification verification = verify(file);

        assertEquals(Findings.MOST, verification.findings().size());
        assertTrue(verification.found() >= 1_000, verification.found() + " found");
    }

    private static Verification verify(Path file) {
        try (SqliteDatabase database = SqliteDatabase.visit(file)) {
            return new VerifyBooks(new JooqStoreAudit(database)).verify();
        }
    }

    /** As no adapter would: past references, checks and triggers. */
    private static void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys=OFF");
            statement.execute("PRAGMA ignore_check_constraints=ON");
            statement.execute("DROP TRIGGER IF EXISTS audit_is_not_shortened");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
