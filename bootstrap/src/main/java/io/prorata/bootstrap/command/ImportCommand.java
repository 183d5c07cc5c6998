package io.prorata.bootstrap.command;

import io.prorata.application.bankfile.ReadOption;
import io.prorata.bootstrap.operator.FileToImport;
import io.prorata.bootstrap.operator.ImportOutcome;
import io.prorata.bootstrap.operator.ImportOutcome.LikeABill;
import io.prorata.bootstrap.operator.Operator;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.HouseholdOption;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.bootstrap.terminal.CommandEnvironment;
import io.prorata.bootstrap.terminal.ImportOnTerminal;
import io.prorata.bootstrap.terminal.ProgressBar;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a bank's file into the books. */
@Command(
        name = "import",
        description = {
            "Import a bank's CSV file: all lines that can be accepted, or none if something fails.",
            "Known lines are not added again. Encoding, columns, dates and amounts are detected;",
            "what cannot be detected needs an option, and an option overrides detection."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata import statement.csv --dry-run",
            "  prorata import statement.csv --mark-bills",
            "  prorata import old.csv --date-format day-first --account \"Joint account\""
        })
final class ImportCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final HouseholdOption household = new HouseholdOption();

    @Parameters(paramLabel = "FILE", description = "The file as downloaded from the bank.")
    private Path file;

    @Option(names = "--dry-run", description = "Report what would happen without importing.")
    private boolean dryRun;

    @Option(
            names = "--mark-bills",
            description =
                    "Let rows that look like a planned bill count as paying it, and not as everyday spending too.")
    private boolean markBills;

    @Spec
    private CommandSpec spec;

    private ImportCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    /** Returns the command with an option for everything that can be said of how a file is read. */
    static CommandLine in(CommandEnvironment environment) {
        var line = new CommandLine(new ImportCommand(environment));
        for (ReadOption option : ReadOption.values()) {
            line.getCommandSpec()
                    .addOption(OptionSpec.builder(option.flag())
                            .type(String.class)
                            .paramLabel("VALUE")
                            .description("How to read: " + option.help() + ".")
                            .build());
        }
        return line;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException("There is no file to read at " + file + ".");
        }
        try (Operator operator = database.operator(environment)) {
            HouseholdId id = household.among(operator.households()).id();
            ImportOutcome outcome = importFile(operator, id);
            new ImportOnTerminal(outcome, file, dryRun).lines().forEach(environment.out()::println);
            SortedSet<Long> likeBills = likeBills(outcome);
            if (markBills && outcome.importId().isPresent() && !likeBills.isEmpty()) {
                operator.markBills(id, outcome.importId().getAsLong(), likeBills);
                environment.out().println("They are marked: they count as paying the bills now.");
            }
        }
        return ExitCode.OK;
    }

    private ImportOutcome importFile(Operator operator, HouseholdId id) throws IOException {
        try (var bar = new ProgressBar(environment, String.valueOf(file.getFileName()))) {
            return operator.importFile(id, new FileToImport(file, options(), dryRun, bar::reach));
        }
    }

    private Map<String, String> options() {
        Map<String, String> stated = new LinkedHashMap<>();
        for (ReadOption option : ReadOption.values()) {
            @Nullable String value = spec.findOption(option.flag()).getValue();
            if (value != null) {
                stated.put(option.parameter(), value);
            }
        }
        return stated;
    }

    private static SortedSet<Long> likeBills(ImportOutcome outcome) {
        return outcome.likeBills().stream()
                .map(LikeABill::transactionId)
                .flatMapToLong(id -> id.stream())
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
