package io.prorata.adapter.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret of the operator's command line: random at each start, stored in a file that only the operator can read, and never sent
 * anywhere else.
 */
public record OperatorSecret(String text) {

    private static final int BYTES = 32;

    public static OperatorSecret draw(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new OperatorSecret(
                "operator_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Compares in constant time. */
    boolean is(String shown) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    /** Omits the secret, for logs. */
    @Override
    public String toString() {
        return "operator_...";
    }
}
