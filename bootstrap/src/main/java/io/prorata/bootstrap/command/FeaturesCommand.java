package io.prorata.bootstrap.command;

import io.prorata.bootstrap.command.frame.WithServer;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.operator.TierOperator;
import io.prorata.bootstrap.operator.TierOperator.FeatureState;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.bootstrap.terminal.Table;
import io.prorata.bootstrap.terminal.Table.Side;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows and switches what makes answers faster. */
@Command(
        name = "features",
        description = {
            "List the caching features of the running server, or switch one on or off. No response changes.",
            "All are on when a server starts."
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {"  prorata features list", "  prorata features off warm-next", "  prorata features on warm-next"})
final class FeaturesCommand {

    private final CommandEnvironment environment;

    FeaturesCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(name = "list", description = "List the features with their state.")
    int list(@Mixin DatabaseOption database) {
        try (TierOperator operator = operator(database)) {
            show(operator.features());
        }
        return ExitCode.OK;
    }

    @Command(name = "on", description = "Switch a feature on.")
    int on(@Mixin DatabaseOption database, @Parameters(paramLabel = "FEATURE") String name) {
        return turn(database, name, true);
    }

    @Command(name = "off", description = "Switch a feature off.")
    int off(@Mixin DatabaseOption database, @Parameters(paramLabel = "FEATURE") String name) {
        return turn(database, name, false);
    }

    private int turn(DatabaseOption database, String name, boolean on) {
        if (!name.matches("[a-z-]+")) {
            throw new UsageException("No feature has the name " + name + ". See: prorata features list");
        }
        try (TierOperator operator = operator(database)) {
            show(operator.turn(name, on));
        }
        return ExitCode.OK;
    }

    private TierOperator operator(DatabaseOption database) {
        return WithServer.running(database, environment)
                .map(note -> TierOperator.of(note, environment))
                .orElseThrow(() -> new UsageException(
                        "No server of this machine runs over this database. Start one: prorata serve"));
    }

    private void show(List<FeatureState> features) {
        TerminalWords words = environment.words();
        Table table = new Table(Side.LEFT, Side.LEFT, Side.LEFT).row(words.heads("FEATURE", "STATE", "WHILE IT IS ON"));
        features.forEach(
                feature -> table.row(feature.name(), feature.on() ? "on" : "off", words.sentence(feature.means())));
        table.lines().forEach(environment.out()::println);
    }
}
