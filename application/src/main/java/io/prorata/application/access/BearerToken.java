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
 * The text by which an asker proves who they are: {@code prorata_1_3_} and 43 letters that nobody guesses. It names the household
 * and the token in the open, so that one look-up by key finds the hash to compare with.
 */
public record BearerToken(HouseholdId household, long id, String text) {

    private static final int SECRET_BYTES = 32;
    private static final int HASH_BYTES = 32;

    /** Which letters the secret is made of does not matter: of any others, the hash is not the one that is kept. */
    private static final Pattern FORM = Pattern.compile("prorata_([1-9][0-9]{0,17})_([1-9][0-9]{0,17})_[!-~]{43}");

    /** Draws a new one. */
    static BearerToken draw(HouseholdId household, long id, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String text = "prorata_" + household + "_" + id + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new BearerToken(household, id, text);
    }

    /** Reads one; empty if {@code text} has not the form of a token. */
    static Optional<BearerToken> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new BearerToken(
                        new HouseholdId(Long.parseLong(form.group(1))), Long.parseLong(form.group(2)), text))
                : Optional.empty();
    }

    /** Returns what is kept of it: SHA-256 in hex. The secret has 256 bits of chance, so no salt and no slow hash is needed. */
    String hash() {
        return Sha256.hex(HASH_BYTES, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns whether this is {@code kept}; takes the same time wherever the two differ, so that nobody guesses a hash letter by letter. */
    boolean isOf(Tokens.Token kept) {
        return MessageDigest.isEqual(
                kept.hash().getBytes(StandardCharsets.US_ASCII), hash().getBytes(StandardCharsets.US_ASCII));
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "prorata_" + household + "_" + id + "_...";
    }
}
