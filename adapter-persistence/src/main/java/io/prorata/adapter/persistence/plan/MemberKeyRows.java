package io.prorata.adapter.persistence.plan;

import static io.prorata.adapter.persistence.generated.Tables.CONFIG_MEMBER;
import static io.prorata.adapter.persistence.generated.Tables.FIXED_EXPENSE_WEIGHT;
import static io.prorata.adapter.persistence.generated.Tables.MEMBER;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_MOVEMENT;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_TERMS;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_WEIGHT;

import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.renaming.MemberRenaming;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The key of a member, in the tables that refer to the list of members. */
public final class MemberKeyRows {

    private MemberKeyRows() {}

    /** Gives the member another key: the new one is there before anything refers to it, and the former one goes last. */
    public static void rename(DSLContext sql, HouseholdId household, MemberRenaming renaming, long revision) {
        String from = renaming.from().text();
        String to = renaming.to().text();
        sql.insertInto(MEMBER, MEMBER.HOUSEHOLD_ID, MEMBER.MEMBER_KEY, MEMBER.NAME, MEMBER.POSITION)
                .select(DSL.select(MEMBER.HOUSEHOLD_ID, DSL.val(to), MEMBER.NAME, MEMBER.POSITION)
                        .from(MEMBER)
                        .where(MEMBER.HOUSEHOLD_ID.eq(household.value()))
                        .and(MEMBER.MEMBER_KEY.eq(from)))
                .execute();
        sql.update(CONFIG_MEMBER)
                .set(CONFIG_MEMBER.MEMBER_KEY, to)
                .setNull(CONFIG_MEMBER.DIGEST)
                .where(CONFIG_MEMBER.HOUSEHOLD_ID.eq(household.value()))
                .and(CONFIG_MEMBER.MEMBER_KEY.eq(from))
                .execute();
        sql.update(FIXED_EXPENSE_WEIGHT)
                .set(FIXED_EXPENSE_WEIGHT.MEMBER_KEY, to)
                .setNull(FIXED_EXPENSE_WEIGHT.DIGEST)
                .where(FIXED_EXPENSE_WEIGHT.HOUSEHOLD_ID.eq(household.value()))
                .and(FIXED_EXPENSE_WEIGHT.MEMBER_KEY.eq(from))
                .execute();
        sql.update(PROVISION_WEIGHT)
                .set(PROVISION_WEIGHT.MEMBER_KEY, to)
                .setNull(PROVISION_WEIGHT.DIGEST)
                .where(PROVISION_WEIGHT.HOUSEHOLD_ID.eq(household.value()))
                .and(PROVISION_WEIGHT.MEMBER_KEY.eq(from))
                .execute();
        sql.update(PROVISION_TERMS)
                .set(PROVISION_TERMS.BASE_MEMBER, to)
                .setNull(PROVISION_TERMS.DIGEST)
                .where(PROVISION_TERMS.HOUSEHOLD_ID.eq(household.value()))
                .and(PROVISION_TERMS.BASE_MEMBER.eq(from))
                .execute();
        sql.update(PROVISION_MOVEMENT)
                .set(PROVISION_MOVEMENT.MEMBER_KEY, to)
                .set(PROVISION_MOVEMENT.REVISION, revision)
                .setNull(PROVISION_MOVEMENT.DIGEST)
                .where(PROVISION_MOVEMENT.HOUSEHOLD_ID.eq(household.value()))
                .and(PROVISION_MOVEMENT.MEMBER_KEY.eq(from))
                .execute();
        sql.deleteFrom(MEMBER)
                .where(MEMBER.HOUSEHOLD_ID.eq(household.value()))
                .and(MEMBER.MEMBER_KEY.eq(from))
                .execute();
    }
}
