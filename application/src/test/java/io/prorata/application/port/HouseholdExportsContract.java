package io.prorata.application.port;

import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.export.HouseholdExports;
import io.prorata.application.export.HouseholdExports.Form;
import io.prorata.application.export.TransactionCsv;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What every {@link HouseholdExports} promises. */
public interface HouseholdExportsContract extends BooksContract {

    /** Returns what exports the households of {@code work}'s books. */
    HouseholdExports exports(UnitOfWork work);

    @Test
    default void theSameHouseholdGivesTheSameBytesUntilItChanges() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        spend(work, household, 1, "Courses");
        long id = 1;
        for (Form form : Form.values()) {
            byte[] before = written(work, household, form);
            assertArrayEquals(before, written(work, household, form), form.name());

            spend(work, household, ++id, "Loyer");

            assertFalse(Arrays.equals(before, written(work, household, form)), form.name());
        }
    }

    @Test
    default void nothingOfOthersIsPartOfIt() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        spend(work, household, 1, "Ours");
        spend(work, neighbours, 1, "Theirs");

        String document = new String(written(work, household, Form.DOCUMENT), StandardCharsets.UTF_8);

        assertTrue(document.contains("Ours"), document);
        assertFalse(document.contains("Theirs"), document);
    }

    @Test
    default void itIsOfOneMoment() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        spend(work, household, 1, "Courses");

        assertEquals(
                work.read(household, books -> books.revisions().latest(household)),
                exports(work).write(household, Form.DOCUMENT, OutputStream.nullOutputStream()));
    }

    @Test
    default void anArchiveHasTheDocumentAndTheTransactionsAsRows() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        spend(work, household, 1, "=1+1");
        spend(work, household, 2, "Loyer");

        Map<String, byte[]> files = unpacked(written(work, household, Form.ARCHIVE));

        assertArrayEquals(written(work, household, Form.DOCUMENT), files.get("household.json"));
        String rows = work.read(
                household,
                books -> TransactionCsv.header()
                        + String.join(
                                "",
                                books
                                        .ledger()
                                        .list(
                                                household,
                                                TransactionFilter.ALL,
                                                new TransactionOrder(TransactionOrder.By.DATE, false),
                                                Optional.empty(),
                                                10,
                                                0)
                                        .stream()
                                        .map(row -> TransactionCsv.line(row, Currency.getInstance("EUR")))
                                        .toList()));
        assertEquals(rows, new String(Objects.requireNonNull(files.get("transactions.csv")), StandardCharsets.UTF_8));
        assertTrue(rows.contains(",'=1+1,"), rows);
    }

    @Test
    default void aHouseholdThatIsNotThereIsRefused() {
        HouseholdExports exports = exports(empty());
        for (Form form : Form.values()) {
            assertThrows(
                    RefusedException.class,
                    () -> exports.write(new HouseholdId(7), form, OutputStream.nullOutputStream()));
        }
    }

    @Test
    default void whatTakesNoMoreIsSaid() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("no room");
            }
        };
        for (Form form : Form.values()) {
            var said =
                    assertThrows(UncheckedIOException.class, () -> exports(work).write(household, form, full));
            assertEquals("no room", Objects.requireNonNull(said.getCause()).getMessage());
        }
    }

    private static void spend(UnitOfWork work, HouseholdId household, long id, String category) {
        write(work, household, new Change.TransactionRecorded(MARCH), books -> {
            books.ledger().nextIds(household, 1);
            books.ledger()
                    .add(
                            household,
                            OptionalLong.empty(),
                            List.of(row(id, MARCH, -100, ExpenseType.VARIABLE, category)));
        });
    }

    private byte[] written(UnitOfWork work, HouseholdId household, Form form) {
        var bytes = new ByteArrayOutputStream();
        exports(work).write(household, form, bytes);
        return bytes.toByteArray();
    }

    /** Returns the files of an archive by their names. */
    static Map<String, byte[]> unpacked(byte[] archive) {
        Map<String, byte[]> files = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
