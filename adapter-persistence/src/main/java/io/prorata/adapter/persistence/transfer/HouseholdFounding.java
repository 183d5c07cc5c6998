package io.prorata.adapter.persistence.transfer;

import static io.prorata.adapter.persistence.generated.Tables.BOOK;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;

import io.prorata.adapter.persistence.JooqStoreAudit;
import io.prorata.adapter.persistence.digest.DigestedTables;
import io.prorata.adapter.persistence.digest.StoredDigests;
import io.prorata.adapter.persistence.engine.BulkInsert;
import io.prorata.adapter.persistence.engine.BulkInsert.RowBinding;
import io.prorata.adapter.persistence.engine.CommitListener;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.application.port.Store;
import io.prorata.application.verification.Verification;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Creates a household from an exported document, in one transaction. It gets a new id, and has no tokens. Before the transaction ends, the
 * household is verified, so that an invalid document, for example one edited by hand, creates nothing.
 */
public final class HouseholdFounding {

    private static final int AT_ONCE = 500;

    private final Database books;
    private final BiFunction<Store.Audit, HouseholdId, Verification> verification;

    /** @param verification verifies a household of given books */
    public HouseholdFounding(Database books, BiFunction<Store.Audit, HouseholdId, Verification> verification) {
        this.books = books;
        this.verification = verification;
    }

    /**
     * Reads {@code document} and returns the new household.
     *
     * @throws UnreadableExportException if it is no complete household; nothing is kept then
     */
    public HouseholdId found(InputStream document) {
        try {
            return books.writeNewHousehold(sql -> found(sql, document), CommitListener.NONE);
        } catch (DataAccessException e) {
            throw new UnreadableExportException("Its records do not fit together: " + e.getMessage(), e);
        }
    }

    private HouseholdId found(DSLContext sql, InputStream document) {
        var id = new HouseholdId(sql.update(BOOK)
                .set(BOOK.LAST_HOUSEHOLD, BOOK.LAST_HOUSEHOLD.plus(1))
                .returning(BOOK.LAST_HOUSEHOLD)
                .fetchSingle(BOOK.LAST_HOUSEHOLD));
        var rows = new Rows(sql, id);
        try {
            DocumentReader.read(document, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows.insert();
        StoredDigests.addMissing(sql, id.value());
        verification.apply(JooqStoreAudit.within(sql, books.textIndex()), id).findings().stream()
                .findFirst()
                .ifPresent(finding -> {
                    throw new UnreadableExportException("It is no whole household: " + finding + ".");
                });
        return id;
    }

    /** The rows of one table after the other, inserted many at a time. */
    private static final class Rows implements DocumentReader.Sink {

        private final DSLContext sql;
        private final HouseholdId household;
        private final List<@Nullable Object[]> waiting = new ArrayList<>();
        private @Nullable DocumentTable table;

        Rows(DSLContext sql, HouseholdId household) {
            this.sql = sql;
            this.household = household;
        }

        @Override
        public void record(DocumentTable of, @Nullable Object[] values) {
            if (!of.equals(table) || waiting.size() == AT_ONCE) {
                insert();
                table = of;
            }
            waiting.add(values);
        }

        void insert() {
            if (table != null) {
                of(table).insert(sql, waiting);
                waiting.clear();
            }
        }

        private BulkInsert<@Nullable Object[]> of(DocumentTable into) {
            List<RowBinding<@Nullable Object[], ?>> bindings = new ArrayList<>();
            Field<Long> owner = into.owner();
            bindings.add(new RowBinding<>(owner, row -> household.value()));
            for (int place = 0; place < into.columns().size(); place++) {
                bindings.add(binding(into.columns().get(place).raw(), place));
            }
            if (into.table().equals(HOUSEHOLD)) {
                // Digests are added afterwards.
                bindings.add(new RowBinding<>(DigestedTables.digestOf(into.table()), row -> null));
            }
            return new BulkInsert<>(into.table(), bindings);
        }

        private static <V> RowBinding<@Nullable Object[], V> binding(Field<V> column, int place) {
            return new RowBinding<>(column, row -> column.getType().cast(row[place]));
        }
    }
}
