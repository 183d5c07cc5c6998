package io.prorata.adapter.persistence.plan;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static io.prorata.adapter.persistence.generated.Tables.SETTLEMENT;
import static io.prorata.adapter.persistence.generated.Tables.SETTLEMENT_ROW;

import io.prorata.adapter.persistence.generated.tables.records.SettlementRecord;
import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.adapter.persistence.row.Flags;
import io.prorata.application.port.Settlements.Entry;
import io.prorata.application.view.Snapshot.SettledMonths;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import io.prorata.domain.money.Money;
import io.prorata.domain.settlement.NamedRow;
import io.prorata.domain.settlement.Settlement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Settlements, a row each, and a row per transaction that they name. */
public final class SettlementRows {

    private SettlementRows() {}

    /** One statement: a row per settlement and transaction named. */
    public static List<Entry> entries(DSLContext sql, HouseholdId household, Condition condition) {
        Map<SettlementRecord, SortedSet<Long>> named = new LinkedHashMap<>();
        sql.select(SETTLEMENT, SETTLEMENT_ROW.TRANSACTION_ID)
                .from(SETTLEMENT)
                .leftJoin(SETTLEMENT_ROW)
                .on(SETTLEMENT_ROW.HOUSEHOLD_ID.eq(SETTLEMENT.HOUSEHOLD_ID))
                .and(SETTLEMENT_ROW.SETTLEMENT_ID.eq(SETTLEMENT.SETTLEMENT_ID))
                .where(SETTLEMENT.HOUSEHOLD_ID.eq(household.value()))
                .and(condition)
                .orderBy(SETTLEMENT.MONTH.desc(), SETTLEMENT.SETTLEMENT_ID.desc())
                .forEach(row -> {
                    SortedSet<Long> rows = named.computeIfAbsent(row.value1(), settlement -> new TreeSet<>());
                    if (row.value2() != null) {
                        rows.add(row.value2());
                    }
                });
        return named.entrySet().stream()
                .map(settlement -> new Entry(
                        settlement(settlement.getKey(), settlement.getValue()),
                        settlement.getKey().getRevision()))
                .toList();
    }

    private static Settlement settlement(SettlementRecord row, SortedSet<Long> rows) {
        return new Settlement(
                row.getSettlementId(),
                row.getDate(),
                Optional.ofNullable(row.getSettles()),
                Party.parse(row.getPayer()),
                Party.parse(row.getPayee()),
                new Money(row.getAmountMinor()),
                row.getNote(),
                rows);
    }

    /** One statement: the settlements of {@code months}, and what the rows that they name are summed by. */
    public static SettledMonths settled(DSLContext sql, HouseholdId household, Collection<YearMonth> months) {
        if (months.isEmpty()) {
            return SettledMonths.NONE;
        }
        Map<Long, SettlementRecord> settlements = new TreeMap<>();
        Map<Long, SortedSet<Long>> named = new TreeMap<>();
        Map<Long, NamedRow> rows = new TreeMap<>();
        sql.select(SETTLEMENT, BANK_TRANSACTION, CLASSIFICATION)
                .from(SETTLEMENT)
                .leftJoin(SETTLEMENT_ROW)
                .on(SETTLEMENT_ROW.HOUSEHOLD_ID.eq(SETTLEMENT.HOUSEHOLD_ID))
                .and(SETTLEMENT_ROW.SETTLEMENT_ID.eq(SETTLEMENT.SETTLEMENT_ID))
                .leftJoin(BANK_TRANSACTION)
                .on(BANK_TRANSACTION.HOUSEHOLD_ID.eq(SETTLEMENT_ROW.HOUSEHOLD_ID))
                .and(BANK_TRANSACTION.TRANSACTION_ID.eq(SETTLEMENT_ROW.TRANSACTION_ID))
                .leftJoin(CLASSIFICATION)
                .on(CLASSIFICATION.HOUSEHOLD_ID.eq(BANK_TRANSACTION.HOUSEHOLD_ID))
                .and(CLASSIFICATION.CLASSIFICATION_ID.eq(BANK_TRANSACTION.CLASSIFICATION_ID))
                .where(SETTLEMENT.HOUSEHOLD_ID.eq(household.value()))
                .and(SETTLEMENT.MONTH.between(Collections.min(months), Collections.max(months)))
                .forEach(row -> {
                    long id = row.value1().getSettlementId();
                    settlements.put(id, row.value1());
                    SortedSet<Long> ofSettlement = named.computeIfAbsent(id, any -> new TreeSet<>());
                    if (row.value2().getTransactionId() != null) {
                        ofSettlement.add(row.value2().getTransactionId());
                        rows.put(
                                row.value2().getTransactionId(),
                                new NamedRow(
                                        row.value2().getTransactionId(),
                                        row.value2().getMonth(),
                                        ClassificationRows.key(row.value3()),
                                        Flags.of(row.value2().getExcluded())));
                    }
                });
        List<Settlement> all = new ArrayList<>();
        settlements.forEach((id, row) -> all.add(settlement(row, named.getOrDefault(id, new TreeSet<>()))));
        return new SettledMonths(all, List.copyOf(rows.values()));
    }

