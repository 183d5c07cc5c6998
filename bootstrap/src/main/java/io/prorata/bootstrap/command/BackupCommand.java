package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.sqlite.Backup;
import io.prorata.bootstrap.terminal.Surroundings;
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

    private final Surroundings surroundings;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final FolderOption folder = new FolderOption();

    @Parameters(paramLabel = "FILE", description = "Where to; nothing may be there yet.")
    private Path file;

    BackupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        folder.requireFolderOf(file);
        Path from = database.file(surroundings);
        Backup.backup(from, file);
        surroundings.out().println("Copied " + from + " to " + file + ", and checked the copy.");
        return ExitCode.OK;
    }
}
