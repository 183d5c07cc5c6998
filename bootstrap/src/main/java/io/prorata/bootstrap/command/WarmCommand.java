package io.prorata.bootstrap.command;

import io.prorata.application.port.Households;
import io.prorata.bootstrap.command.frame.WithServer;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.Operator;
import io.prorata.bootstrap.operator.TierOperator;
import io.prorata.bootstrap.operator.TierOperator.Warmed;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.TierOptions;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.bootstrap.terminal.ProgressBar;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Computes views before anybody asks for them. */
@Command(
        name = "warm",
        description = {
            "Warm the cache for the latest months, for example before a deployment.",
            "Uses the running server; without one, views are stored in the database for the next."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  prorata warm --months 12", "  prorata warm --household 2 --redis redis://127.0.0.1:6379"})
final class WarmCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--household",
            paramLabel = "ID",
            description = "One household, as 'prorata household list' numbers them. Default: all.")
    private @Nullable Long household;

    @Option(
            names = "--months",
            paramLabel = "N",
            description = "How many months, counted back from the current one. Default: 12.")
    private int months = 12;

    @Mixin
    private final TierOptions tiers = new TierOptions();

    WarmCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        WithServer.over(database, tiers.settings(environment), environment, note -> {
            try (TierOperator operator = TierOperator.of(note, environment)) {
                warm(operator);
            }
        });
        return ExitCode.OK;
    }

    private void warm(TierOperator operator) {
        for (Households.Listed listed : chosen()) {
            Warmed warmed;
            try (var bar = new ProgressBar(environment, listed.household().name())) {
                warmed = operator.warm(listed.id(), months, bar::reach);
            }
            environment.print(
                    months == 1 ? "{0}: {1} views of {2} month are warm." : "{0}: {1} views of {2} months are warm.",
                    listed.household().name(),
                    warmed.done(),
                    months);
            if (warmed.failed() > 0) {
                environment.print("{0} could not be computed.", warmed.failed());
            }
        }
    }

    private List<Households.Listed> chosen() {
        try (Operator operator = database.operator(environment)) {
            List<Households.Listed> all = operator.households();
            if (all.isEmpty()) {
                throw new UsageException("There is no household yet. Make one: prorata household create --help");
            }
            List<Households.Listed> chosen = all.stream()
                    .filter(listed -> household == null || listed.id().value() == household)
                    .toList();
            if (chosen.isEmpty()) {
                throw new UsageException("There is no household " + household + ". See: prorata household list");
            }
            return chosen;
        }
    }
}
