package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BOOK;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.MEMBER;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.trueCondition;

import io.prorata.adapter.persistence.cache.SnapshotCaches;
import io.prorata.adapter.persistence.cache.StampCache;
import io.prorata.adapter.persistence.engine.ReadTransactions;
import io.prorata.adapter.persistence.generated.tables.records.MemberRecord;
import io.prorata.adapter.persistence.ledger.MonthTotalRepair;
import io.prorata.adapter.persistence.ledger.MonthTotalRows;
import io.prorata.adapter.persistence.ledger.MonthTotalRows.Found;
import io.prorata.adapter.persistence.ledger.RowSums;
import io.prorata.adapter.persistence.ledger.RowsAround;
import io.prorata.adapter.persistence.plan.ConfigRows;
import io.prorata.adapter.persistence.plan.JooqPlans;
import io.prorata.adapter.persistence.plan.SettlementRows;
import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.adapter.persistence.row.HouseholdRows;
import io.prorata.adapter.persistence.row.ScopeRows;
import io.prorata.adapter.persistence.row.ScopeRows.Latest;
import io.prorata.adapter.persistence.row.TransactionRows;
import io.prorata.application.port.Snapshots;
import io.prorata.application.view.Revision;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.Snapshot.SettledMonths;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.recognition.KnownRows;
import io.prorata.domain.recognition.MatchCandidates;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Reads by the view: one statement for its stamp, and one transaction of few statements for all that it shows. */
public final class JooqSnapshots implements Snapshots {

    private final ReadTransactions database;
    private final String epoch;
    private final Optional<StampCache> stamps;
    private final Optional<SnapshotCaches> caches;
    private final Optional<Totals> totals;

    /**
     * Reads beside whatever process owns the database: nothing is remembered, because nobody tells of writes, and months are added up
     * from their rows.
     */
    public JooqSnapshots(ReadTransactions database) {
        this(database, Optional.empty(), Optional.empty(), Optional.empty());
    }

    JooqSnapshots(
            ReadTransactions database,
            Optional<StampCache> stamps,
            Optional<SnapshotCaches> caches,
            Optional<Totals> totals) {
        this.database = database;
        this.stamps = stamps;
        this.caches = caches;
        this.totals = totals;
        // It changes only while nobody has the database open.
        this.epoch = database.readOnce(sql -> sql.select(BOOK.EPOCH).from(BOOK).fetchSingle(BOOK.EPOCH));
    }

    /**
     * How kept totals are used.
     *
     * @param code version of the code that reads: what other code has summed is not used
     * @param repair none if what is missing or damaged stays so
     */
    record Totals(long code, Optional<MonthTotalRepair> repair) {}

