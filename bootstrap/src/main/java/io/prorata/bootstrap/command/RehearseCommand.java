package io.prorata.bootstrap.command;

import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.rehearsal.Rehearsal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The training run for the AOT cache, for builds and installations. */
@Command(
        name = "rehearse",
        hidden = true,
        description = {
            "Run typical operations in a temporary folder, so that Java records its AOT cache.",
            "Touches no database."
        },
        footerHeading = "%nExample, and how to use what was learnt:%n",
        footer = {
            "  java -XX:AOTCacheOutput=prorata.aot -jar prorata.jar rehearse",
            "  java -XX:AOTCache=prorata.aot -jar prorata.jar serve"
        })
final class RehearseCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    RehearseCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("prorata-rehearsal");
        try {
            new Rehearsal(folder, environment.clock()).run(arguments -> Program.execute(inside(folder), arguments));
        } finally {
            remove(folder);
        }
        return ExitCode.OK;
    }

    /** Output is discarded except errors, and variables of the environment have no effect. */
    private CommandEnvironment inside(Path folder) {
        var nobody = new PrintWriter(Writer.nullWriter());
        return new CommandEnvironment(nobody, environment.err(), false, Map.of(), folder, environment.clock());
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
