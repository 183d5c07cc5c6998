package io.prorata.adapter.web.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What breaks clients between two descriptions: something they use is gone, or something is asked that they do not send. */
final class Breaks {

    private final List<String> found = new ArrayList<>();

    private Breaks() {}

    static List<String> between(JsonNode before, JsonNode after) {
        var breaks = new Breaks();
        breaks.paths(before, after);
        breaks.schemas(before, after);
        return breaks.found;
    }

    private void paths(JsonNode before, JsonNode after) {
        each(
                before.path("paths"),
                (path, item) -> each(item, (method, operation) -> {
                    String here = method + " " + path;
                    JsonNode now = after.path("paths").path(path).path(method);
                    if (now.isMissingNode()) {
                        found.add(here + " is gone");
                        return;
                    }
                    parameters(here, operation, now);
                    if (!operation.has("requestBody") && now.has("requestBody")) {
                        found.add(here + " needs a body now");
                    }
                    each(operation.path("responses"), (status, answer) -> {
                        if (!now.path("responses").has(status)) {
                            found.add(here + " does not answer " + status + " any more");
                        }
                    });
                }));
    }

    private void parameters(String here, JsonNode before, JsonNode now) {
        Set<String> known = new TreeSet<>();
        before.path("parameters").forEach(parameter -> known.add(name(parameter)));
        Set<String> there = new TreeSet<>();
        now.path("parameters").forEach(parameter -> {
            there.add(name(parameter));
            if (parameter.path("required").asBoolean() && !required(before, name(parameter))) {
                found.add(here + " needs " + name(parameter) + " now");
            }
        });
        known.stream()
                .filter(name -> !there.contains(name))
                .forEach(name -> found.add(here + " does not take " + name + " any more"));
    }

    private static boolean required(JsonNode operation, String name) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (name(parameter).equals(name)) {
                return parameter.path("required").asBoolean();
            }
        }
        return false;
    }

    private static String name(JsonNode parameter) {
        return parameter.path("in").asText() + " " + parameter.path("name").asText();
    }

    private void schemas(JsonNode before, JsonNode after) {
        JsonNode now = after.at("/components/schemas");
        each(before.at("/components/schemas"), (name, schema) -> {
            JsonNode other = now.path(name);
            if (other.isMissingNode()) {
                found.add("the shape " + name + " is gone");
                return;
            }
            values(name, schema, other);
            each(schema.path("properties"), (property, type) -> {
                JsonNode is = other.path("properties").path(property);
                if (is.isMissingNode()) {
                    found.add(name + "." + property + " is gone");
                } else if (!type.path("type").equals(is.path("type"))
                        || !type.path("$ref").equals(is.path("$ref"))) {
                    found.add(name + "." + property + " is of another type");
                }
                values(name + "." + property, type, is);
            });
            // Of an answer all are there anyway; of a body each is asked for.
            Set<String> had = texts(schema.path("required"));
            texts(other.path("required")).stream()
                    .filter(property ->
                            !had.contains(property) && schema.path("properties").has(property))
                    .forEach(property -> found.add(name + "." + property + " is needed now"));
        });
    }

    private void values(String here, JsonNode before, JsonNode now) {
        Set<String> still = texts(now.path("enum"));
        if (now.has("enum")) {
            texts(before.path("enum")).stream()
                    .filter(value -> !still.contains(value))
                    .forEach(value -> found.add(here + " is never " + value + " any more"));
        }
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private interface Visitor {
        void visit(String name, JsonNode value);
    }

    private static void each(JsonNode object, Visitor visitor) {
        object.properties().forEach(field -> visitor.visit(field.getKey(), field.getValue()));
    }
}
