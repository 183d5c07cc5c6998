package io.prorata.adapter.web.page.rules;

import io.prorata.adapter.web.page.change.RowWords.ChangedRow;
import io.prorata.adapter.web.page.frame.Parties.Choice;
import java.util.List;

/**
 * One rule, to be changed or added.
 *
 * @param id 0 for a new one
 * @param stamp of its state; empty for a new one
 * @param wrong what it was refused for; empty if it was not
 */
public record RuleModel(
        long id, String stamp, String title, RuleFields fields, RuleChoices choices, String wrong, Tried tried) {

    /** What may be chosen in the form; each list begins with nothing. */
    public record RuleChoices(
            List<String> types,
            List<Choice> splits,
            List<Choice> payers,
            List<Choice> links,
            List<Choice> sources,
            List<String> accounts) {}

    /**
     * What the rule does by itself to rows that are there.
     *
     * @param shown whether it was tried
     * @param said how many rows it matches and would change
     * @param rows the latest that match
     */
    public record Tried(boolean shown, String said, List<ChangedRow> rows) {

        /** It was not tried. */
        static final Tried NOT = new Tried(false, "", List.of());
    }
}
