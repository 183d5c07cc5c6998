package io.prorata.bootstrap.freshness;

import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.composition.TierSettings;
import io.prorata.bootstrap.server.Server;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A server over PostgreSQL and Redis in a process of its own, which can be killed and stopped. */
final class NodeProcess implements AutoCloseable {

    private static final int CONNECTIONS = 3;

    private final List<String> command;
    private Process process;
    private volatile URI address;

    /** Starts one and waits until it serves. */
    NodeProcess(PostgresAddress books, String redis) throws IOException {
        // The tests' runner may hide the class path in a jar's manifest, and names it here.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
        command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                NodeProcess.class.getName(),
                books.url(),
                books.user(),
                books.password(),
                redis);
        process = started();
        address = said(process);
    }

    /** What the process does: serves, and ends when whoever started it is gone. */
    public static void main(String... arguments) throws IOException {
        var books = new PostgresAddress(arguments[0], arguments[1], arguments[2], CONNECTIONS);
        var tiers = new TierSettings(192 * 1024, 8 * 1024 * 1024, Optional.of(arguments[3]), Optional.empty());
        var settings = new ServerSettings(ServerSettings.LOOPBACK, -1);
        try (Server server = Server.start(PostgresDatabase.open(books), settings, tiers, AnyAction.CLOCK)) {
            System.out.println(server.address());
            while (System.in.read() >= 0) {
                // Whatever is said does not matter.
            }
        }
    }

    private Process started() throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static URI said(Process process) throws IOException {
        String line = process.inputReader().readLine();
        if (line == null) {
            throw new IOException("the server ended before it served");
        }
        return URI.create(line);
    }

    /** Returns where it answers; where it answered last while it is away. */
    URI address() {
        return address;
    }

    /** Ends it without a chance to tidy up, and starts it again. */
    void killAndStart() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
        process = started();
        address = said(process);
    }

    /** Lets it stand still for a while, with whatever it holds. */
    void stop(long millis) throws IOException, InterruptedException {
        signal("STOP", process.pid());
        Thread.sleep(millis);
        signal("CONT", process.pid());
    }

    /** Sends a process a signal. */
    static void signal(String name, long process) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + name, Long.toString(process))
                        .start()
                        .waitFor()
                != 0) {
            throw new IOException("no process " + process);
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroyForcibly();
    }
}
