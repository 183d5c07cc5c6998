package io.prorata.adapter.persistence;

import io.prorata.application.port.Snapshots;
import io.prorata.application.port.SnapshotsContract;
import io.prorata.application.port.UnitOfWork;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/** The reading side beside whatever process owns the books, which nobody tells of writes. */
class VisitingSnapshotsTest implements SnapshotsContract {

    private final Map<UnitOfWork, TemporaryBooks> open = new HashMap<>();

    @Override
    public UnitOfWork empty() {
        var books = new TemporaryBooks();
        open.put(books.work(), books);
        return books.work();
    }

    @Override
    public Snapshots snapshots(UnitOfWork work) {
        return new JooqSnapshots(Objects.requireNonNull(open.get(work)).database());
    }

    @AfterEach
    void close() {
        open.values().forEach(TemporaryBooks::close);
    }
}
