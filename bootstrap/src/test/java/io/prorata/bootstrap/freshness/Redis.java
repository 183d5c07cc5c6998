package io.prorata.bootstrap.freshness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/** A real Redis on the loopback, which can be treated badly. Whoever asks it waits at most a little. */
public final class Redis implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 3_000;

    private final int port;
    private final String mostMemory;
    private RedisServer server;

    /** @param mostMemory after which it takes nothing more, as Redis writes it: {@code 64mb} */
    public Redis(String mostMemory) throws IOException {
        this.port = freePort();
        this.mostMemory = mostMemory;
        this.server = started();
    }

    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    private RedisServer started() throws IOException {
        RedisServer one = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .setting("maxmemory " + mostMemory)
                .setting("maxmemory-policy noeviction")
                .build();
        one.start();
        return one;
    }

    /** Ends it as a power cut would: what it held is gone. */
    void kill() throws IOException, InterruptedException {
        signal("KILL", process());
        server.stop();
    }

    void startAgain() throws IOException {
        server = started();
    }

    /** Does not answer for a while, although it is there. */
    void hang(long millis) throws IOException, InterruptedException {
        String process = process();
        signal("STOP", process);
        Thread.sleep(millis);
        signal("CONT", process);
    }

    private String process() throws IOException {
        return text(ask("INFO", "server"))
                .lines()
                .filter(line -> line.startsWith("process_id:"))
                .map(line -> line.substring("process_id:".length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private static void signal(String name, String process) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + name, process).start().waitFor() != 0) {
            throw new IOException("no process " + process);
        }
    }

    List<byte[]> keys() throws IOException {
        return list(ask("KEYS", "*:dashboard:*"));
    }

    Optional<byte[]> get(byte[] key) throws IOException {
        return Optional.ofNullable((byte[]) ask("GET".getBytes(StandardCharsets.UTF_8), key));
    }

    void set(byte[] key, byte[] value) throws IOException {
        ask("SET".getBytes(StandardCharsets.UTF_8), key, value);
    }

    /** Returns the bytes that it says it uses. */
    long usedMemory() throws IOException {
        return text(ask("INFO", "memory"))
                .lines()
                .filter(line -> line.startsWith("used_memory:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring("used_memory:".length()).strip()))
                .findFirst()
                .orElseThrow();
    }

    @Nullable
    Object ask(String... words) throws IOException {
        byte[][] parts = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            parts[i] = words[i].getBytes(StandardCharsets.UTF_8);
        }
        return ask(parts);
    }

    /** Asks in Redis' own words (RESP), on a connection of its own. */
    private @Nullable Object ask(byte[]... words) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var request = new ByteArrayOutputStream();
            request.writeBytes(("*" + words.length + "\r\n").getBytes(StandardCharsets.UTF_8));
            for (byte[] word : words) {
                request.writeBytes(("$" + word.length + "\r\n").getBytes(StandardCharsets.UTF_8));
                request.writeBytes(word);
                request.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            }
            socket.getOutputStream().write(request.toByteArray());
            return reply(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private static @Nullable Object reply(InputStream in) throws IOException {
        int kind = in.read();
        String line = line(in);
        return switch (kind) {
            case '+', ':' -> line.getBytes(StandardCharsets.UTF_8);
            case '-' -> throw new IOException(line);
            case '$' -> {
                int length = Integer.parseInt(line);
                if (length < 0) {
                    yield null;
                }
                byte[] bytes = in.readNBytes(length);
                in.readNBytes(2);
                yield bytes;
            }
            case '*' -> {
                List<byte[]> items = new ArrayList<>();
                for (int i = Integer.parseInt(line); i > 0; i--) {
                    if (reply(in) instanceof byte[] item) {
                        items.add(item);
                    }
                }
                yield items;
            }
            default -> throw new IOException("no reply");
        };
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended");
            }
            line.append((char) next);
        }
        in.readNBytes(1);
        return line.toString();
    }

    private static String text(@Nullable Object reply) {
        return reply instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
    }

    private static List<byte[]> list(@Nullable Object reply) {
        List<byte[]> list = new ArrayList<>();
        if (reply instanceof List<?> items) {
            items.forEach(item -> {
                if (item instanceof byte[] bytes) {
                    list.add(bytes);
                }
            });
        }
        return list;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}
