package io.prorata.adapter.web;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.Snapshots;
import io.prorata.application.tier.Features;
import io.prorata.application.tier.KeptViews;
import io.prorata.application.tier.Tiers;
import io.prorata.application.tier.Warmer;
import io.prorata.application.tier.WarmingJobs;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the tiers before the books that the program brings, and somebody who warms them. */
@Factory
final class TierBeans {

    @Singleton
    KeptViews keptViews(Snapshots snapshots, Tiers tiers, Renderer renderer, Features features, Clock clock) {
        return new KeptViews(snapshots, tiers, renderer, features, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Warmer warmer(KeptViews views, Features features, Clock clock) {
        return new Warmer(views, features, clock).start();
    }

    @Singleton
    @Bean(preDestroy = "close")
    WarmingJobs warmingJobs(Warmer warmer, KeptViews views) {
        return new WarmingJobs(warmer, views);
    }
}
