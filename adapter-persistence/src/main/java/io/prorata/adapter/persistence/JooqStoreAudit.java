package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BOOK;

import io.prorata.adapter.persistence.engine.Database;
import io.prorata.application.port.Books;
import io.prorata.application.port.RawRecords;
import io.prorata.application.port.StoreAudit;
import java.util.List;
import java.util.function.BiFunction;

/** An auditor's way into a database, which may be another process's. */
public final class JooqStoreAudit implements StoreAudit {

    private final Database database;

    public JooqStoreAudit(Database database) {
        this.database = database;
    }

    @Override
    public List<String> damage() {
        return database.damage();
    }

    @Override
    public <T> T inspect(BiFunction<Books, RawRecords, T> work) {
        return database.read(sql -> {
            String epoch = sql.select(BOOK.EPOCH).from(BOOK).fetchSingle(BOOK.EPOCH);
            return work.apply(new JooqBooks(sql, database.textIndex(), epoch), new JooqRawRecords(sql));
        });
    }
}
