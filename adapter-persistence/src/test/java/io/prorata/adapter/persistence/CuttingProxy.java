package io.prorata.adapter.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands between a client and PostgreSQL, and cuts the connection once at the next COMMIT. */
public final class CuttingProxy implements AutoCloseable {

    /** Where it cuts. */
    public enum Cut {
        NOWHERE,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private static final int BUFFER = 65_536;

    private final ServerSocket listening;
    private final int target;
    private volatile Cut next = Cut.NOWHERE;

    public CuttingProxy(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Cuts at the next COMMIT, before it reaches the server or after it was done. */
    public void cut(Cut where) {
        next = where;
    }

    public Cut next() {
        return next;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> pipe(client, server, true));
                Thread.ofVirtual().start(() -> pipe(server, client, false));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void pipe(Socket from, Socket to, boolean requests) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                boolean commit = requests
                        && next != Cut.NOWHERE
                        && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT");
                if (!commit) {
                    out.write(buffer, 0, read);
                } else {
                    Cut cut = next;
                    next = Cut.NOWHERE;
                    // The answer finds no client any more, the server goes on.
                    from.close();
                    if (cut == Cut.AFTER_COMMIT) {
                        out.write(buffer, 0, read);
                        out.flush();
                    }
                    to.shutdownOutput();
                    return;
                }
            }
        } catch (IOException e) {
            // One of the two is gone, and so is the other now.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
