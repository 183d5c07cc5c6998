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
import picocli.CommandLine;

/** The command line as a whole. */
public final class Program {

    private static final int WIDTH = 100;

    /** Picocli shows no help in less. */
    private static final int NARROWEST = 55;

    private Program() {}

    /** Returns the command line, ready to execute. */
    public static CommandLine in(CommandEnvironment environment) {
        var prorata = new ProrataCommand();
        var errors = new CommandErrorHandler(prorata, environment.words());
        CommandLine line = new CommandLine(prorata)
                .addSubcommand(new DemoCommand(environment))
                .addSubcommand(new ServeCommand(environment))
                .addSubcommand(new MonthCommand(environment))
                .addSubcommand(new YearCommand(environment))
                .addSubcommand(new HouseholdCommand(environment))
                .addSubcommand(new ConfigCommand(environment))
                .addSubcommand(new BillCommand(environment))
                .addSubcommand(new ProvisionCommand(environment))
                .addSubcommand(new BudgetCommand(environment))
                .addSubcommand(new AccountCommand(environment))
                .addSubcommand(new WhatIfCommand(environment))
                .addSubcommand(new TaxCommand(environment))
                .addSubcommand(new RowsCommand(environment))
                .addSubcommand(new RuleCommand(environment))
                .addSubcommand(new CategoryCommand(environment))
                .addSubcommand(new HistoryCommand(environment))
                .addSubcommand(new ConfirmCommand(environment))
                .addSubcommand(new SettleCommand(environment))
                .addSubcommand(new TokenCommand(environment))
                .addSubcommand(ImportCommand.in(environment))
                .addSubcommand(new ImportsCommand(environment))
                .addSubcommand(new ExplainCommand(environment))
                .addSubcommand(new WarmCommand(environment))
                .addSubcommand(new FeaturesCommand(environment))
                .addSubcommand(new McpCommand(environment))
                .addSubcommand(new CopyCommand(environment))
                .addSubcommand(new BackupCommand(environment))
                .addSubcommand(new RestoreCommand(environment))
                .addSubcommand(new VerifyCommand(environment))
                .addSubcommand(new RehearseCommand(environment))
                .addSubcommand(new TopCommand(environment))
                // These reach the commands that are there already, and only those.
                .setOut(environment.out())
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
