package io.prorata.application.member;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.APRIL;
import static io.prorata.application.Examples.B;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.refused;
import static io.prorata.application.Examples.revision;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.change.UndoRevision;
import io.prorata.application.household.MemberUse;
import io.prorata.application.member.MemberWrites.Touched;
import io.prorata.application.port.Books;
import io.prorata.application.port.BooksContract;
import io.prorata.application.port.Changes.NameChange;
import io.prorata.application.port.Changes.NamedThing;
import io.prorata.application.port.Ledger.Entry;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.Refusal;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.settlement.Settlement;
import io.prorata.domain.sorting.RuleConditions;
import io.prorata.domain.sorting.RuleEffects;
import io.prorata.domain.sorting.SortingRule;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.time.Timeline;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A member's key is corrected in everything that names the member, in every store alike. */
public interface RenameMemberContract extends BooksContract {

    /** It sorts as the former key does, so that the texts of both states differ by it alone. */
    MemberKey NEW = new MemberKey("ann");

    @Test
    default void aDryRunSaysWhatNamesTheMember() {
        UnitOfWork work = empty();
        HouseholdId household = lived(work);
        long before = revision(work, household);

        var would = rename(work, household, A, NEW, true);

        assertEquals(new Touched(1, 1, 1, 1, 1, 1, 1, 1, 3, Change.months(List.of(MARCH, APRIL))), would.touched());
        assertTrue(would.dryRun());
        assertEquals(before, revision(work, household));
    }

    @Test
    default void everythingThatNamesTheMemberHasTheNewKey() {
        UnitOfWork work = empty();
        HouseholdId household = lived(work);
        HouseholdId neighbours = lived(work);
        String before = state(work, household);
        String theirs = state(work, neighbours);
        assertTrue(before.contains("anna"), before);
        var facts = work.read(household, books -> books.ledger().facts(household, MARCH))
                .of(ExpenseType.VARIABLE);
        List<Stamp> stamps = stamps(work, household);

        var done = rename(work, household, A, NEW, false);

        assertFalse(done.dryRun());
        assertEquals(before.replace("anna", "ann"), state(work, household));
        assertEquals(theirs, state(work, neighbours));
        assertEquals(
                facts,
                work.read(household, books -> books.ledger().facts(household, MARCH))
                        .of(ExpenseType.VARIABLE));
        assertEquals(
                Map.of(),
                work.read(
                        household,
                        books -> MemberUse.of(household, books, A, 10).ids()));
        List<Stamp> after = stamps(work, household);
        for (int i = 0; i < stamps.size(); i++) {
            assertNotEquals(stamps.get(i), after.get(i), "stamp " + i);
        }
        long revision = revision(work, household);
        assertEquals(
                List.of(new NameChange(NamedThing.MEMBER, "Anna", "anna", "ann")),
                work.read(household, books -> books.changes().names(household, revision)));
        assertEquals(
                List.of(revision),
                changedAt(work, household).stream().distinct().toList());
    }

    /** What was written since goes back too: nobody may be named by a key that is no more. */
    @Test
    default void anUndoPutsTheKeyBackEverywhere() {
        UnitOfWork work = empty();
        HouseholdId household = lived(work);
        String before = state(work, household);
        rename(work, household, A, NEW, false);
        long renamed = revision(work, household);

        undo(work, household, renamed, true);
        assertEquals(renamed, revision(work, household));
        undo(work, household, renamed, false);
        assertEquals(before, state(work, household));
        undo(work, household, renamed + 1, false);
        assertEquals(before.replace("anna", "ann"), state(work, household));

        add(work, household, row(9, MARCH, paid(new LineSplit.AllTo(NEW), NEW)));
        undo(work, household, renamed + 2, false);
        Transaction since =
                work.read(household, books -> books.ledger().find(household, 9).orElseThrow());
        assertEquals(paid(new LineSplit.AllTo(A), A), since.attribution());
        assertEquals(
                new Refusal.ChangedSince(renamed, List.of(), List.of("member ann")),
                refused(() -> undo(work, household, renamed, false)),
                "it is undone already");
    }

