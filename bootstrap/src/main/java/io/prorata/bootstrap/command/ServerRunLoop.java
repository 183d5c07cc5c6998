package io.prorata.bootstrap.command;

import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.server.IdleMemory;
import io.prorata.bootstrap.server.Server;
import java.util.concurrent.CountDownLatch;

/** Keeps a server running until it is told to stop. */
final class ServerRunLoop {

    private ServerRunLoop() {}

    /** Returns after Ctrl-C, {@code SIGTERM} or an interrupt; the server is closed then, and the books with it. */
    static void untilStopped(Server server, CommandEnvironment environment) {
        Runnable close = () -> {
            server.close();
            environment.printNote("Stopped.");
        };
        var stop = new Thread(close);
        Runtime.getRuntime().addShutdownHook(stop);
        try (IdleMemory _ = IdleMemory.ofProcess()) {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Runtime.getRuntime().removeShutdownHook(stop);
            close.run();
        }
    }
}
