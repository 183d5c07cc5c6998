package io.prorata.application.access;

import io.prorata.application.port.Tokens;
import io.prorata.domain.digest.Sha256;
import io.prorata.domain.household.HouseholdId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a token: {@code prorata_1_3_} and 43 random letters. It contains the ids of the household and the token, so that one lookup
 * by key finds the hash to compare with.
 */
public record BearerToken(HouseholdId household, long id, String text) {

    private static final int SECRET_BYTES = 32;
    private static final int HASH_BYTES = 32;

    /** The letters of the secret are not checked: the hash of any other secret differs. */
    private static final Pattern FORM = Pattern.compile("prorata_([1-9][0-9]{0,17})_([1-9][0-9]{0,17})_[!-~]{43}");

    /** Creates a random token. */
    static BearerToken draw(HouseholdId household, long id, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String text = "prorata_" + household + "_" + id + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new BearerToken(household, id, text);
    }

    /** Parses a token; empty if {@code text} does not have the form of one. */
    static Optional<BearerToken> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new BearerToken(
                        new HouseholdId(Long.parseLong(form.group(1))), Long.parseLong(form.group(2)), text))
                : Optional.empty();
    }

    /** Returns the stored hash: SHA-256 in hex. The secret has 256 random bits, so no salt and no slow hash is needed. */
    String hash() {
        return Sha256.hex(HASH_BYTES, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns whether the hash equals {@code kept}, in constant time. */
    boolean isOf(Tokens.Token kept) {
        return MessageDigest.isEqual(
                kept.hash().getBytes(StandardCharsets.US_ASCII), hash().getBytes(StandardCharsets.US_ASCII));
    }

    /** Omits the secret, for logs. */
    @Override
    public String toString() {
        return "prorata_" + household + "_" + id + "_...";
    }
}
