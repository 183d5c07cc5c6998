package io.prorata.adapter.persistence.digest;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.BOOK;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.REPLACED_TRANSACTION;
import static org.jooq.impl.DSL.noCondition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Compares stored digests with computed ones, and adds missing ones. */
public final class StoredDigests {

    /** The number of rows in memory at once. */
    private static final int AT_ONCE = 2_000;

    private StoredDigests() {}

    /**
     * A row with a wrong digest.
     *
     * @param key the values of its primary key, after the household
     * @param missing whether it has no digest at all
     */
    public record Altered(String table, String key, boolean missing) {}

    /** Reads every row of a household with a digest, passes those with a wrong digest on, and returns the number of rows. */
    public static long altered(DSLContext sql, long household, Consumer<Altered> each) {
        long read = 0;
        for (Table<?> table : DigestedTables.all()) {
            read += altered(sql, household, table, DigestedTables.covered(table), each);
        }
        // A row as it was has the digest that it had as a transaction, over the columns of a transaction; none if the
        // change had just written it.
        List<Field<?>> ofTransaction = DigestedTables.covered(BANK_TRANSACTION).stream()
                .<Field<?>>map(column ->
                        DigestedTables.raw(Objects.requireNonNull(REPLACED_TRANSACTION.field(column.getName()))))
                .toList();
        return read + altered(sql, household, REPLACED_TRANSACTION, ofTransaction, each);
    }

    private static long altered(
            DSLContext sql, long household, Table<?> table, List<Field<?>> covered, Consumer<Altered> each) {
        long read = 0;
        Field<Long> digest = DigestedTables.digestOf(table);
        Set<Field<?>> columns = new LinkedHashSet<>(covered);
        columns.addAll(key(table));
        try (var rows = sql.select(columns)
                .select(digest)
                .from(table)
                .where(owner(table).eq(household))
                .fetchLazy()) {
            for (Record row : rows) {
                read++;
                Long kept = row.get(digest);
                boolean missing = kept == null && !table.equals(REPLACED_TRANSACTION);
                if (missing || (kept != null && kept != digest(row, covered))) {
                    each.accept(new Altered(table.getName(), key(table, row), missing));
                }
            }
        }
        return read;
    }

    /** Returns whether the digests are still to be completed after the migration to {@code version}, by this transaction alone. */
    public static boolean claim(DSLContext sql, int version) {
        return sql.update(BOOK)
                        .set(BOOK.DIGESTS_OF, (long) version)
                        .where(BOOK.DIGESTS_OF.lt((long) version))
                        .execute()
                > 0;
    }

    /** Adds the digests of all rows without one. */
    public static void addMissing(DSLContext sql) {
        DigestedTables.all().forEach(table -> add(sql, table, noCondition()));
    }

    /** Whether the digests are completed after the migration to {@code version}. */
    public static boolean isComplete(DSLContext sql, int version) {
        return sql.fetchExists(BOOK, BOOK.DIGESTS_OF.ge((long) version));
    }

    /** Adds the digests of the rows of {@code household} without one, in all tables. */
    public static void addMissing(DSLContext sql, long household) {
        DigestedTables.all().forEach(table -> add(sql, table, household));
    }

    /** Adds the digests of the rows of {@code household} without one. */
    static void add(DSLContext sql, Table<?> table, long household) {
        add(sql, table, owner(table).eq(household));
    }

    private static void add(DSLContext sql, Table<?> table, Condition rows) {
        List<Field<?>> covered = DigestedTables.covered(table);
        List<Field<?>> key = key(table);
        Field<Long> digest = DigestedTables.digestOf(table);
        while (true) {
            List<? extends Record> some = sql.select(covered)
                    .from(table)
                    .where(rows)
                    .and(digest.isNull())
                    .limit(AT_ONCE)
                    .fetch();
            if (some.isEmpty()) {
                return;
            }
            var batch = sql.batch(sql.update(table)
                    .set(digest, (Long) null)
                    .where(key.stream().map(StoredDigests::bound).toList()));
            for (Record row : some) {
                List<@Nullable Object> values = new ArrayList<>();
                values.add(digest(row, covered));
                key.forEach(column -> values.add(row.get(column.getName())));
                batch = batch.bind(values.toArray());
            }
            batch.execute();
            if (some.size() < AT_ONCE) {
                return;
            }
        }
    }

    private static <T> Condition bound(Field<T> column) {
        return column.eq(DSL.param(column.getName(), column));
    }

    private static long digest(Record row, List<Field<?>> covered) {
        var digest = new RowDigest();
        covered.forEach(column -> digest.add(column, row.get(column.getName())));
        return digest.value();
    }

    private static Field<Long> owner(Table<?> table) {
        return Objects.requireNonNull(table.field(HOUSEHOLD.HOUSEHOLD_ID.getName(), Long.class));
    }

    private static List<Field<?>> key(Table<?> table) {
        UniqueKey<?> key = Objects.requireNonNull(table.getPrimaryKey());
        return key.getFields().stream().<Field<?>>map(DigestedTables::raw).toList();
    }

    private static String key(Table<?> table, Record row) {
        return key(table).stream()
                .skip(1)
                .map(column -> String.valueOf(row.get(column.getName())))
                .collect(Collectors.joining(" "));
    }
}
