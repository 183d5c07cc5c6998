package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.SORTING_RULE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.prorata.adapter.persistence.generated.tables.records.SortingRuleRecord;
import io.prorata.adapter.persistence.row.Counters;
import io.prorata.adapter.persistence.row.Flags;
import io.prorata.adapter.persistence.row.TransactionRows;
import io.prorata.application.port.Revisions;
import io.prorata.application.port.Rules;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.money.Money;
import io.prorata.domain.sorting.RuleConditions;
import io.prorata.domain.sorting.RuleEffects;
import io.prorata.domain.sorting.SortingRule;
import io.prorata.domain.split.SplitText;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Sorting rules in their table. */
public final class JooqRules implements Rules {

    private final DSLContext sql;
    private final Revisions revisions;

    public JooqRules(DSLContext sql, Revisions revisions) {
        this.sql = sql;
        this.revisions = revisions;
    }

    @Override
    public long nextId(HouseholdId household) {
        return Counters.next(sql, household, "rule", 1);
    }

    @Override
    public List<Entry> all(HouseholdId household) {
        return sql.selectFrom(SORTING_RULE)
                .where(SORTING_RULE.HOUSEHOLD_ID.eq(household.value()))
                .orderBy(SORTING_RULE.PLACE, SORTING_RULE.RULE_ID)
                .fetch(row -> new Entry(
                        new SortingRule(
                                row.getRuleId(), row.getName(), Flags.of(row.getIsOn()), conditions(row), effects(row)),
                        row.getRevision()));
    }

    @Override
    public void add(HouseholdId household, SortingRule rule) {
        long last = sql.select(coalesce(max(SORTING_RULE.PLACE), inline(0L)))
                .from(SORTING_RULE)
                .where(SORTING_RULE.HOUSEHOLD_ID.eq(household.value()))
                .fetchSingle()
                .value1();
        sql.insertInto(SORTING_RULE).set(row(household, rule, last + 1)).execute();
    }

    @Override
    public void replace(HouseholdId household, SortingRule rule) {
        SortingRuleRecord row = row(household, rule, 0);
        row.touched(SORTING_RULE.PLACE, false);
        require(
                sql.update(SORTING_RULE)
                        .set(row)
                        .where(is(household, rule.id()))
                        .execute(),
                rule.id());
    }

    @Override
    public void remove(HouseholdId household, long id) {
        require(sql.deleteFrom(SORTING_RULE).where(is(household, id)).execute(), id);
    }

    @Override
    public void order(HouseholdId household, List<Long> ids) {
        long place = 0;
        for (long id : ids) {
            place++;
            require(
                    sql.update(SORTING_RULE)
                            .set(SORTING_RULE.PLACE, place)
                            .where(is(household, id))
                            .execute(),
                    id);
        }
    }

    private static void require(int rows, long id) {
        if (rows != 1) {
            throw new IllegalStateException("no rule has the id " + id);
        }
    }

    private static Condition is(HouseholdId household, long id) {
        return SORTING_RULE.HOUSEHOLD_ID.eq(household.value()).and(SORTING_RULE.RULE_ID.eq(id));
    }

    private SortingRuleRecord row(HouseholdId household, SortingRule rule, long place) {
        RuleConditions conditions = rule.conditions();
        RuleEffects effects = rule.effects();
        SortingRuleRecord row = sql.newRecord(SORTING_RULE);
        row.setHouseholdId(household.value());
        row.setRuleId(rule.id());
        row.setPlace(place);
        row.setName(rule.name());
        row.setIsOn(rule.on() ? 1L : 0L);
        row.setLabelContains(conditions.contains().orElse(null));
        row.setLabelIs(conditions.equalTo().orElse(null));
        row.setLabelBeginsWith(conditions.beginsWith().orElse(null));
        row.setLabelMatches(conditions.matches().orElse(null));
        row.setLeastMinor(conditions.least().map(Money::minor).orElse(null));
        row.setMostMinor(conditions.most().map(Money::minor).orElse(null));
        row.setIsReceived(flag(conditions.received()));
        row.setAccount(conditions.account().orElse(null));
        row.setBankCategory(conditions.bankCategory().orElse(null));
        row.setFirstDay(conditions.firstDay().map(Integer::longValue).orElse(null));
        row.setLastDay(conditions.lastDay().map(Integer::longValue).orElse(null));
        row.setCategory(effects.category().orElse(null));
        row.setSubcategory(effects.subcategory().orElse(null));
        row.setExpenseType(effects.type().map(ExpenseType::name).orElse(null));
        row.setTags(effects.tags()
                .map(tags -> String.join(TransactionRows.TAG_END, tags))
                .orElse(null));
        row.setSetsExcluded(flag(effects.excluded()));
        row.setSetsCommon(flag(effects.common()));
        row.setSplit(effects.split().map(SplitText::of).orElse(null));
        row.setPayer(effects.payer().map(Party::text).orElse(null));
        row.setBillId(effects.link()
                .filter(PlanLink.Bill.class::isInstance)
                .map(PlanLink::id)
                .orElse(null));
        row.setProvisionId(effects.link()
                .filter(PlanLink.Provision.class::isInstance)
                .map(PlanLink::id)
                .orElse(null));
        row.setSource(effects.source().map(MoneySource::text).orElse(null));
        row.setRevision(revisions.current(household).number());
        return row;
    }

    private static @Nullable Long flag(Optional<Boolean> value) {
        return value.map(is -> is ? 1L : 0L).orElse(null);
    }

    private static RuleConditions conditions(SortingRuleRecord row) {
        return new RuleConditions(
                Optional.ofNullable(row.getLabelContains()),
                Optional.ofNullable(row.getLabelIs()),
                Optional.ofNullable(row.getLabelBeginsWith()),
                Optional.ofNullable(row.getLabelMatches()),
                Optional.ofNullable(row.getLeastMinor()).map(Money::new),
                Optional.ofNullable(row.getMostMinor()).map(Money::new),
                Optional.ofNullable(row.getIsReceived()).map(Flags::of),
                Optional.ofNullable(row.getAccount()),
                Optional.ofNullable(row.getBankCategory()),
                Optional.ofNullable(row.getFirstDay()).map(Math::toIntExact),
                Optional.ofNullable(row.getLastDay()).map(Math::toIntExact));
    }

    private static RuleEffects effects(SortingRuleRecord row) {
        Long bill = row.getBillId();
        return new RuleEffects(
                Optional.ofNullable(row.getCategory()),
                Optional.ofNullable(row.getSubcategory()),
                Optional.ofNullable(row.getExpenseType()).map(ExpenseType::valueOf),
                Optional.ofNullable(row.getTags()).map(TransactionRows::tags),
                Optional.ofNullable(row.getSetsExcluded()).map(Flags::of),
                Optional.ofNullable(row.getSetsCommon()).map(Flags::of),
                Optional.ofNullable(row.getSplit()).map(SplitText::parse),
                Optional.ofNullable(row.getPayer()).map(Party::parse),
                bill != null
                        ? Optional.of(new PlanLink.Bill(bill))
                        : Optional.ofNullable(row.getProvisionId()).map(PlanLink.Provision::new),
                Optional.ofNullable(row.getSource()).map(MoneySource::parse));
    }
}
