package io.prorata.domain.facade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.expense.Frequency;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FacadeTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private static Amount eur(String decimal) {
        return Amount.of(decimal, "EUR");
    }

    private static String refused(Runnable question) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, question::run).getMessage());
    }

    @Test
    void anAmountKnowsItsCurrency() {
        assertEquals("12.50 EUR", eur("12.5").toString());
        assertEquals("1250 JPY", Amount.of("1250", "JPY").toString());
        assertEquals("-1.250 KWD", Amount.of("-1.25", "KWD").toString());
        assertEquals(eur("3.00"), eur("1.25").plus(eur("1.75")));
        assertEquals(eur("-0.50"), eur("1.25").minus(eur("1.75")));
        assertEquals(eur("-1"), eur("1").negated());
        assertTrue(eur("1.25").compareTo(eur("1.75")) < 0);
    }

    @Test
    void yenAndEuroDoNotMix() {
        Amount yen = Amount.of("100", "JPY");
        for (Runnable mixed : List.<Runnable>of(
                () -> yen.plus(eur("1")),
                () -> yen.minus(eur("1")),
                () -> yen.compareTo(eur("1")),
                () -> Split.byNet(yen, MARCH, Map.of("a", eur("1"))),
                () -> Split.equally(yen, MARCH, List.of("a")).plus(Split.equally(eur("1"), MARCH, List.of("a"))))) {
            String message = refused(mixed);
            assertTrue(message.contains("EUR") && message.contains("JPY"), message);
        }
    }

    @Test
    void whatIsNoAmountIsRefused() {
        assertTrue(refused(() -> eur("1,50")).contains("1,50"));
        refused(() -> Amount.of("1", "EURO"));
        refused(() -> Amount.of("1", "XAU"));
        assertThrows(ArithmeticException.class, () -> eur("1.005"));
        assertTrue(refused(() -> Net.of(eur("1"), "a lot")).contains("a lot"));
        refused(() -> Net.of(eur("1"), "100.1"));
        refused(() -> Net.of(eur("-1"), "10"));
    }

    @Test
    void oneSplitAnswersByMember() {
        Portions rent = Split.byNet(eur("1200.00"), MARCH, Map.of("diana", eur("2550.00"), "sam", eur("3200.00")));
        assertEquals("diana 532.17 EUR, sam 667.83 EUR", rent.toString());
        assertEquals(eur("667.83"), rent.of("sam"));
        assertEquals(eur("1200.00"), rent.total());
        assertThrows(NoSuchElementException.class, () -> rent.of("max"));
        assertEquals(
                "diana 2.00 EUR, sam 1.00 EUR",
                Split.byWeights(eur("3"), MARCH, Map.of("sam", 1L, "diana", 2L)).toString());
    }

    @Test
    void theOddUnitGoesRoundByKeyWhateverTheOrderOfTheQuestion() {
        Amount cent = eur("0.01");
        Portions march = Split.equally(cent, MARCH, List.of("a", "b", "c"));
        assertEquals(march, Split.equally(cent, MARCH, List.of("c", "a", "b")));
        Portions year = march;
        for (int month = 1; month < 12; month++) {
            year = year.plus(Split.equally(cent, MARCH.plusMonths(month), List.of("b", "c", "a")));
        }
        assertEquals("a 0.04 EUR, b 0.04 EUR, c 0.04 EUR", year.toString());
    }

    @Test
    void nobodyAndNothingAreRefused() {
        refused(() -> Split.equally(eur("1"), MARCH, List.of()));
        refused(() -> Split.equally(eur("1"), MARCH, List.of("a", "a")));
        refused(() -> Split.byNet(eur("1"), MARCH, Map.of("a", eur("0"))));
        refused(() -> Split.byWeights(eur("1"), MARCH, Map.of("a", -1L)));
        refused(() -> Split.equally(eur("1"), MARCH, List.of("Diana")));
        refused(() -> new Portions(Map.of()));
        refused(() -> Split.equally(eur("1"), MARCH, List.of("a")).plus(Split.equally(eur("1"), MARCH, List.of("b"))));
    }

    @Test
    void portionsAddUpAndMirror() {
        for (long seed = 0; seed < 1_000; seed++) {
            var random = new SplittableRandom(seed);
            Amount amount = eur(java.math.BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), 2)
                    .toPlainString());
            YearMonth month = MARCH.plusMonths(random.nextInt(100));
            Map<String, Long> weights = Map.of("a", random.nextLong(1, 9), "b", random.nextLong(9), "c", 1L);
            Portions portions = Split.byWeights(amount, month, weights);
            assertEquals(amount, portions.total(), "seed " + seed);
            assertEquals(portions.negated(), Split.byWeights(amount.negated(), month, weights), "seed " + seed);
        }
    }

    @Test
    void oneNetIsShownAsACalculation() {
        Net net = Net.of(eur("3000.00"), "15");
        assertEquals("3000.00 EUR - 450.00 EUR = 2550.00 EUR", net.toString());
        assertEquals(net.gross(), net.tax().plus(net.net()));
    }

    @Test
    void aMonthIsPlannedInAFewLines() {
        HouseholdPlan plan = HouseholdPlan.from(MARCH, "EUR")
                .member("diana", "3000.00", "15")
                .member("sam", "3200.00")
                .bill("Rent", "1200.00")
                .bill("Insurance", "300.00", Frequency.QUARTERLY)
                .provision("Holidays", "5")
                .provisionOf("Car", "80.00");
        PlannedMonth march = plan.month(MARCH);
        assertEquals("diana 532.17 EUR, sam 667.83 EUR", march.bill("Rent").toString());
        assertEquals(
                "diana 127.50 EUR, sam 160.00 EUR", march.provision("Holidays").toString());
        assertEquals(eur("1300.00"), march.bills().total());
        assertEquals(eur("367.50"), march.provisions().total());
        assertEquals(
                march.planned().total(),
                march.bills().total().plus(march.provisions().total()));
        assertEquals(march.nets(), march.left().plus(march.planned()));
        assertTrue(march.toString().startsWith("2026-03: bills diana 576.52 EUR, sam 723.48 EUR; "), march.toString());
        assertEquals(
                "diana 600.00 EUR, sam 600.00 EUR",
                plan.dividedEqually().month(MARCH).bill("Rent").toString());
        assertEquals(plan.book().at(MARCH), march.plan());
    }

    @Test
    void whatIsNotPlannedIsRefused() {
        HouseholdPlan plan =
                HouseholdPlan.from(MARCH, "EUR").member("diana", "0").bill("Rent", "1");
        refused(() -> HouseholdPlan.from(MARCH, "EUR").month(MARCH));
        refused(() -> HouseholdPlan.from(MARCH, "XXX"));
        refused(() -> plan.month(MARCH.minusMonths(1)));
        refused(() -> plan.bill("Rent", "2"));
        refused(() -> plan.provision("Car", "1").provisionOf("Car", "2"));
        refused(() -> plan.member("diana", "5").month(MARCH));
        assertThrows(NoSuchElementException.class, () -> plan.month(MARCH).bill("Rents"));
        assertThrows(NoSuchElementException.class, () -> plan.month(MARCH).provision("Car"));
    }
}
