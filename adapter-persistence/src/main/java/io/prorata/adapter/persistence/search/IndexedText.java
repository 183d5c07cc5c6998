package io.prorata.adapter.persistence.search;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.TEXT_INDEX;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.prorata.adapter.persistence.digest.RowDigest;
import io.prorata.adapter.persistence.engine.TextIndex;
import io.prorata.adapter.persistence.generated.tables.records.TextIndexRecord;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The text index with its progress: rows that are not indexed yet are read one by one. */
public final class IndexedText {

    private IndexedText() {}

    /** Selects the ids of the rows whose text may contain {@code text}, indexed or not; all matching rows are among them. */
    public static Select<Record1<Long>> matching(TextIndex index, HouseholdId household, String text) {
        return index.matching(household, text)
                .unionAll(select(BANK_TRANSACTION.TRANSACTION_ID)
                        .from(BANK_TRANSACTION)
                        .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                        .and(BANK_TRANSACTION.TRANSACTION_ID.gt(indexedTo(household)))
                        .and(position(BANK_TRANSACTION.SEARCHABLE, text).gt(inline(0))));
    }

    /** Indexes the next rows, at most {@code rows}, and returns whether there may be more. */
    static boolean fill(DSLContext sql, TextIndex index, HouseholdId household, int rows) {
        Table<Record1<Long>> next = select(BANK_TRANSACTION.TRANSACTION_ID)
                .from(BANK_TRANSACTION)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                .and(BANK_TRANSACTION.TRANSACTION_ID.gt(indexedTo(household)))
                .orderBy(BANK_TRANSACTION.TRANSACTION_ID)
                .limit(rows)
                .asTable("next");
        Field<Long> id = Objects.requireNonNull(next.field(BANK_TRANSACTION.TRANSACTION_ID));
        Record2<Long, Integer> slice = sql.select(max(id), count()).from(next).fetchSingle();
        if (slice.value2() == 0) {
            return false;
        }
        Condition lacking = BANK_TRANSACTION
                .TRANSACTION_ID
                .gt(indexedTo(household))
                .and(BANK_TRANSACTION.TRANSACTION_ID.le(slice.value1()));
        index.put(sql, household, lacking);
        var row = new TextIndexRecord();
        row.setHouseholdId(household.value());
        row.setIndexedTo(slice.value1());
        sql.insertInto(TEXT_INDEX)
                .set(RowDigest.digested(row))
                .onConflict(TEXT_INDEX.HOUSEHOLD_ID)
                .doUpdate()
                .set(TEXT_INDEX.INDEXED_TO, row.getIndexedTo())
                .set(TEXT_INDEX.DIGEST, row.getDigest())
                .execute();
        return slice.value2() == rows;
    }

    /** Returns the households with rows that are not indexed. */
    static List<HouseholdId> lacking(DSLContext sql) {
        return sql.select(HOUSEHOLD.HOUSEHOLD_ID)
                .from(HOUSEHOLD)
                .leftJoin(TEXT_INDEX)
                .on(TEXT_INDEX.HOUSEHOLD_ID.eq(HOUSEHOLD.HOUSEHOLD_ID))
                .where(exists(selectOne()
                        .from(BANK_TRANSACTION)
                        .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(HOUSEHOLD.HOUSEHOLD_ID))
                        .and(BANK_TRANSACTION.TRANSACTION_ID.gt(coalesce(TEXT_INDEX.INDEXED_TO, inline(0L))))))
                .fetch(row -> new HouseholdId(row.value1()));
    }

    private static Field<Long> indexedTo(HouseholdId household) {
        return coalesce(
                DSL.field(select(TEXT_INDEX.INDEXED_TO)
                        .from(TEXT_INDEX)
                        .where(TEXT_INDEX.HOUSEHOLD_ID.eq(household.value()))),
                inline(0L));
    }
}
