package io.prorata.domain.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {

    @Test
    void namesAreStoredComposed() {
        assertEquals("Sant\u00e9", Naming.name("Sante\u0301"));
        assertEquals("\u00c5", Naming.label("\u212b"));
    }

    @Test
    void lengthCountsCodePointsOfTheComposedName() {
        assertEquals(400, Naming.name("🥐".repeat(200)).length());
        assertThrows(IllegalArgumentException.class, () -> Naming.name("🥐".repeat(201)));
        assertEquals(200, Naming.name("e\u0301".repeat(200)).length());
        // The one letter whose composed form is longer than what was written.
        assertThrows(IllegalArgumentException.class, () -> Naming.name("\u0958".repeat(101)));
        assertEquals(500, Naming.label("x".repeat(500)).length());
        assertThrows(IllegalArgumentException.class, () -> Naming.label("x".repeat(501)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u00a0", "\u2003 \u3000", "\u200b", "\ufeff", "\u200d\u2060", "\u00ad"})
    void aNameShowsSomething(String blank) {
        assertThrows(IllegalArgumentException.class, () -> Naming.name(blank));
        assertThrows(IllegalArgumentException.class, () -> Naming.label(blank));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000", "\n", "\r", "\t", "\u001b", "\u007f", "\u0080", "\u009f", "\u2028", "\u2029", "\u202a",
                "\u202e", "\u2066", "\u2069", "\ud83e", "\udd50"
            })
    void charactersThatHideOrTurnTextAroundAreRefusedByNumber(String hidden) {
        var refused = assertThrows(IllegalArgumentException.class, () -> Naming.name("a" + hidden + "b"));
        assertTrue(
                String.valueOf(refused.getMessage()).contains(String.format("U+%04X", hidden.codePointAt(0))),
                refused.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"👨\u200d👩\u200d👧", "עברית\u200f", "Auto & Moto", "a\u00a0b", "x", "\u0301"})
    void whatPeopleWriteIsKept(String name) {
        assertEquals(name, Naming.name(name));
    }

    @Test
    void anAbsentNameStaysAbsent() {
        assertNull(Naming.optionalName(null));
        assertEquals("x", Naming.optionalName("x"));
        assertThrows(IllegalArgumentException.class, () -> Naming.optionalName(""));
    }

    @Test
    void comparesWithoutCase() {
        assertEquals(Naming.withoutCase("SANTÉ"), Naming.withoutCase("Santé"));
        assertEquals(Naming.withoutCase("STRASSE"), Naming.withoutCase("Straße"));
        assertEquals(Naming.withoutCase("ΟΔΟΣ"), Naming.withoutCase("οδος"));
        assertNotEquals(Naming.withoutCase("Sante"), Naming.withoutCase("Santé"));
    }

    @Test
    void ordersAsPeopleDoTheAbsentLast() {
        List<@Nullable String> names = new ArrayList<>(Arrays.asList(null, "🥐", "\uffee", "b", "ab", "a", "B", "É"));
        names.sort(Naming.ORDER);
        assertEquals(Arrays.asList("a", "ab", "B", "b", "É", "\uffee", "🥐", null), names);
        assertTrue(Naming.ORDER.compare("Éclair", "eclipse") < 0);
        assertTrue(Naming.ORDER.compare("a  b", "A B") != 0, "other names are told apart");
    }

    /** Plain names take a shorter way, which has to lead to the same place. */
    @Test
    void aNameIsFoldedOnce() {
        for (String name :
                List.of("", " ", "a", "A", "a b", "a  b", " a", "a ", "~", "é", "a\u00a0b", "STRASSE", "x1 y2")) {
            String folded = Naming.folded(name);
            assertEquals(folded, Naming.folded(folded), name);
            assertTrue(Naming.isSame(name, folded), name);
        }
        assertEquals("a b", Naming.folded(" A  B "));
    }

    /** The shorter ways of plain names against the rule as it is written. */
    @Test
    void foldsAndOrdersAsTheRuleSays() {
        List<String> alphabet = List.of(
                "a", "A", "b", "B", "Z", "[", "~", " ", "  ", "\u00a0", "é", "E", "\u0301", "ß", "ﬁ", "🥐", "\u007f",
                "3");
        for (long seed = 0; seed < 20_000; seed++) {
            var random = new SplittableRandom(seed);
            String one = text(random, alphabet) + text(random, alphabet);
            String other = random.nextBoolean() ? one + text(random, alphabet) : text(random, alphabet);
            String example = "seed " + seed + ": [" + one + "] [" + other + "]";
            assertEquals(byTheRule(one), Naming.folded(one), example);
            int folded = Naming.BY_CODE_POINT.compare(byTheRule(one), byTheRule(other));
            int expected = folded == 0 ? Naming.BY_CODE_POINT.compare(one, other) : folded;
            assertEquals(Integer.signum(expected), Integer.signum(Naming.ORDER.compare(one, other)), example);
        }
    }

    private static String byTheRule(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return bare.toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\h]+", " ")
                .strip();
    }

    @Test
    void anIndexOrdersByCodePoints() {
        List<String> alphabet = List.of("a", "b", "\ud7ff", "\ue000", "\uffee", "😀", "🥐", "\ud800", "\udc00");
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new SplittableRandom(seed);
            String one = text(random, alphabet);
            String other = text(random, alphabet);
            int expected = Arrays.compare(
                    one.codePoints().toArray(), other.codePoints().toArray());
            String example = "seed " + seed + ": " + one + " " + other;
            // Where a lone surrogate meets half a pair, units and code points part; names hold none.
            if (wellFormed(one) && wellFormed(other)) {
                assertEquals(
                        Integer.signum(expected), Integer.signum(Naming.BY_CODE_POINT.compare(one, other)), example);
            }
        }
    }

    private static String text(SplittableRandom random, List<String> alphabet) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(alphabet.get(random.nextInt(alphabet.size())));
        }
        return text.toString();
    }

    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