    public static void add(DSLContext sql, HouseholdId household, Settlement settlement, long revision) {
        sql.insertInto(SETTLEMENT)
                .set(row(sql, household, settlement, revision))
                .execute();
        addRows(sql, household, settlement);
    }

    public static void replace(DSLContext sql, HouseholdId household, Settlement settlement, long revision) {
        int replaced = sql.update(SETTLEMENT)
                .set(row(sql, household, settlement, revision))
                .where(is(household, settlement.id()))
                .execute();
        if (replaced == 0) {
            throw new IllegalStateException("nothing has the id " + settlement.id());
        }
        removeRows(sql, household, settlement.id());
        addRows(sql, household, settlement);
    }

    public static void remove(DSLContext sql, HouseholdId household, long id) {
        removeRows(sql, household, id);
        if (sql.deleteFrom(SETTLEMENT).where(is(household, id)).execute() == 0) {
            throw new IllegalStateException("nothing has the id " + id);
        }
    }

    public static SortedSet<YearMonth> monthsNamingRowsOf(
            DSLContext sql, HouseholdId household, Collection<YearMonth> months) {
        return new TreeSet<>(sql.selectDistinct(SETTLEMENT.MONTH)
                .from(SETTLEMENT_ROW)
                .join(SETTLEMENT)
                .on(SETTLEMENT.HOUSEHOLD_ID.eq(SETTLEMENT_ROW.HOUSEHOLD_ID))
                .and(SETTLEMENT.SETTLEMENT_ID.eq(SETTLEMENT_ROW.SETTLEMENT_ID))
                .join(BANK_TRANSACTION)
                .on(BANK_TRANSACTION.HOUSEHOLD_ID.eq(SETTLEMENT_ROW.HOUSEHOLD_ID))
                .and(BANK_TRANSACTION.TRANSACTION_ID.eq(SETTLEMENT_ROW.TRANSACTION_ID))
                .where(SETTLEMENT_ROW.HOUSEHOLD_ID.eq(household.value()))
                .and(BANK_TRANSACTION.MONTH.in(months))
                .fetch(SETTLEMENT.MONTH));
    }

    private static SettlementRecord row(DSLContext sql, HouseholdId household, Settlement settlement, long revision) {
        SettlementRecord row = sql.newRecord(SETTLEMENT);
        row.setHouseholdId(household.value());
        row.setSettlementId(settlement.id());
        row.setDate(settlement.date());
        row.setSettles(settlement.settles().orElse(null));
        row.setMonth(settlement.month());
        row.setPayer(settlement.from().text());
        row.setPayee(settlement.to().text());
        row.setAmountMinor(settlement.amount().minor());
        row.setNote(settlement.note());
        row.setRevision(revision);
        return row;
    }

    private static void addRows(DSLContext sql, HouseholdId household, Settlement settlement) {
        settlement
                .rows()
                .forEach(named -> sql.insertInto(SETTLEMENT_ROW)
                        .set(SETTLEMENT_ROW.HOUSEHOLD_ID, household.value())
                        .set(SETTLEMENT_ROW.SETTLEMENT_ID, settlement.id())
                        .set(SETTLEMENT_ROW.TRANSACTION_ID, named)
                        .execute());
    }

    private static void removeRows(DSLContext sql, HouseholdId household, long id) {
        sql.deleteFrom(SETTLEMENT_ROW)
                .where(SETTLEMENT_ROW.HOUSEHOLD_ID.eq(household.value()))
                .and(SETTLEMENT_ROW.SETTLEMENT_ID.eq(id))
                .execute();
    }

    private static Condition is(HouseholdId household, long id) {
        return SETTLEMENT.HOUSEHOLD_ID.eq(household.value()).and(SETTLEMENT.SETTLEMENT_ID.eq(id));
    }
}
