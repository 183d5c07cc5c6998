package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BOOK;

import io.prorata.adapter.persistence.engine.Database;
import io.prorata.application.port.Books;
import io.prorata.application.port.Evidence;
import io.prorata.application.port.Inspection;
import java.util.List;
import java.util.function.BiFunction;

/** An auditor's way into a database, which may be another process's. */
public final class JooqInspection implements Inspection {

    private final Database database;

    public JooqInspection(Database database) {
        this.database = database;
    }

    @Override
    public List<String> damage() {
        return database.damage();
    }

    @Override
    public <T> T inspect(BiFunction<Books, Evidence, T> work) {
        return database.read(sql -> {
            String epoch = sql.select(BOOK.EPOCH).from(BOOK).fetchSingle(BOOK.EPOCH);
            return work.apply(new JooqBooks(sql, epoch), new JooqEvidence(sql));
        });
    }
}
