package io.prorata.application.memory;

import static io.prorata.application.Examples.NOON;

import io.prorata.application.imports.ImportProfilesContract;
import io.prorata.application.imports.ImportingContract;
import io.prorata.application.port.ChangesContract;
import io.prorata.application.port.HouseholdsContract;
import io.prorata.application.port.ImportsContract;
import io.prorata.application.port.LedgerContract;
import io.prorata.application.port.MappingsContract;
import io.prorata.application.port.OneTransactionContract;
import io.prorata.application.port.PlansContract;
import io.prorata.application.port.RevisedPlansContract;
import io.prorata.application.port.RevisionsContract;
import io.prorata.application.port.SharingContract;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.SnapshotsContract;
import io.prorata.application.port.Store;
import io.prorata.application.port.StoreContract;
import io.prorata.application.port.TokensContract;
import io.prorata.application.port.TransactionListContract;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWorkContract;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The books in memory sign every contract that the real ones sign. */
class InMemoryBooksTest
        implements UnitOfWorkContract,
                RevisionsContract,
                HouseholdsContract,
                PlansContract,
                LedgerContract,
                ImportsContract,
                ImportProfilesContract,
                MappingsContract,
                TokensContract,
                ChangesContract,
                TransactionListContract,
                RevisedPlansContract,
                OneTransactionContract,
                ImportingContract,
                SnapshotsContract,
                StoreContract,
                SharingContract {

    @Override
    public UnitOfWork empty() {
        return new InMemoryBooks(Clock.fixed(NOON, ZoneOffset.UTC), new SplittableRandom(1));
    }

    @Override
    public Store store(UnitOfWork work) {
        return (InMemoryBooks) work;
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
