package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.REMOVED_LINE;
import static org.jooq.impl.DSL.inline;

import io.prorata.adapter.persistence.engine.TextIndex;
import io.prorata.adapter.persistence.generated.tables.records.ClassificationRecord;
import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.adapter.persistence.row.TransactionRows;
import io.prorata.adapter.persistence.search.TagRows;
import io.prorata.application.port.Ledger.Entry;
import io.prorata.application.port.Ledger.RowChange;
import io.prorata.application.port.Ledger.RuledGroup;
import io.prorata.application.port.Revisions;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/**
 * Writes of transactions. Each keeps what goes with a row: its tags, its text in the index, the totals of its month, and the row as it was, so that the
 * change can be undone.
 */
final class LedgerWrites {

    private final DSLContext sql;
    private final TextIndex textIndex;
    private final Revisions revisions;
    private final long code;

    LedgerWrites(DSLContext sql, TextIndex textIndex, Revisions revisions, long code) {
        this.sql = sql;
        this.textIndex = textIndex;
        this.revisions = revisions;
        this.code = code;
    }

    void add(HouseholdId household, OptionalLong importId, List<Transaction> transactions) {
        if (transactions.isEmpty()) {
            return;
        }
        NewTransactions.insert(
                sql, household, importId, revisions.current(household).number(), transactions, code);
    }

