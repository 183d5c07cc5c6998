package io.prorata.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransactionTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 31);
    private static final BankLine LINE = new BankLine("FR76", DAY, new Money(-4210), "CARTE ALDI", "id-1");
    private static final Classification PLACING = new Classification(ExpenseType.VARIABLE, "Courses", null, false);

    private static BankLine line(LocalDate date, long amount, String label) {
        return new BankLine(null, date, new Money(amount), label, null);
    }

    private static Transaction tagged(SortedSet<String> tags) {
        return new Transaction(1, LINE, PLACING, Transaction.TypedBy.PERSON, tags);
    }

    @Test
    void itsMonthIsThatOfItsDate() {
        assertEquals(YearMonth.of(2024, 1), tagged(new TreeSet<>()).month());
    }

    @Test
    void datesAmountsAndLabelsHaveBounds() {
        LocalDate tooEarly = LocalDate.of(1899, 12, 31);
        LocalDate tooLate = LocalDate.of(10_000, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> line(tooEarly, 1, "x"));
        assertThrows(IllegalArgumentException.class, () -> line(tooLate, 1, "x"));
        assertThrows(IllegalArgumentException.class, () -> line(DAY, Money.LARGEST.minor() + 1, "x"));
        assertThrows(IllegalArgumentException.class, () -> line(DAY, -Money.LARGEST.minor() - 1, "x"));
        assertThrows(IllegalArgumentException.class, () -> line(DAY, 1, " "));
        assertThrows(IllegalArgumentException.class, () -> line(DAY, 1, "x".repeat(501)));
        assertEquals(500, line(DAY, 1, "x".repeat(500)).label().length());
        Money amount = new Money(1);
        assertThrows(IllegalArgumentException.class, () -> new BankLine("", DAY, amount, "x", null));
        assertThrows(IllegalArgumentException.class, () -> new BankLine(null, DAY, amount, "x", "\u0000"));
        assertThrows(IllegalArgumentException.class, () -> new Classification(ExpenseType.FIXED, "", null, false));
        assertThrows(IllegalArgumentException.class, () -> new Classification(ExpenseType.FIXED, null, "\t", false));
    }

    @Test
    void equalLinesHaveOneFingerprintAndOthersAnother() {
        Money amount = new Money(1);
        List<BankLine> lines = List.of(
                new BankLine(null, DAY, amount, "ab", null),
                new BankLine("a", DAY, amount, "ab", null),
                new BankLine(null, DAY, amount, "ab", "a"),
                new BankLine("-", DAY, amount, "ab", null),
                new BankLine(null, DAY, amount, "ab", "-"),
                new BankLine(null, DAY, amount, "a", "b"),
                new BankLine(null, DAY, amount, "a1:b", null),
                new BankLine(null, DAY, amount.negated(), "ab", null),
                new BankLine(null, DAY.minusDays(1), amount, "ab", null),
                new BankLine("1:a", DAY, amount, "ab", null));
        Set<String> fingerprints =
                new HashSet<>(lines.stream().map(BankLine::fingerprint).toList());
        assertEquals(lines.size(), fingerprints.size());
        assertEquals(
                line(DAY, 1, "Caf\u00e9").fingerprint(),
                line(DAY, 1, "Cafe\u0301").fingerprint());
        // Kept in households' books: another recipe would import everything a second time.
        assertEquals("9dfc362102600492a71661f60fc4ef0e", LINE.fingerprint());
    }

    @Test
    void tagsAreNamesInOrderOfCodePointsAndNoneTwice() {
        SortedSet<String> given = new TreeSet<>(List.of("🥐", "\uffee", "Sante\u0301", "Sant\u00e9"));
        Transaction transaction = tagged(given);
        given.clear();
        assertEquals(List.of("Sant\u00e9", "\uffee", "🥐"), List.copyOf(transaction.tags()));
        assertThrows(
                UnsupportedOperationException.class, () -> transaction.tags().clear());
        SortedSet<String> blank = new TreeSet<>(List.of(" "));
        assertThrows(IllegalArgumentException.class, () -> tagged(blank));
    }

    @Test
    void atMostTwentyTags() {
        SortedSet<String> tags =
                IntStream.range(0, 21).mapToObj(i -> "tag" + i).collect(Collectors.toCollection(TreeSet::new));
        assertThrows(IllegalArgumentException.class, () -> tagged(tags));
        tags.remove("tag7");
        assertEquals(20, tagged(tags).tags().size());
    }

    /** Formula 12. */
    @Test
    void spentIsPositiveWhereSpendingIsWhatCounts() {
        Money spent = new Money(-5);
        for (ExpenseType type : List.of(ExpenseType.FIXED, ExpenseType.VARIABLE, ExpenseType.PROVISION)) {
            assertEquals(new Money(5), type.inSense(spent), type.name());
            assertTrue(type.isOutgoing(), type.name());
        }
        for (ExpenseType type : List.of(ExpenseType.INCOME, ExpenseType.TRANSFER)) {
            assertEquals(spent, type.inSense(spent), type.name());
        }
        Statistics signed = Statistics.of(spent).plus(Statistics.of(new Money(-1)));
        assertEquals(
                new Money(6),
                GroupTotal.ofBank(new GroupKey(ExpenseType.VARIABLE, null, null), signed)
                        .statistics()
                        .sum());
        assertEquals(
                new Money(-6),
                GroupTotal.ofBank(new GroupKey(ExpenseType.TRANSFER, null, null), signed)
                        .statistics()
                        .sum());
    }

    @Test
    void groupsAreInOrderOfTypeThenNameTheUncategorisedLast() {
        List<@Nullable String> names = Arrays.asList(null, "\uffee", "🥐", "a");
        List<GroupTotal> groups = names.stream()
                .flatMap(name -> Stream.of(
                        new GroupTotal(ExpenseType.VARIABLE, name, null, Statistics.NONE),
                        new GroupTotal(ExpenseType.FIXED, "x", name, Statistics.NONE)))
                .toList();
        MonthFacts facts = new MonthFacts(groups);
        assertEquals(
                Arrays.asList("a", "\uffee", "🥐", null),
                facts.groups().subList(0, 4).stream()
                        .map(GroupTotal::subcategory)
                        .toList());
        assertEquals(
                Arrays.asList("a", "\uffee", "🥐", null),
                facts.groups().subList(4, 8).stream().map(GroupTotal::category).toList());
        assertNotEquals(facts, MonthFacts.NONE);
    }
}
