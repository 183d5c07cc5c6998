package io.prorata.adapter.persistence.sqlite;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;

import io.prorata.adapter.persistence.engine.TextIndex;
import io.prorata.domain.household.HouseholdId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** FTS5 with trigrams. It identifies a row by one number, so the household is in the upper bits. */
final class SqliteTextIndex implements TextIndex {

    private static final int BITS_OF_AN_ID = 40;

    /** Rows that have these are compared with the whole text anyway. */
    private static final int MOST_TRIGRAMS = 16;

    @Override
    public Select<Record1<Long>> matching(HouseholdId household, String text) {
        return DSL.select(DSL.field("rowid - {0}", Long.class, DSL.inline(first(household))))
                .from(DSL.table("transaction_text"))
                .where(DSL.condition("transaction_text MATCH {0}", DSL.val(query(text))))
                .and(DSL.condition(
                        "rowid BETWEEN {0} AND {1}", DSL.inline(first(household)), DSL.inline(last(household))));
    }

    /** Returns the trigrams of {@code text}, all of which must match: without positions, FTS5 has no phrases. */
    static String query(String text) {
        int[] characters = text.codePoints().toArray();
        return IntStream.rangeClosed(0, characters.length - LEAST_CHARACTERS)
                .mapToObj(first -> new String(characters, first, LEAST_CHARACTERS))
                .distinct()
                .limit(MOST_TRIGRAMS)
                .map(trigram -> '"' + trigram.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(" AND "));
    }

    @Override
    public void put(DSLContext sql, HouseholdId household, Condition rows) {
        sql.execute(
                "INSERT OR REPLACE INTO transaction_text (rowid, searchable) {0}",
                DSL.select(number(household), BANK_TRANSACTION.SEARCHABLE)
                        .from(BANK_TRANSACTION)
                        .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                        .and(rows));
    }

    @Override
    public void take(DSLContext sql, HouseholdId household, Condition rows) {
        sql.execute(
                "DELETE FROM transaction_text WHERE rowid IN ({0})",
                DSL.select(number(household))
                        .from(BANK_TRANSACTION)
                        .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                        .and(rows));
    }

    /** Rebuilds segments, so that entries that are only marked as deleted are removed. */
    @Override
    public void erase(DSLContext sql, HouseholdId household) {
        sql.execute(
                "DELETE FROM transaction_text WHERE rowid BETWEEN {0} AND {1}",
                DSL.inline(first(household)), DSL.inline(last(household)));
        sql.execute("INSERT INTO transaction_text (transaction_text) VALUES ('optimize')");
    }

    private static Field<Long> number(HouseholdId household) {
        return BANK_TRANSACTION.TRANSACTION_ID.plus(DSL.inline(first(household)));
    }

    private static long first(HouseholdId household) {
        return household.value() << BITS_OF_AN_ID;
    }

    private static long last(HouseholdId household) {
        return first(household) + (1L << BITS_OF_AN_ID) - 1;
    }
}
