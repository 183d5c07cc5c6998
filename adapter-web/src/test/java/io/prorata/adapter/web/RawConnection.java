package io.prorata.adapter.web;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection over which tests send what no client would. */
final class RawConnection implements Closeable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    RawConnection(WebServer server) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** @param headers by their names in lower case */
    record Answer(int status, Map<String, String> headers, String body) {

        boolean isProblem(String kind) {
            return "application/problem+json".equals(headers.get("content-type"))
                    && body.contains("\"type\":\"/problems/" + kind + "\"");
        }
    }

    /** Sends {@code text} byte for byte, in Latin-1. */
    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Says that nothing more comes; answers can still be read. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Reads one answer, as long as it says it is. */
    Answer read() throws IOException {
        InputStream in = socket.getInputStream();
        String status = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(
                Integer.parseInt(status.split(" ", -1)[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    /** Reads answers until one is not just an interim one. */
    Answer readFinal() throws IOException {
        Answer answer = read();
        while (answer.status() < 200) {
            answer = read();
        }
        return answer;
    }

    /** Returns whether something has arrived already. */
    boolean hasMore() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** Returns whether the server has closed the connection: waits until it does, or sends something. */
    boolean isClosed() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed within an answer, after: " + line.toString(StandardCharsets.UTF_8));
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
