package io.prorata.adapter.persistence.postgresql;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;

import io.prorata.adapter.persistence.engine.TextIndex;
import io.prorata.domain.household.HouseholdId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A table of texts with an inverted index of pg_trgm, which PostgreSQL keeps by itself. */
final class PostgresTextIndex implements TextIndex {

    @Override
    public Select<Record1<Long>> matching(HouseholdId household, String text) {
        return DSL.select(DSL.field("transaction_id", SQLDataType.BIGINT))
                .from(DSL.table("transaction_text"))
                .where(DSL.condition("household_id = {0}", DSL.val(household.value())))
                .and(DSL.condition("searchable LIKE {0}", DSL.val("%" + escaped(text) + "%")));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    @Override
    public void put(DSLContext sql, HouseholdId household, Condition rows) {
        sql.execute(
                "INSERT INTO transaction_text (household_id, transaction_id, searchable) {0}"
                        + " ON CONFLICT (household_id, transaction_id) DO UPDATE SET searchable = excluded.searchable",
                DSL.select(BANK_TRANSACTION.HOUSEHOLD_ID, BANK_TRANSACTION.TRANSACTION_ID, BANK_TRANSACTION.SEARCHABLE)
                        .from(BANK_TRANSACTION)
                        .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                        .and(rows));
    }

    @Override
    public void take(DSLContext sql, HouseholdId household, Condition rows) {
        sql.execute(
                "DELETE FROM transaction_text WHERE household_id = {0} AND transaction_id IN ({1})",
                DSL.val(household.value()),
                DSL.select(BANK_TRANSACTION.TRANSACTION_ID)
                        .from(BANK_TRANSACTION)
                        .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                        .and(rows));
    }

    @Override
    public void erase(DSLContext sql, HouseholdId household) {
        sql.execute("DELETE FROM transaction_text WHERE household_id = {0}", DSL.val(household.value()));
    }
}
