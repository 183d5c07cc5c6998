package io.prorata.adapter.persistence.sqlite;

import static org.jooq.impl.DSL.insertInto;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows to a table, as many as a bank file has.
 *
 * <p>Handing a value to SQLite takes nearly as long as storing it. So many rows go into one statement, what all of them share is handed
 * over once, and what follows from other values is left to SQLite. The values are bound past jOOQ, which makes some objects of each; the
 * statement itself is jOOQ's, so that the compiler knows its columns.
 *
 * @param <T> what becomes a row
 */
public final class ManyRows<T> {

    /** So many rows go into a statement, as long as there are so many left: few sizes, so that few statements need keeping. */
    private static final List<Integer> SIZES = List.of(500, 20, 1);

    private static final Pattern NAMED = Pattern.compile(":(\\w+)");
    private static final String BEFORE_VALUES = " values ";

    private final Query oneRow;
    private final List<Param<?>> shared;
    private final List<Own<T, ?>> own;

    /** The statement for each number of rows. */
    private final Map<Integer, String> texts = new ConcurrentHashMap<>();

    /**
     * @param columns all of the table's columns in order, each in terms of the parameters
     * @param shared the parameters that are the same for all rows
     * @param own those that each row has for itself
     */
    public ManyRows(Table<?> table, List<Field<?>> columns, List<Param<?>> shared, List<Own<T, ?>> own) {
        this.oneRow = insertInto(table).columns(table.fields()).values(columns);
        this.shared = List.copyOf(shared);
        this.own = List.copyOf(own);
    }

    /** A parameter of each row, and where its value comes from. */
    public record Own<T, V>(Param<V> parameter, Function<T, ? extends @Nullable V> value) {

        private @Nullable Object bound(T row) {
            return parameter.getConverter().to(value.apply(row));
        }
    }

    /** Adds {@code rows}: all of them, or none and an exception. {@code common} are the values that they share. */
    public void insert(DSLContext sql, List<@Nullable Object> common, List<T> rows) {
        sql.connection(connection -> {
            List<T> left = rows;
            for (int size : SIZES) {
                int whole = left.size() - left.size() % size;
                insert(connection, sql, common, left.subList(0, whole), size);
                left = left.subList(whole, left.size());
            }
        });
    }

    private void insert(Connection connection, DSLContext sql, List<@Nullable Object> common, List<T> rows, int size)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String text = texts.computeIfAbsent(size, many -> text(sql, many));
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int first = 0; first < rows.size(); first += size) {
                int place = 0;
                for (int i = 0; i < shared.size(); i++) {
                    statement.setObject(++place, kept(shared.get(i).getConverter(), common.get(i)));
                }
                for (T row : rows.subList(first, first + size)) {
                    for (Own<T, ?> value : own) {
                        statement.setObject(++place, value.bound(row));
                    }
                }
                statement.executeUpdate();
            }
        }
    }

    private static <D, V> @Nullable D kept(Converter<D, V> converter, @Nullable Object value) {
        return converter.to(converter.toType().cast(value));
    }

    /** The one row as jOOQ writes it, with numbers in place of names, and the same for further rows with further numbers. */
    private String text(DSLContext sql, int rows) {
        String named = sql.renderNamedParams(oneRow);
        int values = named.indexOf(BEFORE_VALUES) + BEFORE_VALUES.length();
        String row = named.substring(values);
        StringBuilder text = new StringBuilder(named.substring(0, values));
        for (int i = 0; i < rows; i++) {
            int before = shared.size() + i * own.size();
            text.append(i == 0 ? "" : ", ").append(NAMED.matcher(row).replaceAll(name -> "?" + number(name, before)));
        }
        return text.toString();
    }

    private int number(MatchResult name, int before) {
        for (int i = 0; i < shared.size(); i++) {
            if (name.group(1).equals(shared.get(i).getParamName())) {
                return i + 1;
            }
        }
        for (int i = 0; i < own.size(); i++) {
            if (name.group(1).equals(own.get(i).parameter().getParamName())) {
                return before + i + 1;
            }
        }
        throw new IllegalStateException("no parameter " + name.group(1));
    }
}
