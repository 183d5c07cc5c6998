package io.prorata.application.tier;

import io.prorata.application.port.Views;
import java.util.List;

/** The tiers there are, the nearest first. */
public record Tiers(List<Views> nearestFirst) {

    public Tiers {
        nearestFirst = List.copyOf(nearestFirst);
    }
}
