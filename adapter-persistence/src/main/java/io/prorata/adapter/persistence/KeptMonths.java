package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.GROUP_TOTAL;
import static io.prorata.adapter.persistence.generated.Tables.MONTH_TOTAL;
import static org.jooq.impl.DSL.noCondition;

import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.generated.tables.records.GroupTotalRecord;
import io.prorata.adapter.persistence.generated.tables.records.MonthTotalRecord;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What months add up to, kept beside the books under the stamp of each month's ledger, so that an analysis sums only what changed. */
public final class KeptMonths implements AutoCloseable {

    private static final int MOST_WAITING = 2_000;
    private static final int MOST_WAITING_BYTES = 8 * 1024 * 1024;
    private static final int GROUP_BYTES = 160;

    private final WriteBehind<Key, Kept> behind;

    public KeptMonths(Database database) {
        this.behind = new WriteBehind<>(
                "kept-months",
                database,
                MOST_WAITING,
                MOST_WAITING_BYTES,
                kept -> GROUP_BYTES * (1 + kept.facts().groups().size()),
                KeptMonths::write);
    }

    private record Key(HouseholdId household, YearMonth month) {}

    /** What a month adds up to, and the stamp of its ledger of the same moment. */
    record Kept(Stamp stamp, MonthFacts facts) {}

    /** Lets a month be kept; nobody waits for it. */
    void keep(HouseholdId household, YearMonth month, Kept kept) {
        behind.put(new Key(household, month), kept);
    }

    /** Writes what waits. */
    void writeBehind() {
        behind.write();
    }

    /** Reads what is kept of {@code months}, whatever its stamps: one statement. */
    static Map<YearMonth, Kept> find(DSLContext sql, HouseholdId household, Collection<YearMonth> months) {
        return find(sql, household, MONTH_TOTAL.MONTH.in(months));
    }

    /** Reads all that is kept of a household. */
    static Map<YearMonth, Kept> all(DSLContext sql, HouseholdId household) {
        return find(sql, household, noCondition());
    }

    private static Map<YearMonth, Kept> find(DSLContext sql, HouseholdId household, Condition months) {
        Map<MonthTotalRecord, List<GroupTotal>> groups = new HashMap<>();
        sql.select(MONTH_TOTAL, GROUP_TOTAL)
                .from(MONTH_TOTAL)
                .leftJoin(GROUP_TOTAL)
                .on(GROUP_TOTAL.HOUSEHOLD_ID.eq(MONTH_TOTAL.HOUSEHOLD_ID))
                .and(GROUP_TOTAL.MONTH.eq(MONTH_TOTAL.MONTH))
                .where(MONTH_TOTAL.HOUSEHOLD_ID.eq(household.value()))
                .and(months)
                .forEach(row -> {
                    List<GroupTotal> ofMonth = groups.computeIfAbsent(row.value1(), month -> new ArrayList<>());
                    if (row.value2() != null && row.value2().getPosition() != null) {
                        ofMonth.add(group(row.value2()));
                    }
                });
        Map<YearMonth, Kept> kept = new HashMap<>();
        groups.forEach((month, ofMonth) -> kept.put(
                month.getMonth(),
                new Kept(new Stamp(month.getRevision(), month.getNonce()), new MonthFacts(ofMonth))));
        return kept;
    }

    private static GroupTotal group(GroupTotalRecord row) {
        return new GroupTotal(
                ExpenseType.valueOf(row.getExpenseType()),
                row.getCategory(),
                row.getSubcategory(),
                new Statistics(
                        row.getRowsCounted(),
                        new Money(row.getSumMinor()),
                        new Money(row.getSmallestMinor()),
                        new Money(row.getLargestMinor())));
    }

    private static void write(DSLContext sql, Map<Key, Kept> batch) {
        batch.forEach((key, kept) -> write(sql, key, kept));
    }

    private static void write(DSLContext sql, Key key, Kept kept) {
        sql.deleteFrom(GROUP_TOTAL)
                .where(GROUP_TOTAL.HOUSEHOLD_ID.eq(key.household().value()))
                .and(GROUP_TOTAL.MONTH.eq(key.month()))
                .execute();
        sql.insertInto(MONTH_TOTAL)
                .set(MONTH_TOTAL.HOUSEHOLD_ID, key.household().value())
                .set(MONTH_TOTAL.MONTH, key.month())
                .set(MONTH_TOTAL.REVISION, kept.stamp().revision())
                .set(MONTH_TOTAL.NONCE, kept.stamp().nonce())
                .onConflict(MONTH_TOTAL.HOUSEHOLD_ID, MONTH_TOTAL.MONTH)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        long position = 0;
        for (GroupTotal group : kept.facts().groups()) {
            sql.insertInto(GROUP_TOTAL)
                    .set(GROUP_TOTAL.HOUSEHOLD_ID, key.household().value())
                    .set(GROUP_TOTAL.MONTH, key.month())
                    .set(GROUP_TOTAL.POSITION, position++)
                    .set(GROUP_TOTAL.EXPENSE_TYPE, group.type().name())
                    .set(GROUP_TOTAL.CATEGORY, group.category())
                    .set(GROUP_TOTAL.SUBCATEGORY, group.subcategory())
                    .set(GROUP_TOTAL.ROWS_COUNTED, group.statistics().count())
                    .set(GROUP_TOTAL.SUM_MINOR, group.statistics().sum().minor())
                    .set(GROUP_TOTAL.SMALLEST_MINOR, group.statistics().min().minor())
                    .set(GROUP_TOTAL.LARGEST_MINOR, group.statistics().max().minor())
                    .execute();
        }
    }

    @Override
    public void close() {
        behind.close();
    }
}
