package io.prorata.bootstrap.command.sorting;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import java.util.ArrayList;
import java.util.List;

/** What a rule would do by itself, as the terminal shows it. */
final class TriedLines {

    private TriedLines() {}

    static List<String> of(HouseholdSession session, JsonNode answer) {
        List<String> lines = new ArrayList<>();
        lines.add(session.words()
                .text(
                        "{0} rows looked through: {1} match, {2} would change. Nothing is changed.",
                        answer.path("rows").asText(),
                        answer.path("matched").asText(),
                        answer.path("changed").asText()));
        if (!answer.path("complete").asBoolean()) {
            lines.add(session.words().text("There are older rows, which were not looked through."));
        }
        JsonNode matches = answer.path("matches");
        if (!matches.isEmpty()) {
            lines.add("");
            lines.addAll(session.columns()
                    .numberColumn("ID", match -> match.at("/before/id").asText())
                    .wordColumn("DATE", match -> match.at("/before/date").asText())
                    .amountColumn("AMOUNT", match -> match.at("/before/amount"))
                    .textColumn("LABEL", match -> match.at("/before/label").asText())
                    .textColumn("WOULD BE", match -> changes(session, match))
                    .lines(matches));
        }
        if (answer.path("matched").asLong() > matches.size()) {
            lines.add(session.words().text("These are the latest {0} of them.", String.valueOf(matches.size())));
        }
        return lines;
    }

    /** Returns the fields of a row that the rule changes, each as it would be. */
    private static String changes(HouseholdSession session, JsonNode match) {
        List<String> changes = new ArrayList<>();
        match.path("after").properties().forEach(field -> {
            JsonNode after = field.getValue();
            if (!field.getKey().equals("sorted_by")
                    && !after.isNull()
                    && !after.equals(match.path("before").path(field.getKey()))) {
                changes.add(field.getKey() + " " + String.join(" ", RuleWords.values(session, field.getKey(), after)));
            }
        });
        return String.join(", ", changes);
    }
}
