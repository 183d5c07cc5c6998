package io.prorata.adapter.persistence;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFinalStep;
import org.jooq.SelectQuery;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Several queries asked as one statement, and so answered in one go and of one snapshot: a {@code UNION ALL} whose arms are padded to
 * one width, and whose last column says which query a row belongs to.
 *
 * <p>Values come back as SQLite has them, whole numbers as whole numbers. jOOQ's {@code MULTISET} would do as well, but goes by way of
 * JSON text here: it took longer when measured, and large amounts would have to pass two more parsers unharmed.
 */
final class Together {

    private static final int NO_PART = -1;

    private final DSLContext sql;
    private final List<Part> parts = new ArrayList<>();

    Together(DSLContext sql) {
        this.sql = sql;
    }

    /** One query, and its rows once {@link Together#fetch} has run. */
    static final class Part {

        private final SelectQuery<Record> query;

        /** By identity, because jOOQ compares fields by what they are called. */
        private final IdentityHashMap<Field<?>, Integer> columns = new IdentityHashMap<>();

        private final List<Row> rows = new ArrayList<>();

        /** What the values of each column are in the database, texts or whole numbers. */
        private final List<Class<?>> types = new ArrayList<>();

        private Part(List<Field<?>> columns, SelectQuery<Record> query) {
            this.query = query;
            for (Field<?> column : columns) {
                this.columns.put(column, this.columns.size());
                types.add(column.getConverter().fromType());
            }
        }

        /** Returns the rows in no promised order: whoever needs one sorts. */
        List<Row> rows() {
            return Collections.unmodifiableList(rows);
        }

        Row single() {
            return rows.getFirst();
        }
    }

    /** A row of one query. */
    static final class Row {

        private final IdentityHashMap<Field<?>, Integer> columns;
        private final @Nullable Object[] values;

        private Row(IdentityHashMap<Field<?>, Integer> columns, @Nullable Object[] values) {
            this.columns = columns;
            this.values = values;
        }

        /** Returns the value of a column that is never null. */
        <T> T get(Field<T> column) {
            return Objects.requireNonNull(find(column), column::getName);
        }

        /** Returns the value of a column that may be null. */
        <T> @Nullable T find(Field<T> column) {
            Integer index = columns.get(column);
            if (index == null) {
                throw new IllegalArgumentException(column + " was not asked for");
            }
            return read(values[index], column.getConverter());
        }

        private static <D, T> @Nullable T read(@Nullable Object value, Converter<D, T> converter) {
            return converter.from(converter.fromType().cast(value));
        }
    }

    /** Asks for the rows of {@code table} that meet {@code condition}. */
    Part ask(Table<?> table, Condition condition) {
        return ask(List.of(table.fields()), select -> select.from(table).where(condition));
    }

    /**
     * Asks for {@code columns}.
     *
     * @param query the rest of the select; an order or a limit of its own has to be inside a derived table
     */
    Part ask(List<Field<?>> columns, Function<SelectSelectStep<Record>, SelectFinalStep<Record>> query) {
        var part = new Part(columns, query.apply(select(columns)).getQuery());
        parts.add(part);
        return part;
    }

    /** Runs the statement. */
    void fetch() {
        int width = parts.stream().mapToInt(part -> part.columns.size()).max().orElse(0);
        // The first arm has no row. Its columns have no type, and so none is forced upon the values of the others.
        Select<Record> all = select(nulls(width)).select(inline(NO_PART)).where(falseCondition());
        for (int tag = 0; tag < parts.size(); tag++) {
            Part part = parts.get(tag);
            part.query.addSelect(nulls(width - part.columns.size()));
            part.query.addSelect(inline(tag));
            all = all.unionAll(part.query);
        }
        // Of each row only the values that its query has: jOOQ would read the padding too, which took most of the time.
        try (Cursor<Record> cursor = sql.fetchLazy(all)) {
            ResultSet found = cursor.resultSet();
            while (found.next()) {
                Part part = parts.get(found.getInt(width + 1));
                @Nullable Object[] values = new Object[part.types.size()];
                for (int column = 0; column < values.length; column++) {
                    values[column] = read(found, column + 1, part.types.get(column));
                }
                part.rows.add(new Row(part.columns, values));
            }
        } catch (SQLException e) {
            throw new DataAccessException("rows could not be read", e);
        }
    }

    /** Reads a value by what it has to be: to ask SQLite first what it is takes as long again. */
    private static @Nullable Object read(ResultSet found, int column, Class<?> type) throws SQLException {
        if (type == String.class) {
            return found.getString(column);
        }
        long number = found.getLong(column);
        if (number == 0 && found.wasNull()) {
            return null;
        }
        return type == Integer.class ? (Object) Math.toIntExact(number) : (Object) number;
    }

    private static List<Field<?>> nulls(int count) {
        return Stream.<Field<?>>generate(() -> inline((Object) null, SQLDataType.OTHER))
                .limit(count)
                .toList();
    }
}
