package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BOOK;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;

import io.prorata.adapter.persistence.KeptMonths.Kept;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.adapter.persistence.sqlite.Together;
import io.prorata.application.port.Snapshots;
import io.prorata.application.view.Revision;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads by the view: one statement for a glance, one for all that a view shows. */
public final class JooqSnapshots implements Snapshots {

    /** Up to so many, summing is as quick as looking for sums. */
    private static final int FEW_MONTHS = 2;

    private final SqliteDatabase database;
    private final String epoch;
    private final Optional<StampBoard> board;
    private final Optional<Ranges> ranges;

    /** Reads beside whatever process owns the database: nothing is remembered, because nobody tells of writes. */
    public JooqSnapshots(SqliteDatabase database) {
        this(database, Optional.empty(), Optional.empty());
    }

    JooqSnapshots(SqliteDatabase database, Optional<StampBoard> board, Optional<Ranges> ranges) {
        this.database = database;
        this.board = board;
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
    public Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes) {
        return board.flatMap(remembered -> remembered.known(household, scopes));
    }

    @Override
    public StampAtRevision stampAtRevision(HouseholdId household, ViewScopes scopes) {
        return board.map(remembered -> remembered.stampAtRevision(household, scopes, () -> standing(household)))
                .orElseGet(() -> asked(household, scopes));
    }

    private StampBoard.Standing standing(HouseholdId household) {
        return database.readOnce(sql -> {
            var together = new Together(sql);
            var settings = together.ask(HouseholdRows.SETTINGS, household);
            Supplier<Map<Scope, Stamp>> stamps = ScopeRows.askAll(together, household);
            together.fetch();
            return new StampBoard.Standing(
                    new Revision(epoch, settings.single().get(HOUSEHOLD.REVISION)), stamps.get());
        });
    }

    private StampAtRevision asked(HouseholdId household, ViewScopes scopes) {
        return database.readOnce(sql -> {
            var together = new Together(sql);
            Supplier<StampAtRevision> stampAtRevision = askGlance(together, household, scopes);
            together.fetch();
            return stampAtRevision.get();
        });
    }

    @Override
    public Snapshot take(HouseholdId household, SnapshotRequest wanted) {
        return ranges.filter(kept -> wanted.scopes().ledgers().size() > FEW_MONTHS && wanted.extremes())
                .filter(kept -> kept.on().getAsBoolean())
                .map(kept -> take(household, wanted, kept.months()))
                .orElseGet(
                        () -> take(household, wanted, wanted.scopes().ledgers()).snapshot());
    }

    /**
     * Sums only the months that are not kept as they are now. What was kept is taken only if its stamp still holds in the snapshot of
     * the rest: all that is shown is of that one moment.
     */
    private Snapshot take(HouseholdId household, SnapshotRequest wanted, KeptMonths keptMonths) {
        Set<YearMonth> months = wanted.scopes().ledgers();
        Map<YearMonth, Kept> current = keptAsTheyAre(household, months);
        Set<YearMonth> others =
                months.stream().filter(month -> !current.containsKey(month)).collect(Collectors.toSet());
        Taken taken = take(household, wanted, others);
        boolean overtaken = current.entrySet().stream()
                .anyMatch(kept ->
                        !taken.stampOf(kept.getKey()).equals(kept.getValue().stamp()));
        if (overtaken) {
            return take(household, wanted, months).snapshot();
        }
        others.forEach(month -> keptMonths.keep(
                household,
                month,
                new Kept(taken.stampOf(month), taken.snapshot().facts(month))));
        Map<YearMonth, MonthFacts> facts = new HashMap<>(taken.snapshot().facts());
        current.forEach((month, kept) -> facts.put(month, kept.facts()));
        return taken.snapshot().with(facts);
    }

    /** Returns what is kept of {@code months} and holds; a month in which nothing ever happened needs no keeping. */
    private Map<YearMonth, Kept> keptAsTheyAre(HouseholdId household, Set<YearMonth> months) {
        return database.readOnce(sql -> {
            var together = new Together(sql);
            Supplier<Map<YearMonth, Stamp>> stamps = ScopeRows.askLedgers(together, household, months);
            Supplier<Map<YearMonth, Kept>> kept = KeptMonths.ask(together, household, months);
            together.fetch();
            Map<YearMonth, Kept> current = new HashMap<>();
            for (YearMonth month : months) {
                Stamp now = stamps.get().getOrDefault(month, Stamp.NEVER);
                Kept one = now.equals(Stamp.NEVER)
                        ? new Kept(now, MonthFacts.NONE)
                        : kept.get().get(month);
                if (one != null && one.stamp().equals(now)) {
                    current.put(month, one);
                }
            }
            return current;
        });
    }

    /** A snapshot, and when the ledgers of its months last changed. */
    private record Taken(Snapshot snapshot, Map<YearMonth, Stamp> ledgers) {

        Stamp stampOf(YearMonth month) {
            return ledgers.getOrDefault(month, Stamp.NEVER);
        }
    }

    /** @param summed the months whose rows are summed, of those that are wanted */
    private Taken take(HouseholdId household, SnapshotRequest wanted, Set<YearMonth> summed) {
        return database.readOnce(sql -> {
            var together = new Together(sql);
            Supplier<StampAtRevision> stampAtRevision = askGlance(together, household, wanted.scopes());
            Supplier<Household> settings = HouseholdRows.ask(together, household);
            Supplier<PlanBook> book =
                    wanted.scopes().planUpTo().isPresent() ? JooqPlans.ask(together, household) : () -> PlanBook.EMPTY;
            Supplier<Map<YearMonth, MonthFacts>> facts = FactRows.ask(together, household, summed, wanted.extremes());
            Supplier<Map<YearMonth, Stamp>> ledgers = wanted.scopes().ledgers().size() > FEW_MONTHS
                    ? ScopeRows.askLedgers(together, household, wanted.scopes().ledgers())
                    : Map::of;
            Supplier<Optional<Config>> config = wanted.config().isPresent()
                    ? ConfigRows.ask(together, household, wanted.config().getAsLong())
                    : Optional::empty;
            Supplier<Set<String>> categories =
                    wanted.categories() ? PlacingRows.askCategories(together, household) : Set::of;
            Supplier<List<Transaction>> rows = wanted.page()
                    .map(page -> TransactionRows.ask(together, household, page))
                    .orElse(List::of);
            together.fetch();
            var snapshot = new Snapshot(
                    household,
                    stampAtRevision.get(),
                    settings.get(),
                    book.get(),
                    facts.get(),
                    config.get(),
                    categories.get(),
                    rows.get());
            return new Taken(snapshot, ledgers.get());
        });
    }

    private Supplier<StampAtRevision> askGlance(Together together, HouseholdId household, ViewScopes scopes) {
        var settings = together.ask(HouseholdRows.SETTINGS, household);
        Supplier<Stamp> stamp = ScopeRows.ask(together, household, scopes);
        return () -> new StampAtRevision(
                stamp.get(), new Revision(epoch, settings.single().get(HOUSEHOLD.REVISION)));
    }
}
