package io.prorata.domain.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.money.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SplitKeyTest {

    private static final List<Money> NETS = List.of(new Money(255_000), new Money(320_000));
    private static final List<Money> NOTHING = List.of(Money.ZERO, Money.ZERO);

    @Test
    void byIncomeTheNetsAreTheWeights() {
        var key = new SplitKey.ByNetIncome(Weights.equal(2));
        assertEquals(KeyWeights.of(Weights.of(255_000, 320_000), SplitBasis.INCOME), key.weightsFor(NETS));
        assertEquals(
                KeyWeights.of(Weights.of(0, 1), SplitBasis.INCOME), key.weightsFor(List.of(Money.ZERO, new Money(1))));
    }

    @Test
    void whereNobodyEarnsTheFallbackServesAndSaysSo() {
        var key = new SplitKey.ByNetIncome(Weights.of(2, 1));
        assertEquals(KeyWeights.of(Weights.of(2, 1), SplitBasis.FALLBACK), key.weightsFor(NOTHING));
    }

    @Test
    void equalAndAgreedWeightsDoNotGoByIncome() {
        assertEquals(KeyWeights.of(Weights.of(1, 1), SplitBasis.EQUAL), new SplitKey.Equally().weightsFor(NETS));
        var agreed = new SplitKey.Agreed(Weights.of(0, 100));
        assertEquals(KeyWeights.of(Weights.of(0, 100), SplitBasis.WEIGHTS), agreed.weightsFor(NETS));
        assertEquals(agreed.weightsFor(NETS), agreed.weightsFor(NOTHING));
    }

    @Test
    void weightsForAnotherNumberOfMembersAreRefused() {
        var byIncome = new SplitKey.ByNetIncome(Weights.equal(3));
        var agreed = new SplitKey.Agreed(Weights.equal(1));
        assertThrows(IllegalArgumentException.class, () -> byIncome.requireFor(2));
        assertThrows(IllegalArgumentException.class, () -> agreed.requireFor(2));
        assertThrows(IllegalArgumentException.class, () -> byIncome.weightsFor(NETS));
        assertThrows(IllegalArgumentException.class, () -> agreed.weightsFor(NETS));
        new SplitKey.Equally().requireFor(12);
        agreed.requireFor(1);
    }

    @Test
    void anIncomeIsNeverNegative() {
        var key = new SplitKey.ByNetIncome(Weights.equal(2));
        assertThrows(IllegalArgumentException.class, () -> key.weightsFor(List.of(new Money(5), new Money(-1))));
    }

    @Test
    void aMonthHasWeightsIfSomebodyIsThere() {
        assertEquals(Optional.empty(), KeyWeights.OF_NOBODY.weights());
        assertThrows(IllegalArgumentException.class, () -> new KeyWeights(Optional.empty(), SplitBasis.EQUAL));
        assertThrows(IllegalArgumentException.class, () -> KeyWeights.of(Weights.equal(2), SplitBasis.NOBODY));
    }
}
