package io.prorata.domain.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), which every Java platform has. */
public final class Sha256 {

    private Sha256() {}

    /** Returns the 32 bytes of the hash of {@code parts}, one after the other. */
    public static byte[] of(byte[]... parts) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /**
     * Returns the beginning of the hash of {@code parts} in lower-case hex, two digits for each byte.
     *
     * @param bytes how many, from 1 to 32
     */
    public static String hex(int bytes, byte[]... parts) {
        return HexFormat.of().formatHex(Arrays.copyOf(of(parts), bytes));
    }
}
