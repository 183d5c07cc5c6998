package io.prorata.adapter.persistence.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.TableRecord;

/**
 * Adds rows to a table, as many as a bank file has.
 *
 * <p>Several rows go into one statement: with a statement for each, SQLite takes half as long again, most of it to keep what it would
 * need if a trigger failed. The values are bound past jOOQ, which makes some objects of each; the statement itself is jOOQ's, so that
 * the compiler knows its columns.
 */
public final class ManyRows {

    /** With more values than these, jOOQ writes them into the text of a statement. */
    private static final int MOST_VALUES = 999;

    private ManyRows() {}

    /** Adds {@code rows}, each with all of the table's columns: all of them, or none and an exception. */
    public static <R extends TableRecord<R>> void insert(DSLContext sql, Table<R> table, List<R> rows) {
        int together = MOST_VALUES / table.fields().length;
        if (rows.size() < together) {
            sql.insertInto(table).columns(table.fields()).valuesOfRecords(rows).execute();
            return;
        }
        int rest = rows.size() % together;
        List<R> whole = rows.subList(0, rows.size() - rest);
        sql.connection(connection -> bind(connection, emptyRows(sql, table, together), table.fields(), whole));
        if (rest > 0) {
            List<R> last = rows.subList(rows.size() - rest, rows.size());
            sql.connection(connection -> bind(connection, emptyRows(sql, table, rest), table.fields(), last));
        }
    }

    private static Query emptyRows(DSLContext sql, Table<?> table, int count) {
        Object[] row = new Object[table.fields().length];
        var insert = sql.insertInto(table).columns(table.fields()).values(row);
        for (int i = 1; i < count; i++) {
            insert = insert.values(row);
        }
        return insert;
    }

    private static void bind(
            Connection connection, Query insert, Field<?>[] columns, List<? extends TableRecord<?>> rows)
            throws SQLException {
        Converter<Object, Object>[] kept = converters(columns);
        try (PreparedStatement statement = connection.prepareStatement(insert.getSQL())) {
            int values = statement.getParameterMetaData().getParameterCount();
            int place = 0;
            for (TableRecord<?> row : rows) {
                for (int column = 0; column < kept.length; column++) {
                    statement.setObject(++place, kept[column].to(row.get(column)));
                }
                if (place == values) {
                    statement.executeUpdate();
                    place = 0;
                }
            }
        }
    }

    /** From what a row has to what its column keeps. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Converter<Object, Object>[] converters(Field<?>[] columns) {
        return Arrays.stream(columns).map(Field::getConverter).toArray(Converter[]::new);
    }
}
