package io.prorata.adapter.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;

/**
 * The address and credentials of a Redis.
 *
 * @param url {@code redis://host:port}, or {@code rediss://host:port} for TLS
 * @param password if one is needed
 * @param authorities trusted for its certificate, instead of those of the machine
 */
public record RedisAddress(String url, Optional<String> password, Optional<TrustManagerFactory> authorities) {

    /** Without a password; over TLS, the machine's authorities are trusted. */
    public static RedisAddress of(String url) {
        return new RedisAddress(url, Optional.empty(), Optional.empty());
    }

    /**
     * Reads the certificates of authorities.
     *
     * @param file one or more in PEM
     * @throws IOException if it cannot be read, or contains no certificate
     */
    public static TrustManagerFactory authorities(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IOException("it holds no certificate");
            }
            KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
            keys.load(null, null);
            for (Certificate certificate : certificates) {
                keys.setCertificateEntry("authority-" + keys.size(), certificate);
            }
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(keys);
            return trusted;
        } catch (GeneralSecurityException e) {
            throw new IOException("it is no certificate in PEM", e);
        }
    }

    /** Omits the password. */
    @Override
    public String toString() {
        return url;
    }
}
