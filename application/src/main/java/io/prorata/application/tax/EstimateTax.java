package io.prorata.application.tax;

import io.prorata.application.request.BrokenRules;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.money.Money;
import io.prorata.domain.tax.TaxEstimate;
import io.prorata.domain.tax.TaxScale;
import io.prorata.domain.tax.Taxpayers;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Estimates a tax by a published scale, and the rates that a household could state. Nothing is kept, and no month takes it. */
public final class EstimateTax {

    private final KnownScales known;

    public EstimateTax(KnownScales known) {
        this.known = known;
    }

    /** Returns all scales, oldest first. */
    public List<TaxScale> scales() {
        return known.scales();
    }

    /**
     * Returns the scale of this name.
     *
     * @throws RefusedException if there is none
     */
    public TaxScale scale(String name) {
        return known.named(name)
                .orElseThrow(() -> broken(
                        "/scale",
                        "no scale has this name; there are "
                                + known.scales().stream().map(TaxScale::name).collect(Collectors.joining(", "))));
    }

    /**
     * @param taxable the annual taxable income of each adult, in the currency of the scale
     * @param halfParts two for each adult if empty
     * @throws RefusedException if these are not taxed together
     */
    public TaxEstimate estimate(TaxScale scale, List<Money> taxable, OptionalInt halfParts) {
        if (taxable.isEmpty() || taxable.size() > 2) {
            throw broken("/taxable_incomes", "one or two adults are taxed together");
        }
        Taxpayers taxpayers =
                BrokenRules.at("/parts", () -> new Taxpayers(taxable, halfParts.orElse(2 * taxable.size())));
        return scale.estimate(taxpayers);
    }

    private static RefusedException broken(String where, String rule) {
        return new RefusedException(new Refusal.BrokenRule(where, rule));
    }
}
