package io.prorata.bootstrap.composition;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.prorata.application.cache.Features;
import io.prorata.application.cache.TieredViewCache;
import io.prorata.application.cache.Tiers;
import io.prorata.application.cache.Warmer;
import io.prorata.application.cache.WarmingJobs;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.Snapshots;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Creates the tiers before the books, and the warmer; for the server only. */
@Factory
final class ViewBeans {

    @Singleton
    TieredViewCache tieredViewCache(
            Snapshots snapshots, Tiers tiers, Renderer renderer, Features features, Clock clock) {
        return new TieredViewCache(snapshots, tiers, renderer, features, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Warmer warmer(TieredViewCache views, Features features, Clock clock) {
        return new Warmer(views, features, clock).start();
    }

    @Singleton
    @Bean(preDestroy = "close")
    WarmingJobs warmingJobs(Warmer warmer, TieredViewCache views) {
        return new WarmingJobs(warmer, views);
    }
}
