package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.ACCOUNT;
import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.BUDGET;
import static io.prorata.adapter.persistence.generated.Tables.CONFIG;
import static io.prorata.adapter.persistence.generated.Tables.FIXED_EXPENSE;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.MEMBER;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION;
import static io.prorata.adapter.persistence.generated.Tables.SETTLEMENT;
import static org.jooq.impl.DSL.selectOne;

import io.prorata.adapter.persistence.plan.MemberKeyRows;
import io.prorata.adapter.persistence.row.HouseholdRows;
import io.prorata.application.port.Households;
import io.prorata.application.port.Revisions;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.renaming.MemberRenaming;
import java.util.List;
import org.jooq.DSLContext;

/** The households. */
final class JooqHouseholds implements Households {

    private final DSLContext sql;
    private final Revisions revisions;

    JooqHouseholds(DSLContext sql, Revisions revisions) {
        this.sql = sql;
        this.revisions = revisions;
    }

    @Override
    public List<Listed> all() {
        return sql
                .select(HOUSEHOLD.HOUSEHOLD_ID)
                .from(HOUSEHOLD)
                .orderBy(HOUSEHOLD.HOUSEHOLD_ID)
                .fetch(HOUSEHOLD.HOUSEHOLD_ID)
                .stream()
                .map(HouseholdId::new)
                .map(id -> new Listed(id, get(id)))
                .toList();
    }

    @Override
    public Household get(HouseholdId household) {
        return HouseholdRows.get(sql, household);
    }

    @Override
    public void keep(HouseholdId household, Household settings) {
        sql.insertInto(HOUSEHOLD)
                .set(HOUSEHOLD.HOUSEHOLD_ID, household.value())
                .set(HOUSEHOLD.NAME, settings.name())
                .set(HOUSEHOLD.CURRENCY, settings.currency().getCurrencyCode())
                .set(HOUSEHOLD.TIME_ZONE, settings.zone().getId())
                .onConflict(HOUSEHOLD.HOUSEHOLD_ID)
                .doUpdate()
                .set(HOUSEHOLD.NAME, settings.name())
                .set(HOUSEHOLD.CURRENCY, settings.currency().getCurrencyCode())
                .set(HOUSEHOLD.TIME_ZONE, settings.zone().getId())
                .execute();
        sql.deleteFrom(MEMBER)
                .where(MEMBER.HOUSEHOLD_ID.eq(household.value()))
                .and(MEMBER.MEMBER_KEY.notIn(settings.members().stream()
                        .map(member -> member.key().text())
                        .toList()))
                .execute();
        for (int position = 0; position < settings.members().size(); position++) {
            Member member = settings.members().get(position);
            sql.insertInto(MEMBER)
                    .set(MEMBER.HOUSEHOLD_ID, household.value())
                    .set(MEMBER.MEMBER_KEY, member.key().text())
                    .set(MEMBER.NAME, member.name())
                    .set(MEMBER.POSITION, (long) position)
                    .onConflict(MEMBER.HOUSEHOLD_ID, MEMBER.MEMBER_KEY)
                    .doUpdate()
                    .set(MEMBER.NAME, member.name())
                    .set(MEMBER.POSITION, (long) position)
                    .execute();
        }
    }

    @Override
    public void rename(HouseholdId household, MemberRenaming renaming) {
        MemberKeyRows.rename(
                sql, household, renaming, revisions.current(household).number());
    }

    @Override
    public boolean holdAmounts(HouseholdId household) {
        long id = household.value();
        return sql.fetchExists(selectOne().from(CONFIG).where(CONFIG.HOUSEHOLD_ID.eq(id)))
                || sql.fetchExists(selectOne().from(FIXED_EXPENSE).where(FIXED_EXPENSE.HOUSEHOLD_ID.eq(id)))
                || sql.fetchExists(selectOne().from(PROVISION).where(PROVISION.HOUSEHOLD_ID.eq(id)))
                || sql.fetchExists(selectOne().from(BUDGET).where(BUDGET.HOUSEHOLD_ID.eq(id)))
                || sql.fetchExists(selectOne().from(SETTLEMENT).where(SETTLEMENT.HOUSEHOLD_ID.eq(id)))
                || sql.fetchExists(selectOne()
                        .from(ACCOUNT)
                        .where(ACCOUNT.HOUSEHOLD_ID.eq(id))
                        .and(ACCOUNT.OPENING_MINOR.isNotNull()))
                || sql.fetchExists(selectOne().from(BANK_TRANSACTION).where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(id)));
    }
}
