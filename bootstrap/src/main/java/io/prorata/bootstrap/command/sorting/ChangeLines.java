package io.prorata.bootstrap.command.sorting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.command.frame.EffectLines;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A change of the history, as the terminal shows it. */
final class ChangeLines {

    private ChangeLines() {}

    static List<String> of(HouseholdSession session, JsonNode answer) {
        List<String> lines = new ArrayList<>(HistoryCommand.entry(session, answer.path("entry")));
        List<JsonNode> values = values(session, answer.path("entry"));
        if (!values.isEmpty()) {
            lines.add("");
            lines.addAll(session.columns()
                    .wordColumn("FIELD", "field")
                    .textColumn("BEFORE", "before")
                    .textColumn("AFTER", "after")
                    .lines(values));
            lines.add(session.words().text("Amounts among these are in the smallest unit of the currency."));
        }
        if (!answer.path("rows").isEmpty()) {
            lines.add("");
            lines.addAll(session.columns()
                    .numberColumn("ROW", "id")
                    .wordColumn("DATE", row -> row.at("/before/date").asText())
                    .amountColumn("AMOUNT", row -> row.at("/before/amount"))
                    .textColumn("LABEL", row -> row.at("/before/label").asText())
                    .wordColumn("CHANGE", "change")
                    .textColumn("BEFORE", row -> category(row.path("before")))
                    .textColumn("NOW", row -> category(row.path("now")))
                    .lines(answer.path("rows")));
        }
        if (answer.path("more_rows").asBoolean()) {
            lines.add(session.words().text("There are more rows."));
        }
        lines.addAll(EffectLines.names(session, answer.path("names")));
        lines.add("");
        lines.add(
                answer.path("undoable").asBoolean()
                        ? session.words()
                                .text(
                                        "Undo it: prorata history undo {0}",
                                        answer.at("/entry/revision").asText())
                        : session.words().text("A change of this kind cannot be undone."));
        return lines;
    }

    /** Returns the values that the change replaced; those that stayed are left out. */
    private static List<JsonNode> values(HouseholdSession session, JsonNode entry) {
        JsonNode before = entry.path("before");
        JsonNode after = entry.path("after");
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        List<JsonNode> values = new ArrayList<>();
        for (String name : names) {
            if (!before.path(name).equals(after.path(name))) {
                ObjectNode row = session.fields().put("field", name).body();
                values.add(row.put("before", shown(before.path(name))).put("after", shown(after.path(name))));
            }
        }
        return values;
    }

    private static String shown(JsonNode value) {
        return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    /** The type of a row with its category, which are what most changes are about. */
    private static String category(JsonNode row) {
        List<String> parts = new ArrayList<>();
        for (String field : List.of("expense_type", "category", "subcategory")) {
            if (row.hasNonNull(field)) {
                parts.add(row.path(field).asText());
            }
        }
        return String.join(" ", parts);
    }
}
