package io.prorata.bootstrap.command;

import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.operator.Operator;
import io.prorata.bootstrap.operator.Operator.PastImport;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.HouseholdOption;
import io.prorata.bootstrap.terminal.Table;
import io.prorata.bootstrap.terminal.Table.Side;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after the imports there have been. */
@Command(
        name = "imports",
        description = "List imports, undo one, or mark its rows as payments of fixed expenses.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {"  prorata imports list", "  prorata imports undo 3", "  prorata imports bills 3 1204 1217"})
final class ImportsCommand {

    private final CommandEnvironment environment;

    ImportsCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(name = "list", description = "List the imports of a household, newest first.")
    int list(@Mixin DatabaseOption database, @Mixin HouseholdOption household) {
        TerminalWords words = environment.words();
        try (Operator operator = database.operator(environment)) {
            Table table = new Table(
                            Side.RIGHT, Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.LEFT)
                    .row(words.heads("ID", "FILE", "WHEN", "LINES", "ADDED", "KNOWN", "REFUSED", "STATE"));
            for (PastImport past : operator.imports(id(operator, household))) {
                table.row(
                        Long.toString(past.id()),
                        past.fileName().orElse("-"),
                        past.at().toString(),
                        Integer.toString(past.lines()),
                        Integer.toString(past.added()),
                        Integer.toString(past.known()),
                        Integer.toString(past.refused()),
                        past.undone() ? words.text("undone") : words.text("stands"));
            }
            table.lines().forEach(environment.out()::println);
        }
        return ExitCode.OK;
    }

    @Command(name = "undo", description = "Undo an import: remove its transactions.")
    int undo(
            @Mixin DatabaseOption database,
            @Mixin HouseholdOption household,
            @Parameters(paramLabel = "IMPORT", description = "Its number, as 'prorata imports list' shows it.")
                    long importId,
            @Option(names = "--force", description = "Also remove rows that were changed since.") boolean force) {
        try (Operator operator = database.operator(environment)) {
            PastImport undone = operator.undo(id(operator, household), importId, force);
            environment.print("Import {0} is undone: its rows are gone.", undone.id());
        }
        return ExitCode.OK;
    }

    @Command(name = "bills", description = "Mark rows of an import as payments of fixed expenses.")
    int bills(
            @Mixin DatabaseOption database,
            @Mixin HouseholdOption household,
            @Parameters(index = "0", paramLabel = "IMPORT", description = "Its number.") long importId,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "TRANSACTION",
                            description = "The numbers of the rows, as the import has named them.")
                    List<Long> transactions) {
        try (Operator operator = database.operator(environment)) {
            operator.markBills(id(operator, household), importId, new TreeSet<>(transactions));
            environment.print("They are marked: they count as paying the bills now.");
        }
        return ExitCode.OK;
    }

    private static HouseholdId id(Operator operator, HouseholdOption household) {
        return household.among(operator.households()).id();
    }
}
