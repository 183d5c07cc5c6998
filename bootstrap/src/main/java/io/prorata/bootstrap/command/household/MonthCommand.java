package io.prorata.bootstrap.command.household;

import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.Query;
import io.prorata.bootstrap.environment.CommandEnvironment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a month. */
@Command(
        name = "month",
        description = "Show a month: what is to pay, and who pays how much of it.",
        footerHeading = "%nExamples:%n",
        footer = {"  prorata month", "  prorata month 2026-03", "  prorata month 2026-03 --json"})
public final class MonthCommand implements Runnable {

    private final CommandEnvironment environment;

    @Mixin
    private final HouseholdOptions household = new HouseholdOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "MONTH",
            description = "Which month, such as 2026-04. Default: the current one.")
    private @Nullable String month;

    public MonthCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        household.open(
                environment,
                session -> session.show(
                        session.api()
                                .get(new Query("/dashboard/summary")
                                        .with("month", month)
                                        .path()),
                        answer -> new MonthLines(session, answer).lines()));
    }
}
