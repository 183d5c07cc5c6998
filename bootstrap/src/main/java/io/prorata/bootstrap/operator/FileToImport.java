package io.prorata.bootstrap.operator;

import io.prorata.application.bankfile.Progress;
import java.nio.file.Path;
import java.util.Map;

/**
 * A bank file with the options of its import.
 *
 * @param options by the names of {@link io.prorata.application.bankfile.ReadOption#parameter}
 * @param dryRun whether nothing is kept
 * @param correct whether rows that exist in another form are changed
 * @param rows the number of rows in a dry run, or {@code all}
 * @param profile the import profile: an id, {@code auto} or {@code none}
 * @param progress receives the progress: in lines read, or in bytes sent to a server
 */
public record FileToImport(
        Path path,
        Map<String, String> options,
        boolean dryRun,
        boolean correct,
        String rows,
        String profile,
        Progress progress) {

    /** Returns its name without folders. */
    public String name() {
        return String.valueOf(path.getFileName());
    }
}
