package io.prorata.adapter.web.page.rules;

import java.util.List;

/**
 * The rules that sort rows, in the order in which they run, and those that are proposed.
 *
 * @param stamp of the list and its order
 * @param month the current one
 */
public record RulesModel(String stamp, String month, List<Line> rules, List<Proposed> proposed) {

    /**
     * A rule.
     *
     * @param on whether it runs
     * @param first whether it runs before all others
     * @param last whether it runs after all others
     */
    public record Line(
            long id,
            String name,
            boolean on,
            List<String> conditions,
            List<String> effects,
            boolean first,
            boolean last) {}

    /**
     * A rule that is proposed.
     *
     * @param said how many rows people sorted so
     * @param fields as the form of a rule has them
     */
    public record Proposed(
            String name, String said, List<String> conditions, List<String> effects, RuleFields fields) {}
}
