package io.prorata.application.tier;

import io.prorata.application.port.KeptCalculations;
import io.prorata.application.port.Views;
import java.util.List;

/**
 * What keeps finished documents, and what keeps plans.
 *
 * @param nearestFirst the tiers of documents
 */
public record Tiers(List<Views> nearestFirst, KeptCalculations calculations) {

    public Tiers {
        nearestFirst = List.copyOf(nearestFirst);
    }
}
