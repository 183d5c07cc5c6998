package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.REMOVED_LINE;

import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.adapter.persistence.row.TransactionRows;
import io.prorata.application.port.Ledger.ImportedRow;
import io.prorata.application.port.Ledger.KnownLine;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/** Rows as lines of bank files: which are known, which were removed, and which an import has brought. */
final class BankLineRows {

    private BankLineRows() {}

    /** One query, in the order of {@code transaction_by_bank_date} and answered from it alone. */
    static Map<String, Integer> fingerprints(DSLContext sql, HouseholdId household, LocalDate first, LocalDate last) {
        Map<String, Integer> counts = new HashMap<>();
        try (var rows = sql.select(BANK_TRANSACTION.FINGERPRINT, DSL.count())
                .from(BANK_TRANSACTION)
                .where(of(household))
                .and(BANK_TRANSACTION.BANK_DATE.between(first, last))
                .groupBy(BANK_TRANSACTION.BANK_DATE, BANK_TRANSACTION.FINGERPRINT)
                .fetchLazy()) {
            rows.forEach(row -> counts.put(row.value1(), row.value2()));
        }
        return counts;
    }

    static Map<String, Integer> removedLines(DSLContext sql, HouseholdId household, LocalDate first, LocalDate last) {
        return sql.select(REMOVED_LINE.FINGERPRINT, DSL.count())
                .from(REMOVED_LINE)
                .where(REMOVED_LINE.HOUSEHOLD_ID.eq(household.value()))
                .and(REMOVED_LINE.BANK_DATE.between(first, last))
                .groupBy(REMOVED_LINE.FINGERPRINT)
                .fetchMap(Record2::value1, Record2::value2);
    }

    static void knownLines(
            DSLContext sql, HouseholdId household, LocalDate first, LocalDate last, Consumer<KnownLine> sink) {
        try (var rows = sql.select(
                        BANK_TRANSACTION.TRANSACTION_ID,
                        BANK_TRANSACTION.ACCOUNT,
                        BANK_TRANSACTION.DATE,
                        BANK_TRANSACTION.AMOUNT_MINOR,
                        BANK_TRANSACTION.LABEL,
                        BANK_TRANSACTION.BANK_ID,
                        BANK_TRANSACTION.FINGERPRINT)
                .from(BANK_TRANSACTION)
                .where(of(household))
                .and(BANK_TRANSACTION.BANK_DATE.between(first, last))
                .fetchLazy()) {
            rows.forEach(row -> sink.accept(new KnownLine(
                    row.value1(),
                    new BankLine(row.value2(), row.value3(), new Money(row.value4()), row.value5(), row.value6()),
                    row.value7())));
        }
    }

    static SortedSet<String> accounts(DSLContext sql, HouseholdId household, LocalDate first, LocalDate last) {
        return new TreeSet<>(sql.selectDistinct(BANK_TRANSACTION.ACCOUNT)
                .from(BANK_TRANSACTION)
                .where(of(household))
                .and(BANK_TRANSACTION.BANK_DATE.between(first, last))
                .and(BANK_TRANSACTION.ACCOUNT.isNotNull())
                .fetch(BANK_TRANSACTION.ACCOUNT));
    }

    static List<ImportedRow> ofImport(DSLContext sql, HouseholdId household, long importId) {
        // The ids come first, from their index alone: for whole rows, SQLite would scan all rows of the household.
        var ids = DSL.select(BANK_TRANSACTION.TRANSACTION_ID)
                .from(BANK_TRANSACTION)
                .where(of(household))
                .and(BANK_TRANSACTION.IMPORT_ID.eq(importId));
        return TransactionRows.rows(
                        sql,
                        household,
                        BANK_TRANSACTION.TRANSACTION_ID.in(ids),
                        BANK_TRANSACTION.MONTH,
                        BANK_TRANSACTION.REVISION)
                .orderBy(BANK_TRANSACTION.TRANSACTION_ID)
                .fetch(row -> new ImportedRow(
                        row.get(BANK_TRANSACTION.TRANSACTION_ID),
                        row.get(BANK_TRANSACTION.MONTH),
                        TransactionRows.classification(row),
                        ClassificationRows.attribution(row),
                        row.get(BANK_TRANSACTION.REVISION)));
    }

    private static Condition of(HouseholdId household) {
        return BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value());
    }
}
