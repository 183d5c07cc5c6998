package io.prorata.adapter.cache;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import redis.embedded.RedisServer;

/** A Redis of a test's own, on a free port of the loopback, and the means to do things to it that a client of ours never would. */
public final class RealRedis implements AutoCloseable {

    /** Who has not answered for so long hangs. */
    private static final int HANGS_MILLIS = 150;

    private final int port;
    private RedisServer server;

    private RealRedis(int port) {
        this.port = port;
        this.server = started(port);
    }

    /** Starts one that asks for {@code password}. */
    public static RedisServer guarded(int port, String password) {
        try {
            RedisServer server = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("requirepass " + password)
                    .build();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RealRedis start() {
        return new RealRedis(freePort());
    }

    /** Returns a port at which nobody answers. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RedisServer started(int port) {
        try {
            RedisServer server = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .build();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    public void kill() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again at the same place, empty. */
    public void restart() {
        server = started(port);
    }

    /** Does not answer anybody for so long. Returns once that has begun. */
    public void hang(int millis) {
        Thread.ofVirtual()
                .start(() -> command("DEBUG", "SLEEP", String.format("%d.%03d", millis / 1000, millis % 1000)));
        while (answersWithin(HANGS_MILLIS)) {
            Thread.onSpinWait();
        }
    }

    private boolean answersWithin(int millis) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(bytes("*1\r\n$4\r\nPING\r\n"));
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void flush() {
        command("FLUSHALL");
    }

    /** Takes nothing more. */
    public void fill() {
        command("CONFIG", "SET", "maxmemory-policy", "noeviction");
        command("CONFIG", "SET", "maxmemory", "1");
    }

    /** Takes more again. */
    public void empty() {
        command("CONFIG", "SET", "maxmemory", "0");
    }

    /** Puts whatever at {@code key}. */
    public void put(String key, byte[] value) {
        command(bytes("SET"), bytes(key), value);
    }

    /** Returns what is at {@code key}, whole. */
    public byte[] get(String key) {
        return command("GET", key);
    }

    /** Returns how many keys there are. */
    public long size() {
        return Long.parseLong(new String(command("DBSIZE"), StandardCharsets.UTF_8));
    }

    public byte[] command(String... words) {
        byte[][] all = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            all[i] = bytes(words[i]);
        }
        return command(all);
    }

    private byte[] command(byte[]... words) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var out = socket.getOutputStream();
            out.write(bytes("*" + words.length + "\r\n"));
            for (byte[] word : words) {
                out.write(bytes("$" + word.length + "\r\n"));
                out.write(word);
                out.write(bytes("\r\n"));
            }
            out.flush();
            return answer(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] answer(InputStream in) throws IOException {
        int kind = in.read();
        var line = new StringBuilder();
        for (int c = in.read(); c != '\r' && c >= 0; c = in.read()) {
            line.append((char) c);
        }
        int end = in.read();
        assert end == '\n';
        return switch (kind) {
            case '$' -> in.readNBytes(Math.max(0, Integer.parseInt(line.toString())));
            case '-' -> throw new IllegalStateException("Redis says: " + line);
            default -> bytes(line.toString());
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        kill();
    }
}
