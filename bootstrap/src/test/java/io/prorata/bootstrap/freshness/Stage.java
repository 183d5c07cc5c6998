package io.prorata.bootstrap.freshness;

import io.prorata.adapter.cache.CaffeineCalculations;
import io.prorata.adapter.cache.CaffeineViews;
import io.prorata.adapter.cache.RedisAddress;
import io.prorata.adapter.cache.RedissonViews;
import io.prorata.adapter.persistence.JooqUnitOfWork;
import io.prorata.adapter.persistence.JooqViews;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.ledger.MonthTotalRepair;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.application.cache.Features;
import io.prorata.application.cache.NotifyingUnitOfWork;
import io.prorata.application.cache.TieredViewCache;
import io.prorata.application.cache.Tiers;
import io.prorata.application.cache.Warmer;
import io.prorata.application.dashboard.ShowDashboard;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.Views;
import io.prorata.application.view.TierState;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The program from the use cases down, over one database: one node or several, each with tiers of its own. */
final class Stage implements AutoCloseable {

    /**
     * How it is set up.
     *
     * @param nearBytes few, so that the tiers behind have something to do
     * @param redis where a Redis is that the nodes share; none if empty
     */
    record Setting(int nodes, long nearBytes, long tableBytes, Optional<String> redis, Flaw flaw, Clock clock) {

        static Setting of(int nodes, Optional<String> redis, Flaw flaw) {
            return new Setting(nodes, 192 * 1024, 8 * 1024 * 1024, redis, flaw, AnyAction.CLOCK);
        }
    }

    /** One node. */
    record Node(UnitOfWork door, ShowDashboard dashboard, Warmer warmer, List<Views> tiers) {

        TierState state(int tier) {
            return tiers.get(tier).state();
        }
    }

    /** More than the program grants: on a machine that is busy with other tests, Redis is to be asked all the same. */
    private static final Duration BUDGET = Duration.ofMillis(45);

    private static final Duration PROBE_PAUSE = Duration.ofMillis(150);

    private static final long CALCULATIONS_BYTES = 512 * 1024;

    private final List<? extends Database> databases;
    private final UnitOfWork work;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Runnable> closing = new ArrayList<>();

    /** Nodes over one file, of one process, because a file has one owner. */
    Stage(Path file, Setting setting, Renderer renderer) {
        this(List.of(SqliteDatabase.own(file, DatabaseLock.of(file))), setting, renderer);
    }

    /** Nodes over a database server, each with connections of its own: they know nothing of each other. */
    Stage(List<? extends Database> databases, Setting setting, Renderer renderer) {
        this.databases = databases;
        List<UnitOfWork> doors = new ArrayList<>();
        for (Database database : databases) {
            var right =
                    new JooqUnitOfWork(database, setting.clock(), setting.flaw().nonces(new SecureRandom()), 1);
            UnitOfWork door = setting.flaw().door(right);
            doors.add(door);
            for (int i = 0; i < setting.nodes() / databases.size(); i++) {
                nodes.add(node(setting, door, right, database, renderer));
            }
        }
        work = doors.getFirst();
    }

    private Node node(Setting setting, UnitOfWork door, JooqUnitOfWork books, Database database, Renderer renderer) {
        List<Views> tiers = new ArrayList<>();
        tiers.add(new CaffeineViews(setting.nearBytes()));
        setting.redis().ifPresent(address -> {
            var far = new RedissonViews(RedisAddress.of(address), JooqViews.seal(database), BUDGET, PROBE_PAUSE);
            closing.add(far::close);
            tiers.add(far);
        });
        var table = new JooqViews(database, setting.clock(), setting.tableBytes());
        closing.add(table::close);
        tiers.add(table);
        var features = new Features();
        var repair = new MonthTotalRepair(database, 1);
        closing.add(repair::close);
        Snapshots snapshots = setting.flaw().snapshots(books.snapshots(repair));
        var keeping = new Tiers(setting.flaw().tiers(tiers), new CaffeineCalculations(CALCULATIONS_BYTES));
        var views = new TieredViewCache(snapshots, keeping, renderer, features, setting.clock());
        var warmer = new Warmer(views, features, setting.clock()).start();
        closing.addFirst(warmer::close);
        return new Node(
                new NotifyingUnitOfWork(door, warmer),
                new ShowDashboard(snapshots, views, warmer, features),
                warmer,
                tiers);
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Returns how many entries all tiers have found that were not what they should have been. */
    long rejected() {
        return nodes.stream()
                .flatMap(node -> node.tiers().stream())
                .mapToLong(tier -> tier.state().rejected())
                .sum();
    }

    /** Returns the door, without anybody beside it. */
    UnitOfWork work() {
        return work;
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
        databases.forEach(Database::close);
    }
}
