package io.prorata.bootstrap.freshness;

import io.prorata.adapter.persistence.CuttingProxy;
import io.prorata.adapter.persistence.CuttingProxy.Cut;
import io.prorata.adapter.persistence.JooqUnitOfWork;
import io.prorata.adapter.persistence.PostgresServer;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.application.Examples;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * People who act over HTTP on two server processes that share a PostgreSQL and a Redis, while everything happens to all four; what few requests
 * say is written from this process, a third one. A proxy between the servers and PostgreSQL cuts connections in the middle of COMMIT.
 */
final class ProcessTrial implements AutoCloseable {

    /** What happens. */
    enum Mishap {
        SERVER_KILLED,
        SERVER_STOPPED,
        DATABASE_CRASHED,
        CONNECTIONS_ENDED,
        CUT_BEFORE_COMMIT,
        CUT_AFTER_COMMIT,
        REDIS_FLUSHED,
        REDIS_HUNG,
        REDIS_KILLED
    }

    private static final long STOPPED_MILLIS = 1_500;
    private static final long BETWEEN_MILLIS = 300;

    private final String database = PostgresServer.create();
    private final Redis redis = new Redis("64mb");
    private final CuttingProxy proxy;
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final PostgresDatabase beside;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HttpPerson> people = new ArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Map<Mishap, Integer> happened = new EnumMap<>(Mishap.class);
    private final SplittableRandom random;

    ProcessTrial(int clients, int households, long seed) throws IOException {
        random = new SplittableRandom(seed);
        PostgresAddress direct = PostgresServer.address(database);
        proxy = new CuttingProxy(PostgresServer.port());
        beside = PostgresDatabase.open(direct);
        var through = new PostgresAddress(
                PostgresAddress.PREFIX + "//127.0.0.1:" + proxy.port() + "/" + database,
                direct.user(),
                direct.password(),
                direct.connections());
        for (int i = 0; i < 2; i++) {
            nodes.add(new NodeProcess(through, redis.address()));
        }
        people(clients, households);
    }

    private void people(int clients, int households) {
        var door = new JooqUnitOfWork(beside, AnyAction.CLOCK, new SecureRandom(), 1);
        Supplier<List<URI>> addresses =
                () -> nodes.stream().map(NodeProcess::address).toList();
        var servers = new HttpPerson.Servers(addresses, true, this::revision);
        List<AnyAction.Made> made = new ArrayList<>();
        for (int i = 0; i < households; i++) {
            made.add(new AnyAction.Made());
            Examples.found(door);
        }
        for (int i = 0; i < clients; i++) {
            int home = i % households;
            var household = new HouseholdId(home + 1);
            var token = new StringBuilder();
            var actions = new AnyAction(Trial.MONTHS, random.split(), made.get(home));
            var founder = new HttpPerson(-i - 1, household, servers, "", client, door, actions, random.split());
            founder.writeBeside(new Action("issue a token", (work, id) -> token.append(HttpTrial.secret(work, id))));
            if (i < households) {
                actions.first().forEach(founder::writeBeside);
            }
            people.add(founder);
            people.add(new HttpPerson(i, household, servers, token.toString(), client, door, actions, random.split()));
        }
    }

    /** Returns the revision that first named a label. */
    private long revision(HouseholdId household, String label) {
        return beside.readOnce(sql -> sql.fetchSingle(
                        "SELECT min(revision) FROM audit WHERE household_id = ? AND strpos(after, ?) > 0",
                        household.value(),
                        '"' + label + '"'))
                .get(0, Long.class);
    }

    /** Lets all people act, and everything happen {@code rounds} times meanwhile; returns what was written down. */
    History act(int rounds, int writesPerMille) throws IOException, InterruptedException {
        List<Thread> acting = people.stream()
                .filter(HttpPerson::hasToken)
                .map(person ->
                        Thread.ofPlatform().start(() -> person.act(Integer.MAX_VALUE, writesPerMille, stopped::get)))
                .toList();
        try {
            for (int round = 0; round < rounds; round++) {
                for (Mishap mishap : Mishap.values()) {
                    Thread.sleep(BETWEEN_MILLIS);
                    happen(mishap);
                    happened.merge(mishap, 1, Integer::sum);
                }
            }
            Thread.sleep(BETWEEN_MILLIS);
        } finally {
            stopped.set(true);
        }
        for (Thread person : acting) {
            person.join();
        }
        var history = new History();
        people.forEach(person -> person.report(history));
        return history;
    }

    /** Returns how often each has happened. */
    Map<Mishap, Integer> happened() {
        return happened;
    }

    private void happen(Mishap mishap) throws IOException, InterruptedException {
        NodeProcess node = nodes.get(random.nextInt(nodes.size()));
        switch (mishap) {
            case SERVER_KILLED -> node.killAndStart();
            case SERVER_STOPPED -> node.stop(STOPPED_MILLIS);
            case DATABASE_CRASHED -> crashDatabase();
            case CONNECTIONS_ENDED -> PostgresServer.endConnections(PostgresServer.address(database));
            case CUT_BEFORE_COMMIT -> proxy.cut(Cut.BEFORE_COMMIT);
            case CUT_AFTER_COMMIT -> proxy.cut(Cut.AFTER_COMMIT);
            case REDIS_FLUSHED -> redis.ask("FLUSHALL");
            case REDIS_HUNG -> redis.hang(STOPPED_MILLIS / 4);
            case REDIS_KILLED -> {
                redis.kill();
                Thread.sleep(BETWEEN_MILLIS);
                redis.startAgain();
            }
        }
    }

    /** One of its processes is killed, so that the server ends all others and recovers, as after any crash. */
    private void crashDatabase() throws IOException, InterruptedException {
        try (Connection connection = PostgresServer.connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            NodeProcess.signal("KILL", row.getLong(1));
        } catch (SQLException e) {
            // It was too busy with the last mishap; the next round has another.
            happened.merge(Mishap.DATABASE_CRASHED, -1, Integer::sum);
        }
    }

    @Override
    public void close() throws IOException {
        for (NodeProcess node : nodes) {
            node.close();
        }
        beside.close();
        proxy.close();
        redis.close();
        client.close();
    }
}
