package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.adapter.web.monitoring.AccessLogFormat;
import io.prorata.adapter.web.monitoring.Thresholds;
import io.prorata.application.ShowHouseholds;
import io.prorata.bootstrap.server.Server;
import io.prorata.bootstrap.terminal.Surroundings;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers over HTTP. */
@Command(
        name = "serve",
        description = {
            "Answer over HTTP until stopped with Ctrl-C. A database that is not there yet is made.",
            "While it runs, the other commands reach the books through it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata serve",
            "  prorata serve --port 9000 --database ~/household.db",
            "  prorata serve --redis redis://127.0.0.1:6379",
            "  prorata serve --database jdbc:postgresql://127.0.0.1/prorata"
        })
final class ServeCommand implements Callable<Integer> {

    static final int USUAL_PORT = 8642;

    private final Surroundings surroundings;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = {
                "At which address of this machine. Default: 127.0.0.1, reached from this machine alone.",
                "Environment: PRORATA_HOST. There is no encryption: let a proxy do that for others."
            })
    private String host = ServerSettings.LOOPBACK;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = {"At which port; 0: any that is free. Default: 8642. Environment: PRORATA_PORT."})
    private int port = USUAL_PORT;

    @Option(
            names = "--slow",
            paramLabel = "NAME=MS[,...]",
            description = {
                "From how many milliseconds on a request is slow, which is logged and counted.",
                "Default: summary=500,drill-down=300,provisions=200,others=1000. Environment: PRORATA_SLOW."
            })
    private String slow = Thresholds.USUAL.toString();

    @Option(
            names = "--access-log",
            paramLabel = "FORMAT",
            description = {
                "Log every request on standard output: text or json. Default: off. Environment: PRORATA_ACCESS_LOG.",
                "No address, name, token or path is in it."
            })
    private AccessLogFormat accessLog = AccessLogFormat.OFF;

    @Mixin
    private final TierOptions tiers = new TierOptions();

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var settings = new ServerSettings(host, Ports.read(port))
                .slowFrom(thresholds())
                .logging(accessLog);
        Optional<PostgresAddress> books = database.server(surroundings);
        Server server = books.isPresent()
                ? Server.start(PostgresDatabase.open(books.get()), settings, tiers.settings(), surroundings.clock())
                : Server.start(database.file(surroundings), settings, tiers.settings(), surroundings.clock());
        String over = books.map(PostgresAddress::shown)
                .orElseGet(() -> database.file(surroundings).toString());
        surroundings.out().println("Prorata answers at " + server.address() + " over " + over + ". Ctrl-C stops it.");
        if (new ShowHouseholds(server.work()).show().isEmpty()) {
            surroundings.err().println("There is no household yet. Make one: prorata household create --help");
        }
        Serving.untilStopped(server, surroundings.err());
        return ExitCode.OK;
    }

    private Thresholds thresholds() {
        try {
            return Thresholds.parse(slow);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--slow cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
