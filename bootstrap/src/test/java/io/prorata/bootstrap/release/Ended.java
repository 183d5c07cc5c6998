package io.prorata.bootstrap.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a program came to: its exit code, and all that it wrote. */
record Ended(int code, String said) {

    /** Runs {@code command} on the Java in {@code home}. */
    static Ended of(ProcessBuilder command, Path home) {
        command.environment().put("JAVA_HOME", home.toString());
        // Options for the Maven that runs the tests are not for this one.
        command.environment().remove("MAVEN_OPTS");
        command.environment().remove("MAVEN_ARGS");
        try {
            Process process = command.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
