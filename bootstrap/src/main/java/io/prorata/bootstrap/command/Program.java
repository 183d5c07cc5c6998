package io.prorata.bootstrap.command;

import io.prorata.bootstrap.terminal.Surroundings;
import picocli.CommandLine;

/** The command line as a whole. */
public final class Program {

    private static final int WIDTH = 100;

    private Program() {}

    /** Returns the command line, ready to execute. */
    public static CommandLine in(Surroundings surroundings) {
        var prorata = new ProrataCommand();
        var complaints = new Complaints(prorata);
        return new CommandLine(prorata)
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new ServeCommand(surroundings))
                .addSubcommand(new HouseholdCommand(surroundings))
                .addSubcommand(new TokenCommand(surroundings))
                .addSubcommand(ImportCommand.in(surroundings))
                .addSubcommand(new ImportsCommand(surroundings))
                .addSubcommand(new WarmCommand(surroundings))
                .addSubcommand(new FeaturesCommand(surroundings))
                .addSubcommand(new BackupCommand(surroundings))
                .addSubcommand(new RestoreCommand(surroundings))
                .addSubcommand(new VerifyCommand(surroundings))
                .addSubcommand(new RehearseCommand(surroundings))
                .addSubcommand(new TopCommand(surroundings))
                // These reach the commands that are there already, and only those.
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setDefaultValueProvider(new EnvironmentDefaults(surroundings.environment()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(WIDTH)
                .setExecutionExceptionHandler(complaints)
                .setParameterExceptionHandler(complaints);
    }
}