    @Override
    public Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes) {
        return stamps.flatMap(cache -> cache.known(household, scopes));
    }

    @Override
    public List<StampAtRevision> stampsAtRevision(HouseholdId household, List<ViewScopes> scopes) {
        return stamps.map(cache -> cache.stampsAtRevision(
                        household, scopes, () -> database.readOnce(sql -> ScopeRows.all(sql, household, epoch))))
                .orElseGet(() -> database.readOnce(sql -> ScopeRows.stampsAtRevision(sql, household, scopes, epoch)));
    }

    @Override
    public Snapshot take(HouseholdId household, SnapshotRequest wanted) {
        return database.read(sql -> take(sql, household, wanted));
    }

    private Snapshot take(DSLContext sql, HouseholdId household, SnapshotRequest wanted) {
        Header header = header(sql, household, wanted);
        PlanBook book = book(sql, household, wanted, header.plan());
        Set<YearMonth> months = wanted.months(book);
        Facts facts = usable(wanted, months)
                .map(kept -> kept(sql, household, wanted, months, kept))
                .orElseGet(() -> new Facts(RowSums.facts(sql, household, months, wanted.extremes()), Optional.empty()));
        return new Snapshot(
                household,
                header.stampAtRevision(),
                header.settings(),
                book,
                facts.ofMonths(),
                wanted.config().isPresent()
                        ? ConfigRows.find(sql, household, wanted.config().getAsLong())
                        : Optional.empty(),
                wanted.categories()
                        ? facts.categories().orElseGet(() -> ClassificationRows.categories(sql, household))
                        : Set.of(),
                wanted.page()
                        .map(page ->
                                page.spelled(requireNonNull(facts.ofMonths().get(page.month()))))
                        .map(page -> TransactionRows.find(sql, household, page))
                        .orElse(List.of()),
                wanted.settlingFrom().isPresent() ? SettlementRows.settled(sql, household, months) : SettledMonths.NONE,
                wanted.rowsAround()
                        .filter(month ->
                                requireNonNull(facts.ofMonths().get(month)).count() <= KnownRows.MOST_OF_A_VIEW)
                        .map(month -> around(sql, household, month, wanted, book, header))
                        .orElse(KnownRows.UNKNOWN));
    }

    private KnownRows around(
            DSLContext sql,
            HouseholdId household,
            YearMonth month,
            SnapshotRequest wanted,
            PlanBook book,
            Header header) {
        Supplier<KnownRows> database =
                () -> RowsAround.candidates(sql, household, MatchCandidates.of(month, book), header.rejected());
        // The stamp tells of these rows alone if it is the stamp of what they depend on.
        return usable(wanted)
                .filter(_ -> wanted.scopes().equals(ViewScopes.ofMonthAndRowsAround(month)))
                .map(cache -> cache.candidates()
                        .get(household, month, header.stampAtRevision().stamp(), database))
                .orElseGet(database);
    }

    private Optional<SnapshotCaches> usable(SnapshotRequest wanted) {
        return caches.filter(_ -> !wanted.fromRows());
    }

    private Optional<Totals> usable(SnapshotRequest wanted, Set<YearMonth> months) {
        return totals.filter(kept -> wanted.monthTotals() && !months.isEmpty());
    }

    /**
     * What every view begins with.
     *
     * @param plan when anything of the plan or the catalogue last changed, in whatever month
     * @param rejected keys of rejected matches, if rows are wanted in which something may be recognised
     */
    private record Header(StampAtRevision stampAtRevision, Stamp plan, Household settings, Set<String> rejected) {}

    /** One statement: a row per member. */
    private Header header(DSLContext sql, HouseholdId household, SnapshotRequest wanted) {
        Latest latest = ScopeRows.latest("latest", household, wanted.scopes());
        Field<String> rejected =
                wanted.rowsAround().isPresent() ? RowsAround.rejected(household) : DSL.castNull(SQLDataType.VARCHAR);
        Latest plan = ScopeRows.latest("plan", household, ViewScopes.ofWholePlan());
        var rows = sql.select(
                        HOUSEHOLD, MEMBER, latest.revision(), latest.nonce(), plan.revision(), plan.nonce(), rejected)
                .from(HOUSEHOLD)
                .leftJoin(latest.table())
                .on(trueCondition())
                .leftJoin(plan.table())
                .on(trueCondition())
                .leftJoin(MEMBER)
                .on(HouseholdRows.OF_HOUSEHOLD)
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .fetch();
        var first = rows.stream().findFirst().orElseThrow(HouseholdRows.unknown(household));
        return new Header(
                new StampAtRevision(
                        latest.stamp(first), new Revision(epoch, first.value1().getRevision())),
                plan.stamp(first),
                HouseholdRows.household(first.value1(), rows.getValues(1, MemberRecord.class)),
                RowsAround.keys(first.value7()));
    }

    private PlanBook book(DSLContext sql, HouseholdId household, SnapshotRequest wanted, Stamp plan) {
        if (wanted.scopes().planUpTo().isEmpty()) {
            return PlanBook.EMPTY;
        }
        return usable(wanted)
                .map(cache -> cache.plans().get(household, plan, () -> JooqPlans.book(sql, household)))
                .orElseGet(() -> JooqPlans.book(sql, household));
    }

    /** @param categories that any row has ever had, where they were read on the way */
    private record Facts(Map<YearMonth, MonthFacts> ofMonths, Optional<Set<String>> categories) {}

    /** Reads the kept totals, and adds up the months that have none, or damaged ones. */
    private static Facts kept(
            DSLContext sql, HouseholdId household, SnapshotRequest wanted, Set<YearMonth> months, Totals totals) {
        Found found =
                MonthTotalRows.find(sql, household, months, totals.code(), wanted.extremes(), wanted.categories());
        Map<YearMonth, MonthFacts> facts = new HashMap<>(found.facts());
        Set<YearMonth> others = new HashSet<>(months);
        others.removeAll(found.facts().keySet());
        if (!others.isEmpty()) {
            RowSums.facts(sql, household, others, wanted.extremes()).forEach((month, summed) -> {
                facts.put(month, summed);
                totals.repair().ifPresent(repair -> repair(repair, household, month, summed, found));
            });
        }
        return new Facts(facts, found.categories());
    }

    private static void repair(
            MonthTotalRepair repair, HouseholdId household, YearMonth month, MonthFacts summed, Found found) {
        if (found.damaged().contains(month)) {
            repair.damaged(household, month);
        } else if (!summed.groups().isEmpty()) {
            repair.missing(household, month);
        }
    }
}
