package io.prorata.bootstrap.composition;

import io.micronaut.context.annotation.Factory;
import io.prorata.application.cache.Features;
import io.prorata.application.cache.TieredViewCache;
import io.prorata.application.cache.Warmer;
import io.prorata.application.cache.WarmingJobs;
import io.prorata.application.dashboard.ShowDashboard;
import io.prorata.application.explanation.ExplainFigure;
import io.prorata.application.operation.CheckHealth;
import io.prorata.application.operation.DropViews;
import io.prorata.application.operation.MeasureStore;
import io.prorata.application.operation.ShowTiers;
import io.prorata.application.operation.ShowWarming;
import io.prorata.application.operation.SwitchFeature;
import io.prorata.application.operation.WarmViews;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Store;
import io.prorata.application.port.UnitOfWork;
import jakarta.inject.Singleton;

/** Makes the use cases of what is shown, and of how the server is run. */
@Factory
public final class DashboardBeans {

    private final UnitOfWork work;

    DashboardBeans(UseCaseParts parts) {
        this.work = parts.work();
    }

    @Singleton
    ShowDashboard showDashboard(Snapshots snapshots, TieredViewCache views, Warmer warmer, Features features) {
        return new ShowDashboard(snapshots, views, warmer, features);
    }

    @Singleton
    DropViews dropViews(TieredViewCache views) {
        return new DropViews(views);
    }

    @Singleton
    WarmViews warmViews(WarmingJobs jobs) {
        return new WarmViews(jobs);
    }

    @Singleton
    ShowWarming showWarming(WarmingJobs jobs) {
        return new ShowWarming(jobs);
    }

    @Singleton
    ShowTiers showTiers(TieredViewCache views) {
        return new ShowTiers(views);
    }

    @Singleton
    SwitchFeature switchFeature(Features features) {
        return new SwitchFeature(features);
    }

    @Singleton
    CheckHealth checkHealth(Store store) {
        return new CheckHealth(work, store);
    }

    @Singleton
    MeasureStore measureStore(Store store) {
        return new MeasureStore(store);
    }

    @Singleton
    public ExplainFigure explainFigure(Snapshots snapshots) {
        return new ExplainFigure(snapshots);
    }
}
