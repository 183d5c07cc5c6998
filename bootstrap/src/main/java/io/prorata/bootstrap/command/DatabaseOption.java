package io.prorata.bootstrap.command;

import io.prorata.bootstrap.operator.Operator;
import io.prorata.bootstrap.operator.Operators;
import io.prorata.bootstrap.terminal.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database a command is about. */
final class DatabaseOption {

    @Option(
            names = {"-d", "--database"},
            paramLabel = "FILE",
            description = {
                "The file that holds the books.",
                "Environment: PRORATA_DATABASE. Default: prorata/prorata.db in $XDG_DATA_HOME or ~/.local/share."
            })
    private @Nullable Path database;

    /** Returns whether a file was named, on the command line or in the environment. */
    boolean isNamed() {
        return database != null;
    }

    Path file(Surroundings surroundings) {
        return database != null
                ? database
                : surroundings.dataHome().resolve("prorata").resolve("prorata.db");
    }

    /** Returns an operator over books that are there already. */
    Operator operator(Surroundings surroundings) {
        Path file = file(surroundings);
        if (!Files.exists(file)) {
            throw new UsageException("There is no database in " + file
                    + ". Make a household first (prorata household create), or name another file with --database.");
        }
        return Operators.over(file, surroundings);
    }

    /** Returns an operator over books that are made if they are not there. */
    Operator operatorOfNewOrOld(Surroundings surroundings) {
        return Operators.over(file(surroundings), surroundings);
    }
}
