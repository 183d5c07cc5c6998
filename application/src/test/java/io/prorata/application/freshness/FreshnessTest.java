package io.prorata.application.freshness;

import static io.prorata.application.Examples.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.freshness.AnyChange.Kind;
import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.view.Revision;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Books in memory keep views fresh, and would be caught if a change forgot or exaggerated what it makes stale. */
class FreshnessTest implements FreshnessContract {

    /** How many live through changes without a mistake. */
    private static final int HOUSEHOLDS = "all".equals(System.getProperty("prorata.tests")) ? 120 : 60;

    @Override
    public Shelf shelf() {
        return shelf(UnaryOperator.identity());
    }

    /** As many as it takes to catch any mistake; most are caught by the first few. */
    @Override
    public int seeds() {
        return 120;
    }

    private static Shelf shelf(UnaryOperator<Change> memory) {
        var books = new InMemoryBooks(Clock.fixed(NOON, ZoneOffset.UTC), new SplittableRandom(1));
        return new Shelf(new Mistaken(books, memory), books, new PlainRenderer());
    }

    /** Whose views have fewer scopes than they should. */
    private static Shelf narrowed(UnaryOperator<ViewScopes> less) {
        Shelf right = FreshnessTest.shelf(UnaryOperator.identity());
        return new Shelf(right.work(), new Narrowed(right.snapshots(), less), right.renderer());
    }

    /** Snapshots with the stamps of fewer scopes. */
    private record Narrowed(Snapshots right, UnaryOperator<ViewScopes> less) implements Snapshots {

        @Override
        public Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes) {
            return right.knownStampAtRevision(household, less.apply(scopes));
        }

        @Override
        public StampAtRevision stampAtRevision(HouseholdId household, ViewScopes scopes) {
            return right.stampAtRevision(household, less.apply(scopes));
        }

        @Override
        public List<StampAtRevision> stampsAtRevision(HouseholdId household, List<ViewScopes> scopes) {
            return scopes.stream().map(view -> stampAtRevision(household, view)).toList();
        }

