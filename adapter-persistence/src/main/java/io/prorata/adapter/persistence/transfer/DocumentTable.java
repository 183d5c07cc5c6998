package io.prorata.adapter.persistence.transfer;

import static io.prorata.adapter.persistence.generated.Tables.CARRIED_REQUEST;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.MONTH_CHECK;
import static io.prorata.adapter.persistence.generated.Tables.MONTH_TOTAL;
import static io.prorata.adapter.persistence.generated.Tables.TOKEN;

import io.prorata.adapter.persistence.digest.DigestedTables;
import io.prorata.domain.household.HouseholdId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;

/**
 * A table in an exported document, as the schema lists it, so that a new table is included. The household's id and digests are omitted,
 * because the household gets another id elsewhere.
 *
 * @param columns in the order of the table
 */
record DocumentTable(Table<?> table, List<DocumentColumn> columns) {

    private static final int AT_ONCE = 500;

    /** Tokens and stored responses, which belong to the server, and totals, which are computed again. */
    private static final Set<Table<?>> LEFT = Set.of(TOKEN, CARRIED_REQUEST, MONTH_CHECK, MONTH_TOTAL);

    /** Returns all tables, referenced ones first. */
    static List<DocumentTable> all() {
        return CopiedTables.inOrder().stream()
                .filter(table -> !LEFT.contains(table))
                .map(DocumentTable::of)
                .toList();
    }

    private static DocumentTable of(Table<?> table) {
        return new DocumentTable(
                table,
                Arrays.stream(table.fields())
                        .filter(column -> !DigestedTables.isDigest(column))
                        .filter(column -> !isOwner(column))
                        .map(DocumentColumn::of)
                        .toList());
    }

    private static boolean isOwner(Field<?> column) {
        return column.getName().equals(HOUSEHOLD.HOUSEHOLD_ID.getName());
    }

    /** Returns its name in the document. */
    String name() {
        return table.getName();
    }

    /** Passes the rows of {@code household} on in the order of their keys, one at a time. */
    void read(DSLContext sql, HouseholdId household, Consumer<Record> each) {
        UniqueKey<?> key = Objects.requireNonNull(table.getPrimaryKey());
        try (var rows = sql.select(columns.stream().map(DocumentColumn::raw).toList())
                .from(table)
                .where(owner().eq(household.value()))
                .orderBy(key.getFields())
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            rows.forEach(each);
        }
    }

    /** Returns the column of the household's id. */
    Field<Long> owner() {
        return Objects.requireNonNull(table.field(HOUSEHOLD.HOUSEHOLD_ID.getName(), Long.class));
    }

    /**
     * Returns the place of the column {@code name} in the document.
     *
     * @throws UnreadableExportException if there is none
     */
    int place(String name) {
        for (int place = 0; place < columns.size(); place++) {
            if (columns.get(place).name().equals(name)) {
                return place;
            }
        }
        throw new UnreadableExportException("a record of " + name() + " has no member " + name);
    }
}
