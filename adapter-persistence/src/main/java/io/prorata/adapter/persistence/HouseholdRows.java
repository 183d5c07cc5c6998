package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.MEMBER;

import io.prorata.adapter.persistence.generated.DefaultSchema;
import io.prorata.adapter.persistence.sqlite.Question;
import io.prorata.adapter.persistence.sqlite.Together;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** A household's settings, a row and a row per member. */
final class HouseholdRows {

    /** The household's own row. */
    static final Question SETTINGS = Question.of(HOUSEHOLD, HOUSEHOLD.HOUSEHOLD_ID.eq(Question.HOUSEHOLD));

    private static final Question MEMBERS = Question.of(MEMBER, MEMBER.HOUSEHOLD_ID.eq(Question.HOUSEHOLD));

    private HouseholdRows() {}

    static Supplier<Household> ask(Together together, HouseholdId household) {
        var settings = together.ask(SETTINGS, household);
        var members = together.ask(MEMBERS, household);
        return () -> {
            Together.Row row = only(settings, household);
            return new Household(
                    row.get(HOUSEHOLD.NAME),
                    Currency.getInstance(row.get(HOUSEHOLD.CURRENCY)),
                    ZoneId.of(row.get(HOUSEHOLD.TIME_ZONE)),
                    members.rows().stream()
                            .sorted(Comparator.comparing(member -> member.get(MEMBER.POSITION)))
                            .map(member ->
                                    new Member(new MemberKey(member.get(MEMBER.MEMBER_KEY)), member.get(MEMBER.NAME)))
                            .toList());
        };
    }

    /**
     * Returns the household's own row.
     *
     * @throws RefusedException if there is no such household: it may have been removed while somebody asked
     */
    static Together.Row only(Together.Part settings, HouseholdId household) {
        return settings.rows().stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownHousehold(household)));
    }

    /** Returns which households there are. */
    static Set<HouseholdId> all(DSLContext sql) {
        return sql.select(HOUSEHOLD.HOUSEHOLD_ID).from(HOUSEHOLD).fetchSet(row -> new HouseholdId(row.value1()));
    }

    /**
     * Removes every row of a household, of whatever table: one that is added later is not forgotten. The household's own row goes first,
     * because the audit is only shortened where there is no household; so references have to be checked at the end of the transaction.
     */
    static void remove(DSLContext sql, HouseholdId household) {
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