        @Override
        public Snapshot take(HouseholdId household, SnapshotRequest wanted) {
            return right.take(household, wanted).at(stampAtRevision(household, wanted.scopes()));
        }
    }

    /** A unit of work that is told of another change than was made. */
    private record Mistaken(UnitOfWork work, UnaryOperator<Change> memory) implements UnitOfWork {

        @Override
        public <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> doing) {
            return work.write(household, actor, books -> {
                Decision<T> decision = doing.apply(books);
                return decision.outcome() instanceof Outcome.Done(Change change, AuditEntry entry)
                        ? new Decision<>(decision.result(), memory.apply(change), entry)
                        : decision;
            });
        }

        @Override
        public Ledger.Staged stage(HouseholdId household, Revision after) {
            return work.stage(household, after);
        }

        @Override
        public <T> T read(HouseholdId household, Function<Books, T> doing) {
            return work.read(household, doing);
        }

        @Override
        public <T> T inOneTransaction(HouseholdId household, Function<IdempotencyStore, T> doing) {
            return work.inOneTransaction(household, doing);
        }

        @Override
        public Committed<HouseholdId> found(Actor actor, BiFunction<Books, HouseholdId, AuditEntry> doing) {
            return work.found(actor, doing);
        }

        @Override
        public void remove(HouseholdId household, Consumer<Books> check) {
            work.remove(household, check);
        }
    }

    /** Every kind of change changes some view, too; or the law would hold of changes that change nothing. */
    @Test
    @Override
    public void whateverChangesAViewChangesItsStampAndNothingElseDoes() {
        Set<Kind> seen = EnumSet.of(
                Kind.MAPPED,
                Kind.RULE_ADDED,
                Kind.RULE_REVISED,
                Kind.RULES_ORDERED,
                Kind.RULE_REMOVED,
                Kind.TOKEN_ISSUED);
        for (long seed = 0; seed < HOUSEHOLDS; seed++) {
            seen.addAll(FreshnessContract.live(shelf(), seed));
        }
        assertEquals(EnumSet.allOf(Kind.class), seen);
    }

    @Test
    void aRowTellsTheMonthOfTheSettlementThatNamesIt() {
        NamedRows.live(shelf());
    }

    @Test
    void aRowThatForgetsTheMonthOfTheSettlementThatNamesItIsCaught() {
        UnaryOperator<Change> forgetful = change -> change instanceof Change.TransactionRemoved(var month, var linked)
                ? new Change.TransactionRemoved(month, new LinkedMonths(linked.plan(), Change.months(List.of())))
                : change;
        var caught = assertThrows(AssertionError.class, () -> NamedRows.live(shelf(forgetful)));
        assertTrue(String.valueOf(caught.getMessage()).contains("left the stamp"), caught.getMessage());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                forgotten(Kind.RECORDED, Change.TransactionRecorded.class),
                forgotten(Kind.RECORDED_TOGETHER, Change.TransactionsRecorded.class),
                forgotten(Kind.CHANGED, Change.TransactionChanged.class),
                forgotten(Kind.CHANGED_TOGETHER, Change.TransactionsChanged.class),
                forgotten(Kind.REMOVED, Change.TransactionRemoved.class),
                forgotten(Kind.IMPORTED, Change.BankFileImported.class),
                forgotten(Kind.UNDONE, Change.ImportUndone.class),
                forgotten(Kind.BILLS_MARKED, Change.BillsMarked.class),
                forgotten(Kind.MAPPING_APPLIED, Change.MappingApplied.class),
                forgotten(Kind.CONFIG_ADOPTED, Change.ConfigAdopted.class),
                forgotten(Kind.CONFIG_REMOVED, Change.ConfigRemoved.class),
                forgotten(Kind.BILL_PLANNED, Change.FixedExpensePlanned.class),
                forgotten(Kind.PROVISION_PLANNED, Change.ProvisionPlanned.class),
                forgotten(Kind.BILL_REVISED, Change.FixedExpenseRevised.class),
                forgotten(Kind.BILL_ENDED, Change.FixedExpenseEnded.class),
                forgotten(Kind.PROVISION_REVISED, Change.ProvisionRevised.class),
                forgotten(Kind.PROVISION_ENDED, Change.ProvisionEnded.class),
                forgotten(Kind.PROVISION_MOVED, Change.ProvisionMoved.class),
                forgotten(Kind.HOUSEHOLD_REVISED, Change.HouseholdRevised.class),
                forgotten(Kind.ACCOUNT_DESCRIBED, Change.AccountRevised.class),
                forgotten(Kind.POT_STATED, Change.PotStated.class),
                forgotten(Kind.BUDGET_PLANNED, Change.BudgetPlanned.class),
                forgotten(Kind.BUDGET_REVISED, Change.BudgetRevised.class),
                forgotten(Kind.BUDGET_ENDED, Change.BudgetEnded.class),
                forgotten(Kind.SETTLED, Change.SettlementRevised.class),
                forgotten(Kind.CATEGORY_RENAMED, Change.CategoryRenamed.class),
                forgotten(Kind.MEMBER_RENAMED, Change.MemberRenamed.class),
                mistake(
                        Kind.CATEGORY_RENAMED,
                        "a renamed category that is told of rows alone",
                        change -> change instanceof Change.CategoryRenamed(var months, var linked, var plan)
                                        && !months.isEmpty()
                                ? new Change.TransactionsChanged(months, linked)
                                : change),
                mistake(
                        Kind.RULE_ADDED,
                        "rules that make every month stale",
                        change -> change instanceof Change.RulesRevised ? new Change.HouseholdRevised() : change),
                mistake(
                        Kind.LINKED,
                        "a row that names a provision and does not tell the plan",
                        change -> change instanceof Change.TransactionChanged(var before, var after, var linked)
                                ? new Change.TransactionChanged(
                                        before, after, new LinkedMonths(Optional.empty(), linked.settled()))
                                : change),
                mistake(
                        Kind.POT_STATED,
                        "a pot that is told of a month late",
                        change -> change instanceof Change.PotStated(var from)
                                ? new Change.PotStated(from.plusMonths(1))
                                : change),
                mistake(
                        Kind.BILL_REVISED,
                        "a bill whose new category is not told",
                        change -> change instanceof Change.FixedExpenseRevised(var terms, var catalogue)
                                        && terms.isPresent()
                                ? new Change.FixedExpenseRevised(terms, false)
                                : change),
                mistake(
                        Kind.CHANGED,
                        "a row that is told of only where it went",
                        change -> change instanceof Change.TransactionChanged(var before, var after, var linked)
                                ? new Change.TransactionChanged(after, after, linked)
                                : change),
                mistake(
                        Kind.IMPORTED,
                        "an import of which only the first month is told",
                        change -> change instanceof Change.BankFileImported(var months, var linked) && !months.isEmpty()
                                ? new Change.BankFileImported(new TreeSet<>(List.of(months.first())))
                                : change),
                mistake(
                        Kind.UNDONE,
                        "an undo of which only the last month is told",
                        change -> change instanceof Change.ImportUndone(var months, var linked) && !months.isEmpty()
                                ? new Change.ImportUndone(new TreeSet<>(List.of(months.last())))
                                : change),
                mistake(
                        Kind.CONFIG_ADOPTED,
                        "a config that is told of a month late",
                        change -> change instanceof Change.ConfigAdopted(var from)
                                ? new Change.ConfigAdopted(from.plusMonths(1))
                                : change),
                mistake(
                        Kind.BILL_PLANNED,
                        "a bill that is told of its month alone",
                        change -> change instanceof Change.FixedExpensePlanned(var from)
                                ? new Change.TransactionRecorded(from)
                                : change),
                mistake(
                        Kind.PROVISION_PLANNED,
                        "a provision that makes the month before stale, too",
                        change -> change instanceof Change.ProvisionPlanned(var from)
                                ? new Change.ProvisionPlanned(from.minusMonths(1))
                                : change),
                mistake(
                        Kind.TOKEN_ISSUED,
                        "a token that makes every month stale",
                        change -> change instanceof Change.AccessChanged ? new Change.HouseholdRevised() : change),
                mistake(
                        Kind.RECORDED,
                        "a row that makes the next month stale, too",
                        change -> change instanceof Change.TransactionRecorded(var month, var linked)
                                ? new Change.BankFileImported(Change.months(List.of(month, month.plusMonths(1))))
                                : change));
    }

    /** What is to confirm in a month depends on rows of both months beside it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aViewWithoutTheScopeOfAMonthBesideItIsCaught(boolean after) {
        UnaryOperator<ViewScopes> less = scopes -> {
            if (scopes.planUpTo().isEmpty() || scopes.ledgers().size() != 3) {
                return scopes;
            }
            Set<YearMonth> fewer = new HashSet<>(scopes.ledgers());
            fewer.remove(after ? Collections.max(fewer) : Collections.min(fewer));
            return new ViewScopes(fewer, scopes.planUpTo(), scopes.others());
        };
        var caught = assertThrows(AssertionError.class, () -> {
            for (long seed = 0; seed < seeds(); seed++) {
                FreshnessContract.live(narrowed(less), seed, Kind.LEG_RECORDED);
            }
        });
        assertTrue(String.valueOf(caught.getMessage()).contains("left the stamp"), caught.getMessage());
    }

    private static Arguments forgotten(Kind made, Class<? extends Change> kind) {
        return mistake(
                made,
                kind.getSimpleName() + " forgotten",
                change -> kind.isInstance(change) ? new Change.AccessChanged() : change);
    }

    /** @param made what makes such a change, which is drawn more often */
    private static Arguments mistake(Kind made, String name, UnaryOperator<Change> memory) {
        return Arguments.of(name, made, memory);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void mistakesAreCaught(String name, Kind made, UnaryOperator<Change> memory) {
        var caught = assertThrows(AssertionError.class, () -> {
            for (long seed = 0; seed < seeds(); seed++) {
                FreshnessContract.live(shelf(memory), seed, made);
            }
        });
        assertTrue(String.valueOf(caught.getMessage()).startsWith("seed "), caught.getMessage());
    }
}
