package io.prorata.adapter.persistence.sqlite;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.prorata.domain.household.HouseholdId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Context;
import org.jooq.Converter;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectFinalStep;
import org.jooq.SelectSelectStep;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.CustomQueryPart;
import org.jspecify.annotations.Nullable;

/**
 * Several queries asked as one statement, and so answered in one go and of one snapshot: a {@code UNION ALL} whose arms are padded to
 * one width, and whose last column says which query a row belongs to.
 *
 * <p>Values come back as SQLite has them, whole numbers as whole numbers. jOOQ's {@code MULTISET} would do as well, but goes by way of
 * JSON text here: it took longer when measured, and large amounts would have to pass two more parsers unharmed.
 */
public final class Together {

    private static final int NO_PART = -1;

    /** Spares jOOQ asking what columns there are: it is not jOOQ that reads them. */
    private static final Field<?>[] NOT_READ = {inline(0)};

    private final DSLContext sql;
    private final List<Part> parts = new ArrayList<>();

    public Together(DSLContext sql) {
        this.sql = sql;
    }

    /** One query, and its rows once {@link Together#fetch} has run. */
    public static final class Part {

        private final Columns columns;
        private final Arm arm;
        private final List<Object> bound;
        private final List<Row> rows = new ArrayList<>();

        private Part(Columns columns, Arm arm, List<Object> bound) {
            this.columns = columns;
            this.arm = arm;
            this.bound = bound;
        }

        /** Returns the rows in no promised order: whoever needs one sorts. */
        public List<Row> rows() {
            return Collections.unmodifiableList(rows);
        }

        public Row single() {
            return rows.getFirst();
        }
    }

    /** A row of one query. */
    public static final class Row {

        private final Columns columns;
        private final @Nullable Object[] values;

        private Row(Columns columns, @Nullable Object[] values) {
            this.columns = columns;
            this.values = values;
        }

        /** Returns the value of a column that is never null. */
        public <T> T get(Field<T> column) {
            return Objects.requireNonNull(find(column), column::getName);
        }

        /** Returns the value of a column that may be null. */
        public <T> @Nullable T find(Field<T> column) {
            return read(values[columns.place(column)], column.getConverter());
        }

        private static <D, T> @Nullable T read(@Nullable Object value, Converter<D, T> converter) {
            return converter.from(converter.fromType().cast(value));
        }
    }

    /** Asks {@code question} about {@code household}, with {@code others} as the values of its other parameters. */
    public Part ask(Question question, HouseholdId household, Object... others) {
        List<Object> values = Stream.concat(Stream.of(household.value()), Arrays.stream(others))
                .toList();
        return ask(new Part(question.columns(), question.arm(sql), question.bound(sql, values)));
    }

    /**
     * Asks what is written anew each time, because it takes many forms.
     *
     * @param query the rest of the select; an order or a limit of its own has to be inside a derived table
     */
    public Part ask(List<Field<?>> columns, Function<SelectSelectStep<Record>, SelectFinalStep<Record>> query) {
        Select<Record> select = query.apply(select(columns).select(Arm.REST));
        return ask(new Part(new Columns(columns), Arm.of(sql.render(select)), sql.extractBindValues(select)));
    }

    private Part ask(Part part) {
        parts.add(part);
        return part;
    }

    /** Runs the statement. */
    public void fetch() {
        int width = parts.stream().mapToInt(part -> part.columns.count()).max().orElse(0);
        // Of each row only the values that its query has: jOOQ would read the padding too, which took most of the time.
        try (Cursor<Record> cursor = sql.fetchLazy(statement(width))) {
            ResultSet found = cursor.resultSet();
            while (found.next()) {
                Part part = parts.get(found.getInt(width + 1));
                @Nullable Object[] values = new Object[part.columns.count()];
                for (int column = 0; column < values.length; column++) {
                    values[column] = read(found, column + 1, part.columns.type(column));
                }
                part.rows.add(new Row(part.columns, values));
            }
        } catch (SQLException e) {
            throw new DataAccessException("rows could not be read", e);
        }
    }

    private ResultQuery<Record> statement(int width) {
        return sql.resultQuery("{0}", new Union(parts, width)).coerce(NOT_READ);
    }

    /** The statement. As one text, jOOQ would look through it for values, letter by letter. */
    private static final class Union extends CustomQueryPart {

        private static final long serialVersionUID = 1L;

        // The first arm has no row. Its columns have no type, and so none is forced upon the values of the others.
        private static final Arm NO_ROW = new Arm("select ", List.of(" where false"));

        private final transient List<Part> parts;
        private final int width;

        Union(List<Part> parts, int width) {
            this.parts = parts;
            this.width = width;
        }

        @Override
        public void accept(Context<?> text) {
            NO_ROW.write(text, width, NO_PART, List.of());
            for (int tag = 0; tag < parts.size(); tag++) {
                Part part = parts.get(tag);
                text.sql(" union all ");
                part.arm.write(text, width - part.columns.count(), tag, part.bound);
            }
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
}
