package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.PROVISION;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_MOVEMENT;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_TERMS;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_WEIGHT;

import io.prorata.adapter.persistence.generated.tables.records.ProvisionRecord;
import io.prorata.adapter.persistence.generated.tables.records.ProvisionTermsRecord;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Provisions, a row each, a row per terms, per weight of the terms' split, and per movement. */
final class ProvisionRows {

    private ProvisionRows() {}

    private record TermsKey(long id, YearMonth from) {}

    static List<Provision> all(DSLContext sql, HouseholdId household) {
        Map<TermsKey, Map<MemberKey, Long>> weights = new HashMap<>();
        sql.selectFrom(PROVISION_WEIGHT)
                .where(PROVISION_WEIGHT.HOUSEHOLD_ID.eq(household.value()))
                .forEach(row -> weights.computeIfAbsent(
                                new TermsKey(row.getProvisionId(), row.getFromMonth()), key -> new HashMap<>())
                        .put(new MemberKey(row.getMemberKey()), row.getWeight()));
        Map<Long, List<Timeline.Entry<ProvisionTerms>>> terms = sql.selectFrom(PROVISION_TERMS)
                .where(PROVISION_TERMS.HOUSEHOLD_ID.eq(household.value()))
                .fetchGroups(PROVISION_TERMS.PROVISION_ID, row -> entry(row.into(PROVISION_TERMS), weights));
        Map<Long, List<Movement>> movements = sql.selectFrom(PROVISION_MOVEMENT)
                .where(PROVISION_MOVEMENT.HOUSEHOLD_ID.eq(household.value()))
                .fetchGroups(
                        PROVISION_MOVEMENT.PROVISION_ID,
                        row -> new Movement(
                                row.get(PROVISION_MOVEMENT.DATE), new Money(row.get(PROVISION_MOVEMENT.AMOUNT_MINOR))));
        return sql.selectFrom(PROVISION)
                .where(PROVISION.HOUSEHOLD_ID.eq(household.value()))
                .fetch(row -> new Provision(
                        row.getProvisionId(),
                        card(row),
                        new Money(row.getOpeningMinor()),
                        new Timeline<>(terms.getOrDefault(row.getProvisionId(), List.of())),
                        movements.getOrDefault(row.getProvisionId(), List.of())));
    }

    static void add(DSLContext sql, HouseholdId household, Provision provision) {
        ProvisionCard card = provision.card();
        sql.insertInto(PROVISION)
                .set(PROVISION.HOUSEHOLD_ID, household.value())
                .set(PROVISION.PROVISION_ID, provision.id())
                .set(PROVISION.NAME, card.name())
                .set(PROVISION.DESCRIPTION, card.description())
                .set(PROVISION.CATEGORY, card.category())
                .set(PROVISION.ICON, card.icon())
                .set(PROVISION.COLOUR, card.colour())
                .set(PROVISION.POSITION, (long) card.position())
                .set(PROVISION.OPENING_MINOR, provision.opening().minor())
                .execute();
        provision.terms().entries().forEach(entry -> add(sql, household, provision.id(), entry));
        for (int i = 0; i < provision.movements().size(); i++) {
            Movement movement = provision.movements().get(i);
            sql.insertInto(PROVISION_MOVEMENT)
                    .set(PROVISION_MOVEMENT.HOUSEHOLD_ID, household.value())
                    .set(PROVISION_MOVEMENT.PROVISION_ID, provision.id())
                    .set(PROVISION_MOVEMENT.MOVEMENT_ID, (long) i + 1)
                    .set(PROVISION_MOVEMENT.DATE, movement.date())
                    .set(PROVISION_MOVEMENT.AMOUNT_MINOR, movement.amount().minor())
                    .execute();
        }
    }

    private static void add(DSLContext sql, HouseholdId household, long id, Timeline.Entry<ProvisionTerms> entry) {
        var row = sql.newRecord(PROVISION_TERMS);
        row.setHouseholdId(household.value());
        row.setProvisionId(id);
        row.setFromMonth(entry.from());
        entry.terms().ifPresent(terms -> fill(row, terms));
        sql.insertInto(PROVISION_TERMS).set(row).execute();
        entry.terms()
                .ifPresent(terms -> SplitColumns.of(terms.split())
                        .weights()
                        .forEach((member, weight) -> sql.insertInto(PROVISION_WEIGHT)
                                .set(PROVISION_WEIGHT.HOUSEHOLD_ID, household.value())
                                .set(PROVISION_WEIGHT.PROVISION_ID, id)
                                .set(PROVISION_WEIGHT.FROM_MONTH, entry.from())
                                .set(PROVISION_WEIGHT.MEMBER_KEY, member.text())
                                .set(PROVISION_WEIGHT.WEIGHT, weight)
                                .execute()));
    }

    private static void fill(ProvisionTermsRecord row, ProvisionTerms terms) {
        switch (terms.base()) {
            case ProvisionBase.ShareOfAll(Rate rate) -> {
                row.setBase("TOTAL");
                row.setRatePpm((long) rate.ppm());
            }
            case ProvisionBase.ShareOfOne(MemberKey member, Rate rate) -> {
                row.setBase("MEMBER");
                row.setBaseMember(member.text());
                row.setRatePpm((long) rate.ppm());
            }
            case ProvisionBase.FixedAmount(Money amount) -> {
                row.setBase("FIXED");
                row.setAmountMinor(amount.minor());
            }
        }
        terms.target().ifPresent(target -> row.setTargetMinor(target.minor()));
        row.setSplitMode(SplitColumns.of(terms.split()).mode());
    }

    private static Timeline.Entry<ProvisionTerms> entry(
            ProvisionTermsRecord row, Map<TermsKey, Map<MemberKey, Long>> weights) {
        if (row.getBase() == null) {
            return new Timeline.Entry<>(row.getFromMonth(), Optional.empty());
        }
        var split = new SplitColumns(
                row.getSplitMode(),
                weights.getOrDefault(new TermsKey(row.getProvisionId(), row.getFromMonth()), Map.of()));
        return new Timeline.Entry<>(
                row.getFromMonth(),
                Optional.of(new ProvisionTerms(
                        base(row),
                        split.toSplit(),
                        Optional.ofNullable(row.getTargetMinor()).map(Money::new))));
    }

    private static ProvisionBase base(ProvisionTermsRecord row) {
        return switch (row.getBase()) {
            case "TOTAL" -> new ProvisionBase.ShareOfAll(rate(row));
            case "MEMBER" -> new ProvisionBase.ShareOfOne(new MemberKey(row.getBaseMember()), rate(row));
            default -> new ProvisionBase.FixedAmount(new Money(row.getAmountMinor()));
        };
    }

    private static Rate rate(ProvisionTermsRecord row) {
        return new Rate(Math.toIntExact(row.getRatePpm()));
    }

    private static ProvisionCard card(ProvisionRecord row) {
        return new ProvisionCard(
                row.getName(),
                row.getDescription(),
                row.getCategory(),
                row.getIcon(),
                row.getColour(),
                Math.toIntExact(row.getPosition()));
    }
}
