package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BOOK;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;

import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.application.port.Glance;
import io.prorata.application.port.Revision;
import io.prorata.application.port.Snapshot;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Wanted;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads by the view: one statement for a glance, one for all that a view shows. */
public final class JooqSnapshots implements Snapshots {

    private final SqliteDatabase database;
    private final String epoch;
    private final Optional<StampBoard> board;

    /** Reads beside whatever process owns the database: nothing is remembered, because nobody tells of writes. */
    public JooqSnapshots(SqliteDatabase database) {
        this(database, Optional.empty());
    }

    JooqSnapshots(SqliteDatabase database, Optional<StampBoard> board) {
        this.database = database;
        this.board = board;
        // It changes only while nobody has the database open.
        this.epoch = database.readOnce(sql -> sql.select(BOOK.EPOCH).from(BOOK).fetchSingle(BOOK.EPOCH));
    }

    @Override
    public Optional<Glance> glanceAtOnce(HouseholdId household, ViewScopes scopes) {
        return board.flatMap(remembered -> remembered.known(household, scopes));
    }

    @Override
    public Glance glance(HouseholdId household, ViewScopes scopes) {
        return board.map(remembered -> remembered.glance(household, scopes, () -> standing(household)))
                .orElseGet(() -> asked(household, scopes));
    }

    private StampBoard.Standing standing(HouseholdId household) {
        return database.readOnce(sql -> {
            var together = new Together(sql);
            var settings = together.ask(HOUSEHOLD, HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()));
            Supplier<Map<Scope, Stamp>> stamps = ScopeRows.askAll(together, household);
            together.fetch();
            return new StampBoard.Standing(
                    new Revision(epoch, settings.single().get(HOUSEHOLD.REVISION)), stamps.get());
        });
    }

    private Glance asked(HouseholdId household, ViewScopes scopes) {
        return database.readOnce(sql -> {
            var together = new Together(sql);
            Supplier<Glance> glance = askGlance(together, household, scopes);
            together.fetch();
            return glance.get();
        });
    }

    @Override
    public Snapshot take(HouseholdId household, Wanted wanted) {
        return database.readOnce(sql -> {
            var together = new Together(sql);
            Supplier<Glance> glance = askGlance(together, household, wanted.scopes());
            Supplier<Household> settings = HouseholdRows.ask(together, household);
            Supplier<PlanBook> book =
                    wanted.scopes().planUpTo().isPresent() ? JooqPlans.ask(together, household) : () -> PlanBook.EMPTY;
            Supplier<Map<YearMonth, MonthFacts>> facts =
                    FactRows.ask(together, household, wanted.scopes().ledgers());
            Supplier<Optional<Config>> config = wanted.config().isPresent()
                    ? ConfigRows.ask(together, household, wanted.config().getAsLong())
                    : Optional::empty;
            Supplier<Set<String>> categories =
                    wanted.categories() ? TransactionRows.askCategories(together, household) : Set::of;
            Supplier<List<Transaction>> rows = wanted.slice()
                    .map(slice -> TransactionRows.ask(together, household, slice))
                    .orElse(List::of);
            together.fetch();
            return new Snapshot(
                    household,
                    glance.get(),
                    settings.get(),
                    book.get(),
                    facts.get(),
                    config.get(),
                    categories.get(),
                    rows.get());
        });
    }

    private Supplier<Glance> askGlance(Together together, HouseholdId household, ViewScopes scopes) {
        var settings = together.ask(HOUSEHOLD, HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()));
        Supplier<Stamp> stamp = ScopeRows.ask(together, household, scopes);
        return () ->
                new Glance(stamp.get(), new Revision(epoch, settings.single().get(HOUSEHOLD.REVISION)));
    }
}
