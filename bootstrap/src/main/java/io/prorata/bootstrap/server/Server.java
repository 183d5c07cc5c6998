package io.prorata.bootstrap.server;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.prorata.adapter.persistence.JooqStore;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.adapter.persistence.transfer.JooqHouseholdExports;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.adapter.web.access.OperatorSecret;
import io.prorata.adapter.web.properties.ServerProperties;
import io.prorata.application.cache.Features;
import io.prorata.application.cache.Tiers;
import io.prorata.application.export.HouseholdExports;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Store;
import io.prorata.application.port.StoreWatch;
import io.prorata.application.port.UnitOfWork;
import io.prorata.bootstrap.composition.OpenBooks;
import io.prorata.bootstrap.composition.TierSettings;
import io.prorata.bootstrap.composition.TierStack;
import io.prorata.bootstrap.operator.OwnerFile;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An HTTP server over a database: a file that it owns, or a database server that it shares with other nodes. */
public final class Server implements AutoCloseable {

    static {
        // Set before Netty is loaded: its events for the flight recorder are not needed.
        System.setProperty("io.netty.jfr.enabled", "false");
    }

    private final Database database;
    private final Optional<Database> replica;
    private final UnitOfWork work;
    private final TierStack tiers;
    private final ApplicationContext context;
    private final ServerProperties properties;
    private final EmbeddedServer http;
    private final OwnerFile note;

    private Server(
            Database database,
            Optional<Database> replica,
            ServerSettings settings,
            TierSettings tierSettings,
            Clock clock) {
        this.database = database;
        this.replica = replica;
        var work = OpenBooks.in(database, clock);
        this.work = work;
        var features = new Features();
        this.tiers = TierStack.open(database, tierSettings, clock);
        var secret = OperatorSecret.draw(new SecureRandom());
        this.context = context(
                settings,
                work,
                tiers.snapshots(work, replica),
                new JooqStore(database),
                new JooqHouseholdExports(database),
                tiers.tiers(),
                features,
                clock,
                secret);
        this.properties = properties(context);
        database.tell(context.getBean(StoreWatch.class));
        this.http = listen(context, properties);
        this.note = new OwnerFile(loopback(), secret.text());
        if (database instanceof SqliteDatabase file) {
            file.lock().ifPresent(lock -> lock.announce(note.toProperties()));
        }
    }

    /**
     * Opens the database in {@code file} as its owner, creates it if it does not exist, and starts a server.
     *
     * @throws io.prorata.adapter.persistence.engine.UnusableDatabaseException if the file cannot be used, or another process owns it
     * @throws CannotServeException if the port is taken, or the host is not one of this machine
     */
    public static Server start(Path file, ServerSettings settings, Clock clock) {
        return start(file, settings, TierSettings.USUAL, clock);
    }

    /** As {@link #start(Path, ServerSettings, Clock)}, over an open database, which it closes at the end. */
    public static Server start(Database database, ServerSettings settings, Clock clock) {
        return start(database, settings, TierSettings.USUAL, clock);
    }

    /** As {@link #start(Path, ServerSettings, Clock)}, with stated tiers. */
    public static Server start(Path file, ServerSettings settings, TierSettings tiers, Clock clock) {
        DatabaseLock lock = DatabaseLock.of(file);
        SqliteDatabase database;
        try {
            database = SqliteDatabase.own(file, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        return start(database, settings, tiers, clock);
    }

    /**
     * Starts a server over {@code database}, and closes it at the end, or if the start fails.
     *
     * @throws CannotServeException if the port is taken, or the host is not one of this machine
     */
    public static Server start(Database database, ServerSettings settings, TierSettings tiers, Clock clock) {
        return start(database, Optional.empty(), settings, tiers, clock);
    }

    /**
     * As {@link #start(Database, ServerSettings, TierSettings, Clock)}, with a replica that computes views if it is up to date.
     *
     * @throws CannotServeException if the port is taken, or the host is not one of this machine
     */
    public static Server start(
            Database database, Optional<Database> replica, ServerSettings settings, TierSettings tiers, Clock clock) {
        try {
            return new Server(database, replica, settings, tiers, clock);
        } catch (RuntimeException e) {
            replica.ifPresent(Database::close);
            database.close();
            throw e;
        }
    }

    /** Returns its settings from all sources. */
    public ServerProperties properties() {
        return properties;
    }

    /** Returns its address. */
    public URI address() {
        return http.getURI();
    }

    /** Returns the connection for the command line of its user. */
    public OwnerFile note() {
        return note;
    }

    /** Returns its books. */
    public UnitOfWork work() {
        return work;
    }

    @Override
    public void close() {
        // First stop requests, then close the books.
        context.close();
        tiers.close();
        replica.ifPresent(Database::close);
        database.close();
    }

    /** Returns a started context with these ports. */
    static ApplicationContext context(
            ServerSettings settings,
            UnitOfWork work,
            Snapshots snapshots,
            Store store,
            HouseholdExports exports,
            Tiers tiers,
            Features features,
            Clock clock,
            OperatorSecret secret) {
        ApplicationContext context = ApplicationContext.builder()
                // Takes precedence over application.yml. Variables of the environment come from the command line only.
                .properties(settings.properties())
                .environmentPropertySource(false)
                .bootstrapEnvironment(false)
                .deduceEnvironment(false)
                .banner(false)
                .build();
        context.registerSingleton(Clock.class, clock);
        context.registerSingleton(UnitOfWork.class, work);
        context.registerSingleton(Snapshots.class, snapshots);
        context.registerSingleton(Store.class, store);
        context.registerSingleton(HouseholdExports.class, exports);
        context.registerSingleton(Tiers.class, tiers);
        context.registerSingleton(Features.class, features);
        context.registerSingleton(OperatorSecret.class, secret);
        return context.start();
    }

    private static ServerProperties properties(ApplicationContext context) {
        try {
            var properties = context.getBean(ServerProperties.class);
            var _ = properties.thresholds();
            return properties;
        } catch (BeanContextException | IllegalArgumentException e) {
            context.close();
            throw new CannotServeException("The settings of the server cannot be read: " + said(deepest(e)), e);
        }
    }

    private static Throwable deepest(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? thrown : deepest(cause);
    }

    private static EmbeddedServer listen(ApplicationContext context, ServerProperties settings) {
        try {
            return context.getBean(EmbeddedServer.class).start();
        } catch (ServerStartupException e) {
            context.close();
            throw new CannotServeException(reason(settings, e), e);
        }
    }

    private static String reason(ServerProperties settings, ServerStartupException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return "Cannot listen at " + settings.host() + ":" + settings.port() + ": " + cause.getMessage()
                        + ". Choose another port with --port; the address has to be one of this machine.";
            }
        }
        return "Cannot listen at " + settings.host() + ":" + settings.port() + ": " + said(e.getCause()) + ".";
    }

    private static String said(@Nullable Throwable cause) {
        return cause == null ? "it is not said why" : String.valueOf(cause.getMessage());
    }

    /** The address for the command line of this machine. */
    private URI loopback() {
        boolean everywhere = http.getHost().equals("0.0.0.0") || http.getHost().equals("::");
        return everywhere ? URI.create("http://" + ServerSettings.LOOPBACK + ":" + http.getPort()) : http.getURI();
    }
}
