package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.sqlite.Backup;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.FolderOption;
import io.prorata.bootstrap.terminal.CommandEnvironment;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the books. */
@Command(
        name = "backup",
        description = "Make a consistent copy of the books, also while a server runs, and check it.",
        footerHeading = "%nExample:%n",
        footer = "  prorata backup prorata-$(date +%%F).db")
final class BackupCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final FolderOption folder = new FolderOption();

    @Parameters(paramLabel = "FILE", description = "Where to; nothing may be there yet.")
    private Path file;

    BackupCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        folder.requireFolderOf(file);
        Path from = database.file(environment);
        Backup.backup(from, file);
        environment.out().println("Copied " + from + " to " + file + ", and checked the copy.");
        return ExitCode.OK;
    }
}
