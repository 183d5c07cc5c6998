package io.prorata.bootstrap.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.CuttingProxy;
import io.prorata.adapter.persistence.CuttingProxy.Cut;
import io.prorata.adapter.persistence.JooqUnitOfWork;
import io.prorata.adapter.persistence.PostgresServer;
import io.prorata.adapter.persistence.ReplicaSnapshots;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.application.port.Snapshots;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.bootstrap.freshness.Finding.Kind;
import io.prorata.bootstrap.freshness.Stage.Setting;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The checker finds the mistakes that two nodes over one PostgreSQL invite; and nothing where there is none. */
class ManyNodesFlawsTest {

    private static final int MOST_ROUNDS = 64;

    private static final Set<Kind> CAUGHT =
            EnumSet.of(Kind.STALE, Kind.WRONG, Kind.NEVER_WAS, Kind.SAME_TAG_OTHER_BYTES, Kind.BACKWARDS, Kind.UNTOLD);

    private final long seed = System.nanoTime();
    private final String name = PostgresServer.create();
    private final PostgresAddress books = PostgresServer.address(name);

    @Test
    void householdsThatAreNotLocked() throws InterruptedException {
        // The server itself refuses some of what they do at once: that is told too.
        assertCaught(
                "no row lock", EnumSet.allOf(Kind.class), both(FlawedDatabase::withoutRowLock), Flaw.NONE, () -> {});
    }

    @Test
    void stampsThatAreRemembered() throws InterruptedException {
        assertCaught("memory of stamps", CAUGHT, both(FlawedDatabase::withMemoryOfStamps), Flaw.NONE, () -> {});
    }

    @Test
    void whatMayHaveBeenDoneIsDoneAgain() throws Exception {
        try (var proxy = new CuttingProxy(PostgresServer.port())) {
            var through = new PostgresAddress(
                    PostgresAddress.PREFIX + "//127.0.0.1:" + proxy.port() + "/" + name,
                    books.user(),
                    books.password(),
                    books.connections());
            List<Database> databases = List.of(
                    FlawedDatabase.withRetryAfterUnknownOutcome(
                            PostgresDatabase.open(through), () -> proxy.cut(Cut.AFTER_COMMIT)),
                    PostgresDatabase.open(books));
            assertCaught("a retry after an unknown outcome", CAUGHT, databases, Flaw.NONE, () -> {});
        }
    }

    @Test
    void totalsThatAreForgotten() throws InterruptedException {
        // All that a write says of them: what is forgotten in part does not give the month's check value, and is added
        // up anew.
        Runnable forget = () -> PostgresServer.execute(name, """
                CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF pg_current_xact_id()::text::bigint % 3 = 0 THEN RETURN NULL; END IF;
                  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                  RETURN NEW;
                END $$;
                CREATE TRIGGER forget BEFORE INSERT OR UPDATE OR DELETE ON month_total
                  FOR EACH ROW EXECUTE FUNCTION forget();
                CREATE TRIGGER forget BEFORE INSERT OR UPDATE OR DELETE ON month_check
                  FOR EACH ROW EXECUTE FUNCTION forget();
                """);
        assertCaught("totals that are not kept up", CAUGHT, both(right -> right), Flaw.NONE, forget);
    }

    @Test
    void aReplicaThatIsBelieved() throws InterruptedException {
        var believing = new Replica() {
            @Override
            Snapshots over(Snapshots primary, Snapshots replica) {
                return new Snapshots() {
                    @Override
                    public Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes) {
                        return primary.knownStampAtRevision(household, scopes);
                    }

                    @Override
                    public List<StampAtRevision> stampsAtRevision(HouseholdId household, List<ViewScopes> scopes) {
                        return primary.stampsAtRevision(household, scopes);
                    }

                    @Override
                    public Snapshot take(HouseholdId household, SnapshotRequest wanted) {
                        return replica.take(household, wanted).at(primary.stampAtRevision(household, wanted.scopes()));
                    }
                };
            }
        };
        try (believing) {
            assertCaught("a replica believed", CAUGHT, both(right -> right), believing, believing::begin);
        }
    }

    /** Or what is caught might be the way it is looked for: the same replica, asked as it should be. */
    @Test
    void nothingIsFoundWhereNothingIsWrong() throws InterruptedException {
        var right = new Replica() {
            @Override
            Snapshots over(Snapshots primary, Snapshots replica) {
                return new ReplicaSnapshots(primary, replica);
            }
        };
        try (right) {
            var trial = new Trial(4, 2, seed);
            try (var stage = stage(both(database -> database), right)) {
                trial.begin(stage);
                right.begin();
                trial.act(stage, 120, 250, right);
            }
            List<Finding> findings = new Checker(Trial.VIEWS, Trial.RENDERER).check(trial.history());
            assertEquals(0, findings.size(), () -> "seed " + seed + ": " + Trial.told(findings));
        }
    }

    private void assertCaught(String flaw, Set<Kind> kinds, List<Database> databases, Flaw between, Runnable begun)
            throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        var trial = new Trial(4, 2, seed);
        var history = new History();
        try (var stage = stage(databases, between)) {
            trial.begin(stage);
            begun.run();
            for (int round = 0; round < MOST_ROUNDS && findings.isEmpty(); round++) {
                trial.act(stage, 60, 250, between);
                trial.people().forEach(person -> person.report(history));
                if (Checker.isDue(round)) {
                    new Checker(Trial.VIEWS, Trial.RENDERER)
                            .check(history).stream()
                                    .filter(finding -> kinds.contains(finding.kind()))
                                    .forEach(findings::add);
                }
            }
        }
        System.out.println(
                flaw + ", seed " + seed + ", " + history.operations() + " operations, " + Trial.told(findings));
        assertTrue(!findings.isEmpty(), () -> flaw + " is not caught, seed " + seed);
    }

    private List<Database> both(UnaryOperator<Database> flaw) {
        return List.of(flaw.apply(PostgresDatabase.open(books)), flaw.apply(PostgresDatabase.open(books)));
    }

    private static Stage stage(List<Database> databases, Flaw flaw) {
        return new Stage(databases, Setting.of(2, Optional.empty(), flaw), Trial.RENDERER);
    }

    /** A copy of the books that nothing reaches any more, as a replica that lags behind for ever. */
    private abstract class Replica implements Flaw, AutoCloseable {

        private @Nullable PostgresDatabase database;
        private volatile @Nullable Snapshots copy;

        abstract Snapshots over(Snapshots primary, Snapshots replica);

        void begin() {
            database = PostgresDatabase.replica(PostgresServer.address(PostgresServer.copy(name)));
            copy = new JooqUnitOfWork(database, AnyAction.CLOCK, new SecureRandom(), 1).snapshots();
        }

        @Override
        public Snapshots snapshots(Snapshots primary) {
            return new Snapshots() {
                private Snapshots now() {
                    Snapshots replica = copy;
                    return replica == null ? primary : over(primary, replica);
                }

                @Override
                public Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes) {
                    return now().knownStampAtRevision(household, scopes);
                }

                @Override
                public List<StampAtRevision> stampsAtRevision(HouseholdId household, List<ViewScopes> scopes) {
                    return now().stampsAtRevision(household, scopes);
                }

                @Override
                public Snapshot take(HouseholdId household, SnapshotRequest wanted) {
                    return now().take(household, wanted);
                }
            };
        }

        @Override
        public void close() {
            if (database != null) {
                database.close();
            }
        }
    }
}
