package io.prorata.bootstrap.command;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.adapter.web.monitoring.AccessLogFormat;
import io.prorata.adapter.web.monitoring.Thresholds;
import io.prorata.application.household.ShowHouseholds;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.PortOption;
import io.prorata.bootstrap.option.TierOptions;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.bootstrap.server.Server;
import io.prorata.bootstrap.terminal.CommandEnvironment;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
            "  prorata serve --redis redis://127.0.0.1:6379"
        })
final class ServeCommand implements Callable<Integer> {

    static final int USUAL_PORT = 8642;

    private final CommandEnvironment environment;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = {
                "The address to listen on. Default: 127.0.0.1, which only this machine can reach.",
                "Environment: PRORATA_HOST. There is no TLS: put a proxy in front for other machines."
            })
    private String host = ServerSettings.LOOPBACK;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = {"The port; 0 picks a free one. Default: 8642. Environment: PRORATA_PORT."})
    private int port = USUAL_PORT;

    @Option(
            names = "--slow",
            paramLabel = "NAME=MS[,...]",
            description = {
                "Thresholds in milliseconds above which a request is logged and counted as slow.",
                "Default: summary=500,drill-down=300,provisions=200,others=1000. Environment: PRORATA_SLOW."
            })
    private String slow = Thresholds.USUAL.toString();

    @Option(
            names = "--access-log",
            paramLabel = "FORMAT",
            description = {
                "Log every request on standard output: text or json. Default: off. Environment: PRORATA_ACCESS_LOG.",
                "Lines have no address, name, token or path."
            })
    private AccessLogFormat accessLog = AccessLogFormat.OFF;

    @Mixin
    private final TierOptions tiers = new TierOptions();

    ServeCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Path file = database.file(environment);
        var settings = new ServerSettings(host, PortOption.read(port))
                .slowFrom(thresholds())
                .logging(accessLog);
        Server server = Server.start(file, settings, tiers.settings(), environment.clock());
        environment.out().println("Prorata answers at " + server.address() + " over " + file + ". Ctrl-C stops it.");
        if (new ShowHouseholds(server.work()).show().isEmpty()) {
            environment.err().println("There is no household yet. Make one: prorata household create --help");
        }
        ServerRunLoop.untilStopped(server, environment.err());
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