    @Test
    default void twoMembersDoNotBecomeOne() {
        UnitOfWork work = empty();
        HouseholdId household = lived(work);
        assertEquals(new Refusal.MemberKeyTaken(B), refused(() -> rename(work, household, A, B, false)));
        assertEquals(new Refusal.UnknownMember(NEW, "/from"), refused(() -> rename(work, household, NEW, A, false)));
        assertEquals(
                new Refusal.BrokenRule("/to", "another key than from"),
                refused(() -> rename(work, household, A, A, true)));
    }

    private static HouseholdId lived(UnitOfWork work) {
        HouseholdId household = found(work);
        var income = Income.ofNet(new Money(200_000));
        var half = new LineSplit.ByWeights(Map.of(A, 1L, B, 2L));
        write(work, household, new Change.ConfigAdopted(MARCH), books -> {
            books.plans()
                    .add(
                            household,
                            new Config(
                                    books.plans().nextConfigId(household),
                                    MARCH,
                                    List.of(new MemberIncome(A, income), new MemberIncome(B, income)),
                                    new SplitKey.Equally()));
            books.plans().add(household, bill(1, half));
            books.plans().add(household, bill(2, new LineSplit.ByKey()));
            books.plans()
                    .add(
                            household,
                            new Provision(
                                    1,
                                    new ProvisionCard("Trip", null, null, null, null, 0),
                                    Money.ZERO,
                                    Timeline.from(
                                            MARCH,
                                            new ProvisionTerms(
                                                    new ProvisionBase.ShareOfOne(A, new Rate(50_000)),
                                                    half,
                                                    Optional.empty())),
                                    List.of()));
            books.plans().move(household, 1, new Movement(MARCH.atDay(2), new Money(500), Optional.of(A), "cash"));
            books.plans()
                    .add(
                            household,
                            new Budget(
                                    1,
                                    "Food",
                                    Timeline.from(MARCH, new BudgetTerms(new Money(30_000), new LineSplit.AllTo(A)))));
            books.accounts()
                    .add(
                            household,
                            new Account(
                                    1,
                                    "Own",
                                    new TreeSet<>(List.of("FR1")),
                                    AccountKind.CURRENT,
                                    Timeline.from(MARCH, Party.of(A)),
                                    Optional.empty(),
                                    Optional.empty()));
            books.settlements()
                    .add(
                            household,
                            new Settlement(
                                    1,
                                    APRIL.atDay(2),
                                    Optional.empty(),
                                    Party.of(B),
                                    Party.of(A),
                                    new Money(700),
                                    null,
                                    new TreeSet<>()));
            books.rules().add(household, rule());
            books.ledger()
                    .add(
                            household,
                            OptionalLong.empty(),
                            List.of(
                                    row(1, MARCH, paid(half, A)),
                                    row(2, MARCH, paid(new LineSplit.AllTo(A), B)),
                                    row(3, MARCH, Attribution.USUAL),
                                    income(4)));
        });
        return household;
    }

    private static SortingRule rule() {
        RuleEffects nothing = RuleEffects.NONE;
        RuleConditions all = RuleConditions.NONE;
        return new SortingRule(
                1,
                "Wage",
                true,
                new RuleConditions(
                        Optional.of("wage"),
                        all.equalTo(),
                        all.beginsWith(),
                        all.matches(),
                        all.least(),
                        all.most(),
                        all.received(),
                        all.account(),
                        all.bankCategory(),
                        all.firstDay(),
                        all.lastDay()),
                new RuleEffects(
                        nothing.category(),
                        nothing.subcategory(),
                        nothing.type(),
                        nothing.tags(),
                        nothing.excluded(),
                        nothing.common(),
                        Optional.of(new LineSplit.AllTo(A)),
                        Optional.of(Party.of(A)),
                        nothing.link(),
                        Optional.of(new MoneySource.One(A))));
    }

    private static FixedExpense bill(long id, LineSplit split) {
        return new FixedExpense(
                id,
                "Bill " + id,
                "Home",
                "Home",
                Timeline.from(MARCH, new FixedTerms(new Money(90_000), Frequency.MONTHLY, split)));
    }

