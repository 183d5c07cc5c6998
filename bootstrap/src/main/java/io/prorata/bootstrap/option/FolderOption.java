package io.prorata.bootstrap.option;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whether the folder of a file that is to be written is made: a folder that is not there may be a typing error. */
public final class FolderOption {

    @Option(
            names = "--create-folders",
            description = "Make the folder that the file is to be in, and those above it, if they are not there.")
    private boolean create;

    /** @throws UsageException if the folder of {@code file} is not there, and nobody has said that it is to be made */
    public void requireFolderOf(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (!create && folder != null && !Files.isDirectory(folder)) {
            throw new UsageException("There is no folder " + folder
                    + ". Add --create-folders to make it, or name a file in a folder that is there.");
        }
    }
}
