package io.prorata.bootstrap.command;

import io.prorata.application.bankfile.ReadOption;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.ErrorDetails;
import io.prorata.bootstrap.operator.FileToImport;
import io.prorata.bootstrap.operator.ImportOutcome;
import io.prorata.bootstrap.operator.ImportOutcome.LikeABill;
import io.prorata.bootstrap.operator.Operator;
import io.prorata.bootstrap.operator.ServerRefusedException;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.HouseholdOption;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.bootstrap.terminal.ImportOnTerminal;
import io.prorata.bootstrap.terminal.ProgressBar;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
            "Take a bank's file (CSV, XLSX, OFX, QIF, CAMT, MT940) into the books: all lines that can be accepted, or"
                    + " none if something breaks.",
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

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "As the bank gave it; several, one after the other.")
    private List<Path> files = List.of();

    @Option(names = "--dry-run", description = "Report what would happen without importing.")
    private boolean dryRun;

    @Option(
            names = "--mark-bills",
            description =
                    "Let rows that look like a planned bill count as paying it, and not as everyday spending too: by"
                            + " label or category and amount, each bill once for each time that it is due.")
    private boolean markBills;

    @Option(names = "--correct", description = "Change rows that are there in another form to that of the file.")
    private boolean correct;

    @Option(
            names = "--rows",
            paramLabel = "NUMBER",
            defaultValue = "20",
            description = "How many rows a dry run shows: a number, or all.")
    private String rows = "20";

    @Option(
            names = "--profile",
            paramLabel = "ID",
            defaultValue = "auto",
            description = "The kept options to read by: the id of an import profile, auto (by the header) or none.")
    private String profile = "auto";

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
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new UsageException("There is no file to read at " + file + ".");
            }
        }
        if (!rows.matches("all|\\d{1,9}")) {
            throw new UsageException("--rows is a number, or all.");
        }
        int code = ExitCode.OK;
        try (Operator operator = database.operator(environment)) {
            HouseholdId id = household.among(operator.households()).id();
            for (Path file : files) {
                if (files.size() > 1) {
                    environment.out().println(file + ":");
                }
                boolean whole = files.size() == 1 ? taken(operator, id, file) : takenOrSaid(operator, id, file);
                code = whole ? code : ExitCode.PARTLY;
            }
        }
        return code;
    }

    /** One file of several that is refused does not keep the others out. */
    private boolean takenOrSaid(Operator operator, HouseholdId id, Path file) throws IOException {
        try {
            return taken(operator, id, file);
        } catch (RefusedException e) {
            say(ErrorDetails.of(e.refusal(), environment.words()));
        } catch (ServerRefusedException e) {
            say(e.details());
        }
        return false;
    }

    private void say(ErrorDetails refused) {
        environment.print("Refused: {0}", refused.sentence());
        refused.details().forEach(line -> environment.out().println("  " + line));
    }

    /** Returns whether most lines could be accepted: a few that are pending or sum up others are usual. */
    private boolean taken(Operator operator, HouseholdId id, Path file) throws IOException {
        ImportOutcome outcome = importFile(operator, id, file);
        boolean marked = false;
        try {
            marked = mark(operator, id, outcome);
        } finally {
            // The import stands, whatever became of the marks.
            new ImportOnTerminal(outcome, file, dryRun, marked, environment.words())
                    .lines()
                    .forEach(environment.out()::println);
        }
        return outcome.refused().isEmpty() || outcome.refused().size() * 2 < outcome.lines();
    }

    /** Returns whether rows were marked. */
    private boolean mark(Operator operator, HouseholdId id, ImportOutcome outcome) {
        SortedSet<Long> likeBills = likeBills(outcome);
        if (!markBills || outcome.importId().isEmpty() || likeBills.isEmpty()) {
            return false;
        }
        operator.markBills(id, outcome.importId().getAsLong(), likeBills);
        return true;
    }

    private ImportOutcome importFile(Operator operator, HouseholdId id, Path file) throws IOException {
        try (var bar = new ProgressBar(environment, String.valueOf(file.getFileName()))) {
            return operator.importFile(
                    id, new FileToImport(file, options(), dryRun, correct, rows, profile, bar::reach));
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
