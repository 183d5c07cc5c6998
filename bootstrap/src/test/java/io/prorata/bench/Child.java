package io.prorata.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A program of the benchmarks in a process of its own, so that it shares neither heap nor compiler with what measures it. */
final class Child implements AutoCloseable {

    private final Process process;
    private final String said;

    private Child(Process process, String said) {
        this.process = process;
        this.said = said;
    }

    /** Starts {@code program} and waits until it serves. */
    static Child start(Class<?> program, List<String> javaOptions, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String said = lines.readLine();
        if (said == null) {
            throw new IOException(program.getSimpleName() + " ended before it served");
        }
        return new Child(process, said);
    }

    /** What the child does: says one line to whoever started it, and returns when they close it or are gone. */
    static void serve(String line) throws IOException {
        System.out.println(line);
        while (System.in.read() >= 0) {
            // Whatever is said does not matter.
        }
    }

    /** Returns what it said when it began to serve. */
    String said() {
        return said;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
