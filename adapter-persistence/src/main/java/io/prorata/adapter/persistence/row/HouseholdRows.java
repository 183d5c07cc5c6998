package io.prorata.adapter.persistence.row;

import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.MEMBER;

import io.prorata.adapter.persistence.generated.DefaultSchema;
import io.prorata.adapter.persistence.generated.tables.records.HouseholdRecord;
import io.prorata.adapter.persistence.generated.tables.records.MemberRecord;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** A household's settings, a row and a row per member. */
public final class HouseholdRows {

    /** How members are joined to their household. */
    public static final Condition OF_HOUSEHOLD = MEMBER.HOUSEHOLD_ID.eq(HOUSEHOLD.HOUSEHOLD_ID);

    private HouseholdRows() {}

    /** One statement: a row per member. */
    public static Household get(DSLContext sql, HouseholdId household) {
        var rows = sql.select(HOUSEHOLD, MEMBER)
                .from(HOUSEHOLD)
                .leftJoin(MEMBER)
                .on(OF_HOUSEHOLD)
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .fetch();
        return household(
                rows.stream().findFirst().orElseThrow(unknown(household)).value1(),
                rows.getValues(1, MemberRecord.class));
    }

    /** @param members in any order; a household without members is joined to a row of nulls */
    public static Household household(HouseholdRecord row, List<MemberRecord> members) {
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

    /**
     * Returns the household's latest revision.
     *
     * @throws RefusedException if there is no such household
     */
    public static long revision(DSLContext sql, HouseholdId household) {
        return sql.select(HOUSEHOLD.REVISION)
                .from(HOUSEHOLD)
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .fetchOptional(HOUSEHOLD.REVISION)
                .orElseThrow(unknown(household));
    }

    /** Returns the exception for a missing household, which may have been removed meanwhile. */
    public static Supplier<RefusedException> unknown(HouseholdId household) {
        return () -> new RefusedException(new Refusal.UnknownHousehold(household));
    }

    /** Returns whether the household exists. */
    public static boolean isThere(DSLContext sql, HouseholdId household) {
        return sql.fetchExists(HOUSEHOLD, HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()));
    }

    /** Returns the ids of all households. */
    public static Set<HouseholdId> all(DSLContext sql) {
        return sql.select(HOUSEHOLD.HOUSEHOLD_ID).from(HOUSEHOLD).fetchSet(row -> new HouseholdId(row.value1()));
    }

    /**
     * Removes every row of a household, in all tables of the schema. The household's own row is removed first, because the audit's trigger
     * forbids deletions while it exists; so references have to be checked at the end of the transaction.
     */
    public static void remove(DSLContext sql, HouseholdId household) {
        sql.deleteFrom(HOUSEHOLD)
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .execute();
        for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            Field<Long> owner = table.field(HOUSEHOLD.HOUSEHOLD_ID.getName(), Long.class);
            if (owner != null) {
                sql.deleteFrom(table).where(owner.eq(household.value())).execute();
            }
        }
    }
}
