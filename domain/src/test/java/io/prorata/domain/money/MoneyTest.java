package io.prorata.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource({
        "10.50,                EUR, 1050",
        "-42.1,                EUR, -4210",
        "7,                    EUR, 700",
        "0.010,                EUR, 1",
        "1E+3,                 EUR, 100000",
        "-0,                   EUR, 0",
        "0E+999999999,         EUR, 0",
        "500,                  JPY, 500",
        "1.234,                KWD, 1234",
        "92233720368547758.07, EUR, 9223372036854775807"
    })
    void isReadInMinorUnits(BigDecimal decimal, String currency, long minor) {
        assertEquals(new Money(minor), Money.of(decimal, Currency.getInstance(currency)));
    }

    @ParameterizedTest
    @CsvSource({"0.001, EUR", "0.5, JPY", "1.0001, KWD", "1E-999999999, EUR"})
    void moreDecimalsThanTheCurrencyHasAreRefused(BigDecimal decimal, String currency) {
        var refused = assertThrows(ArithmeticException.class, () -> Money.of(decimal, Currency.getInstance(currency)));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(currency + " has "), refused.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"92233720368547758.08", "-92233720368547758.09", "1E+30", "-1E+999999999"})
    void anAmountThatDoesNotFitIsRefusedAtOnce(BigDecimal decimal) {
        assertThrows(ArithmeticException.class, () -> Money.of(decimal, EUR));
    }

    @Test
    void goldHasNoMinorUnit() {
        Currency gold = Currency.getInstance("XAU");
        assertThrows(IllegalArgumentException.class, () -> Money.of(BigDecimal.ONE, gold));
        assertThrows(IllegalArgumentException.class, () -> Money.ZERO.inUnitsOf(gold));
    }

    @ParameterizedTest
    @CsvSource({"1050, EUR, 10.50", "-5, EUR, -0.05", "0, EUR, 0.00", "500, JPY, 500", "1, KWD, 0.001"})
    void isWrittenWithExactlyTheCurrencysDecimals(long minor, String currency, String written) {
        assertEquals(
                written,
                new Money(minor).inUnitsOf(Currency.getInstance(currency)).toPlainString());
    }

    @Test
    void overflowIsAnErrorAndNeverAWrap() {
        var most = new Money(Long.MAX_VALUE);
        var least = new Money(Long.MIN_VALUE);
        var one = new Money(1);
        assertThrows(SumOverflowException.class, () -> most.plus(one));
        assertThrows(SumOverflowException.class, () -> least.minus(one));
        assertThrows(SumOverflowException.class, least::negated);
        assertThrows(SumOverflowException.class, () -> Money.sum(List.of(most, one)));
    }

    @Test
    void addsUp() {
        assertEquals(new Money(5), new Money(7).minus(new Money(2)));
        assertEquals(new Money(9), new Money(7).plus(new Money(2)));
        assertEquals(new Money(6), Money.sum(List.of(new Money(1), new Money(2), new Money(3))));
        assertEquals(Money.ZERO, Money.sum(List.of()));
        assertEquals(new Money(-7), new Money(7).negated());
    }

    @Test
    void isOrderedBySize() {
        assertTrue(new Money(-1).compareTo(Money.ZERO) < 0);
        assertTrue(new Money(2).compareTo(new Money(1)) > 0);
        assertEquals(0, new Money(2).compareTo(new Money(2)));
        assertTrue(new Money(-1).isNegative());
        assertFalse(Money.ZERO.isNegative());
        assertTrue(Money.ZERO.isZero());
        assertFalse(new Money(1).isZero());
    }

    @Test
    void aHouseholdStatesNoAmountBeyondTenToTheThirteenth() {
        assertEquals(BigInteger.TEN.pow(13), BigInteger.valueOf(Money.LARGEST.minor()));
        var beyond = Money.LARGEST.plus(new Money(1));
        assertEquals(Money.LARGEST, Money.LARGEST.withinBounds());
        assertEquals(Money.LARGEST.negated(), Money.LARGEST.negated().withinBounds());
        assertThrows(IllegalArgumentException.class, beyond::withinBounds);
        assertThrows(IllegalArgumentException.class, beyond.negated()::withinBounds);
        assertEquals(Money.ZERO, Money.ZERO.notNegative());
        assertEquals(Money.LARGEST, Money.LARGEST.notNegative());
        assertThrows(IllegalArgumentException.class, beyond::notNegative);
        assertThrows(IllegalArgumentException.class, new Money(-1)::notNegative);
    }
}
