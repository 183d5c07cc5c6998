package io.prorata.application.query;

import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.digest.Sha256;
import io.prorata.domain.household.HouseholdId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The place of the next page of a list, as opaque text. It is bound to one list of one household, including filter and order, and is
 * refused elsewhere. Rows that are added or removed before it do not move it.
 *
 * <p>It is bound by a checksum without a secret: a forged cursor can reach only rows that its user may read anyway.
 */
public final class PageCursor {

    private static final int CHECK_BYTES = 9;

    private PageCursor() {}

    /**
     * Writes a place as text.
     *
     * @param list the list's filter and order in one text
     */
    public static String of(HouseholdId household, String list, Place place) {
        byte[] text = (place.id() + " " + place.key()).getBytes(StandardCharsets.UTF_8);
        byte[] check = check(household, list, text);
        byte[] all = Arrays.copyOf(check, CHECK_BYTES + text.length);
        System.arraycopy(text, 0, all, CHECK_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Parses a place; empty if {@code cursor} is invalid, or of another list or household. */
    public static Optional<Place> read(HouseholdId household, String list, String cursor) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(cursor);
            if (all.length <= CHECK_BYTES) {
                return Optional.empty();
            }
            byte[] text = Arrays.copyOfRange(all, CHECK_BYTES, all.length);
            if (!Arrays.equals(check(household, list, text), Arrays.copyOf(all, CHECK_BYTES))) {
                return Optional.empty();
            }
            String place = new String(text, StandardCharsets.UTF_8);
            int end = place.indexOf(' ');
            return Optional.of(new Place(place.substring(end + 1), Long.parseLong(place.substring(0, end))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] check(HouseholdId household, String list, byte[] text) {
        byte[] about = (household + " " + list.length() + " " + list).getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Sha256.of(about, text), CHECK_BYTES);
    }
}
