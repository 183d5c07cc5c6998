package io.prorata.application.memory;

import io.prorata.application.export.HouseholdExports;
import io.prorata.application.export.TransactionCsv;
import io.prorata.application.port.Books;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Exports of books in memory: of the records in the document, the rows alone. Nothing is made of them again. */
public record InMemoryExports(UnitOfWork work) implements HouseholdExports {

    private static final TransactionOrder ORDER = new TransactionOrder(TransactionOrder.By.DATE, false);

    @Override
    public StampAtRevision write(HouseholdId household, Form form, OutputStream to) {
        return work.read(household, books -> {
            StampAtRevision now = books.revisions().latest(household);
            String rows = rows(household, books);
            byte[] document = ("{\"format\": \"prorata household\", \"records\": {\"bank_transaction\": ["
                            + rows.lines().map(InMemoryExports::quoted).collect(Collectors.joining(", ")) + "]}}")
                    .getBytes(StandardCharsets.UTF_8);
            try {
                switch (form) {
                    case DOCUMENT -> to.write(document);
                    case ARCHIVE -> archive(document, TransactionCsv.header() + rows, to);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return now;
        });
    }

    private static String rows(HouseholdId household, Books books) {
        Household settings = books.households().get(household);
        return books
                .ledger()
                .list(household, TransactionFilter.ALL, ORDER, Optional.empty(), Integer.MAX_VALUE, 0)
                .stream()
                .map(row -> TransactionCsv.line(row, settings.currency()))
                .collect(Collectors.joining());
    }

    private static String quoted(String line) {
        return '"' + line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + '"';
    }

    private static void archive(byte[] document, String rows, OutputStream to) throws IOException {
        var zip = new ZipOutputStream(to);
        put(zip, "household.json", document);
        put(zip, "transactions.csv", rows.getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(bytes);
    }
}
