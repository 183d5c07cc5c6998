package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.AUDIT;

import io.prorata.adapter.persistence.row.ScopeRows;
import io.prorata.application.port.Changes;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/** The changes in the audit, without their values. */
final class JooqChanges implements Changes {

    private final DSLContext sql;

    JooqChanges(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<LoggedChange> after(HouseholdId household, long revision, int limit) {
        return sql.select(
                        AUDIT.REVISION,
                        AUDIT.AT,
                        AUDIT.ACTOR,
                        AUDIT.WHAT,
                        AUDIT.THING_ID,
                        AUDIT.AFTER.isNull(),
                        AUDIT.STALE)
                .from(AUDIT)
                .where(AUDIT.HOUSEHOLD_ID.eq(household.value()))
                .and(AUDIT.REVISION.gt(revision))
                .orderBy(AUDIT.REVISION)
                .limit(limit)
                .fetch(row -> new LoggedChange(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5() == null ? OptionalLong.empty() : OptionalLong.of(row.value5()),
                        row.value6(),
                        Optional.ofNullable(row.value7()).map(ScopeRows::scopes)));
    }
}
