package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.MEMBER;

import io.prorata.adapter.persistence.generated.tables.records.HouseholdRecord;
import io.prorata.adapter.persistence.generated.tables.records.MemberRecord;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** A household's settings, a row and a row per member. */
final class HouseholdRows {

    /** How members are joined to their household. */
    static final Condition OF_HOUSEHOLD = MEMBER.HOUSEHOLD_ID.eq(HOUSEHOLD.HOUSEHOLD_ID);

    private HouseholdRows() {}

    /** One statement: a row per member. */
    static Household get(DSLContext sql, HouseholdId household) {
        var rows = sql.select(HOUSEHOLD, MEMBER)
                .from(HOUSEHOLD)
                .leftJoin(MEMBER)
                .on(OF_HOUSEHOLD)
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .fetch();
        return household(rows.getFirst().value1(), rows.getValues(1, MemberRecord.class));
    }

    /** @param members in any order; a household without any is joined to a row of nothing */
    static Household household(HouseholdRecord row, List<MemberRecord> members) {
        return new Household(
                row.getName(),
                Currency.getInstance(row.getCurrency()),
                ZoneId.of(row.getTimeZone()),
                members.stream()
                        .filter(Objects::nonNull)
                        .filter(member -> member.getMemberKey() != null)
                        .sorted(Comparator.comparing(MemberRecord::getPosition))
                        .map(member -> new Member(new MemberKey(member.getMemberKey()), member.getName()))
                        .toList());
    }

    /** Returns the household's latest revision. */
    static long revision(DSLContext sql, HouseholdId household) {
        return sql.select(HOUSEHOLD.REVISION)
                .from(HOUSEHOLD)
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .fetchSingle(HOUSEHOLD.REVISION);
    }
}
