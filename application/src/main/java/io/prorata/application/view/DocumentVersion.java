package io.prorata.application.view;

import io.prorata.domain.digest.Sha256;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Which edition of a view a document is: with the household and the query, everything its bytes are a function of.
 *
 * @param epoch of the database
 * @param viewVersion of the code that computes views and writes them down
 * @param stamp of the scopes the view depends on
 */
public record DocumentVersion(String epoch, long viewVersion, Stamp stamp) {

    private static final int TAG_BYTES = 16;

    /** Returns the tag of a document: a hash of all that its bytes are a function of, so that other bytes have another tag. */
    public String tag(HouseholdId household, ViewQuery query) {
        String identity = String.join(
                "\n",
                epoch,
                Long.toString(household.value()),
                query.canonical(),
                stamp.revision() + "." + stamp.nonce(),
                HexFormat.of().toHexDigits(viewVersion));
        return Sha256.hex(TAG_BYTES, identity.getBytes(StandardCharsets.UTF_8));
    }
}
