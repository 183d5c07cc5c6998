package io.prorata.application.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.view.TransactionFilter.Named;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransactionFilterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);
    private static final Transaction BREAD = row(1, DAY, "Boulangerie Älter", -420, "Joint", "Food", "Bread", "shared");

    private static Transaction row(
            long id,
            LocalDate date,
            String label,
            long minor,
            @Nullable String account,
            @Nullable String category,
            @Nullable String subcategory,
            String... tags) {
        return new Transaction(
                id,
                new BankLine(account, date, new Money(minor), label, null),
                new Classification(ExpenseType.VARIABLE, category, subcategory, false),
                TypedBy.RULE,
                new TreeSet<>(Set.of(tags)));
    }

    /** One filter a line: it narrows by one thing alone. */
    private static TransactionFilter by(
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Named> category,
            Optional<Named> subcategory,
            Optional<Named> account,
            Set<ExpenseType> types,
            Optional<Boolean> excluded,
            Optional<String> tag,
            Optional<String> text,
            Optional<Money> least,
            Optional<Money> most) {
        return new TransactionFilter(from, to, category, subcategory, account, types, excluded, tag, text, least, most);
    }

    private static TransactionFilter dates(@Nullable LocalDate from, @Nullable LocalDate to) {
        return by(
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TransactionFilter names(
            @Nullable Named category, @Nullable Named subcategory, @Nullable Named account) {
        return by(
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(category),
                Optional.ofNullable(subcategory),
                Optional.ofNullable(account),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TransactionFilter others(
            Set<ExpenseType> types, @Nullable Boolean excluded, @Nullable String tag, @Nullable String text) {
        return by(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                types,
                Optional.ofNullable(excluded),
                Optional.ofNullable(tag),
                Optional.ofNullable(text),
                Optional.empty(),
                Optional.empty());
    }

    private static TransactionFilter amounts(@Nullable Long least, @Nullable Long most) {
        return by(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(least).map(Money::new),
                Optional.ofNullable(most).map(Money::new));
    }

    @Test
    void bothDaysAndBothAmountsAreIncluded() {
        assertTrue(dates(DAY, DAY).matches(BREAD));
        assertFalse(dates(DAY.plusDays(1), null).matches(BREAD));
        assertFalse(dates(null, DAY.minusDays(1)).matches(BREAD));
        assertTrue(amounts(-420L, -420L).matches(BREAD));
        assertFalse(amounts(-419L, null).matches(BREAD));
        assertFalse(amounts(null, -421L).matches(BREAD));
    }

    @Test
    void aNameIsThatNameAndItsAbsenceIsAskedForToo() {
        Transaction bare = row(2, DAY, "Bare", -1, null, null, null);
        assertTrue(
                names(new Named("Food"), new Named("Bread"), new Named("Joint")).matches(BREAD));
        assertTrue(names(new Named("FÓOD"), null, null).matches(BREAD), "neither case nor accents count");
        assertFalse(names(null, null, new Named("joint")).matches(BREAD), "an account is what files call it");
        assertFalse(names(null, new Named("Cake"), null).matches(BREAD));
        assertFalse(names(null, null, new Named("Mine")).matches(BREAD));
        for (TransactionFilter absent : List.of(
                names(new Named(null), null, null),
                names(null, new Named(null), null),
                names(null, null, new Named(null)))) {
            assertTrue(absent.matches(bare));
            assertFalse(absent.matches(BREAD));
        }
    }

    @Test
    void typesAreAlternativesAndNoTypesAreAll() {
        assertTrue(others(Set.of(ExpenseType.FIXED, ExpenseType.VARIABLE), null, null, null)
                .matches(BREAD));
        assertFalse(others(Set.of(ExpenseType.FIXED), null, null, null).matches(BREAD));
        assertTrue(others(Set.of(), null, null, null).matches(BREAD));
    }

    @Test
    void textIsFoundWhateverCaseAndAccentsAndATagIsOneOfTheTags() {
        assertTrue(others(Set.of(), null, null, "RIE alter").matches(BREAD));
        assertFalse(others(Set.of(), null, null, "butcher").matches(BREAD));
        assertTrue(others(Set.of(), null, "shared", null).matches(BREAD));
        assertFalse(others(Set.of(), null, "share", null).matches(BREAD), "a tag is a whole one");
        assertTrue(others(Set.of(), false, null, null).matches(BREAD));
        assertFalse(others(Set.of(), true, null, null).matches(BREAD));
    }

    /** All that is stated has to hold: two filters at once mean what both of them mean. */
    @Test
    void whatIsStatedTogetherHoldsTogether() {
        int both = 0;
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new SplittableRandom(seed);
            LocalDate from = DAY.plusDays(random.nextInt(-2, 2));
            String category = random.nextBoolean() ? "Food" : "Home";
            long least = random.nextLong(-500, 0);
            Transaction row = row(
                    seed,
                    DAY.plusDays(random.nextInt(-2, 3)),
                    "x",
                    random.nextLong(-500, 0),
                    null,
                    random.nextBoolean() ? "Food" : "Home",
                    null);
            boolean alone = dates(from, null).matches(row)
                    && names(new Named(category), null, null).matches(row)
                    && amounts(least, null).matches(row);
            var together = by(
                    Optional.of(from),
                    Optional.empty(),
                    Optional.of(new Named(category)),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new Money(least)),
                    Optional.empty());
            assertEquals(alone, together.matches(row), "seed " + seed + ": " + together + " of " + row);
            assertTrue(TransactionFilter.ALL.matches(row), "seed " + seed);
            both += alone ? 1 : 0;
        }
        assertTrue(both > 100, "rows that match all three: " + both);
    }

    @Test
    void aMonthIsItsDaysAndIsKnownFromThem() {
        YearMonth march = YearMonth.of(2026, 3);
        TransactionFilter filter = TransactionFilter.of(march);
        assertEquals(Optional.of(march), filter.month());
        assertTrue(filter.matches(row(1, march.atDay(1), "x", -1, null, null, null)));
        assertTrue(filter.matches(row(1, march.atEndOfMonth(), "x", -1, null, null, null)));
        assertFalse(filter.matches(row(1, march.atDay(1).minusDays(1), "x", -1, null, null, null)));
        assertFalse(filter.matches(row(1, march.atEndOfMonth().plusDays(1), "x", -1, null, null, null)));
        assertEquals(Optional.empty(), TransactionFilter.ALL.month());
        assertEquals(
                Optional.empty(),
                filter.between(march.atDay(1), march.plusMonths(1).atDay(1)).month());
        assertEquals(Optional.empty(), dates(DAY, null).month());
    }

    @Test
    void bothWaysRoundAreRefusedAndEqualFiltersAreWrittenAlike() {
        assertThrows(IllegalArgumentException.class, () -> dates(DAY, DAY.minusDays(1)));
        assertThrows(IllegalArgumentException.class, () -> amounts(1L, 0L));
        assertThrows(IllegalArgumentException.class, () -> new Named(" "));
        assertThrows(IllegalArgumentException.class, () -> others(Set.of(), null, " ", null));
        assertThrows(IllegalArgumentException.class, () -> others(Set.of(), null, null, ""));
        var one = others(Set.of(ExpenseType.VARIABLE, ExpenseType.FIXED), null, null, null);
        var other = others(Set.of(ExpenseType.FIXED, ExpenseType.VARIABLE), null, null, null);
        assertEquals(one.toString(), other.toString());
        assertEquals(Objects.hashCode(one), Objects.hashCode(other));
    }
}
