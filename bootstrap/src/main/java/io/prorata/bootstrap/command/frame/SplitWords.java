package io.prorata.bootstrap.command.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.option.UsageException;
import java.util.ArrayList;
import java.util.List;

/** How the division of an amount is written on the command line: {@code key}, {@code equal}, {@code ines}, {@code ines=2,jules=1}. */
public final class SplitWords {

    private SplitWords() {}

    /** Returns the form that the API reads. */
    static ObjectNode read(String text) {
        ObjectNode split = JsonNodeFactory.instance.objectNode();
        if (text.indexOf('=') >= 0) {
            split.put("mode", "weights").set("weights", weights(text));
        } else if (text.equals("key") || text.equals("equal")) {
            split.put("mode", text);
        } else {
            split.put("mode", "member").put("member", text);
        }
        return split;
    }

    /** Returns the weights of {@code ines=2,jules=1}. */
    public static ObjectNode weights(String text) {
        ObjectNode weights = JsonNodeFactory.instance.objectNode();
        for (String part : text.split(",", -1)) {
            if (!part.matches("[^=]+=[0-9]{1,9}")) {
                throw new UsageException("'" + text + "' has no weight for each member; write ines=2,jules=1.");
            }
            int equals = part.indexOf('=');
            weights.put(part.substring(0, equals), Integer.parseInt(part.substring(equals + 1)));
        }
        return weights;
    }

    /** Returns {@code split} of an answer as it is written; empty if there is none. */
    public static String write(JsonNode split) {
        return switch (split.path("mode").asText("")) {
            case "member" -> split.path("member").asText();
            case "weights" -> weights(split.path("weights"));
            default -> split.path("mode").asText("");
        };
    }

    /** Returns weights of an answer as they are written. */
    public static String weights(JsonNode weights) {
        List<String> parts = new ArrayList<>();
        weights.properties()
                .forEach(weight ->
                        parts.add(weight.getKey() + "=" + weight.getValue().asText()));
        return String.join(",", parts);
    }
}
