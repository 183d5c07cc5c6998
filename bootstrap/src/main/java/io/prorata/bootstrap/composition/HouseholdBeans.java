package io.prorata.bootstrap.composition;

import io.micronaut.context.annotation.Factory;
import io.prorata.application.cache.TieredViewCache;
import io.prorata.application.cache.Warmer;
import io.prorata.application.change.ShowChanges;
import io.prorata.application.change.ShowHistory;
import io.prorata.application.change.ShowHistoryEntry;
import io.prorata.application.change.ShowRevision;
import io.prorata.application.change.UndoRevision;
import io.prorata.application.export.ExportHousehold;
import io.prorata.application.export.HouseholdExports;
import io.prorata.application.household.CreateHousehold;
import io.prorata.application.household.DeleteHousehold;
import io.prorata.application.household.ReviseHousehold;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.household.ShowHouseholds;
import io.prorata.application.member.RenameMember;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.tax.EstimateTax;
import io.prorata.application.tax.KnownScales;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the use cases of the household itself, and of its history. */
@Factory
public final class HouseholdBeans {

    private final UnitOfWork work;
    private final Clock clock;

    HouseholdBeans(UseCaseParts parts) {
        this.work = parts.work();
        this.clock = parts.clock();
    }

    @Singleton
    ShowChanges showChanges() {
        return new ShowChanges(work);
    }

    @Singleton
    ShowRevision showRevision(Snapshots snapshots) {
        return new ShowRevision(snapshots);
    }

    @Singleton
    public ShowCurrentMonth showCurrentMonth() {
        return new ShowCurrentMonth(work, clock);
    }

    @Singleton
    public ShowHouseholds showHouseholds() {
        return new ShowHouseholds(work);
    }

    @Singleton
    public CreateHousehold createHousehold() {
        return new CreateHousehold(work);
    }

    @Singleton
    DeleteHousehold deleteHousehold(TieredViewCache views, Warmer warmer) {
        return new DeleteHousehold(work, views, warmer);
    }

    @Singleton
    ShowHousehold showHousehold() {
        return new ShowHousehold(work);
    }

    @Singleton
    ReviseHousehold reviseHousehold() {
        return new ReviseHousehold(work);
    }

    @Singleton
    RenameMember renameMember() {
        return new RenameMember(work);
    }

    @Singleton
    EstimateTax estimateTax() {
        return new EstimateTax(KnownScales.published());
    }

    @Singleton
    ExportHousehold exportHousehold(HouseholdExports exports) {
        return new ExportHousehold(exports);
    }

    @Singleton
    ShowHistory showHistory() {
        return new ShowHistory(work);
    }

    @Singleton
    ShowHistoryEntry showHistoryEntry() {
        return new ShowHistoryEntry(work);
    }

    @Singleton
    UndoRevision undoRevision() {
        return new UndoRevision(work, clock);
    }
}
