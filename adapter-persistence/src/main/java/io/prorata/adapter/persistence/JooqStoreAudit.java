package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BOOK;

import io.prorata.adapter.persistence.sqlite.Integrity;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.application.port.Books;
import io.prorata.application.port.RawRecords;
import io.prorata.application.port.StoreAudit;
import java.util.List;
import java.util.function.BiFunction;

/** An auditor's way into a database, which may be another process's. */
public final class JooqStoreAudit implements StoreAudit {

    private final SqliteDatabase database;

    public JooqStoreAudit(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public List<String> damage() {
        return Integrity.findings(database.file());
    }

    @Override
    public <T> T inspect(BiFunction<Books, RawRecords, T> work) {
        return database.read(sql -> {
            String epoch = sql.select(BOOK.EPOCH).from(BOOK).fetchSingle(BOOK.EPOCH);
            return work.apply(new JooqBooks(sql, epoch), new JooqRawRecords(sql));
        });
    }
}
