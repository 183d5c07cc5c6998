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

    /** Added inside the quotes of a compressed answer, because its bytes differ. */
    static final String GZIP_SUFFIX = "-gzip";

    private static final Pattern LISTED = Pattern.compile("(?:W/)?\"([^\"]*)\"");
    private static final Pattern STAMP = Pattern.compile("([0-9]{1,18})-([0-9a-f]{16})(?:-[0-9a-f]{16})?");
    private static final int HASH_BYTES = 16;

    /** The tag of a list: a hash of the query, the stamp and the version of the code. */
    static EntityTag of(String epoch, Object query, Stamp stamp) {
        String identity = String.join(
                "\n",
                epoch,
                Identity.text(query),
                stamp.revision() + "." + stamp.nonce(),
                CodeHash.text(CodeVersion.CURRENT));
        return new EntityTag(Sha256.hex(HASH_BYTES, identity.getBytes(StandardCharsets.UTF_8)));
    }

    /** The tag of a thing that can be edited: its stamp and the version of the code. */
    public static EntityTag of(Stamp stamp) {
        return new EntityTag(stamp.revision() + "-" + HexFormat.of().toHexDigits(stamp.nonce()) + "-"
                + CodeHash.text(CodeVersion.CURRENT));
    }

    /** The tag of bytes that are the same for all clients. */
    public static EntityTag of(byte[] content) {
        return new EntityTag(Sha256.hex(HASH_BYTES, content));
    }

    /** Reads the tags that a header lists. */
    static List<EntityTag> listed(String header) {
        Matcher tags = LISTED.matcher(header);
        return tags.results()
                .map(tag -> new EntityTag(withoutCoding(tag.group(1))))
                .toList();
    }

    /** Returns the stamp of this tag, of any version of the code; empty if it is not from {@link #of(Stamp)}. */
    Optional<Stamp> stamp() {
        Matcher form = STAMP.matcher(opaque);
        return form.matches()
                ? Optional.of(new Stamp(Long.parseLong(form.group(1)), HexFormat.fromHexDigitsToLong(form.group(2))))
                : Optional.empty();
    }

    /** Returns the tag in the form of a header. */
    @Override
    public String toString() {
        return '"' + opaque + '"';
    }

    private static String withoutCoding(String tag) {
        return tag.endsWith(GZIP_SUFFIX) ? tag.substring(0, tag.length() - GZIP_SUFFIX.length()) : tag;
    }
}
