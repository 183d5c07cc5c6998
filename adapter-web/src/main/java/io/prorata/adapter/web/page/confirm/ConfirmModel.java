package io.prorata.adapter.web.page.confirm;

import io.prorata.adapter.web.page.frame.Parties.Choice;
import java.util.List;

/**
 * What is to confirm in a month.
 *
 * @param month by number
 * @param name of the month, in words
 * @param total what the month costs as it is, and if all were confirmed, in words
 * @param sources whom money may come from
 */
public record ConfirmModel(
        String month, String name, String total, String everybody, List<Choice> sources, List<Item> items) {

    /**
     * One or two rows, and what they may be.
     *
     * @param asks whether somebody has to say whom the money comes from
     * @param member whose it seems to be; empty if nobody knows
     */
    public record Item(String id, String what, boolean asks, String member, List<Row> rows) {}

    /** A row of the account. */
    public record Row(long id, String label, String day, String amount) {}
}
