package io.prorata.application.memory;

import io.prorata.application.bankfile.ImportProfile;
import io.prorata.application.port.ImportProfiles;
import io.prorata.domain.household.HouseholdId;
import java.util.List;

record InMemoryImportProfiles(InMemorySession session) implements ImportProfiles {

    @Override
    public long nextId(HouseholdId household) {
        return session.toWrite(household).next("import profile", 1);
    }

    @Override
    public List<ImportProfile> all(HouseholdId household) {
        return List.copyOf(session.toRead(household).importProfiles.values());
    }

    @Override
    public void keep(HouseholdId household, ImportProfile profile) {
        session.toWrite(household).importProfiles.put(profile.id(), profile);
    }

    @Override
    public void remove(HouseholdId household, long id) {
        HouseholdRecords.remove(session.toWrite(household).importProfiles, id);
    }
}
