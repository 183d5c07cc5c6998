package io.prorata.adapter.persistence.digest;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.Row;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jooq.impl.QOM;

/**
 * Observes every statement of a write, and sets the digests of its rows at the end, so that no statement has to. The digest of a row that
 * is about to change is removed first, unless the statement sets it.
 */
public final class WrittenRows implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    private final transient DSLContext sql;
    private final transient Set<Table<?>> tables = new LinkedHashSet<>();

    /** @param sql of the transaction that writes */
    public WrittenRows(DSLContext sql) {
        this.sql = sql;
    }

    /** Returns the transaction that writes have to use. */
    public DSLContext watched() {
        return DSL.using(sql.configuration().deriveAppending(new DefaultExecuteListenerProvider(this)));
    }

    /** Sets the digests of the written rows of {@code household}. */
    public void digest(long household) {
        tables.forEach(table -> StoredDigests.add(sql, table, household));
        tables.clear();
    }

    @Override
    public void start(ExecuteContext context) {
        Query query = context.query();
        if (query != null) {
            changing(query)
                    .ifPresent(change -> sql.update(change.table())
                            .setNull(DigestedTables.digestOf(change.table()))
                            .where(change.rows())
                            .execute());
        } else {
            Arrays.stream(context.batchQueries())
                    .forEach(one -> changing(one).ifPresent(change -> {
                        throw new IllegalStateException(
                                "a batch that changes " + change.table().getName()
                                        + " has to set the digest to null, so that it is computed anew");
                    }));
        }
    }

    private record Change(Table<?> table, Condition rows) {}

    /** Records the table that {@code query} writes to, and returns the rows whose digest becomes invalid. */
    private Optional<Change> changing(Query query) {
        return switch (query) {
            case QOM.Update<?> update -> changing(update.$table(), update.$set(), update.$where());
            case QOM.Insert<?> insert -> changing(insert);
            default -> Optional.empty();
        };
    }

    private Optional<Change> changing(QOM.Insert<?> insert) {
        Table<?> table = insert.$into();
        if (insert.$updateSet().isEmpty()) {
            if (DigestedTables.isDigested(table) && insert.$columns().stream().noneMatch(DigestedTables::isDigest)) {
                tables.add(table);
            }
            return Optional.empty();
        }
        return changing(table, insert.$updateSet(), conflicts(insert));
    }

    private Optional<Change> changing(
            Table<?> table, Map<?, ?> set, @org.jspecify.annotations.Nullable Condition where) {
        if (!DigestedTables.isDigested(table) || columns(set).noneMatch(DigestedTables::isCovered)) {
            return Optional.empty();
        }
        if (columns(set).anyMatch(DigestedTables::isDigest)) {
            if (!hasValue(set, DigestedTables.digestOf(table))) {
                tables.add(table);
            }
            return Optional.empty();
        }
        tables.add(table);
        return Optional.of(new Change(table, where == null ? DSL.noCondition() : where));
    }

    /** Whether the statement sets {@code digest} itself; one that sets it to null leaves it to be computed. */
    private static boolean hasValue(Map<?, ?> set, Field<Long> digest) {
        return set.entrySet().stream()
                .filter(column -> digest.equals(column.getKey()))
                .anyMatch(column -> column.getValue() instanceof Param<?> value && value.getValue() != null);
    }

    private static Stream<Field<?>> columns(Map<?, ?> set) {
        return set.keySet().stream().filter(Field.class::isInstance).map(column -> (Field<?>) column);
    }

    /** The existing rows with the inserted keys. */
    private static Condition conflicts(QOM.Insert<?> insert) {
        return DSL.or(insert.$values().stream()
                .map(row -> DSL.and(insert.$onConflict().stream()
                        .map(column -> equal(column, row, insert))
                        .toList()))
                .toList());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Condition equal(Field<?> column, Row row, QOM.Insert<?> insert) {
        return ((Field) column).eq(row.field(insert.$columns().indexOf(column)));
    }
}
