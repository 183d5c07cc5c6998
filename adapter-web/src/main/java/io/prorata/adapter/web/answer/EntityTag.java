package io.prorata.adapter.web.answer;

import io.prorata.adapter.web.build.CodeHash;
import io.prorata.adapter.web.build.CodeVersion;
import io.prorata.domain.digest.Sha256;
import io.prorata.domain.freshness.Stamp;
import java.nio.charset.StandardCharsets;
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
    private static final Pattern STAMP = Pattern.compile("([0-9]{1,18})-([0-9a-f]{16})(?:-[0-9a-f]{16})?");
    private static final int HASH_BYTES = 16;

    /** Of a list: a hash of what was asked for, when it last changed, and the code that writes it down. */
    static EntityTag of(String epoch, Object query, Stamp stamp) {
        String identity = String.join(
                "\n",
                epoch,
                Identity.text(query),
                stamp.revision() + "." + stamp.nonce(),
                CodeHash.text(CodeVersion.CURRENT));
        return new EntityTag(Sha256.hex(HASH_BYTES, identity.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of a thing that can be edited: when it last changed, and the code that writes it down. */
    public static EntityTag of(Stamp stamp) {
        return new EntityTag(stamp.revision() + "-" + HexFormat.of().toHexDigits(stamp.nonce()) + "-"
                + CodeHash.text(CodeVersion.CURRENT));
    }

    /** Reads the tags that a header lists. */
    static List<EntityTag> listed(String header) {
        Matcher tags = LISTED.matcher(header);
        return tags.results()
                .map(tag -> new EntityTag(withoutCoding(tag.group(1))))
                .toList();
    }

    /** Returns the stamp that this is the tag of, by whatever code; empty if it is none of {@link #of(Stamp)}'s. */
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
}
