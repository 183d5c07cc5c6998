package io.prorata.application.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.cache.Warming.Read;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.ViewScopes;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WarmingTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    private static final List<Read<String>> LATELY = List.of(
            new Read<>("march", ViewScopes.ofMonth(MARCH), 5, 10),
            new Read<>("april", ViewScopes.ofMonth(APRIL), 9, 11),
            new Read<>("march rows", ViewScopes.ofLedgers(Set.of(MARCH)), 5, 12),
            new Read<>("april plan", ViewScopes.ofPlan(APRIL), 1, 13));

    @Test
    void afterAChangeWhatItMadeStaleIsWarmedTheMostReadFirst() {
        assertEquals(List.of("march rows", "march"), Warming.afterChange(Set.of(new Scope.Ledger(MARCH)), LATELY, 9));
        assertEquals(
                List.of("april", "march", "april plan"),
                Warming.afterChange(Set.of(new Scope.Plan(MARCH)), LATELY, 9),
                "a plan from March on is April's too");
        assertEquals(List.of("april", "april plan"), Warming.afterChange(Set.of(new Scope.Plan(APRIL)), LATELY, 9));
        assertEquals(List.of(), Warming.afterChange(Set.of(new Scope.Imports()), LATELY, 9));
        assertEquals(List.of("march rows"), Warming.afterChange(Set.of(new Scope.Ledger(MARCH)), LATELY, 1));
    }

    @Test
    void theMostReadAreTheMostReadAndOfEqualsTheLatest() {
        assertEquals(List.of("april", "march rows", "march"), Warming.mostRead(LATELY, 3));
    }

    @Test
    void whatUsuallyFollowsIsWhatFollowedOftenEnough() {
        Map<String, Long> followed = new LinkedHashMap<>();
        followed.put("savings", 6L);
        followed.put("expenses", 10L);
        followed.put("rarely", 3L);
        followed.put("twice", 2L);
        assertEquals(List.of("expenses", "savings"), Warming.next(followed, 3, 3));
        assertEquals(List.of("expenses"), Warming.next(followed, 3, 1));
        assertEquals(List.of(), Warming.next(Map.of("once", 1L), 3, 3), "once is no habit");
        assertEquals(List.of(), Warming.next(Map.<String, Long>of(), 3, 3));
    }
}
