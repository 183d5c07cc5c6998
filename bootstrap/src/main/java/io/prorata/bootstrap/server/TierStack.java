package io.prorata.bootstrap.server;

import io.prorata.adapter.cache.CaffeineCalculations;
import io.prorata.adapter.cache.CaffeineViews;
import io.prorata.adapter.cache.RedissonViews;
import io.prorata.adapter.persistence.JooqUnitOfWork;
import io.prorata.adapter.persistence.JooqViews;
import io.prorata.adapter.persistence.KeptMonths;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.application.cache.Feature;
import io.prorata.application.cache.Features;
import io.prorata.application.cache.Tiers;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Views;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tiers of one node: near, far where a Redis is named, and the table beside the books. */
final class TierStack implements AutoCloseable {

    private static final long CALCULATIONS_BYTES = 8L * 1024 * 1024;

    private final CaffeineViews near;
    private final Optional<RedissonViews> far;
    private final JooqViews table;
    private final KeptMonths months;

    private TierStack(CaffeineViews near, Optional<RedissonViews> far, JooqViews table, KeptMonths months) {
        this.near = near;
        this.far = far;
        this.table = table;
        this.months = months;
    }

    static TierStack open(SqliteDatabase database, TierSettings settings, Clock clock) {
        return new TierStack(
                new CaffeineViews(settings.nearBytes()),
                settings.redis().map(address -> new RedissonViews(address, JooqViews.seal(database))),
                new JooqViews(database, clock, settings.tableBytes()),
                new KeptMonths(database));
    }

    Tiers tiers() {
        List<Views> nearestFirst = new ArrayList<>();
        nearestFirst.add(near);
        far.ifPresent(nearestFirst::add);
        nearestFirst.add(table);
        return new Tiers(nearestFirst, new CaffeineCalculations(CALCULATIONS_BYTES));
    }

    /** Returns the reading side of {@code work}, which keeps what months add up to. */
    Snapshots snapshots(JooqUnitOfWork work, Features features) {
        return work.snapshots(months, () -> features.on(Feature.KEPT_MONTHS));
    }

    @Override
    public void close() {
        far.ifPresent(RedissonViews::close);
        table.close();
        months.close();
    }
}
