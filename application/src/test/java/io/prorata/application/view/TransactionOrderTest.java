package io.prorata.application.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.view.TransactionOrder.By;
import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransactionOrderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);

    private static Transaction row(long id, LocalDate date, String label, long minor, @Nullable String category) {
        return new Transaction(
                id,
                new BankLine(null, date, new Money(minor), label, null),
                new Classification(ExpenseType.VARIABLE, category, null, false),
                TypedBy.RULE,
                new TreeSet<>());
    }

    private static List<Long> sorted(By by, boolean descending, List<Transaction> rows) {
        return rows.stream()
                .sorted(new TransactionOrder(by, descending).comparator())
                .map(Transaction::id)
                .toList();
    }

    @Test
    void eachOrderGoesByItsOwnAndThenById() {
        List<Transaction> rows = List.of(
                row(1, DAY, "b", -100, "Food"),
                row(2, DAY.minusDays(1), "a", 300, null),
                row(3, DAY.plusDays(1), "c", -200, "Air"),
                row(4, DAY, "b", -100, "Food"));
        assertEquals(List.of(2L, 1L, 4L, 3L), sorted(By.DATE, false, rows));
        assertEquals(List.of(3L, 1L, 4L, 2L), sorted(By.AMOUNT, false, rows), "with the bank's sign");
        assertEquals(List.of(2L, 1L, 4L, 3L), sorted(By.LABEL, false, rows));
        assertEquals(List.of(2L, 3L, 1L, 4L), sorted(By.CATEGORY, false, rows), "the uncategorised come first");
        assertEquals(
                List.of(3L, 4L, 1L, 2L),
                rows.stream()
                        .sorted(TransactionOrder.LATEST_FIRST.comparator())
                        .map(Transaction::id)
                        .toList());
    }

    /** Without case and accents; not by UTF-16, whose surrogates come before letters that have smaller code points. */
    @Test
    void labelsAndCategoriesGoAsPeopleOrderThem() {
        List<Transaction> rows = List.of(
                row(1, DAY, "\uFB01", -1, "\uFB01"),
                row(2, DAY, "\uD83C\uDF5E", -1, "\uD83C\uDF5E"),
                row(3, DAY, "é", -1, "é"),
                row(4, DAY, "Z", -1, "Z"),
                row(5, DAY, "a", -1, "a"));
        assertEquals(List.of(5L, 3L, 1L, 4L, 2L), sorted(By.LABEL, false, rows));
        assertEquals(List.of(5L, 3L, 1L, 4L, 2L), sorted(By.CATEGORY, false, rows));
    }

    /** Two spellings of a category are one category, and blanks are joined: their rows go by id. */
    @Test
    void spellingsOfACategoryAreOne() {
        List<Transaction> rows = List.of(
                row(1, DAY, "a", -1, "Épicerie  Bio"),
                row(2, DAY, "a", -1, "Fruits"),
                row(3, DAY, "a", -1, "epicerie bio"),
                row(4, DAY, "a", -1, "Épicerie Bio"));
        assertEquals(List.of(1L, 3L, 4L, 2L), sorted(By.CATEGORY, false, rows));
        assertEquals(new Place("epicerie bio", 1), new TransactionOrder(By.CATEGORY, true).placeOf(rows.getFirst()));
    }

    @Test
    void descendingIsTheOtherWayRoundToTheLastRowAndNoTwoRowsAreAlike() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            List<Transaction> rows = new ArrayList<>();
            for (long id = 1; id <= 12; id++) {
                rows.add(row(
                        id,
                        DAY.plusDays(random.nextInt(3)),
                        random.nextBoolean() ? "a" : "b",
                        random.nextLong(-2, 2),
                        random.nextInt(3) == 0 ? null : "c" + random.nextInt(2)));
            }
            for (By by : By.values()) {
                List<Long> backwards = new ArrayList<>(sorted(by, true, rows));
                Collections.reverse(backwards);
                assertEquals(sorted(by, false, rows), backwards, "seed " + seed + " by " + by + ": " + rows);
            }
        }
    }

    @Test
    void aPlaceIsWhatTheOrderGoesByAndTheId() {
        Transaction row = row(7, DAY, "Bread", -420, null);
        assertEquals(new Place("2026-03-15", 7), new TransactionOrder(By.DATE, true).placeOf(row));
        assertEquals(new Place("-420", 7), new TransactionOrder(By.AMOUNT, true).placeOf(row));
        assertEquals(new Place("bread", 7), new TransactionOrder(By.LABEL, true).placeOf(row));
        assertEquals(new Place("", 7), new TransactionOrder(By.CATEGORY, true).placeOf(row));
        assertTrue(TransactionOrder.LATEST_FIRST.descending());
    }
}
