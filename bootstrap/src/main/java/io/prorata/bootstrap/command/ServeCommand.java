package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.adapter.web.properties.AccessLogFormat;
import io.prorata.adapter.web.properties.Thresholds;
import io.prorata.bootstrap.composition.UseCases;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.NodeNotes;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.NamedDatabase;
import io.prorata.bootstrap.option.OptionConverters;
import io.prorata.bootstrap.option.PortOption;
import io.prorata.bootstrap.option.PublicAddressOption;
import io.prorata.bootstrap.option.ServerSources;
import io.prorata.bootstrap.option.TierOptions;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.bootstrap.server.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers over HTTP. */
@Command(
        name = "serve",
        description = {
            "Start the HTTP server; stop it with Ctrl-C. Creates the database if it does not exist.",
            "While it runs, the other commands go through it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata serve",
            "  prorata serve --port 9000 --database ~/household.db",
            "  prorata serve --host 0.0.0.0 --host-name money.example",
            "  prorata serve --public-address https://money.example --proxy 127.0.0.1",
            "  prorata serve --redis redis://127.0.0.1:6379",
            "  prorata serve --database jdbc:postgresql://127.0.0.1/prorata"
        })
final class ServeCommand implements Callable<Integer> {

    static final int USUAL_PORT = 8642;

    /** A name or an address; more is asked when a request is compared with it. */
    private static final Pattern HOST_NAME = Pattern.compile("[0-9A-Za-z_.-]{1,255}|[0-9A-Fa-f:.]{2,45}");

