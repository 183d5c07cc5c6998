package io.prorata.bootstrap.command.sorting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import org.jspecify.annotations.Nullable;

/** A rule as a request has it. */
final class RuleBody {

    private RuleBody() {}

    /** Returns a rule of its options alone. */
    static ObjectNode of(HouseholdSession session, String name, RuleOptions options) {
        return of(session, JsonNodeFactory.instance.objectNode(), name, options);
    }

    /** Returns {@code known} with what is stated: the API replaces a rule as a whole. */
    static ObjectNode of(HouseholdSession session, JsonNode known, @Nullable String name, RuleOptions options) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("name", name == null ? known.path("name").asText() : name)
                .put("on", known.path("on").asBoolean(true));
        body.set("conditions", merged(known.path("conditions"), options.conditions(session)));
        body.set("effects", merged(known.path("effects"), options.effects(session)));
        return body;
    }

    private static ObjectNode merged(JsonNode known, ObjectNode stated) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        known.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
        stated.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
        merged.properties().removeIf(field -> field.getValue().isNull());
        return merged;
    }
}
