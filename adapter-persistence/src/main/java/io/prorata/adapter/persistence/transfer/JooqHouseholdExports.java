package io.prorata.adapter.persistence.transfer;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static io.prorata.adapter.persistence.generated.Tables.COUNTER;
import static io.prorata.adapter.persistence.generated.Tables.REMOVED_LINE;
import static io.prorata.adapter.persistence.generated.Tables.SCOPE;
import static io.prorata.adapter.persistence.generated.Tables.TRANSACTION_TAG;

import io.prorata.adapter.persistence.JooqStoreAudit;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.application.export.CsvText;
import io.prorata.application.export.HouseholdExports;
import io.prorata.application.export.TransactionCsv;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;

/** Writes households from the database, in one read transaction. */
public final class JooqHouseholdExports implements HouseholdExports {

    /** The number of transactions read at once. */
    private static final int AT_ONCE = 1000;

    private static final TransactionOrder ORDER = new TransactionOrder(TransactionOrder.By.DATE, false);

    /** The earliest time in an archive, so that the same household gives the same bytes. */
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Tables without a generic CSV file: transactions have a specific one, and the others are of no use to people. */
    private static final Set<Table<?>> DOCUMENT_ONLY =
            Set.of(BANK_TRANSACTION, CLASSIFICATION, COUNTER, REMOVED_LINE, SCOPE, TRANSACTION_TAG);

    private final Database database;

    public JooqHouseholdExports(Database database) {
        this.database = database;
    }

    @Override
    public StampAtRevision write(HouseholdId household, Form form, OutputStream to) {
        return database.read(sql -> JooqStoreAudit.within(sql, database.textIndex())
                .inspect((books, raw) -> {
                    StampAtRevision now = books.revisions().latest(household);
                    switch (form) {
                        case DOCUMENT -> DocumentWriter.write(sql, household, to);
                        case ARCHIVE -> archive(sql, books, household, to);
                    }
                    return now;
                }));
    }

    private static void archive(DSLContext sql, Books books, HouseholdId household, OutputStream to) {
        try {
            var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
            entry(zip, "household.json");
            DocumentWriter.write(sql, household, zip);
            Currency currency = DocumentWriter.currency(sql, household);
            entry(zip, "transactions.csv");
            transactions(books.ledger(), household, currency, zip);
            for (DocumentTable table : DocumentTable.all()) {
                if (!DOCUMENT_ONLY.contains(table.table())) {
                    entry(zip, table.name() + ".csv");
                    table(sql, household, table, currency, zip);
                }
            }
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NEVER);
        zip.putNextEntry(entry);
    }

    private static void transactions(Ledger ledger, HouseholdId household, Currency currency, OutputStream to) {
        put(to, TransactionCsv.header());
        Optional<TransactionOrder.Place> after = Optional.empty();
        List<Ledger.Entry> page;
        do {
            page = ledger.list(household, TransactionFilter.ALL, ORDER, after, AT_ONCE, 0);
            for (Ledger.Entry row : page) {
                put(to, TransactionCsv.line(row, currency));
                after = Optional.of(ORDER.placeOf(row.transaction()));
            }
        } while (page.size() == AT_ONCE);
    }

    private static void table(
            DSLContext sql, HouseholdId household, DocumentTable table, Currency currency, OutputStream to) {
        put(
                to,
                CsvText.line(table.columns().stream()
                        .map(column -> new CsvText.Cell.Value(column.name()))
                        .toList()));
        table.read(sql, household, row -> put(to, line(table.columns(), row, currency)));
    }

    private static String line(List<DocumentColumn> columns, Record row, Currency currency) {
        return CsvText.line(
                columns.stream().map(column -> cell(column, row, currency)).toList());
    }

    private static CsvText.Cell cell(DocumentColumn column, Record row, Currency currency) {
        Object value = row.get(column.raw());
        if (value == null) {
            return new CsvText.Cell.Text(null);
        }
        String text = column.text(value, currency);
        return column.form() == DocumentColumn.Form.TEXT ? new CsvText.Cell.Text(text) : new CsvText.Cell.Value(text);
    }

    private static void put(OutputStream to, String text) {
        try {
            to.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
