package io.prorata.application.memory;

import static io.prorata.application.Examples.NOON;

import io.prorata.application.export.HouseholdExports;
import io.prorata.application.port.AllBooksContracts;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Store;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The books in memory sign every contract that the real ones sign. */
class InMemoryBooksTest implements AllBooksContracts {

    @Override
    public UnitOfWork empty() {
        return new InMemoryBooks(Clock.fixed(NOON, ZoneOffset.UTC), new SplittableRandom(1));
    }

    @Override
    public Store store(UnitOfWork work) {
        return (InMemoryBooks) work;
    }

    @Override
    public HouseholdExports exports(UnitOfWork work) {
        return new InMemoryExports(work);
    }

    @Override
    public Snapshots snapshots(UnitOfWork work) {
        return (InMemoryBooks) work;
    }

    @Override
    public String audited(Record record) {
        return record.toString();
    }

    @Override
    public List<AuditRow> audit(UnitOfWork work, HouseholdId household) {
        return ((InMemoryBooks) work)
                .audit(household).stream()
                        .map(row -> new AuditRow(
                                row.revision(),
                                row.actor().name(),
                                row.entry().what(),
                                text(row.entry().before()),
                                text(row.entry().after())))
                        .toList();
    }

    private static @Nullable String text(@Nullable Record record) {
        return record == null ? null : record.toString();
    }
}
