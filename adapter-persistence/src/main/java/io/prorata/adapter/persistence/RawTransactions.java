package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;

import io.prorata.adapter.persistence.row.Flags;
import io.prorata.adapter.persistence.row.TransactionRows;
import io.prorata.application.port.RawRecords.KeptTransaction;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** The raw values of transactions, with the group that sums each of them. */
final class RawTransactions {

    private RawTransactions() {}

    /** Passes each row of the household to {@code each}, by id. */
    static void all(DSLContext sql, HouseholdId household, Consumer<KeptTransaction> each) {
        Field<String> month = JooqRawRecords.asText(BANK_TRANSACTION.MONTH);
        Field<String> date = JooqRawRecords.asText(BANK_TRANSACTION.DATE);
        Field<String> bankDate = JooqRawRecords.asText(BANK_TRANSACTION.BANK_DATE);
        var t = BANK_TRANSACTION;
        var query = sql.select(
                        t.TRANSACTION_ID,
                        month,
                        date,
                        t.LABEL,
                        t.SEARCHABLE,
                        t.AMOUNT_MINOR,
                        CLASSIFICATION.CATEGORY,
                        t.CATEGORY_KEY,
                        CLASSIFICATION.SUBCATEGORY,
                        t.ACCOUNT,
                        t.BANK_ID,
                        t.TAGS,
                        CLASSIFICATION.EXPENSE_TYPE,
                        t.TYPED_BY,
                        t.EXCLUDED,
                        bankDate,
                        t.FINGERPRINT,
                        t.IMPORT_ID,
                        t.REVISION,
                        t.NOTE,
                        t.CHOSEN,
                        t.BANK_CATEGORY,
                        t.PROVISION_ID,
                        CLASSIFICATION.ACCOUNT,
                        CLASSIFICATION.COMMON,
                        CLASSIFICATION.SPLIT,
                        CLASSIFICATION.PAYER,
                        CLASSIFICATION.BILL_ID,
                        CLASSIFICATION.PROVISION_ID,
                        CLASSIFICATION.SOURCE,
                        CLASSIFICATION.RECEIVED)
                .from(t)
                .leftJoin(CLASSIFICATION)
                .on(TransactionRows.CLASSIFIED)
                .where(t.HOUSEHOLD_ID.eq(household.value()))
                .orderBy(t.TRANSACTION_ID);
        try (var rows = query.fetchLazy()) {
            rows.forEach(row -> each.accept(new KeptTransaction(
                    row.get(t.TRANSACTION_ID),
                    row.get(month),
                    row.get(date),
                    row.get(t.LABEL),
                    row.get(t.SEARCHABLE),
                    row.get(t.AMOUNT_MINOR),
                    row.get(CLASSIFICATION.CATEGORY),
                    row.get(t.CATEGORY_KEY),
                    row.get(CLASSIFICATION.SUBCATEGORY),
                    row.get(t.ACCOUNT),
                    row.get(t.BANK_ID),
                    List.copyOf(TransactionRows.tags(row.get(t.TAGS))),
                    row.get(CLASSIFICATION.EXPENSE_TYPE),
                    row.get(t.TYPED_BY),
                    Flags.of(row.get(t.EXCLUDED)),
                    row.get(bankDate),
                    row.get(t.FINGERPRINT),
                    JooqRawRecords.optional(row.get(t.IMPORT_ID)),
                    row.get(t.REVISION),
                    row.get(t.NOTE),
                    row.get(t.CHOSEN),
                    row.get(t.BANK_CATEGORY),
                    JooqRawRecords.optional(row.get(t.PROVISION_ID)),
                    summedBy(row))));
        }
    }

    private static KeptTransaction.SummedBy summedBy(Record row) {
        return new KeptTransaction.SummedBy(
                row.get(CLASSIFICATION.ACCOUNT),
                Flags.of(row.get(CLASSIFICATION.COMMON)),
                row.get(CLASSIFICATION.SPLIT),
                row.get(CLASSIFICATION.PAYER),
                JooqRawRecords.optional(row.get(CLASSIFICATION.BILL_ID)),
                JooqRawRecords.optional(row.get(CLASSIFICATION.PROVISION_ID)),
                row.get(CLASSIFICATION.SOURCE),
                Flags.of(row.get(CLASSIFICATION.RECEIVED)));
    }
}
