package io.prorata.bootstrap.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a free port. */
public final class FreePort {

    private static final int ATTEMPTS = 50;

    private FreePort() {}

    /** Returns {@code wanted} or the next free port, at most 50 higher; {@code wanted} if none is free. */
    public static int from(String host, int wanted) {
        for (int port = wanted; port < wanted + ATTEMPTS; port++) {
            if (isFree(host, port)) {
                return port;
            }
        }
        return wanted;
    }

    private static boolean isFree(String host, int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
