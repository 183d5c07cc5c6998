package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.STAGED_TRANSACTION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.prorata.adapter.persistence.engine.BulkInsert;
import io.prorata.adapter.persistence.engine.CommitListener;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.ledger.MonthTotals.Total;
import io.prorata.adapter.persistence.ledger.NewTransactions.NewRow;
import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.adapter.persistence.row.Counters;
import io.prorata.adapter.persistence.row.HouseholdRows;
import io.prorata.adapter.persistence.row.TransactionRows;
import io.prorata.adapter.persistence.search.TagRows;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Rows of an import in a table of their own, which no view and no list reads. They are kept as they will be, with their digests, so that one
 * statement enters them.
 */
public final class JooqStagedRows implements Ledger.Staged {

    private static final System.Logger LOG = System.getLogger(JooqStagedRows.class.getName());

    /** So many are removed within milliseconds. */
    private static final int REMOVED_AT_ONCE = 10_000;

    /** Where several nodes stage, what is older than any import takes was left by one that has stopped. */
    private static final Duration LEFT_AFTER = Duration.ofHours(1);

    private static final BulkInsert<NewRow> ROWS = new BulkInsert<>(
            STAGED_TRANSACTION, NewTransactions.columns(STAGED_TRANSACTION), Optional.of(STAGED_TRANSACTION.DIGEST));

    private final Database database;
    private final HouseholdId household;
    private final long importId;
    private final long revision;
    private final Map<GroupKey, Long> known;
    private final Map<GroupKey, Long> groups = new LinkedHashMap<>();
    private long lastNumber;
    private long rows;

