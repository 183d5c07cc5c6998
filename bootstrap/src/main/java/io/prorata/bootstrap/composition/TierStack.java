package io.prorata.bootstrap.composition;

import io.prorata.adapter.cache.CaffeineCalculations;
import io.prorata.adapter.cache.CaffeineViews;
import io.prorata.adapter.cache.RedissonViews;
import io.prorata.adapter.persistence.JooqUnitOfWork;
import io.prorata.adapter.persistence.JooqViews;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.ledger.MonthTotalRepair;
import io.prorata.adapter.persistence.search.TextIndexer;
import io.prorata.adapter.web.build.CodeVersion;
import io.prorata.application.cache.Tiers;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Views;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The caches of a node: the near tier, the far tier if a Redis is configured, and the table; month totals; the text index. */
public final class TierStack implements AutoCloseable {

    private static final long CALCULATIONS_BYTES = 8L * 1024 * 1024;

    private final CaffeineViews near;
    private final Optional<RedissonViews> far;
    private final JooqViews table;
    private final MonthTotalRepair repair;
    private final TextIndexer indexer;

    private TierStack(
            CaffeineViews near,
            Optional<RedissonViews> far,
            JooqViews table,
            MonthTotalRepair repair,
            TextIndexer indexer) {
        this.near = near;
        this.far = far;
        this.table = table;
        this.repair = repair;
        this.indexer = indexer;
    }

    /** Opens the tiers beside {@code database}. */
    public static TierStack open(Database database, TierSettings settings, Clock clock) {
        return new TierStack(
                new CaffeineViews(settings.nearBytes()),
                settings.redis().map(address -> new RedissonViews(address, JooqViews.seal(database))),
                new JooqViews(database, clock, settings.tableBytes()),
                new MonthTotalRepair(database, CodeVersion.CURRENT),
                new TextIndexer(database));
    }

    /** Returns the tiers, nearest first. */
    public Tiers tiers() {
        List<Views> nearestFirst = new ArrayList<>();
        nearestFirst.add(near);
        far.ifPresent(nearestFirst::add);
        nearestFirst.add(table);
        return new Tiers(nearestFirst, new CaffeineCalculations(CALCULATIONS_BYTES));
    }

    /** Returns the reads of {@code work}, with stored totals and their repair, and the text index that is filled after writes. */
    public Snapshots snapshots(JooqUnitOfWork work, Optional<Database> replica) {
        work.observe(indexer::written);
        return replica.isPresent() ? work.snapshots(repair, replica.get()) : work.snapshots(repair);
    }

    @Override
    public void close() {
        far.ifPresent(RedissonViews::close);
        table.close();
        repair.close();
        indexer.close();
    }
}
