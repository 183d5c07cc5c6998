package io.prorata.bootstrap.command;

import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.FolderOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the books. */
@Command(
        name = "backup",
        description = {
            "Back up the database to a file and verify the copy. Works while a server runs.",
            "Books on a PostgreSQL server are copied into a file, too; 'prorata copy' brings them back."
        },
        footerHeading = "%nExample:%n",
        footer = "  prorata backup prorata-$(date +%%F).db")
final class BackupCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final FolderOption folder = new FolderOption();

    @Parameters(paramLabel = "FILE", description = "The backup to create. The file must not exist.")
    private Path file;

    BackupCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        folder.requireFolderOf(file);
        String from = BooksBackup.make(database, Optional.empty(), file, environment);
        environment.print("Copied {0} to {1}, and checked the copy.", from, file);
        return ExitCode.OK;
    }
}
