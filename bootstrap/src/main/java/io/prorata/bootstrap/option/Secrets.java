package io.prorata.bootstrap.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Passwords, from the environment or a file that it names, because other users of the machine can read a command line. */
final class Secrets {

    private Secrets() {}

    /** Returns the value of {@code variable}, or the content of the file that {@code variable_FILE} names. */
    static Optional<String> read(String variable, Map<String, String> environment) {
        String named = variable + "_FILE";
        String file = environment.get(named);
        if (file == null) {
            return Optional.ofNullable(environment.get(variable));
        }
        if (environment.containsKey(variable)) {
            throw new UsageException("Set " + variable + " or " + named + ", not both.");
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            throw new UsageException("The file " + file + " that " + named + " names cannot be read.", e);
        }
    }
}
