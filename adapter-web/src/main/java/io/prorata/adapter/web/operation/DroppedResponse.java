package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.cache.TieredViewCache;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The dropped views.
 *
 * @param month the month whose views were dropped; null for all
 */
@Serdeable.Serializable
record DroppedResponse(@Nullable String month, List<InTier> dropped) {

    /** The number of documents that a tier dropped. */
    @Serdeable.Serializable
    record InTier(String tier, long documents) {}

    static DroppedResponse of(@Nullable YearMonth month, List<TieredViewCache.Dropped> dropped) {
        return new DroppedResponse(
                month == null ? null : Objects.toString(month),
                dropped.stream()
                        .map(tier -> new InTier(tier.tier().said(), tier.documents()))
                        .toList());
    }
}
