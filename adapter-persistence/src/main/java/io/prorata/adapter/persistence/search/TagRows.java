package io.prorata.adapter.persistence.search;

import static io.prorata.adapter.persistence.generated.Tables.TRANSACTION_TAG;
import static org.jooq.impl.DSL.noCondition;

import io.prorata.adapter.persistence.digest.RowDigest;
import io.prorata.adapter.persistence.generated.tables.records.TransactionTagRecord;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The index of tags, one row for each tag of a transaction. */
public final class TagRows {

    private TagRows() {}

    /** Adds the tags of new rows. */
    public static void add(DSLContext sql, HouseholdId household, List<Transaction> transactions) {
        for (Transaction transaction : transactions) {
            add(sql, household, transaction.id(), transaction.tags());
        }
    }

    /** Adds the tags of one new row. */
    public static void add(DSLContext sql, HouseholdId household, long transaction, Collection<String> tags) {
        for (String tag : tags) {
            var row = new TransactionTagRecord();
            row.setHouseholdId(household.value());
            row.setTransactionId(transaction);
            row.setTag(tag);
            sql.insertInto(TRANSACTION_TAG).set(RowDigest.digested(row)).execute();
        }
    }

    /** Replaces the tags of {@code transactions}. */
    public static void replace(DSLContext sql, HouseholdId household, List<Transaction> transactions) {
        remove(
                sql,
                household,
                TRANSACTION_TAG.TRANSACTION_ID.in(
                        transactions.stream().map(Transaction::id).toList()));
        add(sql, household, transactions);
    }

    /** Removes the tags of the rows that {@code ids} selects. */
    public static void remove(DSLContext sql, HouseholdId household, Select<Record1<Long>> ids) {
        remove(sql, household, TRANSACTION_TAG.TRANSACTION_ID.in(ids));
    }

    private static void remove(DSLContext sql, HouseholdId household, Condition rows) {
        sql.deleteFrom(TRANSACTION_TAG)
                .where(TRANSACTION_TAG.HOUSEHOLD_ID.eq(household.value()))
                .and(rows)
                .execute();
    }

    /** Returns all tags: one seek in {@code transaction_tag_by_tag} for each, independent of the number of rows. */
    public static SortedSet<String> names(DSLContext sql, HouseholdId household) {
        SortedSet<String> names = new TreeSet<>();
        Optional<String> next = after(sql, household, noCondition());
        while (next.isPresent()) {
            names.add(next.get());
            next = after(sql, household, TRANSACTION_TAG.TAG.gt(next.get()));
        }
        return names;
    }

    private static Optional<String> after(DSLContext sql, HouseholdId household, Condition place) {
        return sql.select(TRANSACTION_TAG.TAG)
                .from(TRANSACTION_TAG)
                .where(TRANSACTION_TAG.HOUSEHOLD_ID.eq(household.value()))
                .and(place)
                .orderBy(TRANSACTION_TAG.TAG)
                .limit(1)
                .fetchOptional(TRANSACTION_TAG.TAG);
    }

    /** Selects the ids of the rows with one of {@code tags}. */
    public static Select<Record1<Long>> tagged(HouseholdId household, Collection<String> tags) {
        return DSL.select(TRANSACTION_TAG.TRANSACTION_ID)
                .from(TRANSACTION_TAG)
                .where(TRANSACTION_TAG.HOUSEHOLD_ID.eq(household.value()))
                .and(TRANSACTION_TAG.TAG.in(tags));
    }

    /** Returns the tags of all rows that have any. */
    public static Map<Long, SortedSet<String>> all(DSLContext sql, HouseholdId household) {
        return sql
                .select(TRANSACTION_TAG.TRANSACTION_ID, TRANSACTION_TAG.TAG)
                .from(TRANSACTION_TAG)
                .where(TRANSACTION_TAG.HOUSEHOLD_ID.eq(household.value()))
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(),
                        Collectors.mapping(row -> row.value2(), Collectors.toCollection(TreeSet::new))));
    }
}
