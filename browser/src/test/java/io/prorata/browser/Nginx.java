package io.prorata.browser;

import io.prorata.application.SelfSignedCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real nginx in front of a server, over TLS, with the configuration that people are given in {@code docs/deploy}. */
final class Nginx implements AutoCloseable {

    private static final String NAME = "money.localhost";

    private final Process process;
    private final URI address;

    /**
     * @param program of nginx
     * @param prefix under which it has the server; empty for none
     * @param folder for its files
     */
    Nginx(Path program, URI server, String prefix, Path folder) throws IOException, InterruptedException {
        int port = freePort();
        address = URI.create("https://" + NAME + ":" + port + prefix);
        var _ = SelfSignedCertificate.make(folder, NAME, NAME);
        String site = Files.readString(Path.of("..", "docs", "deploy", "nginx.conf"))
                .replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
                .replace("money.example", NAME)
                .replace("/etc/ssl", folder.toString())
                .replace("127.0.0.1:8642", server.getAuthority());
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), main(under(prefix, site, server)));
        process = new ProcessBuilder(
                        program.toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        configuration.toString(),
                        "-g",
                        "daemon off;")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        awaitAnswer(port, folder);
    }

    private static String main(String site) {
        return """
                user %s;
                pid nginx.pid;
                error_log error.log;
                events { }
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                %s
                }
                """.formatted(System.getProperty("user.name"), site);
    }

    /** As the comment in the file says. */
    private static String under(String prefix, String site, URI server) {
        return prefix.isEmpty()
                ? site
                : site.replace("location / {", "location " + prefix + "/ {")
                        .replace("location /changes/stream {", "location " + prefix + "/changes/stream {")
                        .replaceFirst("(location " + prefix + "/ \\{\\s+proxy_pass [^;]*);", "$1/;")
                        .replace(
                                "/changes/stream {\n        proxy_pass http://" + server.getAuthority() + ";",
                                "/changes/stream {\n        proxy_pass http://" + server.getAuthority()
                                        + "/changes/stream;")
                        .replace("X-Forwarded-Prefix \"\"", "X-Forwarded-Prefix " + prefix);
    }

    private void awaitAnswer(int port, Path folder) throws IOException, InterruptedException {
        while (process.isAlive()) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException(Files.readString(folder.resolve("nginx.out")));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where it has the server, without a slash at the end. */
    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
