package io.prorata.domain.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitKeyTest {

    private static final List<Money> NETS = List.of(new Money(255_000), new Money(320_000));
    private static final List<Money> NOTHING = List.of(Money.ZERO, Money.ZERO);

    @Test
    void byIncomeTheNetsAreTheWeights() {
        var key = new SplitKey.ByNetIncome(Weights.equal(2));
        assertEquals(new KeyWeights(Weights.of(255_000, 320_000), SplitBasis.INCOME), key.in(NETS));
        assertEquals(new KeyWeights(Weights.of(0, 1), SplitBasis.INCOME), key.in(List.of(Money.ZERO, new Money(1))));
    }

    @Test
    void whereNobodyEarnsTheFallbackServesAndSaysSo() {
        var key = new SplitKey.ByNetIncome(Weights.of(2, 1));
        assertEquals(new KeyWeights(Weights.of(2, 1), SplitBasis.FALLBACK), key.in(NOTHING));
    }

    @Test
    void equalAndAgreedWeightsDoNotGoByIncome() {
        assertEquals(new KeyWeights(Weights.of(1, 1), SplitBasis.EQUAL), new SplitKey.Equally().in(NETS));
        var agreed = new SplitKey.Agreed(Weights.of(0, 100));
        assertEquals(new KeyWeights(Weights.of(0, 100), SplitBasis.WEIGHTS), agreed.in(NETS));
        assertEquals(agreed.in(NETS), agreed.in(NOTHING));
    }

    @Test
    void weightsForAnotherNumberOfMembersAreRefused() {
        var byIncome = new SplitKey.ByNetIncome(Weights.equal(3));
        var agreed = new SplitKey.Agreed(Weights.equal(1));
        assertThrows(IllegalArgumentException.class, () -> byIncome.requireFor(2));
        assertThrows(IllegalArgumentException.class, () -> agreed.requireFor(2));
        assertThrows(IllegalArgumentException.class, () -> byIncome.in(NETS));
        assertThrows(IllegalArgumentException.class, () -> agreed.in(NETS));
        new SplitKey.Equally().requireFor(12);
        agreed.requireFor(1);
    }

    @Test
    void anIncomeIsNeverNegative() {
        var key = new SplitKey.ByNetIncome(Weights.equal(2));
        assertThrows(IllegalArgumentException.class, () -> key.in(List.of(new Money(5), new Money(-1))));
    }
}
