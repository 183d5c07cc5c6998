package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BOOK;

import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.engine.TextIndex;
import io.prorata.application.port.Books;
import io.prorata.application.port.RawRecords;
import io.prorata.application.port.Store;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.DSLContext;

/** Opens a database for verification, also one that another process owns. */
public final class JooqStoreAudit implements Store.Audit {

    private final Database database;

    public JooqStoreAudit(Database database) {
        this.database = database;
    }

    /** Returns the audit of an open transaction, valid until it ends, for example of books that are not committed yet. */
    public static Store.Audit within(DSLContext sql, TextIndex textIndex) {
        return new Store.Audit() {
            @Override
            public List<String> damage() {
                return List.of();
            }

            @Override
            public <T> T inspect(BiFunction<Books, RawRecords, T> work) {
                return JooqStoreAudit.inspect(sql, textIndex, work);
            }
        };
    }

    @Override
    public List<String> damage() {
        return database.damage();
    }

    @Override
    public <T> T inspect(BiFunction<Books, RawRecords, T> work) {
        return database.read(sql -> inspect(sql, database.textIndex(), work));
    }

    private static <T> T inspect(DSLContext sql, TextIndex textIndex, BiFunction<Books, RawRecords, T> work) {
        String epoch = sql.select(BOOK.EPOCH).from(BOOK).fetchSingle(BOOK.EPOCH);
        return work.apply(new JooqBooks(sql, textIndex, epoch), new JooqRawRecords(sql));
    }
}
