package io.prorata.bootstrap.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Passwords, from the environment or a file that it names: a command line is read by other users of the machine. */
final class Secrets {

    private Secrets() {}

    /** Returns what {@code variable} holds, or the file that {@code variable_FILE} names. */
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
