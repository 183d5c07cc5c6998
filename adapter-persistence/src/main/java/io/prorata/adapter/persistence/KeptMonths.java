package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BOOK;
import static io.prorata.adapter.persistence.generated.Tables.GROUP_TOTAL;
import static io.prorata.adapter.persistence.generated.Tables.MONTH_TOTAL;

import io.prorata.adapter.persistence.sqlite.Question;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.adapter.persistence.sqlite.Together;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** What months add up to, kept beside the books under the stamp of each month's ledger, so that an analysis sums only what changed. */
public final class KeptMonths implements AutoCloseable {

    private static final int MOST_WAITING = 2_000;
    private static final int MOST_WAITING_BYTES = 8 * 1024 * 1024;
    private static final int GROUP_BYTES = 160;

    private static final Param<YearMonth> FIRST = DSL.param("first", MONTH_TOTAL.MONTH);
    private static final Param<YearMonth> LAST = DSL.param("last", MONTH_TOTAL.MONTH);

    private static final Condition STAMPS = MONTH_TOTAL.HOUSEHOLD_ID.eq(Question.HOUSEHOLD);
    private static final Condition GROUPS = GROUP_TOTAL.HOUSEHOLD_ID.eq(Question.HOUSEHOLD);

    private static final Question ALL_STAMPS = Question.of(MONTH_TOTAL, STAMPS);
    private static final Question ALL_GROUPS = Question.of(GROUP_TOTAL, GROUPS);
    private static final Question STAMPS_OF_RUN =
            Question.of(List.of(FIRST, LAST), MONTH_TOTAL, STAMPS.and(MONTH_TOTAL.MONTH.between(FIRST, LAST)));
    private static final Question GROUPS_OF_RUN =
            Question.of(List.of(FIRST, LAST), GROUP_TOTAL, GROUPS.and(GROUP_TOTAL.MONTH.between(FIRST, LAST)));

    private final WriteBehind<Key, Kept> behind;

    /**
     * Drops what other code has summed.
     *
     * @param version of the code that sums
     */
    public KeptMonths(SqliteDatabase database, long version) {
        retireOthers(database, version);
        this.behind = new WriteBehind<>(
                "kept-months",
                database,
                MOST_WAITING,
                MOST_WAITING_BYTES,
                kept -> GROUP_BYTES * (1 + kept.facts().groups().size()),
                KeptMonths::write);
    }

    private static void retireOthers(SqliteDatabase database, long version) {
        if (database.readOnce(sql -> sql.select(BOOK.SUMMED_BY).from(BOOK).fetchSingle(BOOK.SUMMED_BY)) == version) {
            return;
        }
        database.write(sql -> {
            sql.deleteFrom(GROUP_TOTAL).execute();
            sql.deleteFrom(MONTH_TOTAL).execute();
            return sql.update(BOOK).set(BOOK.SUMMED_BY, version).execute();
        });
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

    /** Asks for what is kept of {@code months}, whatever its stamps. */
    static Supplier<Map<YearMonth, Kept>> ask(Together together, HouseholdId household, Collection<YearMonth> months) {
        List<MonthRun> runs = MonthRun.of(months);
        return kept(
                runs.stream()
                        .map(run -> together.ask(STAMPS_OF_RUN, household, run.first(), run.last()))
                        .toList(),
                runs.stream()
                        .map(run -> together.ask(GROUPS_OF_RUN, household, run.first(), run.last()))
                        .toList());
    }

    /** Asks for all that is kept of a household. */
    static Supplier<Map<YearMonth, Kept>> askAll(Together together, HouseholdId household) {
        return kept(List.of(together.ask(ALL_STAMPS, household)), List.of(together.ask(ALL_GROUPS, household)));
    }

    private static Supplier<Map<YearMonth, Kept>> kept(List<Together.Part> stamps, List<Together.Part> groups) {
        return () -> {
            Map<YearMonth, List<Together.Row>> rows = groups.stream()
                    .flatMap(part -> part.rows().stream())
                    .collect(Collectors.groupingBy(row -> row.get(GROUP_TOTAL.MONTH)));
            Map<YearMonth, Kept> kept = new HashMap<>();
            stamps.stream()
                    .flatMap(part -> part.rows().stream())
                    .forEach(row -> kept.put(
                            row.get(MONTH_TOTAL.MONTH),
                            new Kept(
                                    new Stamp(row.get(MONTH_TOTAL.REVISION), row.get(MONTH_TOTAL.NONCE)),
                                    facts(rows.getOrDefault(row.get(MONTH_TOTAL.MONTH), List.of())))));
            return kept;
        };
    }

    private static MonthFacts facts(List<Together.Row> rows) {
        return new MonthFacts(rows.stream()
                .map(row -> new GroupTotal(
                        ExpenseType.valueOf(row.get(GROUP_TOTAL.EXPENSE_TYPE)),
                        row.find(GROUP_TOTAL.CATEGORY),
                        row.find(GROUP_TOTAL.SUBCATEGORY),
                        new Statistics(
                                row.get(GROUP_TOTAL.ROWS_COUNTED),
                                new Money(row.get(GROUP_TOTAL.SUM_MINOR)),
                                new Money(row.get(GROUP_TOTAL.SMALLEST_MINOR)),
                                new Money(row.get(GROUP_TOTAL.LARGEST_MINOR)))))
                .toList());
    }

    private static void write(DSLContext sql, Map<Key, Kept> batch) {
        Set<HouseholdId> there = HouseholdRows.all(sql);
        batch.forEach((key, kept) -> {
            if (there.contains(key.household())) {
                write(sql, key, kept);
            }
        });
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
