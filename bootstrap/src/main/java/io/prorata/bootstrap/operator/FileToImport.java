package io.prorata.bootstrap.operator;

import io.prorata.application.bankfile.Progress;
import java.nio.file.Path;
import java.util.Map;

/**
 * A bank's file, and how it is to be imported.
 *
 * @param options by the names of {@link io.prorata.application.bankfile.ReadOption#parameter}
 * @param dryRun whether nothing is kept
 * @param correct whether rows that are there in another form are changed
 * @param rows how many a dry run shows: a number, or {@code all}
 * @param profile by which of the household's profiles it is read: an id, {@code auto} or {@code none}
 * @param progress hears how far it has come: in lines read or, on the way to a server, in bytes sent
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
