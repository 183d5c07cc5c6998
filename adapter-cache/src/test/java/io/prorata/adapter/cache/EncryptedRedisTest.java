package io.prorata.adapter.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.SelfSignedCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;

/** A real Redis that speaks TLS alone, with a certificate that the test makes. */
class EncryptedRedisTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final byte[] VALUE = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    void itIsUsedOverTlsAndOnlyIfItIsWhoItSaysItIs() throws Exception {
        SelfSignedCertificate right = certificate("right");
        SelfSignedCertificate wrong = certificate("wrong");
        int port = RealRedis.freePort();
        RedisServer server = RedisServer.newRedisServer()
                .port(0)
                .setting("tls-port " + port)
                .setting("bind 127.0.0.1")
                .setting("tls-cert-file " + right.certificate())
                .setting("tls-key-file " + right.key())
                .setting("tls-ca-cert-file " + right.certificate())
                .setting("tls-auth-clients no")
                .build();
        server.start();
        try (RedisStore trusting = store("rediss://localhost:" + port, right);
                RedisStore mistrusting = store("rediss://localhost:" + port, wrong);
                RedisStore plain = store("redis://localhost:" + port, right)) {
            for (int look = 0; look < 100 && trusting.get("key").isEmpty(); look++) {
                trusting.put("key", VALUE, Duration.ofMinutes(1));
                Thread.sleep(PAUSE.toMillis());
            }

            assertTrue(Arrays.equals(VALUE, trusting.get("key").orElseThrow()));
            assertEquals(Optional.empty(), mistrusting.get("key"));
            assertFalse(mistrusting.breaker().permits());
            assertEquals(Optional.empty(), plain.get("key"));
            assertFalse(plain.breaker().permits());
        } finally {
            server.stop();
        }
    }

    @Test
    void aFileWithoutCertificatesIsRefused() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Path other = Files.writeString(folder.resolve("other.pem"), "-----BEGIN CERTIFICATE-----\nnone\n");

        assertEquals(
                "it holds no certificate",
                assertThrows(IOException.class, () -> RedisAddress.authorities(empty))
                        .getMessage());
        assertEquals(
                "it is no certificate in PEM",
                assertThrows(IOException.class, () -> RedisAddress.authorities(other))
                        .getMessage());
        assertThrows(IOException.class, () -> RedisAddress.authorities(folder.resolve("missing.pem")));
    }

    private static RedisStore store(String url, SelfSignedCertificate signed) throws IOException {
        var address =
                new RedisAddress(url, Optional.empty(), Optional.of(RedisAddress.authorities(signed.certificate())));
        return new RedisStore(address, PATIENCE, PAUSE);
    }

    private SelfSignedCertificate certificate(String name) throws IOException, InterruptedException {
        return SelfSignedCertificate.make(folder, name, "localhost");
    }
}
