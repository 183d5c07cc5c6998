package io.prorata.domain.tax;

import io.prorata.domain.money.Money;
import java.util.List;

/**
 * The people who are taxed together.
 *
 * @param taxable the annual taxable income of each adult, one or two, zero or more each
 * @param halfParts of the family: two for each adult, one for each of the first two children, two for each further child
 */
public record Taxpayers(List<Money> taxable, int halfParts) {

    /** The maximum number of half-parts. */
    public static final int MOST_HALF_PARTS = 60;

    /**
     * Refuses other numbers of adults, fewer half-parts than two an adult, and amounts out of bounds with an {@link
     * IllegalArgumentException}.
     */
    public Taxpayers {
        taxable = List.copyOf(taxable);
        if (taxable.isEmpty() || taxable.size() > 2) {
            throw new IllegalArgumentException("one or two adults are taxed together");
        }
        if (halfParts < 2 * taxable.size() || halfParts > MOST_HALF_PARTS) {
            throw new IllegalArgumentException(
                    "half-parts lie between two for each adult and " + MOST_HALF_PARTS + ", not " + halfParts);
        }
        taxable.forEach(Money::notNegative);
    }

    /** Returns how many adults there are. */
    public int adults() {
        return taxable.size();
    }

    /** Returns the incomes of all together. */
    public Money total() {
        return Money.sum(taxable);
    }
}
