package io.prorata.application.cache;

import io.prorata.application.port.CalculationCache;
import io.prorata.application.port.Views;
import java.util.List;

/**
 * The caches of documents, and that of plans.
 *
 * @param nearestFirst the tiers of documents
 */
public record Tiers(List<Views> nearestFirst, CalculationCache calculations) {

    public Tiers {
        nearestFirst = List.copyOf(nearestFirst);
    }
}
