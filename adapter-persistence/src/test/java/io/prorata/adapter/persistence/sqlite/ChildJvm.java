package io.prorata.adapter.persistence.sqlite;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process of the program: a JVM that runs a main class of the tests. */
final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    /** Starts {@code main}; its errors go where the tests' own go. */
    ChildJvm(Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = process.inputReader();
    }

    /** The tests' runner may hide the class path in a jar's manifest and names it here. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    /** Returns the next line that the process writes, and fails if it ends instead. */
    String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new AssertionError("the process has ended");
        }
        return line;
    }

    /** Kills the process with no chance to tidy up, and returns the lines it wrote that were not read yet. */
    List<String> kill() throws IOException, InterruptedException {
        // By its handle: the process itself would close its output, too.
        process.toHandle().destroyForcibly();
        process.waitFor();
        return output.readAllLines();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
