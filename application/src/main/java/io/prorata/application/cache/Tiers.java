package io.prorata.application.cache;

import io.prorata.application.port.CalculationCache;
import io.prorata.application.port.Views;
import java.util.List;

/**
 * What keeps finished documents, and what keeps plans.
 *
 * @param nearestFirst the tiers of documents
 */
public record Tiers(List<Views> nearestFirst, CalculationCache calculations) {

    public Tiers {
        nearestFirst = List.copyOf(nearestFirst);
    }
}
