package io.prorata.adapter.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A tool: its name, its parameters and its request. All texts are constants.
 *
 * @param writes whether it changes the books
 * @param request built from valid arguments
 */
record ApiTool(
        String name,
        String title,
        String description,
        boolean writes,
        List<Parameter> parameters,
        Function<Arguments, ApiRequest> request) {

    /**
     * A parameter.
     *
     * @param schema of its values, a JSON Schema
     */
    record Parameter(String name, Map<String, Object> schema, boolean required) {

        static Parameter text(String name, String description) {
            return new Parameter(name, Map.of("type", "string", "description", description), false);
        }

        static Parameter flag(String name, String description) {
            return new Parameter(name, Map.of("type", "boolean", "description", description), false);
        }

        static Parameter number(String name, int least, int most, String description) {
            return new Parameter(
                    name,
                    Map.of("type", "integer", "minimum", least, "maximum", most, "description", description),
                    false);
        }

        static Parameter of(String name, List<String> values, String description) {
            return new Parameter(name, Map.of("type", "string", "enum", values, "description", description), false);
        }

        static Parameter texts(String name, String description) {
            return new Parameter(
                    name,
                    Map.of(
                            "type",
                            "object",
                            "additionalProperties",
                            Map.of("type", "string"),
                            "description",
                            description),
                    false);
        }

        Parameter needed() {
            return new Parameter(name, schema, true);
        }
    }

    /** The arguments of a call. */
    record Arguments(Map<String, Object> values) {

        /** Returns the arguments {@code names} that are present, as query parameters. */
        Map<String, String> query(String... names) {
            Map<String, String> query = new LinkedHashMap<>();
            for (String name : names) {
                Object value = values.get(name);
                if (value != null) {
                    query.put(name, value.toString());
                }
            }
            return query;
        }

        /** Returns the arguments {@code names} that are present, as members of a JSON object. */
        Map<String, Object> members(String... names) {
            Map<String, Object> members = new LinkedHashMap<>();
            for (String name : names) {
                Object value = values.get(name);
                if (value != null) {
                    members.put(name, value);
                }
            }
            return members;
        }

        String text(String name) {
            return String.valueOf(values.get(name));
        }

        boolean isTrue(String name, boolean unlessStated) {
            return values.get(name) instanceof Boolean stated ? stated : unlessStated;
        }

        /** Returns the texts of an object, empty if there is none. */
        Map<String, String> texts(String name) {
            Map<String, String> texts = new LinkedHashMap<>();
            if (values.get(name) instanceof Map<?, ?> object) {
                object.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
            }
            return texts;
        }
    }

    /** Returns the schema of all arguments. */
    Map<String, Object> inputSchema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters.forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                parameters.stream()
                        .filter(Parameter::required)
                        .map(Parameter::name)
                        .toList());
        schema.put("additionalProperties", false);
        return schema;
    }
}
