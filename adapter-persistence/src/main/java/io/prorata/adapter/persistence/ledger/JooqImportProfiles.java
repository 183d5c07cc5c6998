package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.IMPORT_PROFILE;
import static io.prorata.adapter.persistence.generated.Tables.IMPORT_PROFILE_OPTION;

import io.prorata.adapter.persistence.row.Counters;
import io.prorata.application.bankfile.ImportProfile;
import io.prorata.application.port.ImportProfiles;
import io.prorata.domain.household.HouseholdId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** Import profiles in their table, and their options in another. */
public final class JooqImportProfiles implements ImportProfiles {

    private final DSLContext sql;

    public JooqImportProfiles(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public long nextId(HouseholdId household) {
        return Counters.next(sql, household, "import profile", 1);
    }

    @Override
    public List<ImportProfile> all(HouseholdId household) {
        Map<Long, SortedMap<String, String>> options = new HashMap<>();
        sql.selectFrom(IMPORT_PROFILE_OPTION)
                .where(IMPORT_PROFILE_OPTION.HOUSEHOLD_ID.eq(household.value()))
                .forEach(row -> options.computeIfAbsent(row.getProfileId(), id -> new TreeMap<>())
                        .put(row.getName(), row.getValue()));
        return sql.selectFrom(IMPORT_PROFILE)
                .where(IMPORT_PROFILE.HOUSEHOLD_ID.eq(household.value()))
                .orderBy(IMPORT_PROFILE.PROFILE_ID)
                .fetch(row -> new ImportProfile(
                        row.getProfileId(),
                        row.getAccount(),
                        row.getHeader(),
                        options.getOrDefault(row.getProfileId(), new TreeMap<>()),
                        row.getRevision()));
    }

    @Override
    public void keep(HouseholdId household, ImportProfile profile) {
        delete(household, profile.id());
        sql.insertInto(IMPORT_PROFILE)
                .set(IMPORT_PROFILE.HOUSEHOLD_ID, household.value())
                .set(IMPORT_PROFILE.PROFILE_ID, profile.id())
                .set(IMPORT_PROFILE.ACCOUNT, profile.account())
                .set(IMPORT_PROFILE.HEADER, profile.header())
                .set(IMPORT_PROFILE.REVISION, profile.revision())
                .execute();
        sql.batchInsert(profile.options().entrySet().stream()
                        .map(option -> {
                            var row = sql.newRecord(IMPORT_PROFILE_OPTION);
                            row.setHouseholdId(household.value());
                            row.setProfileId(profile.id());
                            row.setName(option.getKey());
                            row.setValue(option.getValue());
                            return row;
                        })
                        .toList())
                .execute();
    }

    @Override
    public void remove(HouseholdId household, long id) {
        if (delete(household, id) == 0) {
            throw new IllegalStateException("no import profile has the id " + id);
        }
    }

    private int delete(HouseholdId household, long id) {
        sql.deleteFrom(IMPORT_PROFILE_OPTION)
                .where(IMPORT_PROFILE_OPTION.HOUSEHOLD_ID.eq(household.value()))
                .and(IMPORT_PROFILE_OPTION.PROFILE_ID.eq(id))
                .execute();
        return sql.deleteFrom(IMPORT_PROFILE)
                .where(IMPORT_PROFILE.HOUSEHOLD_ID.eq(household.value()))
                .and(IMPORT_PROFILE.PROFILE_ID.eq(id))
                .execute();
    }
}
