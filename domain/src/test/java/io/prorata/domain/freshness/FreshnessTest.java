package io.prorata.domain.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final YearMonth MARCH = YearMonth.of(2024, 3);
    private static final YearMonth APRIL = YearMonth.of(2024, 4);
    private static final SortedSet<YearMonth> BOTH = Change.months(List.of(APRIL, MARCH, APRIL));

    @Test
    void aChangeOfThePlanMakesItStaleFromItsMonthOn() {
        for (Change change : List.of(
                new Change.ConfigAdopted(MARCH),
                new Change.ConfigRemoved(MARCH),
                new Change.FixedExpensePlanned(MARCH),
                new Change.FixedExpenseRevised(Optional.of(MARCH), false),
                new Change.FixedExpenseEnded(MARCH),
                new Change.BudgetPlanned(MARCH),
                new Change.BudgetRevised(MARCH),
                new Change.BudgetEnded(MARCH),
                new Change.ProvisionPlanned(MARCH),
                new Change.ProvisionRevised(Optional.of(MARCH), false),
                new Change.ProvisionEnded(MARCH),
                new Change.ProvisionMoved(MARCH))) {
            assertEquals(Set.of(new Scope.Plan(MARCH)), change.stale(), change.toString());
        }
    }

    @Test
    void rowsMakeTheirMonthsStaleAndWhateverListTheyCameWith() {
        var ledgers = Set.of(new Scope.Ledger(MARCH), new Scope.Ledger(APRIL));
        assertEquals(Set.of(new Scope.Ledger(MARCH)), new Change.TransactionRecorded(MARCH).stale());
        for (Change change : List.of(
                new Change.BankFileImported(BOTH), new Change.ImportUndone(BOTH), new Change.BillsMarked(BOTH))) {
            assertTrue(change.stale().containsAll(ledgers), change.toString());
            assertTrue(change.stale().contains(new Scope.Imports()), change.toString());
            assertEquals(3, change.stale().size(), change.toString());
        }
        assertEquals(
                Set.of(new Scope.Ledger(MARCH), new Scope.Ledger(APRIL), new Scope.Mapping()),
                new Change.MappingApplied(BOTH).stale());
        assertEquals(Set.of(new Scope.Imports()), new Change.BankFileImported(Change.months(List.of())).stale());
    }

    @Test
    void aRevisionSaysWhetherItTouchesTermsOrTheCatalogueOrBoth() {
        assertEquals(Set.of(new Scope.Catalogue()), new Change.FixedExpenseRevised(Optional.empty(), true).stale());
        assertEquals(
                Set.of(new Scope.Plan(MARCH), new Scope.Catalogue()),
                new Change.ProvisionRevised(Optional.of(MARCH), true).stale());
        Optional<YearMonth> none = Optional.empty();
        assertThrows(IllegalArgumentException.class, () -> new Change.FixedExpenseRevised(none, false));
        assertThrows(IllegalArgumentException.class, () -> new Change.ProvisionRevised(none, false));
    }

    @Test
    void aRowThatMovesMakesBothItsMonthsStale() {
        var ledgers = Set.of(new Scope.Ledger(MARCH), new Scope.Ledger(APRIL));
        assertEquals(ledgers, new Change.TransactionChanged(APRIL, MARCH).stale());
        assertEquals(Set.of(new Scope.Ledger(MARCH)), new Change.TransactionChanged(MARCH, MARCH).stale());
        assertEquals(Set.of(new Scope.Ledger(MARCH)), new Change.TransactionRemoved(MARCH).stale());
        assertEquals(ledgers, new Change.TransactionsRecorded(BOTH).stale());
        assertEquals(ledgers, new Change.TransactionsChanged(BOTH).stale());
        SortedSet<YearMonth> none = Change.months(List.of());
        assertThrows(IllegalArgumentException.class, () -> new Change.TransactionsRecorded(none));
        assertThrows(IllegalArgumentException.class, () -> new Change.TransactionsChanged(none));
    }

    @Test
    void settingsMakeTheirOwnStale() {
        assertEquals(Set.of(new Scope.Catalogue(), new Scope.Mapping()), new Change.HouseholdFounded().stale());
        assertEquals(Set.of(new Scope.Catalogue()), new Change.HouseholdRevised().stale());
        assertEquals(Set.of(new Scope.Mapping()), new Change.CategoriesMapped().stale());
        assertEquals(Set.of(new Scope.Access()), new Change.AccessChanged().stale());
    }

    @Test
    void nobodyChangesTheMonthsOfAChange() {
        var given = new TreeSet<>(List.of(MARCH, APRIL));
        var change = new Change.BankFileImported(given);
        given.clear();
        assertEquals(BOTH, change.months());
        assertThrows(UnsupportedOperationException.class, () -> change.months().clear());
        assertThrows(UnsupportedOperationException.class, () -> BOTH.clear());
    }

    @Test
    void aMonthsViewDependsOnItsRowsEveryPlanUpToItAndTheCatalogue() {
        ViewScopes view = ViewScopes.ofMonth(MARCH);
        assertTrue(view.include(new Scope.Ledger(MARCH)));
        assertFalse(view.include(new Scope.Ledger(APRIL)));
        assertTrue(view.include(new Scope.Plan(MARCH)));
        assertTrue(view.include(new Scope.Plan(MARCH.minusYears(9))));
        assertFalse(view.include(new Scope.Plan(APRIL)));
        assertTrue(view.include(new Scope.Catalogue()));
        assertFalse(view.include(new Scope.Imports()));
        assertFalse(view.include(new Scope.Mapping()));
        assertFalse(view.include(new Scope.Access()));
    }

    @Test
    void aPlansViewDoesNotDependOnRows() {
        ViewScopes view = ViewScopes.ofPlan(MARCH);
        assertFalse(view.include(new Scope.Ledger(MARCH)));
        assertTrue(view.include(new Scope.Plan(MARCH)));
        assertTrue(view.include(new Scope.Catalogue()));
    }

    @Test
    void aListsViewDependsOnItsOwnAlone() {
        ViewScopes view = ViewScopes.of(new Scope.Access());
        assertTrue(view.include(new Scope.Access()));
        assertFalse(view.include(new Scope.Catalogue()));
        assertFalse(view.include(new Scope.Ledger(MARCH)));
        assertFalse(view.include(new Scope.Plan(MARCH)));
    }

    @Test
    void aScopeWithAMonthCannotHideAmongThoseWithout() {
        Scope ledger = new Scope.Ledger(MARCH);
        Scope plan = new Scope.Plan(MARCH);
        assertThrows(IllegalArgumentException.class, () -> ViewScopes.of(ledger));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ViewScopes(Set.of(), Optional.empty(), Set.of(new Scope.Catalogue(), plan)));
    }

    @Test
    void theLaterRevisionIsTheHigherStamp() {
        assertTrue(new Stamp(2, 5).compareTo(new Stamp(1, 9)) > 0);
        assertTrue(Stamp.NEVER.compareTo(new Stamp(1, -1)) < 0);
        assertEquals(0, new Stamp(2, 5).compareTo(new Stamp(2, 6)));
        assertFalse(new Stamp(2, 5).equals(new Stamp(2, 6)), "two histories that part share no stamp");
    }

    @Test
    void aChangeAffectsTheViewsThatShowWhatItMakesStale() {
        Change raise = new Change.ConfigAdopted(APRIL);
        assertTrue(raise.affects(ViewScopes.ofMonth(APRIL)));
        assertTrue(raise.affects(ViewScopes.ofPlan(APRIL.plusYears(1))));
        assertFalse(raise.affects(ViewScopes.ofMonth(MARCH)), "the past stands");
        Change spent = new Change.TransactionRecorded(APRIL);
        assertTrue(spent.affects(ViewScopes.ofMonth(APRIL)));
        assertFalse(spent.affects(ViewScopes.ofPlan(APRIL)));
        assertFalse(spent.affects(ViewScopes.of(new Scope.Access())));
    }
}
