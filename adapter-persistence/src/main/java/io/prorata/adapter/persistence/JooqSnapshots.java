package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BOOK;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static io.prorata.adapter.persistence.generated.Tables.MEMBER;
import static org.jooq.impl.DSL.trueCondition;

import io.prorata.adapter.persistence.KeptMonths.Kept;
import io.prorata.adapter.persistence.ScopeRows.Latest;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.generated.tables.records.MemberRecord;
import io.prorata.application.port.Glance;
import io.prorata.application.port.Revision;
import io.prorata.application.port.Snapshot;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Wanted;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;

/** Reads by the view: one statement for its stamp, and one transaction of few statements for all that it shows. */
public final class JooqSnapshots implements Snapshots {

    /** Up to so many, summing is as quick as looking for sums. */
    private static final int FEW_MONTHS = 2;

    private final Database database;
    private final String epoch;
    private final Optional<StampCache> stamps;
    private final Optional<PlanCache> plans;
    private final Optional<Ranges> ranges;

    /** Reads beside whatever process owns the database: nothing is remembered, because nobody tells of writes. */
    public JooqSnapshots(Database database) {
        this(database, Optional.empty(), Optional.empty(), Optional.empty());
    }

    JooqSnapshots(
            Database database, Optional<StampCache> stamps, Optional<PlanCache> plans, Optional<Ranges> ranges) {
        this.database = database;
        this.stamps = stamps;
        this.plans = plans;
        this.ranges = ranges;
        // It changes only while nobody has the database open.
        this.epoch = database.readOnce(sql -> sql.select(BOOK.EPOCH).from(BOOK).fetchSingle(BOOK.EPOCH));
    }

    /**
     * Where months are kept, for views that show many.
     *
     * @param on whether they are used now
     */
    record Ranges(KeptMonths months, BooleanSupplier on) {}

    @Override
    public Optional<Glance> glanceAtOnce(HouseholdId household, ViewScopes scopes) {
        return stamps.flatMap(cache -> cache.known(household, scopes));
    }

    @Override
    public Glance glance(HouseholdId household, ViewScopes scopes) {
        return stamps.map(cache -> cache.glance(
                        household, scopes, () -> database.readOnce(sql -> ScopeRows.all(sql, household, epoch))))
                .orElseGet(() -> database.readOnce(sql -> ScopeRows.glance(sql, household, scopes, epoch)));
    }

    @Override
    public Snapshot take(HouseholdId household, Wanted wanted) {
        return database.read(sql -> take(sql, household, wanted));
    }

    private Snapshot take(DSLContext sql, HouseholdId household, Wanted wanted) {
        Header header = header(sql, household, wanted.scopes());
        return new Snapshot(
                household,
                header.glance(),
                header.settings(),
                book(sql, household, wanted.scopes(), header.plan()),
                facts(sql, household, wanted),
                wanted.config().isPresent()
                        ? ConfigRows.find(sql, household, wanted.config().getAsLong())
                        : Optional.empty(),
                wanted.categories() ? PlacingRows.categories(sql, household) : Set.of(),
                wanted.slice()
                        .map(slice -> TransactionRows.find(sql, household, slice))
                        .orElse(List.of()));
    }

    /**
     * What every view begins with.
     *
     * @param plan when anything of the plan or the catalogue last changed, in whatever month
     */
    private record Header(Glance glance, Stamp plan, Household settings) {}

    /** One statement: a row per member. */
    private Header header(DSLContext sql, HouseholdId household, ViewScopes scopes) {
        Latest latest = ScopeRows.latest("latest", household, scopes);
        Latest plan = ScopeRows.latest("plan", household, ViewScopes.ofWholePlan());
        var rows = sql.select(
                        HOUSEHOLD, MEMBER, latest.revision(), latest.nonce(), plan.revision(), plan.nonce())
                .from(HOUSEHOLD)
                .leftJoin(latest.table())
                .on(trueCondition())
                .leftJoin(plan.table())
                .on(trueCondition())
                .leftJoin(MEMBER)
                .on(HouseholdRows.OF_HOUSEHOLD)
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .fetch();
        var first = rows.getFirst();
        return new Header(
                new Glance(
                        latest.stamp(first), new Revision(epoch, first.value1().getRevision())),
                plan.stamp(first),
                HouseholdRows.household(first.value1(), rows.getValues(1, MemberRecord.class)));
    }

    private PlanBook book(DSLContext sql, HouseholdId household, ViewScopes scopes, Stamp plan) {
        if (scopes.planUpTo().isEmpty()) {
            return PlanBook.EMPTY;
        }
        return plans.map(cache -> cache.get(household, plan, () -> JooqPlans.book(sql, household)))
                .orElseGet(() -> JooqPlans.book(sql, household));
    }

    private Map<YearMonth, MonthFacts> facts(DSLContext sql, HouseholdId household, Wanted wanted) {
        Set<YearMonth> months = wanted.scopes().ledgers();
        boolean kept = months.size() > FEW_MONTHS && wanted.extremes();
        return ranges.filter(range -> kept && range.on().getAsBoolean())
                .map(range -> facts(sql, household, months, range.months()))
                .orElseGet(() -> FactRows.sum(sql, household, months, wanted.extremes()));
    }

    /** Sums only the months that are not kept as they are now. */
    private static Map<YearMonth, MonthFacts> facts(
            DSLContext sql, HouseholdId household, Set<YearMonth> months, KeptMonths keptMonths) {
        Map<YearMonth, Stamp> ledgers = ScopeRows.ledgers(sql, household, months);
        Map<YearMonth, Kept> kept = KeptMonths.find(sql, household, months);
        Map<YearMonth, MonthFacts> facts = new HashMap<>();
        Set<YearMonth> others = new HashSet<>();
        for (YearMonth month : months) {
            Stamp now = ledgers.getOrDefault(month, Stamp.NEVER);
            // A month in which nothing ever happened needs no keeping.
            Kept one = now.equals(Stamp.NEVER) ? new Kept(now, MonthFacts.NONE) : kept.get(month);
            if (one != null && one.stamp().equals(now)) {
                facts.put(month, one.facts());
            } else {
                others.add(month);
            }
        }
        FactRows.sum(sql, household, others, true).forEach((month, summed) -> {
            facts.put(month, summed);
            keptMonths.keep(household, month, new Kept(ledgers.getOrDefault(month, Stamp.NEVER), summed));
        });
        return facts;
    }
}
