package io.prorata.application.cache;

import io.prorata.application.view.Tier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A feature that makes answers faster. It can be switched off at run time, and no answer changes. */
public enum Feature {
    NEAR_TIER("documents are kept in this process's memory"),
    FAR_TIER("documents are kept in Redis, where one is named"),
    TABLE_TIER("documents are kept beside the books, over a restart"),
    SINGLE_FLIGHT("requests for the same view at the same time share one computation"),
    ANSWER_AT_ONCE("what is in memory is answered on the network's own threads"),
    KEPT_CALCULATIONS("incomes, weights and provisions are reckoned once for the same inputs"),
    KEPT_MONTHS("what a month adds up to is read from kept totals"),
    ADAPTED_LIVES("documents live longer the more they are read between two changes"),
    WARM_CHANGED("after a change, views that were read lately are computed anew"),
    WARM_NEXT("views that usually follow the one just read are computed"),
    WARM_NEW_MONTH("when a month begins, the views of the one before are computed for it"),
    WARM_BY_SCHEDULE("every few minutes, views that are read a lot are looked after");

    private final String means;

    Feature(String means) {
        this.means = means;
    }

    /** Returns what the feature does while it is on. */
    public String means() {
        return means;
    }

    /** Returns the name as people write it: {@code near-tier}. */
    public String said() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Feature> named(String said) {
        return Arrays.stream(values())
                .filter(feature -> feature.said().equals(said))
                .findFirst();
    }

    static Feature of(Tier tier) {
        return switch (tier) {
            case NEAR -> NEAR_TIER;
            case FAR -> FAR_TIER;
            case TABLE -> TABLE_TIER;
        };
    }
}
