package io.prorata.domain.tax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TaxScalesTest {

    private static final String FLAT_COUNTRY = """
            name=xx-2025
            country=XX
            incomes_of=2025
            currency=EUR
            bracket.1=10000 20
            bracket.2=50000 40
            round_to=0.01
            smallest=0
            source=invented
            checked=2026-01-31
            """;

    @Test
    void theFrenchVectors() throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(TaxScalesTest.class.getResourceAsStream("/vectors/tax-fr.json"))
                .get("cases");
        assertEquals(120, cases.size());
        for (JsonNode example : cases) {
            TaxScale scale =
                    TaxScales.named("fr-" + example.get("incomes_of").asInt()).orElseThrow();
            Money income = new Money(example.get("taxable_cents").asLong());
            List<Money> adults = example.get("adults").asInt() == 1 ? List.of(income) : List.of(income, Money.ZERO);

            TaxEstimate estimate = scale.estimate(
                    new Taxpayers(adults, example.get("half_parts").asInt()));

            assertEquals(example.get("gross_cents").asLong(), estimate.gross().minor(), example.toString());
            assertEquals(
                    example.get("reduction_cents").asLong(),
                    estimate.reduction().minor(),
                    example.toString());
            assertEquals(example.get("tax").asLong() * 100, estimate.tax().minor(), example.toString());
        }
    }

    @Test
    void individualTaxesAddUpToTheHouseholds() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            TaxScale scale = TaxScales.published().get(random.nextInt(3));
            Money one = new Money(random.nextLong(20_000_000));
            Money other = new Money(random.nextLong(20_000_000));
            int halfParts = random.nextInt(4, 9);

            TaxEstimate estimate = scale.estimate(new Taxpayers(List.of(one, other), halfParts));

            Money lower = one.compareTo(other) <= 0 ? one : other;
            Money alone = scale.tax(lower, BigDecimal.valueOf(halfParts).divide(BigDecimal.valueOf(2)), 1)
                    .due();
            Rate lowerRate = estimate.individualRates().get(lower.equals(one) ? 0 : 1);
            assertEquals(TaxScale.rate(alone, lower), lowerRate, "seed " + seed);
            Money higher = one.plus(other).minus(lower);
            Money rest = alone.compareTo(estimate.tax()) > 0
                    ? Money.ZERO
                    : estimate.tax().minus(alone);
            assertEquals(
                    TaxScale.rate(rest, higher),
                    estimate.individualRates().get(lower.equals(one) ? 1 : 0),
                    "seed " + seed);
        }
    }

    @Test
    void moreIncomeIsNeverLessTax() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            TaxScale scale = TaxScales.published().get(random.nextInt(3));
            long income = random.nextLong(30_000_000);
            int halfParts = random.nextInt(2, 9);
            Money less = scale.estimate(new Taxpayers(List.of(new Money(income)), halfParts))
                    .tax();
            Money more = scale.estimate(new Taxpayers(List.of(new Money(income + 100_000)), halfParts))
                    .tax();
            assertTrue(less.compareTo(more) <= 0, "seed " + seed);
        }
    }

    @Test
    void aCountryOfBracketsIsAddedByDataAlone() {
        Map<String, String> files = Map.of("scales.txt", "xx-2025\n", "xx-2025.properties", FLAT_COUNTRY);
        TaxScale scale =
                TaxScales.listed(name -> new StringReader(files.get(name))).get(0);
        assertEquals("xx-2025", scale.name());

        TaxEstimate estimate = scale.estimate(new Taxpayers(List.of(new Money(6_000_000)), 2));

        // 40 000.00 at 20 %, 10 000.00 at 40 %
        assertEquals(new Money(1_200_000), estimate.tax());
        assertEquals(new Rate(200_000), estimate.householdRate());
    }

    @Test
    void aFileSaysWhatIsWrongWithIt() {
        assertRefused(FLAT_COUNTRY.replace("source=invented\n", ""), "source");
        assertRefused(FLAT_COUNTRY + "colour=blue\n", "colour");
        assertRefused(FLAT_COUNTRY.replace("10000 20", "10000"), "limit and a rate");
        assertRefused(FLAT_COUNTRY.replace("bracket.1=10000", "bracket.1=60000"), "order");
        assertRefused(FLAT_COUNTRY + "parts.half_part_cap=1\n", "parts.reduction_single");
    }

    @Test
    void incomesOutOfBoundsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Taxpayers(List.of(new Money(10_000_000_000_001L)), 2));
        assertThrows(IllegalArgumentException.class, () -> new Taxpayers(List.of(new Money(-1)), 2));
        assertThrows(IllegalArgumentException.class, () -> new Taxpayers(List.of(Money.ZERO), 1));
        assertThrows(IllegalArgumentException.class, () -> new Taxpayers(List.of(Money.ZERO, Money.ZERO), 3));
        assertEquals(Money.LARGEST, new Taxpayers(List.of(Money.LARGEST), 2).total());
    }

    private static void assertRefused(String file, String about) {
        var refused = assertThrows(IllegalArgumentException.class, () -> TaxScales.read(new StringReader(file)));
        assertTrue(String.valueOf(refused.getMessage()).contains(about), refused.getMessage());
    }
}
