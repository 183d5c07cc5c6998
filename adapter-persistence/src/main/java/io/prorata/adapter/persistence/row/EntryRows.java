package io.prorata.adapter.persistence.row;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;

import io.prorata.application.port.Ledger.Entry;
import io.prorata.application.port.Ledger.Origin;
import io.prorata.domain.household.HouseholdId;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** Transactions with what is kept beside them: where they came from, and when they last changed. */
public final class EntryRows {

    private EntryRows() {}

    /** Reads rows that meet {@code condition}. */
    public static SelectConditionStep<Record> rows(DSLContext sql, HouseholdId household, Condition condition) {
        return TransactionRows.rows(
                sql,
                household,
                condition,
                BANK_TRANSACTION.IMPORT_ID,
                BANK_TRANSACTION.REVISION,
                BANK_TRANSACTION.BANK_DATE,
                BANK_TRANSACTION.FINGERPRINT);
    }

    /** Returns the entry of a row that was read with its names. */
    public static Entry entry(Record named) {
        return entry(named, named);
    }

    /** Returns the entry of a row, whose names were read beside it. */
    public static Entry entry(Record row, Record names) {
        Long importId = row.get(BANK_TRANSACTION.IMPORT_ID);
        return new Entry(
                TransactionRows.transaction(row, names),
                importId == null ? OptionalLong.empty() : OptionalLong.of(importId),
                row.get(BANK_TRANSACTION.REVISION),
                new Origin(row.get(BANK_TRANSACTION.BANK_DATE), row.get(BANK_TRANSACTION.FINGERPRINT)));
    }
}
