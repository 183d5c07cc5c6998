package io.prorata.bootstrap.command;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.application.ShowHouseholds;
import io.prorata.bootstrap.server.Server;
import io.prorata.bootstrap.terminal.Surroundings;
import java.nio.file.Path;
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
            "  prorata serve --redis redis://127.0.0.1:6379"
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

    @Mixin
    private final TierOptions tiers = new TierOptions();

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path file = database.file(surroundings);
        Server server =
                Server.start(file, new ServerSettings(host, Ports.read(port)), tiers.settings(), surroundings.clock());
        surroundings.out().println("Prorata answers at " + server.address() + " over " + file + ". Ctrl-C stops it.");
        if (new ShowHouseholds(server.work()).show().isEmpty()) {
            surroundings.err().println("There is no household yet. Make one: prorata household create --help");
        }
        Serving.untilStopped(server, surroundings.err());
        return ExitCode.OK;
    }
}
