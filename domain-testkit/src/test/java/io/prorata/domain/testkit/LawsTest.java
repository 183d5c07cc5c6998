package io.prorata.domain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.expense.Frequency;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.split.Shares;
import io.prorata.domain.split.Weights;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each law holds for the rules, and is broken by something that is plausible and wrong. */
class LawsTest {

    /** Each member's share rounded by itself: shares do not add up. */
    private static final AllocationLaws ROUNDED = (weights, amount, turn) -> new Shares(weights.values().stream()
            .map(weight -> new Money(exact(amount, weight)
                    .add(BigInteger.valueOf(weights.total() / 2))
                    .divide(BigInteger.valueOf(weights.total()))
                    .longValueExact()))
            .toList());

    /** What is left over goes to the first, whatever the month, weight or remainder. */
    private static final AllocationLaws FIRST_PAYS = (weights, amount, turn) -> {
        List<Money> shares = new ArrayList<>(weights.values().stream()
                .map(weight -> new Money(exact(amount, weight)
                        .divide(BigInteger.valueOf(weights.total()))
                        .longValueExact()))
                .toList());
        shares.set(0, shares.get(0).plus(amount.minus(Money.sum(shares))));
        return new Shares(shares);
    };

    /** All to one, another each month. */
    private static final AllocationLaws BY_TURNS = (weights, amount, turn) -> {
        List<Money> shares = new ArrayList<>(Collections.nCopies(weights.size(), Money.ZERO));
        shares.set(Math.floorMod(turn, weights.size()), amount);
        return new Shares(shares);
    };

    /** The right method over sorted members: whoever stands first is favoured. */
    private static final AllocationLaws LARGER_WEIGHTS_FIRST = (weights, amount, turn) -> {
        Shares right = weights.allocate(amount, turn);
        return amount.minor() % 7 == 0
                ? new Shares(right.amounts().stream().sorted().toList())
                : right;
    };

    /** Weights as they come: a sum of 10 is another household than one of 20. */
    private static final AllocationLaws BY_SIZE_OF_WEIGHTS =
            (weights, amount, turn) -> weights.allocate(amount, turn + weights.total());

    private static final MonthlyPartLaws ROUNDED_PARTS = (frequency, bill, months) ->
            new Money((bill.minor() * frequency.bills() + frequency.months() / 2) / frequency.months());

    private static final MonthlyPartLaws ALL_AT_ONCE = (frequency, bill, months) ->
            months % frequency.months() == 0 ? new Money(bill.minor() * frequency.bills()) : Money.ZERO;

    private static final MonthlyPartLaws GROWING =
            (frequency, bill, months) -> frequency.partOf(bill, months).plus(new Money(months / 500));

    /** An excluded row counts, as if nobody had taken it out. */
    private static final MonthLaws WITH_EXCLUDED_ROWS = (book, month, rows) -> MonthSummary.of(
            book.at(month), MonthFacts.of(rows.stream().map(LawsTest::included).toList()));

    /** Whatever the month, it is the plan of the one before. */
    private static final MonthLaws LATE = (book, month, rows) -> {
        MonthPlan plan = book.at(month);
        MonthPlan tampered = new MonthPlan(
                month,
                plan.config(),
                plan.key(),
                plan.provisions(),
                plan.ended(),
                plan.fixed().stream()
                        .map(line -> new FixedLine(
                                line.expense(),
                                line.terms(),
                                line.monthly().plus(new Money(1)),
                                line.shares(),
                                line.keyInstead()))
                        .toList(),
                plan.budgets());
        return MonthSummary.of(tampered, MonthFacts.of(rows));
    };

    private static Transaction included(Transaction row) {
        Classification as = row.classification();
        return new Transaction(
                row.id(),
                row.line(),
                new Classification(as.type(), as.category(), as.subcategory(), false),
                row.typedBy(),
                row.tags());
    }

    private static BigInteger exact(Money amount, long weight) {
        return BigInteger.valueOf(amount.minor()).multiply(BigInteger.valueOf(weight));
    }

    private static List<Method> laws(Class<?> type) {
        List<Method> laws = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .toList();
        assertFalse(laws.isEmpty(), type.toString());
        return laws;
    }

    /** Returns what a law says of {@code subject}, nothing if it holds. */
    private static String verdict(Method law, Object subject) throws IllegalAccessException {
        try {
            law.invoke(subject);
            return "";
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyLawHoldsForTheRules() {
        AllocationLaws allocation = Weights::allocate;
        MonthlyPartLaws parts = Frequency::partOf;
        MonthLaws months = (book, month, rows) -> MonthSummary.of(book.at(month), MonthFacts.of(rows));
        return Stream.of(allocation, parts, months)
                .flatMap(subject -> Arrays.stream(subject.getClass().getInterfaces())
                        .flatMap(type -> laws(type).stream())
                        .map(law ->
                                DynamicTest.dynamicTest(law.getName(), () -> assertEquals("", verdict(law, subject)))));
    }

    @Test
    void everyLawOfDividingIsBrokenBySomethingPlausible() throws IllegalAccessException {
        for (Method law : laws(AllocationLaws.class)) {
            List<String> verdicts = new ArrayList<>();
            for (AllocationLaws wrong :
                    List.of(ROUNDED, FIRST_PAYS, BY_TURNS, LARGER_WEIGHTS_FIRST, BY_SIZE_OF_WEIGHTS)) {
                verdicts.add(verdict(law, wrong));
            }
            assertTrue(verdicts.stream().anyMatch(verdict -> verdict.contains("seed")), law + ": " + verdicts);
        }
    }

    @Test
    void everyLawOfPartsIsBrokenBySomethingPlausible() throws IllegalAccessException {
        for (Method law : laws(MonthlyPartLaws.class)) {
            List<String> verdicts = new ArrayList<>();
            for (MonthlyPartLaws wrong : List.of(ROUNDED_PARTS, ALL_AT_ONCE, GROWING)) {
                verdicts.add(verdict(law, wrong));
            }
            assertTrue(verdicts.stream().anyMatch(verdict -> verdict.contains("seed")), law + ": " + verdicts);
        }
    }

    /** That of the categories cannot be broken from outside: the summary computes both sides. */
    @Test
    void theLawsOfAMonthAreBrokenBySomethingPlausible() throws Exception {
        assertTrue(verdict(MonthLaws.class.getMethod("everyTotalIsTheSumOfThePartsShownUnderIt"), LATE)
                .contains("seed"));
        assertTrue(
                verdict(MonthLaws.class.getMethod("rowsCountInWhateverOrderAndExcludedOnesDoNot"), WITH_EXCLUDED_ROWS)
                        .contains("seed"));
    }

    @Test
    void everyVectorIsThere() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("../domain/src/test/resources/vectors"))) {
            assertEquals(
                    files.map(file -> file.getFileName().toString()).sorted().toList(),
                    Vectors.NAMES.stream().map(name -> name + ".json").toList());
        }
        for (String name : Vectors.NAMES) {
            try (InputStream json = Vectors.open(name)) {
                String text = new String(json.readAllBytes(), StandardCharsets.UTF_8).strip();
                assertTrue(text.startsWith("{") || text.startsWith("["), name);
            }
        }
        assertThrows(IllegalArgumentException.class, () -> Vectors.open("nothing"));
        assertThrows(IllegalArgumentException.class, () -> Vectors.open("../Vectors"));
    }
}