    private JooqStagedRows(
            Database database, HouseholdId household, long importId, long revision, Map<GroupKey, Long> known) {
        this.database = database;
        this.household = household;
        this.importId = importId;
        this.revision = revision;
        this.known = known;
        this.lastNumber =
                known.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Opens a stage for the rows of {@code revision}, and removes what was left of the household's. */
    public static JooqStagedRows open(Database database, HouseholdId household, Instant now, long revision) {
        remove(database, STAGED_TRANSACTION.HOUSEHOLD_ID.eq(household.value()).and(isOld(now)));
        long importId = database.write(
                household,
                sql -> {
                    // Refuses a household that is not there.
                    var _ = HouseholdRows.revision(sql, household);
                    return Counters.next(sql, household, "import", 1);
                },
                CommitListener.NONE);
        return new JooqStagedRows(
                database,
                household,
                importId,
                revision,
                database.readOnce(sql -> ClassificationRows.numbers(sql, household)));
    }

    /** Removes what a process that has stopped has left; of a database that others write to, only what is old. */
    public static void removeLeftovers(Database database, Instant now) {
        remove(database, database.isOnlyWriter() ? noCondition() : isOld(now));
    }

    private static Condition isOld(Instant now) {
        return STAGED_TRANSACTION.STAGED_AT.lt(now.minus(LEFT_AFTER).getEpochSecond());
    }

    /** In short writes, each of its own. */
    private static void remove(Database database, Condition which) {
        while (database.readOnce(sql -> sql.fetchExists(STAGED_TRANSACTION, which))) {
            var _ = database.write(sql -> sql.deleteFrom(STAGED_TRANSACTION)
                    .where(row(
                                    STAGED_TRANSACTION.HOUSEHOLD_ID,
                                    STAGED_TRANSACTION.IMPORT_ID,
                                    STAGED_TRANSACTION.TRANSACTION_ID)
                            .in(select(
                                            STAGED_TRANSACTION.HOUSEHOLD_ID,
                                            STAGED_TRANSACTION.IMPORT_ID,
                                            STAGED_TRANSACTION.TRANSACTION_ID)
                                    .from(STAGED_TRANSACTION)
                                    .where(which)
                                    .limit(inline(REMOVED_AT_ONCE))))
                    .execute());
        }
    }

    @Override
    public long importId() {
        return importId;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public Map<GroupKey, Long> groups() {
        return Collections.unmodifiableMap(groups);
    }

    @Override
    public long add(List<Transaction> added) {
        for (Transaction row : added) {
            groups.computeIfAbsent(
                    GroupKey.of(row), key -> Objects.requireNonNullElseGet(known.get(key), () -> ++lastNumber));
        }
        long first = database.write(
                household,
                sql -> {
                    long reserved = Counters.next(sql, household, "transaction", added.size());
                    ROWS.insert(sql, newRows(reserved, added));
                    return reserved;
                },
                CommitListener.NONE);
        rows += added.size();
        return first;
    }

    private List<NewRow> newRows(long first, List<Transaction> added) {
        List<NewRow> made = new ArrayList<>(added.size());
        for (Transaction row : added) {
            made.add(new NewRow(
                    household.value(),
                    first + made.size(),
                    row,
                    importId,
                    revision,
                    Objects.requireNonNull(groups.get(GroupKey.of(row)))));
        }
        return made;
    }

    /**
     * Makes rows of the ledger of those that are staged.
     *
     * @throws OutdatedStageException if they are not all there, or classifications have got other numbers
     */
    static void enter(DSLContext sql, HouseholdId household, Ledger.Staged staged, long code) {
        Map<GroupKey, Long> numbers =
                ClassificationRows.numbers(sql, household, staged.groups().keySet());
        Condition all = STAGED_TRANSACTION
                .HOUSEHOLD_ID
                .eq(household.value())
                .and(STAGED_TRANSACTION.IMPORT_ID.eq(staged.importId()));
        boolean asAssumed = staged.groups().entrySet().stream()
                .allMatch(group -> group.getValue().equals(numbers.get(group.getKey())));
        int entered = asAssumed
                ? sql.insertInto(BANK_TRANSACTION, BANK_TRANSACTION.fields())
                        .select(select(Arrays.stream(BANK_TRANSACTION.fields())
                                        .map(column -> Objects.requireNonNull(STAGED_TRANSACTION.field(column)))
                                        .toList())
                                .from(STAGED_TRANSACTION)
                                .where(all)
                                .orderBy(STAGED_TRANSACTION.TRANSACTION_ID))
                        .execute()
                : 0;
        if (entered != staged.rows()) {
            throw new Ledger.OutdatedStageException();
        }
        tag(sql, household, all);
        MonthTotalRows.advance(sql, household, totals(sql, all), code);
    }

    /** Tags are found by rows of their own, which are made when the rows are entered. */
    private static void tag(DSLContext sql, HouseholdId household, Condition all) {
        sql.select(STAGED_TRANSACTION.TRANSACTION_ID, STAGED_TRANSACTION.TAGS)
                .from(STAGED_TRANSACTION)
                .where(all)
                .and(STAGED_TRANSACTION.TAGS.ne(inline("")))
                .forEach(row -> TagRows.add(sql, household, row.value1(), TransactionRows.tags(row.value2())));
    }

    private static MonthTotals totals(DSLContext sql, Condition all) {
        var totals = new MonthTotals();
        sql.select(
                        STAGED_TRANSACTION.MONTH,
                        STAGED_TRANSACTION.CLASSIFICATION_ID,
                        count(),
                        sum(STAGED_TRANSACTION.AMOUNT_MINOR).cast(Long.class))
                .from(STAGED_TRANSACTION)
                .where(all)
                .and(STAGED_TRANSACTION.EXCLUDED.eq(inline(0L)))
                .groupBy(STAGED_TRANSACTION.MONTH, STAGED_TRANSACTION.CLASSIFICATION_ID)
                .forEach(row -> totals.add(row.value1(), row.value2(), new Total(row.value3(), row.value4())));
        return totals;
    }

    /** What cannot be removed now is removed later. */
    @Override
    public void close() {
        try {
            remove(
                    database,
                    STAGED_TRANSACTION
                            .HOUSEHOLD_ID
                            .eq(household.value())
                            .and(STAGED_TRANSACTION.IMPORT_ID.eq(importId)));
        } catch (StoreUnavailableException e) {
            LOG.log(System.Logger.Level.DEBUG, "what was staged stays for a while", e);
        }
    }
}
