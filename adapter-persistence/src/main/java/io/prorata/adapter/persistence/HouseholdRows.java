package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.MEMBER;

import io.prorata.adapter.persistence.sqlite.Question;
import io.prorata.adapter.persistence.sqlite.Together;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.function.Supplier;

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
            Together.Row row = settings.single();
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
}
