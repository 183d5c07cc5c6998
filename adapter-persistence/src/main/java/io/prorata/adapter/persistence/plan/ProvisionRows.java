package io.prorata.adapter.persistence.plan;

import static io.prorata.adapter.persistence.generated.Tables.PROVISION;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_MOVEMENT;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_TERMS;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_WEIGHT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.prorata.adapter.persistence.generated.tables.records.ProvisionMovementRecord;
import io.prorata.adapter.persistence.generated.tables.records.ProvisionRecord;
import io.prorata.adapter.persistence.generated.tables.records.ProvisionTermsRecord;
import io.prorata.adapter.persistence.generated.tables.records.ProvisionWeightRecord;
import io.prorata.adapter.persistence.row.Counters;
import io.prorata.adapter.persistence.row.SplitColumns;
import io.prorata.application.port.Plans.Moved;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** Provisions, a row each, a row per terms, per weight of the terms' split, and per movement. */
public final class ProvisionRows {

    private ProvisionRows() {}

    private record TermsKey(long id, YearMonth from) {}

    /** Three statements: the provisions with their terms, the weights of the terms, and what moved them. */
    public static List<Provision> all(DSLContext sql, HouseholdId household) {
        Map<TermsKey, Map<MemberKey, Long>> weights = weights(sql, household);
        Map<ProvisionRecord, List<Timeline.Entry<ProvisionTerms>>> terms = new LinkedHashMap<>();
        sql.select(PROVISION, PROVISION_TERMS)
                .from(PROVISION)
                .leftJoin(PROVISION_TERMS)
                .on(PROVISION_TERMS.HOUSEHOLD_ID.eq(PROVISION.HOUSEHOLD_ID))
                .and(PROVISION_TERMS.PROVISION_ID.eq(PROVISION.PROVISION_ID))
                .where(PROVISION.HOUSEHOLD_ID.eq(household.value()))
                .orderBy(PROVISION.PROVISION_ID, PROVISION_TERMS.FROM_MONTH)
                .forEach(row -> {
                    List<Timeline.Entry<ProvisionTerms>> dated =
                            terms.computeIfAbsent(row.value1(), provision -> new ArrayList<>());
                    if (row.value2().getFromMonth() != null) {
                        dated.add(entry(row.value2(), weights));
                    }
                });
        ProvisionMoves moves = ProvisionMoves.of(sql, household);
        return terms.entrySet().stream()
                .map(provision -> new Provision(
                        provision.getKey().getProvisionId(),
                        card(provision.getKey()),
                        new Money(provision.getKey().getOpeningMinor()),
                        new Timeline<>(provision.getValue()),
                        moves.movements(provision.getKey().getProvisionId()),
                        moves.byRows().getOrDefault(provision.getKey().getProvisionId(), new TreeMap<>())))
                .toList();
    }

    private static Map<TermsKey, Map<MemberKey, Long>> weights(DSLContext sql, HouseholdId household) {
        return sql
                .selectFrom(PROVISION_WEIGHT)
                .where(PROVISION_WEIGHT.HOUSEHOLD_ID.eq(household.value()))
                .fetch()
                .stream()
                .collect(groupingBy(
                        row -> new TermsKey(row.getProvisionId(), row.getFromMonth()),
                        toMap(row -> new MemberKey(row.getMemberKey()), ProvisionWeightRecord::getWeight)));
    }

    public static void add(DSLContext sql, HouseholdId household, Provision provision, long revision) {
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
    public static void replace(DSLContext sql, HouseholdId household, Provision provision, long revision) {
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

    public static List<Moved> movements(DSLContext sql, HouseholdId household, long provisionId) {
        return sql.selectFrom(PROVISION_MOVEMENT)
                .where(PROVISION_MOVEMENT.HOUSEHOLD_ID.eq(household.value()))
                .and(PROVISION_MOVEMENT.PROVISION_ID.eq(provisionId))
                .orderBy(PROVISION_MOVEMENT.MOVEMENT_ID)
                .fetch(ProvisionRows::moved);
    }

    /** Returns what {@link #movements(DSLContext, HouseholdId, long)} does for every provision. */
    public static Map<Long, List<Moved>> movements(DSLContext sql, HouseholdId household) {
        return sql.selectFrom(PROVISION_MOVEMENT)
                .where(PROVISION_MOVEMENT.HOUSEHOLD_ID.eq(household.value()))
                .orderBy(PROVISION_MOVEMENT.MOVEMENT_ID)
                .fetchGroups(PROVISION_MOVEMENT.PROVISION_ID, ProvisionRows::moved);
    }

    private static Moved moved(ProvisionMovementRecord row) {
        return new Moved(
                row.getMovementId(),
                new Movement(
                        row.getDate(),
                        new Money(row.getAmountMinor()),
                        Optional.ofNullable(row.getMemberKey()).map(MemberKey::new),
                        row.getNote()),
                row.getRevision());
    }

    public static Moved move(
            DSLContext sql, HouseholdId household, long provisionId, Movement movement, long revision) {
        var moved = new Moved(Counters.next(sql, household, "movement", 1), movement, revision);
        add(sql, household, provisionId, moved);
        return moved;
    }

    public static void takeBack(DSLContext sql, HouseholdId household, long provisionId, long movementId) {
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
    public static void remove(DSLContext sql, HouseholdId household, long id) {
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
    public static Optional<Long> changedAt(DSLContext sql, HouseholdId household, long id) {
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
                .set(
                        PROVISION_MOVEMENT.MEMBER_KEY,
                        movement.member().map(MemberKey::text).orElse(null))
                .set(PROVISION_MOVEMENT.NOTE, movement.note())
                .set(PROVISION_MOVEMENT.REVISION, moved.notedAt())
                .execute();
    }

    private static void add(DSLContext sql, HouseholdId household, long id, Timeline.Entry<ProvisionTerms> entry) {
        var row = sql.newRecord(PROVISION_TERMS);
        row.setHouseholdId(household.value());
        row.setProvisionId(id);
        row.setFromMonth(entry.from());
        entry.terms().ifPresent(terms -> ProvisionTermsColumns.fill(row, terms));
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

    private static Timeline.Entry<ProvisionTerms> entry(
            ProvisionTermsRecord row, Map<TermsKey, Map<MemberKey, Long>> weights) {
        YearMonth from = row.getFromMonth();
        if (row.getBase() == null) {
            return new Timeline.Entry<>(from, Optional.empty());
        }
        var split = new SplitColumns(
                row.getSplitMode(), weights.getOrDefault(new TermsKey(row.getProvisionId(), from), Map.of()));
        return new Timeline.Entry<>(from, Optional.of(ProvisionTermsColumns.read(row, split.toSplit())));
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
