package io.prorata.application.simulation;

import io.prorata.application.ledger.NewRow;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.port.AccountRegister;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Changes;
import io.prorata.application.port.Households;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.ImportProfiles;
import io.prorata.application.port.Imports;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Mappings;
import io.prorata.application.port.Plans;
import io.prorata.application.port.Revisions;
import io.prorata.application.port.Rules;
import io.prorata.application.port.Settlements;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.InCurrency;
import io.prorata.application.view.Revision;
import io.prorata.application.view.Snapshot;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.PlanBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a household's plan as a unit of work: its writes change the copy. What is not copied is read from the books as they are, inside a
 * read, in which every write fails.
 */
final class BooksCopy implements UnitOfWork, SimulatedBooks {

    private final Snapshot snapshot;
    private final CopiedPlans plans;
    private final Books books;
    private final PlanUseCases useCases;
    private final List<Transaction> rows = new ArrayList<>();

    /** The spellings of the names that simulated rows have, by folded name. */
    private final Map<String, String> names = new HashMap<>();

    /**
     * @param kept the books as they are, inside a read
     * @param useCases makes the use cases over this
     */
    BooksCopy(Snapshot snapshot, Books kept, PlanUseCases.Maker useCases) {
        this.snapshot = snapshot;
        plans = new CopiedPlans(snapshot.book());
        var settings = new CopiedSettings(
                snapshot.household(), snapshot.stampAtRevision().revision());
        books = new Copied(kept, settings, plans, settings);
        this.useCases = useCases.over(this);
    }

    PlanBook book() {
        return plans.book();
    }

    List<Transaction> rows() {
        return List.copyOf(rows);
    }

    @Override
    public PlanUseCases useCases() {
        return useCases;
    }

    @Override
    public void record(InCurrency<RecordTransaction.Command> stated) {
        Household settings = stated.within(snapshot.household());
        RecordTransaction.Command command = stated.thing();
        var spelled = new RecordTransaction.Command(
                command.line(),
                command.type(),
                spelled(command.category()),
                spelled(command.subcategory()),
                command.excluded(),
                command.tags(),
                command.attribution(),
                command.note());
        Transaction row = NewRow.of(snapshot.id(), settings, books, spelled, () -> 0);
        Stream.of(row.classification())
                .flatMap(named -> Stream.of(named.category(), named.subcategory()))
                .flatMap(Stream::ofNullable)
                .forEach(name -> names.putIfAbsent(Naming.folded(name), name));
        rows.add(row);
    }

    private @Nullable String spelled(@Nullable String name) {
        return name == null ? null : names.getOrDefault(Naming.folded(name), name);
    }

    @Override
    public <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work) {
        return new Committed<>(
                work.apply(books).result(), snapshot.stampAtRevision().revision(), Stamp.NEVER);
    }

    @Override
    public <T> T read(HouseholdId household, Function<Books, T> work) {
        return work.apply(books);
    }

    @Override
    public Ledger.Staged stage(HouseholdId household, Revision after) {
        throw ofThePlanAlone();
    }

    @Override
    public <T> T inOneTransaction(HouseholdId household, Function<IdempotencyStore, T> work) {
        throw ofThePlanAlone();
    }

    @Override
    public Committed<HouseholdId> found(Actor actor, BiFunction<Books, HouseholdId, AuditEntry> work) {
        throw ofThePlanAlone();
    }

    @Override
    public void remove(HouseholdId household, Consumer<Books> check) {
        throw ofThePlanAlone();
    }

    private static UnsupportedOperationException ofThePlanAlone() {
        return new UnsupportedOperationException("changes of the plan are simulated");
    }

    /** The copied plan among the books as they are. */
    private record Copied(Books kept, Households households, Plans plans, Revisions revisions) implements Books {

        @Override
        public AccountRegister accounts() {
            return kept.accounts();
        }

        @Override
        public Ledger ledger() {
            return kept.ledger();
        }

        @Override
        public Settlements settlements() {
            return kept.settlements();
        }

        @Override
        public Imports imports() {
            return kept.imports();
        }

        @Override
        public ImportProfiles importProfiles() {
            return kept.importProfiles();
        }

        @Override
        public Mappings mappings() {
            return kept.mappings();
        }

        @Override
        public Rules rules() {
            return kept.rules();
        }

        @Override
        public Tokens tokens() {
            return kept.tokens();
        }

        @Override
        public Changes changes() {
            return kept.changes();
        }
    }
}
