package io.prorata.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.testkit.Any;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @ParameterizedTest
    @CsvSource({
        "12.5, 125000, 12.5",
        "0, 0, 0",
        "100, 1000000, 100",
        "0.0001, 1, 0.0001",
        "12.500000, 125000, 12.5",
        "1E+1, 100000, 10"
    })
    void isReadAndWrittenInPercent(BigDecimal percent, int ppm, String written) {
        Rate rate = Rate.ofPercent(percent);
        assertEquals(new Rate(ppm), rate);
        assertEquals(written, rate.inPercent().toPlainString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0001", "100.0001", "1E+999999999", "0.00001", "12.50001", "1E-999999999"})
    void outsideItsBoundsItIsRefused(BigDecimal percent) {
        assertThrows(IllegalArgumentException.class, () -> Rate.ofPercent(percent));
    }

    @Test
    void hasBoundsInPartsPerMillionToo() {
        assertThrows(IllegalArgumentException.class, () -> new Rate(-1));
        assertThrows(IllegalArgumentException.class, () -> new Rate(1_000_001));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 500000, 1",
        "-1, 500000, -1",
        "1, 499999, 0",
        "-1, 499999, 0",
        "3, 500000, 2",
        "-3, 500000, -2",
        "10000000000000, 1000000, 10000000000000"
    })
    void halvesAreRoundedAwayFromZero(long whole, int ppm, long share) {
        assertEquals(new Money(share), new Rate(ppm).of(new Money(whole)));
    }

    @Test
    void itIsWrittenAsAPercentage() {
        assertEquals("12.5 %", new Rate(125_000).toString());
        assertEquals("100 %", new Rate(1_000_000).toString());
    }

    @Test
    void aShareIsTheNearestUnitAndMirrorsItsNegative() {
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new SplittableRandom(seed);
            Money whole = Any.signed(random);
            Rate rate = Any.rate(random);
            Money share = rate.of(whole);

            BigInteger exact = BigInteger.valueOf(whole.minor()).multiply(BigInteger.valueOf(rate.ppm()));
            BigInteger off = BigInteger.valueOf(share.minor())
                    .multiply(BigInteger.valueOf(1_000_000))
                    .subtract(exact)
                    .abs();
            String example = "seed " + seed + ": " + rate + " of " + whole;
            assertTrue(off.compareTo(BigInteger.valueOf(500_000)) <= 0, example);
            assertEquals(share.negated(), rate.of(whole.negated()), example);
        }
    }
}
