package io.prorata.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A real nginx in front of a server, over TLS, with the configuration that people are given in {@code docs/deploy}. */
final class Nginx implements AutoCloseable {

    private static final char[] PASSWORD = "for-a-test".toCharArray();
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
        certificate(folder);
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

    /** A certificate of its own, which only a test believes. */
    private static void certificate(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("keys.p12");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "it",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + NAME,
                        "-ext",
                        "san=dns:" + NAME,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
        try (var in = Files.newInputStream(store)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD);
            write(
                    folder.resolve(NAME + ".key"),
                    "PRIVATE KEY",
                    keys.getKey("it", PASSWORD).getEncoded());
            write(
                    folder.resolve(NAME + ".pem"),
                    "CERTIFICATE",
                    keys.getCertificate("it").getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String what, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.write(file, List.of("-----BEGIN " + what + "-----", text, "-----END " + what + "-----"));
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
