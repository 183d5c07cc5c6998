package io.prorata.adapter.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * By what the operator's command line is known: drawn at each start and left in a file that only the operator can read, never sent
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

    /** Takes the same time wherever the two differ. */
    boolean is(String shown) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "operator_...";
    }
}