    private final CommandEnvironment environment;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--read-database",
            paramLabel = "URL",
            description = {
                "A replica of the PostgreSQL server, which computes views where it is as new as the server; user and",
                "password are the same. Environment: PRORATA_READ_DATABASE."
            })
    private @Nullable String readDatabase;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = {
                "The address to listen on. Default: 127.0.0.1, which only this machine can reach.",
                "Environment: PRORATA_HOST. There is no TLS: put a proxy in front for other machines."
            })
    private @Nullable String host;

    @Option(
            names = "--host-name",
            paramLabel = "NAME",
            split = ",",
            description = {
                "Under which further names it is asked, such as that of a proxy; may be given more than once.",
                "It answers under loopback names, its --host and the addresses it has; requests for others are"
                        + " refused.",
                "Environment: PRORATA_HOST_NAME, with commas between names."
            })
    private final List<String> hostNames = new ArrayList<>();

    @Option(
            names = "--public-address",
            paramLabel = "URL",
            description = {
                "Where other devices reach it, such as https://money.example behind a proxy with TLS; adds its name to"
                        + " those it is asked by.",
                "Environment: PRORATA_PUBLIC_ADDRESS."
            })
    private @Nullable String publicAddress;

    @Option(
            names = "--proxy",
            paramLabel = "ADDRESS",
            split = ",",
            description = {
                "The address of a proxy in front of it, whose X-Forwarded-Host, -Proto and -Prefix count; may be given"
                        + " more than once.",
                "Environment: PRORATA_PROXY, with commas between addresses."
            })
    private final List<String> proxies = new ArrayList<>();

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            split = ",",
            description = {
                "Pages of this origin may ask it with a token, such as https://board.example; may be given more than"
                        + " once.",
                "None is allowed unless stated. Environment: PRORATA_ALLOW_ORIGIN, with commas between origins."
            })
    private final List<String> allowedOrigins = new ArrayList<>();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = {"The port; 0 picks a free one. Default: 8642. Environment: PRORATA_PORT."})
    private @Nullable Integer port;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "A file of settings, in YAML: what neither an option nor the environment says is as it says.",
                "Environment: PRORATA_CONFIG."
            })
    private @Nullable Path config;

    @Option(
            names = "--slow",
            paramLabel = "NAME=MS[,...]",
            description = {
                "Thresholds in milliseconds above which a request is logged and counted as slow.",
                "Default: summary=500,drill-down=300,provisions=200,others=1000. Environment: PRORATA_SLOW."
            })
    private @Nullable String slow;

    @Option(
            names = "--access-log",
            paramLabel = "FORMAT",
            converter = OptionConverters.LogFormat.class,
            description = {
                "Log every request on standard output: text or json. Default: off. Environment: PRORATA_ACCESS_LOG.",
                "Lines have no address, name, token or path."
            })
    private @Nullable AccessLogFormat accessLog;

    @Mixin
    private final TierOptions tiers = new TierOptions();

    ServeCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ServerSettings settings = stated().orElse(ServerSources.of(config, environment.environment()));
        Optional<PostgresAddress> books = database.server(environment);
        if (readDatabase != null && books.isEmpty()) {
            throw new UsageException(
                    "--read-database is a replica of a PostgreSQL server, and the books are in a file.");
        }
        Server server = books.isPresent()
                ? overServer(books.get(), settings)
                : Server.start(database.file(environment), settings, tiers.settings(environment), environment.clock());
        String over = books.map(PostgresAddress::shown)
                .orElseGet(() -> database.file(environment).toString());
        environment.print("Prorata answers at {0} over {1}. Ctrl-C stops it.", server.address(), over);
        environment.print(
                "The page is at {0}; prorata token create --name browser makes a token to sign in with.",
                publicAddress == null ? server.address() : publicAddress);
        if (!server.properties().host().equals(ServerSettings.LOOPBACK)) {
            tellNames(server.properties().hostNames());
        }
        if (UseCases.over(server.work(), environment.clock())
                .household()
                .showHouseholds()
                .show()
                .isEmpty()) {
            environment.printNote("There is no household yet. Make one: prorata household create --help");
        }
        Optional<DatabaseLock> note = books.flatMap(address -> NodeNotes.leave(address, server.note(), environment));
        try {
            ServerRunLoop.untilStopped(server, environment);
        } finally {
            note.ifPresent(DatabaseLock::close);
        }
        return ExitCode.OK;
    }

    /** Returns what the options say. */
    private ServerSettings stated() {
        var settings = ServerSettings.NONE;
        if (host != null) {
            settings = settings.host(host);
        }
        if (port != null) {
            settings = settings.port(PortOption.read(port));
        }
        List<String> names = names();
        if (!names.isEmpty()) {
            settings = settings.named(names);
        }
        if (!proxies.isEmpty()) {
            settings = settings.behind(PublicAddressOption.proxies(proxies));
        }
        if (!allowedOrigins.isEmpty()) {
            settings = settings.openTo(PublicAddressOption.origins(allowedOrigins));
        }
        if (slow != null) {
            settings = settings.slowFrom(thresholds(slow));
        }
        return accessLog == null ? settings : settings.logging(accessLog);
    }

    private Server overServer(PostgresAddress books, ServerSettings settings) {
        Optional<PostgresAddress> replica = Optional.ofNullable(readDatabase)
                .flatMap(url -> new NamedDatabase(url).server(environment.environment()));
        if (readDatabase != null && replica.isEmpty()) {
            throw new UsageException("--read-database wants the address of a replica, jdbc:postgresql://host/name.");
        }
        PostgresDatabase primary = PostgresDatabase.open(books);
        try {
            return Server.start(
                    primary,
                    replica.map(PostgresDatabase::replica),
                    settings,
                    tiers.settings(environment),
                    environment.clock());
        } catch (RuntimeException e) {
            primary.close();
            throw e;
        }
    }

    private List<String> names() {
        for (String name : hostNames) {
            if (!HOST_NAME.matcher(name).matches()) {
                throw new UsageException("--host-name " + name
                        + " is no name: give it alone, without http:// and port, such as money.example.");
            }
        }
        if (publicAddress == null) {
            return hostNames;
        }
        List<String> all = new ArrayList<>(hostNames);
        all.add(PublicAddressOption.https(publicAddress).getHost());
        return all;
    }

    private void tellNames(List<String> names) {
        if (names.isEmpty()) {
            environment.printNote("It is asked as localhost, by its addresses."
                    + " Requests for other names are refused; --host-name NAME adds one.");
        } else {
            environment.printNote(
                    "It is asked as localhost, by its addresses, and as {0}."
                            + " Requests for other names are refused; --host-name NAME adds one.",
                    String.join(", ", names));
        }
    }

    private static Thresholds thresholds(String slow) {
        try {
            return Thresholds.parse(slow);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--slow cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
