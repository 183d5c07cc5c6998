package io.prorata.bootstrap.option;

import io.prorata.bootstrap.operator.Operator;
import io.prorata.bootstrap.operator.Operators;
import io.prorata.bootstrap.terminal.CommandEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database a command is about. */
public final class DatabaseOption {

    @Option(
            names = {"-d", "--database"},
            paramLabel = "FILE",
            description = {
                "The database file.",
                "Environment: PRORATA_DATABASE. Default: prorata/prorata.db in $XDG_DATA_HOME or ~/.local/share."
            })
    private @Nullable Path database;

    public Path file(CommandEnvironment environment) {
        return database != null
                ? database
                : environment.dataHome().resolve("prorata").resolve("prorata.db");
    }

    /** Returns an operator over books that are there already. */
    public Operator operator(CommandEnvironment environment) {
        Path file = file(environment);
        if (!Files.exists(file)) {
            throw new UsageException("There is no database in " + file
                    + ". Make a household first (prorata household create), or name another file with --database.");
        }
        return Operators.over(file, environment.clock());
    }

    /** Returns an operator over books that are made if they are not there. */
    public Operator operatorOfNewOrOld(CommandEnvironment environment) {
        return Operators.over(file(environment), environment.clock());
    }
}
