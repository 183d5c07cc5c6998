package io.prorata.adapter.persistence.engine;

import static org.jooq.impl.DSL.insertInto;

import io.prorata.adapter.persistence.digest.DigestedTables;
import io.prorata.adapter.persistence.digest.RowDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows into a table: several rows a statement, whose text jOOQ renders once for each number of rows. The values bypass jOOQ,
 * which creates objects for each. Rows of a table with digests get them, unless the digest is bound.
 *
 * @param <T> the source of a row
 */
public final class BulkInsert<T> {

    /** The numbers of rows in a statement, largest first: few sizes, so that few statements are cached. */
    private static final List<Integer> SIZES = List.of(500, 20, 1);

    private final Table<?> table;
    private final List<RowBinding<T, ?>> bindings;
    private final Optional<Field<Long>> digest;

    private record Form(SQLDialect dialect, int rows) {}

    private final Map<Form, String> texts = new ConcurrentHashMap<>();

    /** @param bindings one for each column that is not left to the database */
    public BulkInsert(Table<?> table, List<RowBinding<T, ?>> bindings) {
        this(
                table,
                bindings,
                DigestedTables.isDigested(table)
                                && bindings.stream().noneMatch(binding -> DigestedTables.isDigest(binding.column()))
                        ? Optional.of(DigestedTables.digestOf(table))
                        : Optional.empty());
    }

    /** @param digest gets the digest of a row's other columns, unless it is among what is bound */
    public BulkInsert(Table<?> table, List<RowBinding<T, ?>> bindings, Optional<Field<Long>> digest) {
        this.table = table;
        this.bindings = List.copyOf(bindings);
        this.digest = digest;
    }

    /** A column, and the source of its values. */
    public record RowBinding<T, V>(Field<V> column, Function<T, ? extends @Nullable V> value) {

        private @Nullable Object bound(T row) {
            return column.getConverter().to(value.apply(row));
        }
    }

    /** Adds {@code rows}: all of them, or none and an exception. */
    public void insert(DSLContext sql, List<T> rows) {
        sql.connection(connection -> {
            List<T> left = rows;
            for (int size : SIZES) {
                int whole = left.size() - left.size() % size;
                insert(connection, sql, left.subList(0, whole), size);
                left = left.subList(whole, left.size());
            }
        });
    }

    private void insert(Connection connection, DSLContext sql, List<T> rows, int size) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String text = texts.computeIfAbsent(new Form(sql.dialect(), size), form -> text(sql, form.rows()));
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int first = 0; first < rows.size(); first += size) {
                int place = 0;
                for (T row : rows.subList(first, first + size)) {
                    var digest = new RowDigest();
                    for (RowBinding<T, ?> binding : bindings) {
                        Object value = binding.bound(row);
                        statement.setObject(++place, value);
                        digest.add(binding.column(), value);
                    }
                    if (this.digest.isPresent()) {
                        statement.setLong(++place, digest.value());
                    }
                }
                statement.executeUpdate();
            }
        }
    }

    private String text(DSLContext sql, int rows) {
        List<Field<?>> columns = new ArrayList<>();
        bindings.forEach(binding -> columns.add(binding.column()));
        digest.ifPresent(columns::add);
        List<@Nullable Object> absent = Collections.nCopies(columns.size(), null);
        InsertValuesStepN<? extends Record> insert = insertInto(table).columns(columns);
        for (int row = 0; row < rows; row++) {
            insert = insert.values(absent);
        }
        return sql.render(insert);
    }
}
