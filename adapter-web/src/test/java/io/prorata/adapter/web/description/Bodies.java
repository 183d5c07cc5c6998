package io.prorata.adapter.web.description;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.application.port.Tokens;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.ledger.ExpenseType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The shapes of bodies. They are read field by field, so no type says them; what is said here is held to what the server itself says
 * when a field is unknown to it.
 */
final class Bodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> OF_BILL = List.of(
            "label! name", "category! name", "paid_by name", "amount! amount", "frequency! Frequency", "split Split");
    private static final List<String> OF_PROVISION = List.of(
            "name! name",
            "description text",
            "category name",
            "icon name",
            "colour colour",
            "position whole",
            "base! Base",
            "split Split",
            "target amount",
            "opening_balance amount");
    private static final List<String> OF_LINE = List.of(
            "date! date",
            "label! text",
            "amount! amount",
            "account name",
            "bank_id name",
            "category name",
            "subcategory name",
            "expense_type ExpenseType",
            "excluded flag",
            "tags names");
    private static final List<String> FROM_UNTIL = List.of("from month", "until month");

    /** By the route that takes them: the name of the shape, then its fields; an exclamation mark says that one is needed. */
    static final Map<String, List<String>> OF_ROUTES = ofRoutes();

    private Bodies() {}

    private static Map<String, List<String>> ofRoutes() {
        Map<String, List<String>> bodies = new LinkedHashMap<>();
        bodies.put(
                "PATCH /household",
                body("HouseholdPatch", List.of("name name", "currency currency", "time_zone text", "members Members")));
        bodies.put(
                "POST /operator/households",
                body("NewHousehold", List.of("name name", "currency currency", "time_zone text", "members Members")));
        bodies.put("PUT /operator/features/{name}", body("FeatureSwitch", List.of("on! flag")));
        bodies.put("POST /configs", body("NewConfig", List.of("from month", "members! Incomes", "key Key")));
        bodies.put("POST /fixed-expenses", body("NewFixedExpense", OF_BILL, FROM_UNTIL));
        bodies.put("PUT /fixed-expenses/{id}", body("FixedExpense", OF_BILL));
        bodies.put("PATCH /fixed-expenses/{id}", body("FixedExpensePatch", optional(OF_BILL)));
        bodies.put("POST /provisions", body("NewProvision", OF_PROVISION, FROM_UNTIL));
        bodies.put("PUT /provisions/{id}", body("Provision", OF_PROVISION));
        bodies.put("PATCH /provisions/{id}", body("ProvisionPatch", optional(OF_PROVISION)));
        bodies.put("POST /provisions/{id}/contributions", body("NewMovement", List.of("date! date", "amount! amount")));
        bodies.put("POST /provisions/{id}/withdrawals", body("NewMovement", List.of("date! date", "amount! amount")));
        bodies.put("POST /transactions", body("NewTransaction", OF_LINE));
        bodies.put("POST /transactions/batch", body("NewTransactions", List.of("transactions! Lines")));
        bodies.put("POST /transactions/changes", body("TransactionChanges", List.of("filter! Filter", "set! Set")));
        bodies.put(
                "PATCH /transactions/{id}",
                body(
                        "TransactionPatch",
                        optional(OF_LINE).stream()
                                .filter(field -> !field.startsWith("bank_id"))
                                .toList()));
        bodies.put("PUT /category-mappings", body("Mapping", List.of("rules! Rules")));
        bodies.put("POST /imports/{id}/bills", body("Bills", List.of("transactions! wholes")));
        bodies.put("POST /tokens", body("NewToken", List.of("name! name", "scope! Scope")));
        bodies.put("POST /session/links", body("NewSignInLink", List.of("name! name", "scope! Scope")));
        return bodies;
    }

    private static List<String> body(String name, List<String> fields) {
        return Stream.concat(Stream.of(name), fields.stream()).toList();
    }

    private static List<String> body(String name, List<String> fields, List<String> more) {
        return Stream.concat(body(name, fields).stream(), more.stream()).toList();
    }

    private static List<String> optional(List<String> fields) {
        return fields.stream().map(field -> field.replace("!", "")).toList();
    }

    static void addTo(Schemas schemas) {
        schemas.add("Member", object(schemas, List.of("key! key", "name! name")));
        schemas.add(
                "IncomeOfMember",
                object(schemas, List.of("member! key", "gross amount", "tax_rate percent", "net amount")));
        schemas.add("Rule", object(schemas, List.of("category! name", "expense_type! ExpenseType")));
        schemas.add("Line", object(schemas, OF_LINE));
        schemas.add(
                "Filter",
                object(
                        schemas,
                        List.of(
                                "month month",
                                "from date",
                                "to date",
                                "category name",
                                "subcategory name",
                                "account name",
                                "expense_types names",
                                "excluded flag",
                                "tag name",
                                "text text",
                                "min_amount amount",
                                "max_amount amount")));
        schemas.add(
                "Set",
                object(
                        schemas,
                        List.of(
                                "account name",
                                "category name",
                                "subcategory name",
                                "expense_type ExpenseType",
                                "excluded flag",
                                "tags names",
                                "add_tags names",
                                "remove_tags names")));
        schemas.add(
                "Key",
                mode(schemas, List.of("income", "equal", "weights"), List.of("fallback Weights", "weights Weights")));
        schemas.add(
                "Split",
                mode(schemas, List.of("key", "equal", "member", "weights"), List.of("member key", "weights Weights")));
        schemas.add(
                "Base",
                mode(
                        schemas,
                        List.of("total", "member", "fixed"),
                        List.of("percentage percent", "member key", "amount amount")));
        ObjectNode weights = JSON.objectNode().put("type", "object");
        weights.set(
                "additionalProperties", JSON.objectNode().put("type", "integer").put("minimum", 0));
        schemas.add("Weights", weights.put("description", "A whole number for each member, by key."));
        OF_ROUTES.values().forEach(body -> schemas.add(body.getFirst(), object(schemas, body.subList(1, body.size()))));
    }

    private static ObjectNode mode(Schemas schemas, List<String> modes, List<String> others) {
        ObjectNode object = object(
                schemas, Stream.concat(Stream.of("mode! text"), others.stream()).toList());
        ArrayNode values = JSON.arrayNode();
        modes.forEach(values::add);
        ((ObjectNode) object.at("/properties/mode")).set("enum", values);
        return object;
    }

    static ObjectNode object(Schemas schemas, List<String> fields) {
        ObjectNode object = JSON.objectNode().put("type", "object");
        ObjectNode properties = object.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (String field : fields) {
            String name = field.substring(0, field.indexOf(' ')).replace("!", "");
            properties.set(name, value(schemas, field.substring(field.indexOf(' ') + 1)));
            if (field.contains("!")) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        return object.put("additionalProperties", false);
    }

    private static ObjectNode value(Schemas schemas, String kind) {
        return switch (kind) {
            case "name" -> text().put("minLength", 1).put("maxLength", 200);
            case "text" -> text().put("maxLength", 500);
            case "key" -> text().put("pattern", "^[a-z][a-z0-9-]{0,31}$");
            case "colour" -> text().put("pattern", "^#[0-9a-fA-F]{6}$");
            case "currency" -> text().put("pattern", "^[A-Z]{3}$");
            case "month" -> text().put("pattern", "^[0-9]{4}-[0-9]{2}$");
            case "date" -> text().put("format", "date");
            case "amount" -> decimal("A decimal with no more decimals than the currency has, as text or as a number.");
            case "percent" -> decimal("Percent, at most four decimals, as text or as a number.");
            case "whole" -> JSON.objectNode().put("type", "integer");
            case "flag" -> JSON.objectNode().put("type", "boolean");
            case "ExpenseType" -> constants(ExpenseType.values(), false);
            case "Frequency" -> constants(Frequency.values(), true);
            case "Scope" -> constants(Tokens.TokenScope.values(), true);
            case "names" -> list(text());
            case "wholes" -> list(JSON.objectNode().put("type", "integer"));
            case "Members" -> list(schemas.ref("Member"));
            case "Incomes" -> list(schemas.ref("IncomeOfMember"));
            case "Rules" -> list(schemas.ref("Rule"));
            case "Lines" -> list(schemas.ref("Line"));
            default -> schemas.ref(kind);
        };
    }

    private static ObjectNode text() {
        return JSON.objectNode().put("type", "string");
    }

    private static ObjectNode decimal(String description) {
        ObjectNode either = JSON.objectNode().put("description", description);
        either.putArray("type").add("string").add("number");
        return either;
    }

    private static ObjectNode list(ObjectNode items) {
        ObjectNode list = JSON.objectNode().put("type", "array");
        list.set("items", items);
        return list;
    }

    static ObjectNode constants(Enum<?>[] constants, boolean small) {
        ObjectNode text = text();
        ArrayNode values = text.putArray("enum");
        Arrays.stream(constants)
                .map(Enum::name)
                .map(name -> small ? name.toLowerCase(Locale.ROOT) : name)
                .forEach(values::add);
        return text;
    }
}
