package io.prorata.domain.split;

import io.prorata.domain.money.Money;
import java.util.List;

/**
 * How a household divides common costs (French <em>clé</em>); formula 2.
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f2">Formula 2, weights of the key</a>
 */
public sealed interface SplitKey {

    /**
     * Returns the key of a month in which the members present earn {@code nets}, each zero or more, in member order.
     *
     * @throws IllegalArgumentException if this key has weights for another number of members
     */
    KeyWeights weightsFor(List<Money> nets);

    /**
     * Checks that this key is valid for {@code members} people.
     *
     * @throws IllegalArgumentException if it has weights for another number
     */
    default void requireFor(int members) {}

    /** In proportion to net income; {@code fallback} is used in a month in which nobody earns anything. */
    record ByNetIncome(Weights fallback) implements SplitKey {
        @Override
        public KeyWeights weightsFor(List<Money> nets) {
            requireFor(nets.size());
            boolean nobodyEarns = nets.stream().allMatch(Money::isZero);
            return nobodyEarns
                    ? KeyWeights.of(fallback, SplitBasis.FALLBACK)
                    : KeyWeights.of(Weights.inProportionTo(nets), SplitBasis.INCOME);
        }

        @Override
        public void requireFor(int members) {
            requireSize(fallback, members);
        }
    }

    /** The same for each, whatever they earn. */
    record Equally() implements SplitKey {
        @Override
        public KeyWeights weightsFor(List<Money> nets) {
            return KeyWeights.of(Weights.equal(nets.size()), SplitBasis.EQUAL);
        }
    }

    /** The same weights every month, whatever members earn. */
    record Agreed(Weights weights) implements SplitKey {
        @Override
        public KeyWeights weightsFor(List<Money> nets) {
            requireFor(nets.size());
            return KeyWeights.of(weights, SplitBasis.WEIGHTS);
        }

        @Override
        public void requireFor(int members) {
            requireSize(weights, members);
        }
    }

    private static void requireSize(Weights weights, int members) {
        if (weights.size() != members) {
            throw new IllegalArgumentException(
                    "the key has " + weights.size() + " weights for " + members + " members");
        }
    }
}
