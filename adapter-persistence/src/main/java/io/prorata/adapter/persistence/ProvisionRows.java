package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.PROVISION;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_MOVEMENT;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_TERMS;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_WEIGHT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.prorata.adapter.persistence.generated.tables.records.ProvisionTermsRecord;
import io.prorata.adapter.persistence.sqlite.Question;
import io.prorata.adapter.persistence.sqlite.Together;
import io.prorata.application.port.Plans.Moved;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** Provisions, a row each, a row per terms, per weight of the terms' split, and per movement. */
final class ProvisionRows {

    private static final Question PROVISIONS = Question.of(PROVISION, PROVISION.HOUSEHOLD_ID.eq(Question.HOUSEHOLD));
    private static final Question TERMS =
            Question.of(PROVISION_TERMS, PROVISION_TERMS.HOUSEHOLD_ID.eq(Question.HOUSEHOLD));
    private static final Question WEIGHTS =
            Question.of(PROVISION_WEIGHT, PROVISION_WEIGHT.HOUSEHOLD_ID.eq(Question.HOUSEHOLD));
    private static final Question MOVEMENTS =
            Question.of(PROVISION_MOVEMENT, PROVISION_MOVEMENT.HOUSEHOLD_ID.eq(Question.HOUSEHOLD));

    private ProvisionRows() {}

    private record TermsKey(long id, YearMonth from) {}

    static Supplier<List<Provision>> ask(Together together, HouseholdId household) {
        var provisions = together.ask(PROVISIONS, household);
        var dated = together.ask(TERMS, household);
        var split = together.ask(WEIGHTS, household);
        var moved = together.ask(MOVEMENTS, household);
        return () -> {
            Map<TermsKey, Map<MemberKey, Long>> weights = split.rows().stream()
                    .collect(groupingBy(
                            row -> new TermsKey(
                                    row.get(PROVISION_WEIGHT.PROVISION_ID), row.get(PROVISION_WEIGHT.FROM_MONTH)),
                            toMap(
                                    row -> new MemberKey(row.get(PROVISION_WEIGHT.MEMBER_KEY)),
                                    row -> row.get(PROVISION_WEIGHT.WEIGHT))));
            Map<Long, List<Timeline.Entry<ProvisionTerms>>> terms = dated.rows().stream()
                    .collect(groupingBy(
                            row -> row.get(PROVISION_TERMS.PROVISION_ID),
                            mapping(row -> entry(row, weights), toList())));
            Map<Long, List<Movement>> movements = moved.rows().stream()
                    .sorted(Comparator.comparing(row -> row.get(PROVISION_MOVEMENT.MOVEMENT_ID)))
                    .collect(groupingBy(
                            row -> row.get(PROVISION_MOVEMENT.PROVISION_ID),
                            mapping(
                                    row -> new Movement(
                                            row.get(PROVISION_MOVEMENT.DATE),
                                            new Money(row.get(PROVISION_MOVEMENT.AMOUNT_MINOR))),
                                    toList())));
            return provisions.rows().stream()
                    .map(row -> new Provision(
                            row.get(PROVISION.PROVISION_ID),
                            card(row),
                            new Money(row.get(PROVISION.OPENING_MINOR)),
                            new Timeline<>(terms.getOrDefault(row.get(PROVISION.PROVISION_ID), List.of())),
                            movements.getOrDefault(row.get(PROVISION.PROVISION_ID), List.of())))
                    .toList();
        };
    }

    static void add(DSLContext sql, HouseholdId household, Provision provision, long revision) {
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
                .set(PROVISION.REVISION, revision)
                .execute();
        provision.terms().entries().forEach(entry -> add(sql, household, provision.id(), entry));
        provision.movements().forEach(movement -> move(sql, household, provision.id(), movement, revision));
    }

    /** Movements stay as they are. */
    static void replace(DSLContext sql, HouseholdId household, Provision provision, long revision) {
        ProvisionCard card = provision.card();
        int replaced = sql.update(PROVISION)
                .set(PROVISION.NAME, card.name())
                .set(PROVISION.DESCRIPTION, card.description())
                .set(PROVISION.CATEGORY, card.category())
                .set(PROVISION.ICON, card.icon())
                .set(PROVISION.COLOUR, card.colour())
                .set(PROVISION.POSITION, (long) card.position())
                .set(PROVISION.OPENING_MINOR, provision.opening().minor())
                .set(PROVISION.REVISION, revision)
                .where(PROVISION.HOUSEHOLD_ID.eq(household.value()))
                .and(PROVISION.PROVISION_ID.eq(provision.id()))
                .execute();
        if (replaced == 0) {
            throw new IllegalStateException("nothing has the id " + provision.id());
        }
        removeTerms(sql, household, provision.id());
        provision.terms().entries().forEach(entry -> add(sql, household, provision.id(), entry));
    }

    static List<Moved> movements(DSLContext sql, HouseholdId household, long provisionId) {
        return sql.selectFrom(PROVISION_MOVEMENT)
                .where(PROVISION_MOVEMENT.HOUSEHOLD_ID.eq(household.value()))
                .and(PROVISION_MOVEMENT.PROVISION_ID.eq(provisionId))
                .orderBy(PROVISION_MOVEMENT.MOVEMENT_ID)
                .fetch(row -> new Moved(
                        row.getMovementId(),
                        new Movement(row.getDate(), new Money(row.getAmountMinor())),
                        row.getRevision()));
    }

