package io.prorata.adapter.web.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** Says where a value is not of a shape: as much of JSON Schema as the description uses. */
final class ShapeCheck {

    private final JsonNode shapes;
    private final List<String> faults = new ArrayList<>();

    ShapeCheck(JsonNode description) {
        this.shapes = description.at("/components/schemas");
    }

    List<String> faults(JsonNode schema, JsonNode value) {
        check("", schema, value);
        return faults;
    }

    private void check(String at, JsonNode stated, JsonNode value) {
        JsonNode schema = stated;
        if (schema.has("$ref")) {
            String ref = schema.get("$ref").asText();
            schema = shapes.path(ref.substring(ref.lastIndexOf('/') + 1));
        }
        if (schema.has("oneOf")) {
            String mode = value.path(schema.at("/discriminator/propertyName").asText())
                    .asText();
            JsonNode form = schema.at("/discriminator/mapping").path(mode);
            if (form.isMissingNode()) {
                faults.add(at + " has no form " + mode);
            } else {
                check(at, JsonNodeFactory.instance.objectNode().put("$ref", form.asText()), value);
            }
            return;
        }
        if (schema.has("pattern")
                && value.isTextual()
                && !value.asText().matches(schema.path("pattern").asText())) {
            faults.add(at + " is " + value + ", not as " + schema.path("pattern"));
        }
        if (schema.has("anyOf")) {
            if (!value.isNull()) {
                check(at, schema.get("anyOf").get(0), value);
            }
            return;
        }
        if (!isOfType(schema.path("type"), value)) {
            faults.add(at + " is " + value.getNodeType() + ", not " + schema.path("type"));
            return;
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(at + "/" + i, schema.path("items"), value.get(i));
            }
        }
        if (value.isObject()) {
            object(at, schema, value);
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            faults.add(at + " is " + value + ", none of " + schema.get("enum"));
        }
    }

    private void object(String at, JsonNode schema, JsonNode value) {
        JsonNode properties = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        value.fieldNames().forEachRemaining(name -> {
            if (properties.has(name)) {
                check(at + "/" + name, properties.get(name), value.get(name));
            } else if (others.isObject()) {
                check(at + "/" + name, others, value.get(name));
            } else if (others.isBoolean() && !others.asBoolean()) {
                faults.add(at + "/" + name + " is not described");
            }
        });
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(at + "/" + name.asText() + " is missing");
            }
        });
    }

    private static boolean isOfType(JsonNode types, JsonNode value) {
        if (types.isMissingNode()) {
            return true;
        }
        if (types.isArray()) {
            for (JsonNode type : types) {
                if (isOfType(type, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (types.asText()) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
