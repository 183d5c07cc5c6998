package io.prorata.bootstrap.option;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whether the folder of an output file is created: a missing folder may be a typing error. */
public final class FolderOption {

    @Option(
            names = "--create-folders",
            description = "Make the folder that the file is to be in, and those above it, if they are not there.")
    private boolean create;

    /** @throws UsageException if the folder of {@code file} does not exist and the option is not set */
    public void requireFolderOf(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (!create && folder != null && !Files.isDirectory(folder)) {
            throw new UsageException("There is no folder " + folder
                    + ". Add --create-folders to make it, or name a file in a folder that is there.");
        }
    }
}
