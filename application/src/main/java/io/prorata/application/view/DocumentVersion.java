package io.prorata.application.view;

import io.prorata.domain.digest.Sha256;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The version of a document: with the household and the query, everything that its bytes depend on.
 *
 * @param epoch of the database
 * @param viewVersion of the code that computes and renders views
 * @param stamp of the scopes the view depends on
 */
public record DocumentVersion(String epoch, long viewVersion, Stamp stamp) {

    private static final int TAG_BYTES = 16;

    /**
     * Returns the entity tag of a document: a hash of everything that its bytes depend on, so that other bytes have another tag.
     *
     * @param query in its canonical text
     */
    public String tag(HouseholdId household, String query) {
        String identity = String.join(
                "\n",
                epoch,
                Long.toString(household.value()),
                query,
                stamp.revision() + "." + stamp.nonce(),
                HexFormat.of().toHexDigits(viewVersion));
        return Sha256.hex(TAG_BYTES, identity.getBytes(StandardCharsets.UTF_8));
    }
}
