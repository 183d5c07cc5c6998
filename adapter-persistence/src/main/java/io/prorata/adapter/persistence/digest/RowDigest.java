package io.prorata.adapter.persistence.digest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

/**
 * A digest of a row: 64 bits over the names and stored values of its columns, in any order. A null column does not count, so adding a
 * column without a value changes no digest.
 */
public final class RowDigest {

    private static final long FNV_BASIS = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final long OF_NUMBER = 1;
    private static final long OF_TEXT = 2;
    private static final long OF_BYTES = 3;

    /** Hashes of column names. */
    private static final Map<String, Long> NAMES = new ConcurrentHashMap<>();

    private long sum;

    /** Returns {@code row} with the digest of its columns; all columns of the row have to be set. */
    public static <R extends TableRecord<R>> R digested(R row) {
        var digest = new RowDigest();
        for (Field<?> column : row.fields()) {
            if (DigestedTables.isCovered(column)) {
                digest.add(column, raw(row, column));
            }
        }
        row.set(DigestedTables.digestOf(row.getTable()), digest.value());
        return row;
    }

    private static <T> @Nullable Object raw(TableRecord<?> row, Field<T> column) {
        Converter<?, T> converter = column.getConverter();
        return converter.to(row.get(column));
    }

    /**
     * Adds a column.
     *
     * @param value as stored: a number, text or bytes
     */
    public void add(Field<?> column, @Nullable Object value) {
        if (value != null) {
            long name = NAMES.computeIfAbsent(column.getName(), RowDigest::hash);
            sum += CheckValue.mixed(name ^ CheckValue.mixed(hash(value)));
        }
    }

    public long value() {
        return CheckValue.mixed(sum);
    }

    private static long hash(Object value) {
        return switch (value) {
            case Long number -> number * 31 + OF_NUMBER;
            case String text -> hash(text);
            case byte[] bytes -> hash(bytes);
            default -> throw new IllegalStateException("a column of " + value.getClass());
        };
    }

    /** FNV-1a over its characters. */
    private static long hash(String text) {
        long hash = FNV_BASIS + OF_TEXT;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    private static long hash(byte[] bytes) {
        long hash = FNV_BASIS + OF_BYTES;
        for (byte one : bytes) {
            hash = (hash ^ (one & 0xFF)) * FNV_PRIME;
        }
        return hash;
    }
}
