package io.prorata.adapter.web.page.confirm;

import io.prorata.adapter.web.page.frame.Parties.Choice;
import java.util.List;

/**
 * What is to confirm in a month.
 *
 * @param effect what the month costs as it is, and if all were confirmed; empty where that is the same
 * @param sources whom money may come from, to choose from
 */
public record ConfirmModel(
        String month,
        String monthName,
        String before,
        String beforeName,
        String after,
        String afterName,
        String effect,
        List<Waiting> waiting,
        List<Choice> sources) {

    /**
     * One or two rows, and what they may be.
     *
     * @param key by which it is confirmed or rejected
     * @param said what it may be, in words
     * @param asks whether it has to be said whom the money comes from
     * @param source whom it seems to come from; empty where nobody knows
     */
    public record Waiting(String key, String said, List<Row> rows, boolean asks, String source) {}

    /** A row of a match. */
    public record Row(long id, String label, String day, String amount, boolean received, String account) {}
}