    private static Attribution paid(LineSplit split, MemberKey payer) {
        return new Attribution(
                true, Optional.of(split), Optional.of(Party.of(payer)), Optional.empty(), Optional.empty());
    }

    private static Transaction row(long id, YearMonth month, Attribution attribution) {
        return new Transaction(
                id,
                new BankLine(null, month.atDay(5), new Money(-100 * id), "Row " + id, null),
                new Classification(ExpenseType.VARIABLE, "Food", null, false),
                attribution,
                TypedBy.PERSON,
                new TreeSet<>(),
                null);
    }

    private static Transaction income(long id) {
        return new Transaction(
                id,
                new BankLine(null, MARCH.atDay(5), new Money(200_000), "Wage", null),
                new Classification(ExpenseType.INCOME, null, null, false),
                new Attribution(
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new MoneySource.One(A))),
                TypedBy.PERSON,
                new TreeSet<>(),
                null);
    }

    private static void add(UnitOfWork work, HouseholdId household, Transaction row) {
        write(
                work,
                household,
                new Change.TransactionRecorded(row.month()),
                books -> books.ledger().add(household, OptionalLong.empty(), List.of(row)));
    }

    private static RenameMember.Renamed rename(
            UnitOfWork work, HouseholdId household, MemberKey from, MemberKey to, boolean dryRun) {
        return new RenameMember(work)
                .rename(household, ANNA, new RenameMember.Command(from, to, dryRun))
                .result();
    }

    private static void undo(UnitOfWork work, HouseholdId household, long revision, boolean dryRun) {
        new UndoRevision(work, Clock.fixed(NOON, ZoneOffset.UTC))
                .undo(household, ANNA, new UndoRevision.Command(revision, dryRun));
    }

    private static List<Stamp> stamps(UnitOfWork work, HouseholdId household) {
        return work.read(
                household,
                books -> List.of(
                        books.revisions().stampOf(household, ViewScopes.ofMonth(MARCH)),
                        books.revisions().stampOf(household, ViewScopes.ofMonth(APRIL)),
                        books.revisions().stampOf(household, ViewScopes.ofPlan(MARCH)),
                        books.revisions().stampOf(household, ViewScopes.of(new Scope.Catalogue())),
                        books.revisions().stampOf(household, ViewScopes.of(new Scope.Mapping()))));
    }

    /** Returns the revisions of the things that name the member, by which they are tagged. */
    private static List<Long> changedAt(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> {
            List<Long> all = new ArrayList<>();
            all.add(books.plans().fixedExpense(household, 1).orElseThrow().changedAt());
            all.add(books.plans().provision(household, 1).orElseThrow().changedAt());
            all.add(books.plans().budget(household, 1).orElseThrow().changedAt());
            all.add(books.plans().movements(household, 1).getFirst().notedAt());
            all.add(books.accounts().all(household).getFirst().changedAt());
            all.add(books.settlements().find(household, 1).orElseThrow().changedAt());
            all.add(books.rules().all(household).getFirst().changedAt());
            for (long id : List.of(1L, 2L, 4L)) {
                all.add(books.ledger().entry(household, id).orElseThrow().changedAt());
            }
            return all;
        });
    }

    /** Returns all that may name a member, in words. */
    private static String state(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> state(household, books));
    }

    private static String state(HouseholdId household, Books books) {
        List<Transaction> rows = books
                .ledger()
                .list(household, TransactionFilter.ALL, TransactionOrder.LATEST_FIRST, Optional.empty(), 100, 0)
                .stream()
                .map(Entry::transaction)
                .toList();
        return books.households().get(household)
                + "\n" + books.plans().book(household)
                + "\n" + books.plans().versions(household)
                + "\n"
                + books.plans().movements(household, 1).stream()
                        .map(move -> move.movement().toString())
                        .toList()
                + "\n" + books.settlements().find(household, 1).orElseThrow().settlement()
                + "\n" + books.rules().all(household).getFirst().rule()
                + "\n" + rows
                + "\n" + books.ledger().facts(household, MARCH);
    }
}
