package io.prorata.application.imports.profile;

import io.prorata.application.bankfile.ImportProfile;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;

/** Shows one import profile. */
public final class ShowImportProfile {

    private final UnitOfWork work;

    public ShowImportProfile(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such profile */
    public ReadResult<ImportProfile> show(HouseholdId household, long id) {
        return work.read(household, books -> {
            ImportProfile profile = ImportProfileLookup.of(household, books, id);
            return ReadResult.of(books, household, profile, ImportProfileLookup.stamp(books, household, profile));
        });
    }
}
