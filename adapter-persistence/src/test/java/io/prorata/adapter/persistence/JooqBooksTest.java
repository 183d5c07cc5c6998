package io.prorata.adapter.persistence;

import io.prorata.adapter.persistence.search.TextIndexer;
import io.prorata.adapter.persistence.transfer.JooqHouseholdExports;
import io.prorata.application.change.AuditJson;
import io.prorata.application.export.HouseholdExports;
import io.prorata.application.port.AllBooksContracts;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Store;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.HouseholdId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/** The books in SQLite sign every contract. */
class JooqBooksTest implements AllBooksContracts {

    private final Map<UnitOfWork, TemporaryBooks> open = new HashMap<>();

    @Override
    public UnitOfWork empty() {
        var books = new TemporaryBooks();
        open.put(books.work(), books);
        return books.work();
    }

    @Override
    public int examples() {
        return "all".equals(System.getProperty("prorata.tests")) ? 20 : 8;
    }

    @Override
    public Store store(UnitOfWork work) {
        return new JooqStore(
                Objects.requireNonNull(open.get(work), "books of this test").database());
    }

    @Override
    public HouseholdExports exports(UnitOfWork work) {
        return new JooqHouseholdExports(Objects.requireNonNull(open.get(work)).database());
    }

    @Override
    public Snapshots snapshots(UnitOfWork work) {
        return Objects.requireNonNull(open.get(work)).work().snapshots();
    }

    @Override
    public void index(UnitOfWork work) {
        try (var indexer =
                new TextIndexer(Objects.requireNonNull(open.get(work)).database())) {
            indexer.fill();
        }
    }

    @Override
    public String audited(Record record) {
        return Objects.requireNonNull(AuditJson.of(record));
    }

    @Override
    public List<AuditRow> audit(UnitOfWork work, HouseholdId household) {
        return Objects.requireNonNull(open.get(work))
                .rows(
                        "SELECT revision, actor, what, before, after FROM audit WHERE household_id = ? ORDER BY revision",
                        household.value())
                .stream()
                .map(row -> new AuditRow(
                        ((Number) row.get(0)).longValue(),
                        (String) row.get(1),
                        (String) row.get(2),
                        (String) row.get(3),
                        (String) row.get(4)))
                .toList();
    }

    @AfterEach
    void close() {
        open.values().forEach(TemporaryBooks::close);
    }
}
