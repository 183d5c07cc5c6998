package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.transfer.HouseholdFounding;
import io.prorata.adapter.persistence.transfer.JooqHouseholdExports;
import io.prorata.adapter.persistence.transfer.UnreadableExportException;
import io.prorata.application.export.HouseholdExports.Form;
import io.prorata.application.freshness.FreshnessContract;
import io.prorata.application.freshness.FreshnessContract.Shelf;
import io.prorata.application.freshness.PlainRenderer;
import io.prorata.application.port.Snapshots;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.verification.VerifyBooks;
import io.prorata.domain.household.HouseholdId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A household that is exported and made elsewhere is the same there: in another file, under another id, on another engine. */
class HouseholdExportTest {

    /** One with a config and one without, or two of each. */
    private static final int HOUSEHOLDS = "all".equals(System.getProperty("prorata.tests")) ? 4 : 2;

    private final TemporaryBooks books = new TemporaryBooks();
    private final HouseholdId household = new HouseholdId(1);

    @AfterEach
    void close() {
        books.close();
    }

    private static byte[] exported(Database from, HouseholdId household) {
        var bytes = new ByteArrayOutputStream();
        new JooqHouseholdExports(from).write(household, Form.DOCUMENT, bytes);
        return bytes.toByteArray();
    }

    private static HouseholdFounding founding(Database to) {
        return new HouseholdFounding(to, (audit, made) -> new VerifyBooks(audit).verify(made));
    }

    private static HouseholdId made(Database to, byte[] document) {
        return founding(to).found(new ByteArrayInputStream(document));
    }

    private static void assertRight(Database there, String example) {
        assertEquals(
                List.of(), new VerifyBooks(new JooqStoreAudit(there)).verify().findings(), example);
    }

    private static void assertShowTheSame(
            Snapshots one, HouseholdId here, Snapshots other, HouseholdId there, String example) {
        var renderer = new PlainRenderer();
        for (YearMonth month = YearMonth.of(2023, 12);
                month.isBefore(YearMonth.of(2024, 8));
                month = month.plusMonths(1)) {
            for (var type : ViewQuery.types()) {
                ViewQuery view = type.of(month);
                assertEquals(
                        renderer.render(view.answer(one.take(here, view.request()))),
                        renderer.render(view.answer(other.take(there, view.request()))),
                        () -> example + ": " + view.canonical());
            }
        }
    }

    @Test
    void whateverAHouseholdHasLivedThroughItIsTheSameElsewhere() {
        for (long seed = 0; seed < HOUSEHOLDS; seed++) {
            String example = "seed " + seed;
            try (var lived = new TemporaryBooks();
                    var other = new TemporaryBooks();
                    var server = new PostgresBooks()) {
                FreshnessContract.live(new Shelf(lived.work(), lived.work().snapshots(), new PlainRenderer()), seed);
                byte[] document = exported(lived.database(), household);
                found(other.work());

                HouseholdId second = made(other.database(), document);
                HouseholdId served = made(server.database(), document);

                assertEquals(new HouseholdId(2), second, example);
                assertArrayEquals(document, exported(other.database(), second), example);
                assertArrayEquals(document, exported(server.database(), served), example);
                assertRight(other.database(), example);
                assertRight(server.database(), example);
                Snapshots before = lived.work().snapshots();
                assertShowTheSame(before, household, other.work().snapshots(), second, example);
                assertShowTheSame(before, household, server.work().snapshots(), served, example);
            }
        }
    }

    @Test
    void everyKindOfRecordIsPartOfItButTokens() {
        EveryKind.keep(books.work());
        String document = new String(exported(books.database(), household), StandardCharsets.UTF_8);

        try (var other = new TemporaryBooks()) {
            HouseholdId made = made(other.database(), document.getBytes(StandardCharsets.UTF_8));

            assertArrayEquals(exported(books.database(), household), exported(other.database(), made));
            assertEquals(List.of(), other.rows("SELECT * FROM token"));
            assertFalse(document.contains(
                    books.rows("SELECT hash FROM token").getFirst().getFirst().toString()));
        }
        assertTrue(document.contains("\"amount\":\"1200.01\""), document);
    }

    @Test
    void aHouseholdThatIsMadeGoesOn() {
        EveryKind.keep(books.work());
        try (var other = new TemporaryBooks()) {
            HouseholdId made = made(other.database(), exported(books.database(), household));

            Spending.once(other.work(), made);

            assertRight(other.database(), "after a write");
        }
    }

    @Test
    void whatIsNoWholeHouseholdMakesNone() {
        EveryKind.keep(books.work());
        String whole = new String(exported(books.database(), household), StandardCharsets.UTF_8);

        refused(text -> "", "no JSON document of a household");
        refused(text -> "{\"format\": \"prorata household\"}", "no records");
        refused(text -> "[]", "no JSON document of a household");
        refused(text -> whole.substring(0, whole.length() / 2), "no JSON");
        refused(text -> text + "{}", "behind its end");
        refused(text -> text.replace("\"prorata household\"", "\"other\""), "no export of a household");
        refused(text -> text.replaceFirst("\"version\":[0-9]+", "\"version\":999"), "the version 999");
        refused(text -> text.replaceFirst("\"currency\":\"EUR\"", "\"currency\":\"XX\""), "currency XX");
        refused(text -> text.replaceFirst("\"member\":\\[", "\"people\":["), "records of people");
        refused(text -> text.replaceFirst("\"position\":0", "\"place\":0"), "no member place");
        refused(text -> text.replaceFirst("\"position\":0", "\"position\":\"0\""), "position is no number");
        refused(text -> text.replaceFirst("\"1200.01\"", "\"1200.011\""), "amount is no value of its kind");
        refused(text -> text.replaceFirst("\"1200.01\"", "\"-1\""), "do not fit together");
        refused(
                text -> text.replaceFirst("\"label\":\"[^\"]*\",\"searchable\"", "\"label\":\"Other\",\"searchable\""),
                "no whole household");
        refused(text -> text.replaceFirst("\"member_key\":\"bruno\"", "\"member_key\":\"carla\""), "");
    }

    private void refused(UnaryOperator<String> edit, String reason) {
        String document = edit.apply(new String(exported(books.database(), household), StandardCharsets.UTF_8));
        try (var other = new TemporaryBooks()) {
            var refused = assertThrows(
                    UnreadableExportException.class,
                    () -> made(other.database(), document.getBytes(StandardCharsets.UTF_8)),
                    reason);

            assertTrue(refused.getMessage().contains(reason), refused.getMessage());
            assertEquals(List.of(), other.rows("SELECT * FROM household"));
        }
    }
}
