package io.prorata.application.sorting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.account.Accounts;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import io.prorata.domain.sorting.LabelPatterns.BadPatternException;
import io.prorata.domain.sorting.RuleConditions;
import io.prorata.domain.sorting.RuleEffects;
import io.prorata.domain.sorting.SortingRule;
import io.prorata.domain.sorting.SortingRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class Re2PatternsTest {

    private static final Re2Patterns PATTERNS = new Re2Patterns();

    private static final List<String> LABELS = List.of(
            "PRLV EDF 2024",
            "virement Inès",
            "CB CARREFOUR CITY 12/03",
            "café du coin",
            "KIOSK 7",
            "\u212Aiosk 7",
            "ma\u017Fter 1",
            "a.b",
            "ab",
            "abc",
            "[x]",
            "x]y");

    /** A required text never hides a match: found with it is found without it. */
    @Test
    void matchesAreThoseOfThePatternAlone() {
        for (String pattern : List.of(
                "edf",
                "^prlv .*2024$",
                "carrefour|leclerc",
                "carrefour\\s+city",
                "ca[a-z]+four",
                "kiosk \\d",
                "master",
                "abx?c?",
                "ab{0,1}c",
                "(ab)?c",
                "a\\.b",
                "[]x]y",
                "[^\\]]y",
                "\\Qa.b\\E",
                "in\\pL+s",
                "\\x{61}b",
                "virement in.s",
                "(?-i)EDF",
                "abc*",
                "abcd?",
                "\\bcity\\b",
                "(prlv|virement) (edf|in.s)",
                "(edf|x?) 2024",
                "edf|",
                "(?i:carre)(?<rest>four) city",
                "(?:kiosk|(?:iosk|master)) +\\d",
                "(edf)?prlv",
                "[[:alpha:]]+ 7")) {
            var alone = Pattern.compile(
                    pattern.replace("[]x]y", "[\\]x]y").replace("[[:alpha:]]", "\\p{IsAlphabetic}"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            var compiled = PATTERNS.compile(pattern);
            for (String label : LABELS) {
                assertEquals(alone.matcher(label).find(), compiled.occursIn(label), pattern + " in " + label);
            }
        }
    }

    @Test
    void aBadPatternIsToldWithItsPlace() {
        assertEquals("the pattern cannot be read at character 3: invalid nested repetition operator", message("a**"));
        assertEquals("the pattern cannot be read at character 2: unexpected )", message("a)b"));
        assertEquals("the pattern cannot be read at character 4: missing closing )", message("abc(d"));
        assertEquals(
                "the pattern cannot be read at character 2: invalid or unsupported Perl syntax", message("x(?=y)"));
        assertEquals("a pattern has 1 to 500 characters", message("x".repeat(10_000)));
        assertEquals("the pattern is too large: it repeats too much", message("((a{100}){100}){100}"));
        assertEquals("the pattern is too large: it repeats too much", message("(a{1000}){1000}"));
    }

    /** Only patterns whose required texts are in a label are tried: here one for each row, whether 20 of 200 rules are patterns or all. */
    @Test
    void fewPatternsAreTriedOfMany() {
        List<Transaction> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(new Transaction(
                    i + 1,
                    new BankLine(
                            null,
                            LocalDate.of(2024, 1, 1 + i % 28),
                            new Money(-100 - i),
                            "CB Market hall no " + i + " Paris " + i % 97,
                            null),
                    new Classification(ExpenseType.VARIABLE, null, null, false),
                    TypedBy.RULE,
                    new TreeSet<>()));
        }
        assertEquals(10_000, sorted(rows, 20));
        assertEquals(10_000, sorted(rows, 200));
    }

    private static long sorted(List<Transaction> rows, int patterns) {
        List<SortingRule> stated = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean byPattern = i < patterns;
            stated.add(new SortingRule(
                    i + 1,
                    "Rule " + i,
                    true,
                    new RuleConditions(
                            byPattern ? Optional.empty() : Optional.of("shop " + i),
                            Optional.empty(),
                            Optional.empty(),
                            byPattern ? Optional.of(pattern(i)) : Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()),
                    RuleEffects.NONE.spelled(Optional.of("C" + i), Optional.empty(), Optional.empty())));
        }
        var counted = new Re2Patterns();
        var rules = new SortingRules(stated, Accounts.NONE, counted);
        long sorted =
                rows.stream().filter(row -> !rules.sorted(row).equals(row)).count();
        assertEquals(rows.size(), counted.tried());
        return sorted;
    }

    private static String pattern(int i) {
        return switch (i % 4) {
            case 0 -> i == 0 ? "market h[ae]ll" : "^CB .*store " + i;
            case 1 -> "(prlv|virement) .*" + i + "x";
            case 2 -> "sho+p\\s+" + i + "$";
            default -> "[0-9]{2}/[0-9]{2} m" + i;
        };
    }

    private static String message(String pattern) {
        return String.valueOf(assertThrows(BadPatternException.class, () -> PATTERNS.compile(pattern))
                .getMessage());
    }
}
