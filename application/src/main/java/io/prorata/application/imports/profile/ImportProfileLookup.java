package io.prorata.application.imports.profile;

import io.prorata.application.bankfile.ImportProfile;
import io.prorata.application.port.Books;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;

/** Finds import profiles, and the stamp of their last change. */
final class ImportProfileLookup {

    private ImportProfileLookup() {}

    /** @throws RefusedException if there is no such profile */
    static ImportProfile of(HouseholdId household, Books books, long id) {
        return books.importProfiles().all(household).stream()
                .filter(profile -> profile.id() == id)
                .findFirst()
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownImportProfile(id)));
    }

    static Stamp stamp(Books books, HouseholdId household, ImportProfile profile) {
        return books.revisions().stampAt(household, profile.revision());
    }
}
