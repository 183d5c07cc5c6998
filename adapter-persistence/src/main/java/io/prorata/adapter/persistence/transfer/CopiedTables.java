package io.prorata.adapter.persistence.transfer;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.MONTHLY_DASHBOARD_CACHE;
import static io.prorata.adapter.persistence.generated.Tables.STAGED_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.TEXT_INDEX;

import io.prorata.adapter.persistence.engine.BulkInsert;
import io.prorata.adapter.persistence.engine.BulkInsert.RowBinding;
import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.adapter.persistence.generated.DefaultSchema;
import io.prorata.domain.household.HouseholdId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The tables of a household, as the schema lists them, so that a new table is included. Digests are copied unchanged. */
final class CopiedTables {

    private static final int AT_ONCE = 500;

    /** Computed again in the target, and what is no part of the books yet. */
    private static final Set<Table<?>> LEFT = Set.of(MONTHLY_DASHBOARD_CACHE, TEXT_INDEX, STAGED_TRANSACTION);

    private final DSLContext source;
    private final DSLContext target;

    CopiedTables(DSLContext source, DSLContext target) {
        this.source = source;
        this.target = target;
    }

    /** Copies all rows of {@code household} and returns their number. */
    long copy(HouseholdId household) {
        return inOrder().stream().mapToLong(table -> copy(table, household)).sum();
    }

    /** Referenced tables come first. */
    static List<Table<?>> inOrder() {
        Set<Table<?>> ordered = new LinkedHashSet<>();
        DefaultSchema.DEFAULT_SCHEMA.getTables().forEach(table -> put(table, ordered));
        return ordered.stream()
                .filter(table -> !LEFT.contains(table))
                .filter(table -> table.field(HOUSEHOLD.HOUSEHOLD_ID.getName()) != null)
                .toList();
    }

    private static void put(Table<?> table, Set<Table<?>> ordered) {
        if (table.equals(BANK_TRANSACTION)) {
            // It references an index, which jOOQ does not support.
            put(CLASSIFICATION, ordered);
        }
        for (ForeignKey<?, ?> reference : table.getReferences()) {
            Table<?> other = reference.getKey().getTable();
            if (!other.equals(table)) {
                put(other, ordered);
            }
        }
        ordered.add(table);
    }

    private long copy(Table<?> table, HouseholdId household) {
        List<Field<?>> columns =
                Arrays.stream(table.fields()).<Field<?>>map(CopiedTables::raw).toList();
        var insert = new BulkInsert<Record>(
                table,
                columns.stream()
                        .<RowBinding<Record, ?>>map(CopiedTables::binding)
                        .toList());
        Condition owned = owned(table, household);
        long rows = 0;
        try (var all = source.select(columns)
                .from(table)
                .where(owned)
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            List<Record> some = new ArrayList<>();
            for (Record row : all) {
                rows++;
                some.add(row);
                if (some.size() == AT_ONCE) {
                    insert.insert(target, some);
                    some.clear();
                }
            }
            insert.insert(target, some);
        }
        int there = target.fetchCount(table, owned);
        if (there != rows) {
            throw new UnusableDatabaseException(
                    "Of " + table.getName() + " " + there + " rows of " + rows + " arrived; nothing was copied.");
        }
        return rows;
    }

    private static Condition owned(Table<?> table, HouseholdId household) {
        return Objects.requireNonNull(table.field(HOUSEHOLD.HOUSEHOLD_ID.getName(), Long.class))
                .eq(household.value());
    }

    /** A column with its stored values, without its converter. */
    static Field<?> raw(Field<?> column) {
        return DSL.field(DSL.name(column.getName()), column.getConverter().fromType());
    }

    private static <V> RowBinding<Record, V> binding(Field<V> column) {
        return new RowBinding<>(column, row -> row.get(column));
    }
}
