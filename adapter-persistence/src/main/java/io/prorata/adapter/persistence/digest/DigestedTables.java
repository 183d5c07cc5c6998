package io.prorata.adapter.persistence.digest;

import static io.prorata.adapter.persistence.generated.Tables.BOOK;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.MONTHLY_DASHBOARD_CACHE;
import static io.prorata.adapter.persistence.generated.Tables.MONTH_CHECK;
import static io.prorata.adapter.persistence.generated.Tables.MONTH_TOTAL;
import static io.prorata.adapter.persistence.generated.Tables.REPLACED_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.RUNNING_TIME;
import static io.prorata.adapter.persistence.generated.Tables.STAGED_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.TOKEN;

import io.prorata.adapter.persistence.generated.DefaultSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Table;

/** The tables whose rows have a digest, and their columns. A new table has digests, or is listed here with a reason. */
public final class DigestedTables {

    private static final String DIGEST = "digest";

    /** Tables without digests, with the reason. */
    public static final Map<Table<?>, String> OTHERS = Map.of(
            BOOK, "of the database, no household's: its epoch and its key are random, and any other serves as well",
            RUNNING_TIME, "counts time, and decides only how long notes are kept",
            MONTH_CHECK, "is itself the check value of a month's totals",
            MONTH_TOTAL, "follows from transactions, which are added up anew, and has a check value of its own",
            STAGED_TRANSACTION,
                    "holds rows that nobody sees yet, each with the digest that it will have; what is staged by halves"
                            + " is never entered",
            REPLACED_TRANSACTION,
                    "holds rows as they were, each with the digest that it had: it is compared by itself, and before a row is put back",
            MONTHLY_DASHBOARD_CACHE,
                    "holds documents that may be dropped at any time, each with a check value of its own");

    /** Columns that digests omit, with the reason. */
    public static final Map<Field<?>, String> LEFT_OUT = Map.of(
            HOUSEHOLD.REVISION, "advances with every write, and is compared with the audit",
            HOUSEHOLD.NONCE, "is drawn anew for every write, and is compared with the audit",
            TOKEN.LAST_USED, "is noted with every request, for a person to read; nothing depends on it");

    private DigestedTables() {}

    /** Returns the tables whose rows have a digest. */
    public static List<Table<?>> all() {
        return DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(DigestedTables::isDigested)
                .<Table<?>>map(table -> table)
                .toList();
    }

    /** Whether the rows of {@code table} have a digest. */
    public static boolean isDigested(Table<?> table) {
        return table.field(DIGEST) != null && !OTHERS.containsKey(table);
    }

    /** Returns the column for the digest in a table whose rows have one. */
    public static Field<Long> digestOf(Table<?> table) {
        return Objects.requireNonNull(table.field(DIGEST, Long.class));
    }

    /** Whether a column is that of the digest. */
    public static boolean isDigest(Field<?> column) {
        return column.getName().equals(DIGEST);
    }

    /** Whether a digest is over this column, too. */
    static boolean isCovered(Field<?> column) {
        return !isDigest(column) && !LEFT_OUT.containsKey(column);
    }

    /** Returns the columns of a table's digests without their converters, with the values of the database. */
    static List<Field<?>> covered(Table<?> table) {
        return Arrays.stream(table.fields())
                .filter(DigestedTables::isCovered)
                .<Field<?>>map(DigestedTables::raw)
                .toList();
    }

    /** Reads a column without its converter, which would fail on invalid values. */
    static Field<?> raw(Field<?> column) {
        return column.coerce(column.getConverter().fromType());
    }
}
