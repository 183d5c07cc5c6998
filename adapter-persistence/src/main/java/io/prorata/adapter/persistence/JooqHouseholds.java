package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.ACCOUNT;
import static io.prorata.adapter.persistence.generated.Tables.ACCOUNT_OWNER;
import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.BUDGET;
import static io.prorata.adapter.persistence.generated.Tables.BUDGET_TERMS;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static io.prorata.adapter.persistence.generated.Tables.CONFIG;
import static io.prorata.adapter.persistence.generated.Tables.CONFIG_MEMBER;
import static io.prorata.adapter.persistence.generated.Tables.FIXED_EXPENSE;
import static io.prorata.adapter.persistence.generated.Tables.FIXED_EXPENSE_WEIGHT;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.MEMBER;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_TERMS;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_WEIGHT;
import static io.prorata.adapter.persistence.generated.Tables.SETTLEMENT;
import static org.jooq.impl.DSL.selectOne;

import io.prorata.adapter.persistence.generated.tables.records.ClassificationRecord;
import io.prorata.adapter.persistence.plan.MemberKeyRows;
import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.adapter.persistence.row.HouseholdRows;
import io.prorata.application.port.Households;
import io.prorata.application.port.Revisions;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.renaming.MemberRenaming;
import io.prorata.domain.split.SplitText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

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

    @Override
    public Set<MemberKey> named(HouseholdId household) {
        long id = household.value();
        Set<MemberKey> named = sql
                .select(CONFIG_MEMBER.MEMBER_KEY)
                .from(CONFIG_MEMBER)
                .where(CONFIG_MEMBER.HOUSEHOLD_ID.eq(id))
                .union(DSL.select(FIXED_EXPENSE_WEIGHT.MEMBER_KEY)
                        .from(FIXED_EXPENSE_WEIGHT)
                        .where(FIXED_EXPENSE_WEIGHT.HOUSEHOLD_ID.eq(id)))
                .union(DSL.select(PROVISION_WEIGHT.MEMBER_KEY)
                        .from(PROVISION_WEIGHT)
                        .where(PROVISION_WEIGHT.HOUSEHOLD_ID.eq(id)))
                .union(DSL.select(PROVISION_TERMS.BASE_MEMBER)
                        .from(PROVISION_TERMS)
                        .where(PROVISION_TERMS.HOUSEHOLD_ID.eq(id))
                        .and(PROVISION_TERMS.BASE_MEMBER.isNotNull()))
                .fetch(row -> new MemberKey(row.value1()))
                .stream()
                .collect(Collectors.toCollection(HashSet::new));
        named.addAll(attributed(id));
        parties(id).forEach(party -> {
            if (Party.parse(party) instanceof Party.One(MemberKey member)) {
                named.add(member);
            }
        });
        sql.selectDistinct(BUDGET_TERMS.SPLIT)
                .from(BUDGET_TERMS)
                .where(BUDGET_TERMS.HOUSEHOLD_ID.eq(id))
                .and(BUDGET_TERMS.SPLIT.isNotNull())
                .forEach(row -> named.addAll(SplitText.parse(row.value1()).names()));
        return Set.copyOf(named);
    }

    /** Owners of accounts, and parties of settlements. */
    private List<String> parties(long household) {
        return sql.select(ACCOUNT_OWNER.OWNER)
                .from(ACCOUNT_OWNER)
                .where(ACCOUNT_OWNER.HOUSEHOLD_ID.eq(household))
                .union(DSL.select(SETTLEMENT.PAYER).from(SETTLEMENT).where(SETTLEMENT.HOUSEHOLD_ID.eq(household)))
                .union(DSL.select(SETTLEMENT.PAYEE).from(SETTLEMENT).where(SETTLEMENT.HOUSEHOLD_ID.eq(household)))
                .fetch(row -> row.value1());
    }

    /** Members that rows of the ledger name: rows are read only if a classification names a member. */
    private Set<MemberKey> attributed(long household) {
        Set<MemberKey> named = new HashSet<>();
        sql.selectFrom(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household))
                .and(CLASSIFICATION
                        .SPLIT
                        .isNotNull()
                        .or(CLASSIFICATION.PAYER.isNotNull())
                        .or(CLASSIFICATION.SOURCE.isNotNull()))
                .forEach(row -> {
                    Set<MemberKey> members = ClassificationRows.attribution(row).members();
                    if (!named.containsAll(members) && hasRows(row)) {
                        named.addAll(members);
                    }
                });
        return named;
    }

    private boolean hasRows(ClassificationRecord classification) {
        return sql.fetchExists(selectOne()
                .from(BANK_TRANSACTION)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(classification.getHouseholdId()))
                .and(BANK_TRANSACTION.CLASSIFICATION_ID.eq(classification.getClassificationId())));
    }
}
