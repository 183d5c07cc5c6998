package io.prorata.bootstrap.command.frame;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a change of many rows does, as the terminal shows it: how many rows, and each total that moves. */
public final class EffectLines {

    private EffectLines() {}

    /** Returns the lines of {@code effect}, whose rows were selected and changed or would be. */
    public static List<String> of(HouseholdSession session, JsonNode effect) {
        List<String> lines = new ArrayList<>();
        if (effect.path("dry_run").asBoolean()) {
            lines.add(session.words().text("A dry run: nothing was changed. The command would do this."));
        }
        lines.add(session.words()
                .text(
                        "{0} rows selected, {1} of them changed.",
                        effect.path("matched").asText(), effect.path("changed").asText()));
        if (!effect.path("totals").isEmpty()) {
            lines.add("");
            lines.addAll(session.columns()
                    .wordColumn("MONTH", "month")
                    .textColumn("FIGURE", EffectLines::figure)
                    .amountColumn("BEFORE", "before")
                    .amountColumn("AFTER", "after")
                    .lines(effect.path("totals")));
        }
        return lines;
    }

    /** Returns the lines of {@code answer}: its effect on rows, and the names that change elsewhere. */
    public static List<String> withNames(HouseholdSession session, JsonNode answer) {
        List<String> lines = new ArrayList<>(of(session, answer.path("effect")));
        lines.addAll(names(session, answer.path("names")));
        return lines;
    }

    /** Returns the lines of names of categories that change in other things than rows; none if there are none. */
    public static List<String> names(HouseholdSession session, JsonNode names) {
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(session.columns()
                .wordColumn("THING", "thing")
                .textColumn("KEY", "key")
                .textColumn("BEFORE", "before")
                .textColumn("AFTER", "after")
                .lines(names));
        return lines;
    }

    private static String figure(JsonNode total) {
        List<String> parts = new ArrayList<>();
        for (String field : List.of("figure", "expense_type", "category", "subcategory", "member")) {
            if (total.hasNonNull(field)) {
                parts.add(total.path(field).asText());
            }
        }
        return String.join(" ", parts);
    }
}
