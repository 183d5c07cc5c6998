package io.prorata.bootstrap.rehearsal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Requests pages of a local server over one connection.
 *
 * <p>Java's own client would load TLS, with many classes that no server needs; they would be stored in the cache, and every later start would
 * load them (decisions 0081 and 0376).
 */
final class RehearsalClient implements AutoCloseable {

    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream answers;
    private final String headers;

    RehearsalClient(URI server, String token) throws IOException {
        this.socket = new Socket(server.getHost(), server.getPort());
        this.answers = new BufferedInputStream(socket.getInputStream());
        this.headers = " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer " + token
                + "\r\nAccept-Encoding: gzip\r\n\r\n";
    }

    /** Returns the status of the answer, after reading all of it. */
    int get(String page) throws IOException {
        socket.getOutputStream().write(("GET " + page + headers).getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        long length = -1;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Long.parseLong(line.substring(LENGTH.length()).strip());
            }
        }
        if (length < 0) {
            throw new IOException(page + " does not say how long its answer is");
        }
        answers.skipNBytes(length);
        return status;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("The answer ends early");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
