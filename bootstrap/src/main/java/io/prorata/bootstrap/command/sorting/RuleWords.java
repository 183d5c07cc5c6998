package io.prorata.bootstrap.command.sorting;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.SplitWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A rule as the options of the command line state it. */
final class RuleWords {

    /** What a shell takes for one word. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.,:/=+-]+");

    /** Fields whose options have other names. */
    private static final Map<String, String> OPTIONS = Map.of(
            "expense_type", "type",
            "bill_id", "bill",
            "provision_id", "provision",
            "tags", "tag");

    private RuleWords() {}

    /** Returns the options that state {@code part}, the conditions or the effects of a rule. */
    static String options(HouseholdSession session, JsonNode part) {
        List<String> options = new ArrayList<>();
        part.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                String option = "--"
                        + OPTIONS.getOrDefault(field.getKey(), field.getKey().replace('_', '-')) + " ";
                values(session, field.getKey(), field.getValue()).forEach(value -> options.add(option + quoted(value)));
            }
        });
        return String.join(" ", options);
    }

    /** Returns a value of a rule or of a row as it is written on the command line. */
    static List<String> values(HouseholdSession session, String name, JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asText).toList();
        }
        if (value.isObject()) {
            return List.of(SplitWords.write(value));
        }
        if (value.isBoolean()) {
            return List.of(value.asBoolean() ? "yes" : "no");
        }
        return List.of(name.endsWith("amount") ? session.amount(value) : value.asText());
    }

    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
