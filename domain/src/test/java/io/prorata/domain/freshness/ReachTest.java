package io.prorata.domain.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How far back a view looks, and how far a change reaches. */
class ReachTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void whatIsSettledUpToAMonthDependsOnAllBeforeIt() {
        ViewScopes upTo = ViewScopes.ofAllUpTo(MARCH);

        assertTrue(upTo.include(new Scope.Ledger(MARCH)));
        assertTrue(upTo.include(new Scope.Ledger(MARCH.minusYears(5))));
        assertFalse(upTo.include(new Scope.Ledger(MARCH.plusMonths(1))));
        assertFalse(ViewScopes.ofMonth(MARCH).include(new Scope.Ledger(MARCH.minusMonths(1))));
    }

    @Test
    void anAccountReachesBackToTheEarlierOfItsOwnerAndTheBeginning() {
        assertEquals(
                Set.of(new Scope.Plan(MARCH), new Scope.Catalogue()),
                new Change.AccountRevised(Optional.of(MARCH.plusMonths(2)), Optional.of(MARCH)).stale());
        assertEquals(
                Set.of(new Scope.Plan(MARCH), new Scope.Catalogue()),
                new Change.AccountRevised(Optional.of(MARCH), Optional.empty()).stale());
        assertEquals(
                Set.of(new Scope.Catalogue()), new Change.AccountRevised(Optional.empty(), Optional.empty()).stale());
    }
}