    static Moved move(DSLContext sql, HouseholdId household, long provisionId, Movement movement, long revision) {
        var moved = new Moved(Counters.next(sql, household, "movement", 1), movement, revision);
        add(sql, household, provisionId, moved);
        return moved;
    }

    static void takeBack(DSLContext sql, HouseholdId household, long provisionId, long movementId) {
        int gone = sql.deleteFrom(PROVISION_MOVEMENT)
                .where(PROVISION_MOVEMENT.HOUSEHOLD_ID.eq(household.value()))
                .and(PROVISION_MOVEMENT.PROVISION_ID.eq(provisionId))
                .and(PROVISION_MOVEMENT.MOVEMENT_ID.eq(movementId))
                .execute();
        if (gone == 0) {
            throw new IllegalStateException("the provision " + provisionId + " has no movement " + movementId);
        }
    }

    /** Removes a provision that has no movements. */
    static void remove(DSLContext sql, HouseholdId household, long id) {
        removeTerms(sql, household, id);
        int gone = sql.deleteFrom(PROVISION)
                .where(PROVISION.HOUSEHOLD_ID.eq(household.value()))
                .and(PROVISION.PROVISION_ID.eq(id))
                .execute();
        if (gone == 0) {
            throw new IllegalStateException("nothing has the id " + id);
        }
    }

    private static void removeTerms(DSLContext sql, HouseholdId household, long id) {
        sql.deleteFrom(PROVISION_WEIGHT)
                .where(PROVISION_WEIGHT.HOUSEHOLD_ID.eq(household.value()))
                .and(PROVISION_WEIGHT.PROVISION_ID.eq(id))
                .execute();
        sql.deleteFrom(PROVISION_TERMS)
                .where(PROVISION_TERMS.HOUSEHOLD_ID.eq(household.value()))
                .and(PROVISION_TERMS.PROVISION_ID.eq(id))
                .execute();
    }

    /** Returns the revision at which a provision last changed. */
    static Optional<Long> changedAt(DSLContext sql, HouseholdId household, long id) {
        return sql.select(PROVISION.REVISION)
                .from(PROVISION)
                .where(PROVISION.HOUSEHOLD_ID.eq(household.value()))
                .and(PROVISION.PROVISION_ID.eq(id))
                .fetchOptional(PROVISION.REVISION);
    }

    private static void add(DSLContext sql, HouseholdId household, long provisionId, Moved moved) {
        Movement movement = moved.movement();
        sql.insertInto(PROVISION_MOVEMENT)
                .set(PROVISION_MOVEMENT.HOUSEHOLD_ID, household.value())
                .set(PROVISION_MOVEMENT.PROVISION_ID, provisionId)
                .set(PROVISION_MOVEMENT.MOVEMENT_ID, moved.id())
                .set(PROVISION_MOVEMENT.DATE, movement.date())
                .set(PROVISION_MOVEMENT.AMOUNT_MINOR, movement.amount().minor())
                .set(PROVISION_MOVEMENT.REVISION, moved.notedAt())
                .execute();
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

    private static Timeline.Entry<ProvisionTerms> entry(Together.Row row, Map<TermsKey, Map<MemberKey, Long>> weights) {
        YearMonth from = row.get(PROVISION_TERMS.FROM_MONTH);
        String base = row.find(PROVISION_TERMS.BASE);
        if (base == null) {
            return new Timeline.Entry<>(from, Optional.empty());
        }
        var split = new SplitColumns(
                row.get(PROVISION_TERMS.SPLIT_MODE),
                weights.getOrDefault(new TermsKey(row.get(PROVISION_TERMS.PROVISION_ID), from), Map.of()));
        return new Timeline.Entry<>(
                from,
                Optional.of(new ProvisionTerms(
                        base(base, row),
                        split.toSplit(),
                        Optional.ofNullable(row.find(PROVISION_TERMS.TARGET_MINOR))
                                .map(Money::new))));
    }

    private static ProvisionBase base(String base, Together.Row row) {
        return switch (base) {
            case "TOTAL" -> new ProvisionBase.ShareOfAll(rate(row));
            case "MEMBER" ->
                new ProvisionBase.ShareOfOne(new MemberKey(row.get(PROVISION_TERMS.BASE_MEMBER)), rate(row));
            case "FIXED" -> new ProvisionBase.FixedAmount(new Money(row.get(PROVISION_TERMS.AMOUNT_MINOR)));
            default -> throw new IllegalStateException("no such base of a provision: " + base);
        };
    }

    private static Rate rate(Together.Row row) {
        return new Rate(Math.toIntExact(row.get(PROVISION_TERMS.RATE_PPM)));
    }

    private static ProvisionCard card(Together.Row row) {
        return new ProvisionCard(
                row.get(PROVISION.NAME),
                row.find(PROVISION.DESCRIPTION),
                row.find(PROVISION.CATEGORY),
                row.find(PROVISION.ICON),
                row.find(PROVISION.COLOUR),
                Math.toIntExact(row.get(PROVISION.POSITION)));
    }
}
