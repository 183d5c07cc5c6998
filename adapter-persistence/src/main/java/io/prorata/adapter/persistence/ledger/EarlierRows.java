package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static io.prorata.adapter.persistence.generated.Tables.REMOVED_LINE;
import static io.prorata.adapter.persistence.generated.Tables.REPLACED_TRANSACTION;

import io.prorata.adapter.persistence.digest.DigestedTables;
import io.prorata.adapter.persistence.digest.RowDigest;
import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.adapter.persistence.generated.tables.records.BankTransactionRecord;
import io.prorata.adapter.persistence.row.EntryRows;
import io.prorata.application.port.Ledger.EarlierRow;
import io.prorata.application.port.Ledger.Entry;
import io.prorata.application.port.Ledger.RowChange;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Rows as they were before a change, so that it can be undone. */
final class EarlierRows {

    /** The columns of a transaction, of a row as it was. */
    private static final List<Field<?>> COLUMNS = Arrays.stream(BANK_TRANSACTION.fields())
            .<Field<?>>map(column -> Objects.requireNonNull(REPLACED_TRANSACTION.field(column)))
            .toList();

    private EarlierRows() {}

    /** One statement. A row that one change replaces twice is kept as it was before the first time. */
    static void keep(DSLContext sql, HouseholdId household, Condition rows, RowChange change, long revision) {
        List<Field<?>> into = new ArrayList<>(COLUMNS);
        into.add(REPLACED_TRANSACTION.REPLACED_AT);
        into.add(REPLACED_TRANSACTION.CHANGE);
        sql.insertInto(REPLACED_TRANSACTION, into)
                .select(DSL.select(BANK_TRANSACTION.fields())
                        .select(DSL.inline(revision), DSL.inline(change.name()))
                        .from(BANK_TRANSACTION)
                        .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                        .and(rows))
                .onConflictDoNothing()
                .execute();
    }

    static List<EarlierRow> of(DSLContext sql, HouseholdId household, long revision, int limit) {
        Condition kept = REPLACED_TRANSACTION
                .HOUSEHOLD_ID
                .eq(household.value())
                .and(REPLACED_TRANSACTION.REPLACED_AT.eq(revision));
        var rows = sql.select(REPLACED_TRANSACTION, CLASSIFICATION)
                .from(REPLACED_TRANSACTION)
                .join(CLASSIFICATION)
                .on(CLASSIFICATION.HOUSEHOLD_ID.eq(REPLACED_TRANSACTION.HOUSEHOLD_ID))
                .and(CLASSIFICATION.CLASSIFICATION_ID.eq(REPLACED_TRANSACTION.CLASSIFICATION_ID))
                .where(kept)
                .orderBy(REPLACED_TRANSACTION.TRANSACTION_ID)
                .limit(limit)
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, Entry> current = EntryRows.rows(
                        sql,
                        household,
                        BANK_TRANSACTION.TRANSACTION_ID.in(DSL.select(REPLACED_TRANSACTION.TRANSACTION_ID)
                                .from(REPLACED_TRANSACTION)
                                .where(kept)))
                .fetch(EntryRows::entry)
                .stream()
                .collect(Collectors.toMap(entry -> entry.transaction().id(), entry -> entry));
        Set<Long> later = later(sql, household, revision, kept);
        List<EarlierRow> earlier = new ArrayList<>();
        for (var row : rows) {
            BankTransactionRecord was = row.value1().into(BANK_TRANSACTION);
            requireUndamaged(was);
            var change = RowChange.valueOf(row.value1().getChange());
            Optional<Entry> now = Optional.ofNullable(current.get(was.getTransactionId()));
            boolean asItLeftIt = change == RowChange.REMOVED
                    ? now.isEmpty()
                    : now.map(Entry::changedAt).equals(Optional.of(revision));
            earlier.add(new EarlierRow(
                    EntryRows.entry(was, row.value2()),
                    change,
                    now.map(Entry::transaction),
                    !asItLeftIt || later.contains(was.getTransactionId())));
        }
        return earlier;
    }

    /** Returns those of the rows that later changes have replaced, removed or put back. */
    private static Set<Long> later(DSLContext sql, HouseholdId household, long revision, Condition kept) {
        var after = REPLACED_TRANSACTION.as("after");
        return new HashSet<>(sql.selectDistinct(after.TRANSACTION_ID)
                .from(after)
                .where(after.HOUSEHOLD_ID.eq(household.value()))
                .and(after.REPLACED_AT.gt(revision))
                .and(after.TRANSACTION_ID.in(DSL.select(REPLACED_TRANSACTION.TRANSACTION_ID)
                        .from(REPLACED_TRANSACTION)
                        .where(kept)))
                .fetchSet(after.TRANSACTION_ID));
    }

    private static void requireUndamaged(BankTransactionRecord row) {
        Long digest = row.getDigest();
        if (digest != null && !digest.equals(RowDigest.digested(row).get(DigestedTables.digestOf(BANK_TRANSACTION)))) {
            throw new UnusableDatabaseException(
                    "The transaction " + row.getTransactionId() + " as it was is damaged; it is not put back.");
        }
    }

    /** Puts rows that were removed back. */
    static void restore(DSLContext sql, HouseholdId household, List<Entry> rows, long revision, long code) {
        Map<OptionalLong, List<Transaction>> byImport = new HashMap<>();
        rows.forEach(row -> byImport.computeIfAbsent(row.importId(), id -> new ArrayList<>())
                .add(row.transaction()));
        byImport.forEach((from, some) -> NewTransactions.insert(sql, household, from, revision, some, code));
        for (Entry row : rows) {
            Transaction transaction = row.transaction();
            boolean asTheBankWroteIt = row.origin()
                            .date()
                            .equals(transaction.line().date())
                    && row.origin().fingerprint().equals(transaction.line().fingerprint());
            if (!asTheBankWroteIt) {
                sql.update(BANK_TRANSACTION)
                        .set(BANK_TRANSACTION.BANK_DATE, row.origin().date())
                        .set(BANK_TRANSACTION.FINGERPRINT, row.origin().fingerprint())
                        .setNull(BANK_TRANSACTION.DIGEST)
                        .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                        .and(BANK_TRANSACTION.TRANSACTION_ID.eq(transaction.id()))
                        .execute();
            }
        }
        List<Long> ids = rows.stream().map(row -> row.transaction().id()).toList();
        sql.deleteFrom(REMOVED_LINE)
                .where(REMOVED_LINE.HOUSEHOLD_ID.eq(household.value()))
                .and(REMOVED_LINE.TRANSACTION_ID.in(ids))
                .execute();
        keep(sql, household, BANK_TRANSACTION.TRANSACTION_ID.in(ids), RowChange.RESTORED, revision);
    }
}
