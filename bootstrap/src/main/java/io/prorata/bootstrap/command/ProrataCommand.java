package io.prorata.bootstrap.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of all commands. */
@Command(
        name = "prorata",
        description = "A household's money, divided to the cent.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = ProgramVersion.class,
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK + ": done",
            ExitCode.REFUSED + ": refused; the message says why, and nothing was changed",
            ExitCode.USAGE + ": the command line cannot be understood",
            ExitCode.UNAVAILABLE + ": the books cannot be used: busy, full, away, damaged or of another version",
            ExitCode.FAULT + ": a fault of the program itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata demo                                        a sample household to look at",
            "  prorata household create --name \"Ours\" --currency EUR \\",
            "          --member ines=In\u00e8s --member jules=Jules    your own",
            "  prorata config set --net ines=2867 --net jules=2539 state who earns what",
            "  prorata bill set Rent --category Housing --amount 1034 --every monthly",
            "  prorata import statement.csv --dry-run              what a bank file would do",
            "  prorata import statement.csv                        take it into the books",
            "  prorata confirm list                                what was recognised in its rows",
            "  prorata month                                       what is to pay, and by whom",
            "  prorata settle show                                 who owes whom",
            "  prorata token create --name phone                   let a device in",
            "  prorata serve                                       answer at http://127.0.0.1:8642",
            "  prorata backup prorata-monday.db                    a checked copy, while it runs",
            "  prorata top                                         how fast it answers",
            "",
            "More of each: prorata COMMAND --help"
        })
final class ProrataCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version and exit.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean version;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show stack traces of errors.")
    private boolean verbose;

    boolean isVerbose() {
        return verbose;
    }
}
