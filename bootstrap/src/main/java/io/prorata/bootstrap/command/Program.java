package io.prorata.bootstrap.command;

import io.prorata.adapter.web.language.Language;
import io.prorata.bootstrap.command.household.AccountCommand;
import io.prorata.bootstrap.command.household.BillCommand;
import io.prorata.bootstrap.command.household.BudgetCommand;
import io.prorata.bootstrap.command.household.ConfigCommand;
import io.prorata.bootstrap.command.household.ConfirmCommand;
import io.prorata.bootstrap.command.household.ExplainCommand;
import io.prorata.bootstrap.command.household.MonthCommand;
import io.prorata.bootstrap.command.household.ProvisionCommand;
import io.prorata.bootstrap.command.household.RowsCommand;
import io.prorata.bootstrap.command.household.SettleCommand;
import io.prorata.bootstrap.command.household.TaxCommand;
import io.prorata.bootstrap.command.household.WhatIfCommand;
import io.prorata.bootstrap.command.household.YearCommand;
import io.prorata.bootstrap.command.sorting.CategoryCommand;
import io.prorata.bootstrap.command.sorting.HistoryCommand;
import io.prorata.bootstrap.command.sorting.RuleCommand;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.environment.HelpTexts;
import io.prorata.bootstrap.option.EnvironmentDefaults;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;

/** The command line as a whole. */
public final class Program {

    private static final int WIDTH = 100;

    /** Picocli shows no help in less. */
    private static final int NARROWEST = 55;

    /** In the order of the help. */
    private static final List<Subcommand> SUBCOMMANDS = List.of(
            new Subcommand(DemoCommand.class, DemoCommand::new),
            new Subcommand(ServeCommand.class, ServeCommand::new),
            new Subcommand(MonthCommand.class, MonthCommand::new),
            new Subcommand(YearCommand.class, YearCommand::new),
            new Subcommand(HouseholdCommand.class, HouseholdCommand::new),
            new Subcommand(ConfigCommand.class, ConfigCommand::new),
            new Subcommand(BillCommand.class, BillCommand::new),
            new Subcommand(ProvisionCommand.class, ProvisionCommand::new),
            new Subcommand(BudgetCommand.class, BudgetCommand::new),
            new Subcommand(AccountCommand.class, AccountCommand::new),
            new Subcommand(WhatIfCommand.class, WhatIfCommand::new),
            new Subcommand(TaxCommand.class, TaxCommand::new),
            new Subcommand(RowsCommand.class, RowsCommand::new),
            new Subcommand(RuleCommand.class, RuleCommand::new),
            new Subcommand(CategoryCommand.class, CategoryCommand::new),
            new Subcommand(HistoryCommand.class, HistoryCommand::new),
            new Subcommand(ConfirmCommand.class, ConfirmCommand::new),
            new Subcommand(SettleCommand.class, SettleCommand::new),
            new Subcommand(TokenCommand.class, TokenCommand::new),
            new Subcommand(ImportCommand.class, ImportCommand::in),
            new Subcommand(ImportsCommand.class, ImportsCommand::new),
            new Subcommand(ExplainCommand.class, ExplainCommand::new),
            new Subcommand(WarmCommand.class, WarmCommand::new),
            new Subcommand(FeaturesCommand.class, FeaturesCommand::new),
            new Subcommand(McpCommand.class, McpCommand::new),
            new Subcommand(CopyCommand.class, CopyCommand::new),
            new Subcommand(BackupCommand.class, BackupCommand::new),
            new Subcommand(RestoreCommand.class, RestoreCommand::new),
            new Subcommand(VerifyCommand.class, VerifyCommand::new),
            new Subcommand(RehearseCommand.class, RehearseCommand::new),
            new Subcommand(TopCommand.class, TopCommand::new));

    /** A command, and how it is made. */
    private record Subcommand(Class<?> type, Function<CommandEnvironment, Object> maker) {

        String name() {
            return type.getAnnotation(CommandLine.Command.class).name();
        }
    }

    private Program() {}

    /** Runs the command that {@code arguments} name, and returns the exit code. */
    public static int execute(CommandEnvironment environment, String... arguments) {
        return in(environment, arguments).execute(arguments);
    }

    /**
     * Returns the command line with the command that comes first in {@code arguments} and no other; the whole one if that is no command.
     * Making all of them, with their options, takes longer than most commands do.
     */
    static CommandLine in(CommandEnvironment environment, String... arguments) {
        List<Subcommand> named = SUBCOMMANDS.stream()
                .filter(command -> arguments.length > 0 && command.name().equals(arguments[0]))
                .toList();
        return of(named.isEmpty() ? SUBCOMMANDS : named, environment);
    }

    /** Returns the whole command line, ready to execute. */
    public static CommandLine in(CommandEnvironment environment) {
        return of(SUBCOMMANDS, environment);
    }

    private static CommandLine of(List<Subcommand> subcommands, CommandEnvironment environment) {
        var prorata = new ProrataCommand();
        var errors = new CommandErrorHandler(prorata, environment.words());
        var line = new CommandLine(prorata);
        subcommands.forEach(command -> line.addSubcommand(command.maker().apply(environment)));
        // These reach the commands that are there already, and only those.
        line.setOut(environment.out())
                .setErr(environment.err())
                .setDefaultValueProvider(new EnvironmentDefaults(environment.environment()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(Math.clamp(environment.width(), NARROWEST, WIDTH))
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors);
        if (environment.words().language() != Language.EN) {
            HelpTexts.translate(line, environment.words());
        }
        return line;
    }
}
