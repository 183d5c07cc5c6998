package io.prorata.application.imports.profile;

import io.prorata.application.bankfile.ImportProfile;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;

/** Deletes an import profile. Earlier imports stay as they are. */
public final class RemoveImportProfile {

    private final UnitOfWork work;

    public RemoveImportProfile(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if there is no such profile, or {@code expected} is overtaken */
    public Committed<ImportProfile> remove(HouseholdId household, Actor actor, long id, Precondition expected) {
        return work.write(household, actor, books -> {
            ImportProfile before = ImportProfileLookup.of(household, books, id);
            expected.check(ImportProfileLookup.stamp(books, household, before));
            books.importProfiles().remove(household, id);
            return new Decision<>(
                    before, new Change.ImportProfileChanged(), AuditEntry.removed("import profile removed", before));
        });
    }
}
