package io.prorata.adapter.web.answer;

import io.prorata.application.port.Renderer;
import io.prorata.application.view.ViewQuery;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strong entity tag (RFC 9110, section 8.8.3).
 *
 * @param opaque without quotes, and without the suffix that {@link ResponseBodyFilter} adds for a content coding
 */
public record EntityTag(String opaque) {

    /** Added inside the quotes where the same answer is sent compressed, because its bytes differ. */
    static final String GZIP_SUFFIX = "-gzip";

    private static final Pattern LISTED = Pattern.compile("(?:W/)?\"([^\"]*)\"");
    private static final Pattern STAMP = Pattern.compile("([0-9]{1,18})-([0-9a-f]{16})");
    private static final int HASH_BYTES = 16;

    /** Of a document: a hash of all that its bytes are a function of. */
    static EntityTag of(HouseholdId household, ViewQuery query, String epoch, Stamp stamp, Renderer renderer) {
        return hashed(
                epoch,
                household.toString(),
                query.canonical(),
                stamp.revision() + "." + stamp.nonce(),
                Integer.toString(renderer.version()));
    }

    /** Of a list: a hash of what was asked for and when it last changed. */
    static EntityTag of(String epoch, Object query, Stamp stamp) {
        return hashed(epoch, query.toString(), stamp.revision() + "." + stamp.nonce());
    }

    private static EntityTag hashed(String... identity) {
        byte[] hash = sha256().digest(String.join("\n", identity).getBytes(StandardCharsets.UTF_8));
        return new EntityTag(HexFormat.of().formatHex(Arrays.copyOf(hash, HASH_BYTES)));
    }

    /** Of a thing that can be edited: when it last changed. */
    public static EntityTag of(Stamp stamp) {
        return new EntityTag(stamp.revision() + "-" + HexFormat.of().toHexDigits(stamp.nonce()));
    }

    /** Reads the tags that a header lists. */
    static List<EntityTag> listed(String header) {
        Matcher tags = LISTED.matcher(header);
        return tags.results()
                .map(tag -> new EntityTag(withoutCoding(tag.group(1))))
                .toList();
    }

    /** Returns the stamp that this is the tag of; empty if it is none of {@link #of(Stamp)}'s. */
    Optional<Stamp> stamp() {
        Matcher form = STAMP.matcher(opaque);
        return form.matches()
                ? Optional.of(new Stamp(Long.parseLong(form.group(1)), HexFormat.fromHexDigitsToLong(form.group(2))))
                : Optional.empty();
    }

    /** Returns the tag as a header has it. */
    @Override
    public String toString() {
        return '"' + opaque + '"';
    }

    private static String withoutCoding(String tag) {
        return tag.endsWith(GZIP_SUFFIX) ? tag.substring(0, tag.length() - GZIP_SUFFIX.length()) : tag;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
