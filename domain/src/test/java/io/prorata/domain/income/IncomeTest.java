package io.prorata.domain.income;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.testkit.Any;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IncomeTest {

    @Test
    void netIsGrossLessTheRoundedTax() {
        assertEquals(
                new Money(255_000),
                Income.taxed(new Money(300_000), new Rate(150_000)).net());
        assertEquals(
                new Money(320_000),
                Income.taxed(new Money(400_000), new Rate(200_000)).net());
        // Half a cent of tax is a cent of tax.
        assertEquals(new Money(0), Income.taxed(new Money(1), new Rate(500_000)).net());
        assertEquals(new Money(1), Income.taxed(new Money(1), new Rate(500_000)).tax());
    }

    @Test
    void aPayslipMayStateTheNet() {
        var income = new Income(new Money(300_000), new TaxRule.Stated(new Money(231_234)));
        assertEquals(new Money(231_234), income.net());
        assertEquals(new Money(68_766), income.tax());
        assertEquals(new Money(5), Income.ofNet(new Money(5)).gross());
        assertEquals(Money.ZERO, Income.ofNet(new Money(5)).tax());
        assertEquals(Money.ZERO, Income.NONE.net());
    }

    @Test
    void neitherIsNegativeTooLargeOrMoreThanTheGross() {
        var beyond = Money.LARGEST.plus(new Money(1));
        assertThrows(IllegalArgumentException.class, () -> Income.taxed(new Money(-1), new Rate(0)));
        assertThrows(IllegalArgumentException.class, () -> Income.taxed(beyond, new Rate(0)));
        assertThrows(IllegalArgumentException.class, () -> Income.ofNet(new Money(-1)));
        assertThrows(IllegalArgumentException.class, () -> Income.ofNet(beyond));
        assertThrows(IllegalArgumentException.class, () -> new TaxRule.Stated(new Money(-1)));
        var three = new TaxRule.Stated(new Money(3));
        assertThrows(IllegalArgumentException.class, () -> new Income(new Money(2), three));
        assertEquals(Money.LARGEST, Income.taxed(Money.LARGEST, new Rate(0)).net());
    }

    @Test
    void netPlusTaxIsGross() {
        for (long seed = 0; seed < 3_000; seed++) {
            Income income = Any.income(new SplittableRandom(seed));
            String example = "seed " + seed + ": " + income;
            assertEquals(income.gross(), income.net().plus(income.tax()), example);
            assertFalse(income.net().isNegative(), example);
            assertFalse(income.tax().isNegative(), example);
        }
    }
}