    void replace(HouseholdId household, List<Transaction> transactions) {
        if (transactions.isEmpty()) {
            return;
        }
        long revision = revisions.current(household).number();
        Map<GroupKey, Long> numbers = NewTransactions.numbers(sql, household, transactions);
        MonthTotals change = NewTransactions.totals(transactions, numbers);
        change.subtract(totals(
                household,
                BANK_TRANSACTION.TRANSACTION_ID.in(
                        transactions.stream().map(Transaction::id).toList())));
        var batch = sql.batch(sql.update(BANK_TRANSACTION)
                .set(BANK_TRANSACTION.MONTH, (YearMonth) null)
                .set(BANK_TRANSACTION.DATE, (LocalDate) null)
                .set(BANK_TRANSACTION.LABEL, (String) null)
                .set(BANK_TRANSACTION.SEARCHABLE, (String) null)
                .set(BANK_TRANSACTION.AMOUNT_MINOR, (Long) null)
                .set(BANK_TRANSACTION.CATEGORY_KEY, (String) null)
                .set(BANK_TRANSACTION.ACCOUNT, (String) null)
                .set(BANK_TRANSACTION.TAGS, (String) null)
                .set(BANK_TRANSACTION.TYPED_BY, (String) null)
                .set(BANK_TRANSACTION.NOTE, (String) null)
                .set(BANK_TRANSACTION.CHOSEN, (String) null)
                .set(BANK_TRANSACTION.BANK_CATEGORY, (String) null)
                .set(BANK_TRANSACTION.PROVISION_ID, (Long) null)
                .set(BANK_TRANSACTION.CLASSIFICATION_ID, (Long) null)
                .set(BANK_TRANSACTION.EXCLUDED, (Long) null)
                .set(BANK_TRANSACTION.REVISION, (Long) null)
                .set(BANK_TRANSACTION.DIGEST, inline(null, BANK_TRANSACTION.DIGEST))
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq((Long) null))
                .and(BANK_TRANSACTION.TRANSACTION_ID.eq((Long) null)));
        for (Transaction transaction : transactions) {
            BankLine line = transaction.line();
            GroupKey key = GroupKey.of(transaction);
            batch = batch.bind(
                    transaction.month(),
                    line.date(),
                    line.label(),
                    Naming.searchable(line.label()),
                    line.amount().minor(),
                    ClassificationRows.categoryKey(key),
                    line.account(),
                    String.join(TransactionRows.TAG_END, transaction.tags()),
                    transaction.typedBy().name(),
                    transaction.note(),
                    TransactionRows.chosen(transaction),
                    transaction.choices().bankCategory(),
                    transaction.attribution().provision().orElse(null),
                    numbers.get(key),
                    transaction.classification().excluded() ? 1L : 0L,
                    revision,
                    household.value(),
                    transaction.id());
        }
        List<Long> renamed = renamed(household, transactions);
        keep(
                household,
                BANK_TRANSACTION.TRANSACTION_ID.in(
                        transactions.stream().map(Transaction::id).toList()),
                RowChange.REPLACED);
        batch.execute();
        if (!renamed.isEmpty()) {
            textIndex.put(sql, household, BANK_TRANSACTION.TRANSACTION_ID.in(renamed));
        }
        TagRows.replace(sql, household, transactions);
        MonthTotalRows.advance(sql, household, change, code);
    }

    /** Returns the ids of rows whose text changes. */
    private List<Long> renamed(HouseholdId household, List<Transaction> transactions) {
        Map<Long, String> texts = sql.select(BANK_TRANSACTION.TRANSACTION_ID, BANK_TRANSACTION.SEARCHABLE)
                .from(BANK_TRANSACTION)
                .where(of(household))
                .and(BANK_TRANSACTION.TRANSACTION_ID.in(
                        transactions.stream().map(Transaction::id).toList()))
                .fetchMap(Record2::value1, Record2::value2);
        return transactions.stream()
                .filter(transaction ->
                        !Naming.searchable(transaction.line().label()).equals(texts.get(transaction.id())))
                .map(Transaction::id)
                .toList();
    }

    private MonthTotals totals(HouseholdId household, Condition condition) {
        return RowSums.totals(sql, household, condition);
    }

    void restore(HouseholdId household, List<Entry> rows) {
        EarlierRows.restore(sql, household, rows, revisions.current(household).number(), code);
        textIndex.put(
                sql,
                household,
                BANK_TRANSACTION.TRANSACTION_ID.in(
                        rows.stream().map(row -> row.transaction().id()).toList()));
    }

    /** Keeps the rows as they are, before the current change does {@code change} to them. */
    private void keep(HouseholdId household, Condition rows, RowChange change) {
        EarlierRows.keep(
                sql, household, rows, change, revisions.current(household).number());
    }

    void remove(HouseholdId household, long id) {
        noteRemoved(household, id);
        keep(household, BANK_TRANSACTION.TRANSACTION_ID.eq(id), RowChange.REMOVED);
        remove(household, BANK_TRANSACTION.TRANSACTION_ID.eq(id));
    }

    private void remove(HouseholdId household, Condition rows) {
        var change = new MonthTotals();
        change.subtract(totals(household, rows));
        textIndex.take(sql, household, rows);
        TagRows.remove(
                sql,
                household,
                DSL.select(BANK_TRANSACTION.TRANSACTION_ID)
                        .from(BANK_TRANSACTION)
                        .where(of(household))
                        .and(rows));
        sql.deleteFrom(BANK_TRANSACTION).where(of(household)).and(rows).execute();
        MonthTotalRows.advance(sql, household, change, code);
    }

    /** A removed row of an import must not be added again by the same file. */
    private void noteRemoved(HouseholdId household, long id) {
        sql.insertInto(
                        REMOVED_LINE,
                        REMOVED_LINE.HOUSEHOLD_ID,
                        REMOVED_LINE.TRANSACTION_ID,
                        REMOVED_LINE.IMPORT_ID,
                        REMOVED_LINE.BANK_DATE,
                        REMOVED_LINE.FINGERPRINT)
                .select(DSL.select(
                                BANK_TRANSACTION.HOUSEHOLD_ID,
                                BANK_TRANSACTION.TRANSACTION_ID,
                                BANK_TRANSACTION.IMPORT_ID,
                                BANK_TRANSACTION.BANK_DATE,
                                BANK_TRANSACTION.FINGERPRINT)
                        .from(BANK_TRANSACTION)
                        .where(of(household))
                        .and(BANK_TRANSACTION.TRANSACTION_ID.eq(id))
                        .and(BANK_TRANSACTION.IMPORT_ID.isNotNull()))
                .execute();
    }

    void correct(HouseholdId household, List<Transaction> transactions) {
        replace(household, transactions);
        for (Transaction transaction : transactions) {
            BankLine line = transaction.line();
            sql.update(BANK_TRANSACTION)
                    .set(BANK_TRANSACTION.BANK_DATE, line.date())
                    .set(BANK_TRANSACTION.BANK_ID, line.bankId())
                    .set(BANK_TRANSACTION.FINGERPRINT, line.fingerprint())
                    .setNull(BANK_TRANSACTION.DIGEST)
                    .where(of(household))
                    .and(BANK_TRANSACTION.TRANSACTION_ID.eq(transaction.id()))
                    .execute();
        }
    }

    void removeImport(HouseholdId household, long importId) {
        sql.deleteFrom(REMOVED_LINE)
                .where(REMOVED_LINE.HOUSEHOLD_ID.eq(household.value()))
                .and(REMOVED_LINE.IMPORT_ID.eq(importId))
                .execute();
        remove(household, BANK_TRANSACTION.IMPORT_ID.eq(importId));
    }

    void retype(HouseholdId household, Collection<Long> ids, ExpenseType type) {
        replace(
                household,
                TransactionRows.rows(sql, household, BANK_TRANSACTION.TRANSACTION_ID.in(ids))
                        .fetch(TransactionRows::transaction)
                        .stream()
                        .map(row -> row.with(row.classification().withType(type), Transaction.TypedBy.PERSON))
                        .toList());
    }

    /** Changes the type of the {@code rows} with the classification {@code before}, and returns their months. */
    private SortedSet<YearMonth> retype(
            HouseholdId household, Condition rows, ClassificationRecord before, ExpenseType type) {
        GroupKey retyped = ClassificationRows.key(before).withType(type);
        long after = ClassificationRows.number(sql, household, retyped);
        Condition chosen = rows.and(BANK_TRANSACTION.CLASSIFICATION_ID.eq(before.getClassificationId()));
        var months = new TreeSet<>(sql.selectDistinct(BANK_TRANSACTION.MONTH)
                .from(BANK_TRANSACTION)
                .where(of(household))
                .and(chosen)
                .fetch(BANK_TRANSACTION.MONTH));
        var change = new MonthTotals();
        totals(household, chosen)
                .months()
                .forEach((month, groups) -> groups.forEach((number, total) -> {
                    change.add(month, number, total.negated());
                    change.add(month, after, total);
                }));
        keep(household, chosen, RowChange.REPLACED);
        sql.update(BANK_TRANSACTION)
                .set(BANK_TRANSACTION.CLASSIFICATION_ID, after)
                .set(
                        BANK_TRANSACTION.PROVISION_ID,
                        retyped.attribution().provision().orElse(null))
                .set(BANK_TRANSACTION.REVISION, revisions.current(household).number())
                .setNull(BANK_TRANSACTION.DIGEST)
                .where(of(household))
                .and(chosen)
                .execute();
        MonthTotalRows.advance(sql, household, change, code);
        return months;
    }

    /** Changes the type of the rows of {@code group}, and returns their months. */
    SortedSet<YearMonth> retype(HouseholdId household, RuledGroup group, ExpenseType type) {
        var months = new TreeSet<YearMonth>();
        ClassificationRows.find(sql, household, group.type(), group.category(), group.subcategory())
                .forEach(before -> months.addAll(retype(household, MappedRows.of(group), before, type)));
        return months;
    }

    private static Condition of(HouseholdId household) {
        return BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value());
    }
}
