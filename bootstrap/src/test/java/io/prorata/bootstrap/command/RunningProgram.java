package io.prorata.bootstrap.command;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in a process of its own, as a person starts it. */
final class RunningProgram implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final List<String> said = new ArrayList<>();

    /** Starts it with {@code home} as the user's home; what it says on standard error is said on standard output. */
    RunningProgram(Path home, String... arguments) throws IOException {
        this(home, List.of(), arguments);
    }

    /** As {@link #RunningProgram(Path, String...)}, with classes from {@code first} in the place of its own. */
    RunningProgram(Path home, List<Path> first, String... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + home,
                "-cp",
                Stream.concat(first.stream().map(Path::toString), Stream.of(System.getProperty("java.class.path")))
                        .collect(Collectors.joining(File.pathSeparator)),
                "io.prorata.bootstrap.Main"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        Stream.of("XDG_DATA_HOME", "PRORATA_DATABASE", "PRORATA_HOST", "PRORATA_PORT")
                .forEach(builder.environment()::remove);
        process = builder.start();
        process.getOutputStream().close();
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Reads on until a line contains {@code text}, and returns that line. */
    String await(String text) {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.contains(text)) {
                    return line;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("it never said '" + text + "' but: " + String.join("\n", said));
    }

    /** Returns all it has said so far. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** Asks it to stop, as Ctrl-C and the system's shutdown do, and returns the exit code. */
    int stop() throws InterruptedException {
        // By its handle: Process.destroy() closes the streams at once, and with them its last words.
        process.toHandle().destroy();
        return process.waitFor();
    }

    /** Waits until it ends by itself, and returns the exit code. */
    int ended() throws IOException, InterruptedException {
        out.lines().forEach(said::add);
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
