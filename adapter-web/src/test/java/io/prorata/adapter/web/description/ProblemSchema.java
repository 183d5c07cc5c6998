package io.prorata.adapter.web.description;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What every error is (RFC 9457). Its type is no closed set: there will be new ones. */
final class ProblemSchema {

    private ProblemSchema() {}

    static ObjectNode of(Words words) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode().put("type", "object");
        problem.put("description", "A problem document (RFC 9457). Some types have further members.");
        add(problem, words, "string", "type", "title", "detail", "request_id", "reason", "option");
        add(problem, words, "integer", "status");
        add(problem, words, "array", "errors", "near", "lines");
        add(problem, words, "object", "options");
        ObjectNode properties = problem.withObjectProperty("properties");
        ((ObjectNode) properties.get("type")).putArray("examples").add("/problems/past-month");
        ((ObjectNode) properties.get("reason")).put("description", "Why the bank file cannot be read; a stable name.");
        properties.withObjectProperty("near").withObjectProperty("items").put("type", "string");
        ((ObjectNode) properties.get("options"))
                .withObjectProperty("additionalProperties")
                .put("type", "string");
        ObjectNode error = properties
                .withObjectProperty("errors")
                .withObjectProperty("items")
                .put("type", "object");
        add(error, words, "string", "pointer", "parameter", "header", "detail");
        ObjectNode line = properties
                .withObjectProperty("lines")
                .withObjectProperty("items")
                .put("type", "object");
        add(line, words, "integer", "line");
        add(line, words, "string", "reason");
        List.of("type", "title", "status", "detail", "request_id").forEach(problem.putArray("required")::add);
        return problem;
    }

    private static void add(ObjectNode object, Words words, String type, String... names) {
        for (String name : names) {
            object.withObjectProperty("properties")
                    .putObject(name)
                    .put("type", type)
                    .put("description", words.property("Problem", name));
        }
    }
}
