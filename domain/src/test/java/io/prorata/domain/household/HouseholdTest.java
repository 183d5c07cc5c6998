package io.prorata.domain.household;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseholdTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static List<Member> members(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(m -> new Member(new MemberKey("member" + m), "Member " + m))
                .toList();
    }

    @Test
    void hasUpToTwelveMembersInTheirOrder() {
        var household = new Household("Us", EUR, PARIS, members(12));
        assertEquals(members(12), household.members());
        assertTrue(household.has(new MemberKey("member12")));
        assertFalse(household.has(new MemberKey("member13")));
        assertThrows(IllegalArgumentException.class, () -> new Household("Us", EUR, PARIS, members(13)));
    }

    @Test
    void noTwoMembersHaveOneKey() {
        List<Member> twice = new ArrayList<>(members(2));
        twice.add(new Member(new MemberKey("member1"), "Somebody else"));
        assertThrows(IllegalArgumentException.class, () -> new Household("Us", EUR, PARIS, twice));
    }

    @Test
    void nobodyElseChangesItsMembers() {
        List<Member> given = new ArrayList<>(members(2));
        var household = new Household("Us", EUR, PARIS, given);
        given.clear();
        assertEquals(2, household.members().size());
        assertThrows(
                UnsupportedOperationException.class, () -> household.members().clear());
    }

    @Test
    void countsInACurrencyWithMinorUnits() {
        Currency gold = Currency.getInstance("XAU");
        assertThrows(IllegalArgumentException.class, () -> new Household("Us", gold, PARIS, members(1)));
        assertEquals(
                "JPY",
                new Household("Us", Currency.getInstance("JPY"), PARIS, members(1))
                        .currency()
                        .getCurrencyCode());
    }

    @Test
    void namesAreNames() {
        assertThrows(IllegalArgumentException.class, () -> new Household(" ", EUR, PARIS, members(1)));
        assertThrows(IllegalArgumentException.class, () -> new Member(new MemberKey("a"), "\u200b"));
        assertEquals("Ren\u00e9e", new Member(new MemberKey("a"), "Rene\u0301e").name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "diana", "member1", "a-b-", "a1234567890123456789012345678901"})
    void aKeyIsASmallLetterThenLettersDigitsHyphens(String key) {
        assertEquals(key, new MemberKey(key).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "-a", "A", "aB", "a_b", "é", "a b", "a\n", "a12345678901234567890123456789012"})
    void otherKeysAreRefused(String key) {
        assertThrows(IllegalArgumentException.class, () -> new MemberKey(key));
    }

    @Test
    void keysAreOrderedAsText() {
        assertTrue(new MemberKey("a").compareTo(new MemberKey("b")) < 0);
        assertEquals(0, new MemberKey("a").compareTo(new MemberKey("a")));
    }

    @Test
    void anIdIsPositive() {
        assertEquals("7", new HouseholdId(7).toString());
        assertThrows(IllegalArgumentException.class, () -> new HouseholdId(0));
        assertThrows(IllegalArgumentException.class, () -> new HouseholdId(-1));
    }
}
