package io.prorata.adapter.web.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import io.prorata.adapter.web.ApiRoutes;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.parameter.Limit;
import io.prorata.adapter.web.parameter.Offset;
import io.prorata.adapter.web.parameter.Since;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.view.Document;
import io.prorata.application.view.Page;
import io.prorata.domain.ledger.ExpenseType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The API's description (OpenAPI 3.1), built from the routes that the server has, what is said above their methods, the records of their
 * answers, the shapes of their bodies and the examples that the tests send.
 */
final class ApiDescription {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";

    /** What views are written down as: their routes answer with finished bytes. */
    private static final Map<String, String> VIEWS = Map.ofEntries(
            Map.entry("/dashboard/summary", "SummaryResponse"),
            Map.entry("/dashboard/summary/optimized", "SlimSummaryResponse"),
            Map.entry("/dashboard/summary/slim", "SlimSummaryResponse"),
            Map.entry("/summary/enhanced", "ScreenResponse"),
            Map.entry("/dashboard/savings", "SavingsResponse"),
            Map.entry("/dashboard/expenses", "ExpensesResponse"),
            Map.entry("/dashboard/provisions/details", "ProvisionDetailsResponse"),
            Map.entry("/custom-provisions/summary", "ProvisionsSummaryResponse"),
            Map.entry("/provisions/calculate/optimized", "ProvisionsResponse"),
            Map.entry("/dashboard/categories/{segment}", "CategoryResponse"),
            Map.entry("/dashboard/drill-down/{segment}", "DrillDownResponse"),
            Map.entry("/transactions/hierarchy", "HierarchyResponse"),
            Map.entry("/transactions/categories", "CategoriesResponse"),
            Map.entry("/transactions/subcategories", "SubcategoriesResponse"),
            Map.entry("/analytics/categories/optimized", "AnalyticsResponse"));

    private final Schemas schemas = new Schemas();
    private final Map<String, ExecutableMethod<?, ?>> methods = new TreeMap<>();

    /** @param served the routes of a server */
    ApiDescription(Stream<UriRouteInfo<?, ?>> served) {
        // Of several methods at one address the first by name speaks for all.
        served.forEach(route -> methods.merge(
                route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString(),
                ((MethodBasedRouteInfo<?, ?>) route).getTargetMethod().getExecutableMethod(),
                (one, other) -> one.getMethodName().compareTo(other.getMethodName()) <= 0 ? one : other));
    }

    String text() {
        ObjectNode all = JSON.objectNode().put("openapi", "3.1.0");
        ObjectNode info = all.putObject("info");
        info.put("title", "Prorata");
        info.put("version", "1");
        info.put("description", """
            A household's money, divided to the cent. Money is a decimal string with exactly the currency's decimals; months are YYYY-MM. \
            Reads have an ETag and answer 304 to If-None-Match; with the X-Revision of a write as Min-Revision a read is refused (412) rather than answered from before it. \
            Bodies are read as they are: a request with a Content-Encoding other than identity is refused (415). \
            A request names one of the server's names as Host (421), and comes from no page of another origin (403). \
            Every error is a problem document (RFC 9457).\
            """);
        all.putArray("security").add(JSON.objectNode().set("token", JSON.arrayNode()));
        ObjectNode paths = all.putObject("paths");
        SortedMap<String, ObjectNode> sorted = new TreeMap<>();
        ApiRoutes.all()
                .forEach(route -> sorted.computeIfAbsent(route.template(), path -> JSON.objectNode())
                        .set(route.method().toLowerCase(Locale.ROOT), operation(route)));
        sorted.forEach(paths::set);
        Bodies.addTo(schemas);
        schemas.add("Problem", problem());
        ObjectNode components = all.putObject("components");
        ObjectNode shapes = components.putObject("schemas");
        schemas.named().forEach(shapes::set);
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A token of one household, of scope read, write or admin.");
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode operation(ApiRoutes.Route route) {
        ExecutableMethod<?, ?> method = methods.get(route.toString());
        if (method == null) {
            throw new IllegalStateException(route + " is not served");
        }
        ObjectNode operation = JSON.objectNode();
        operation.putArray("tags").add(route.template().split("/", -1)[1]);
        operation.put("operationId", operationId(route));
        // The first sentence stands alone in generated clients; what follows it explains.
        String[] said = Javadocs.ofMethod(method.getDeclaringType(), method.getMethodName())
                .orElseThrow(() -> new IllegalStateException("nothing is said above " + method))
                .split("(?<=[.]) ", 2);
        operation.put("summary", said[0]);
        if (said.length > 1) {
            operation.put("description", said[1]);
        }
        ArrayNode parameters = parameters(route, method);
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        body(route, operation);
        if (route.open()) {
            operation.putArray("security");
        }
        ObjectNode responses = operation.putObject("responses");
        answer(route, method, responses);
        failures(route, responses);
        ObjectNode problem = responses.putObject("default").put("description", "A problem");
        problem.putObject("content").putObject("application/problem+json").set("schema", schemas.ref("Problem"));
        return operation;
    }

    private static String operationId(ApiRoutes.Route route) {
        StringBuilder id = new StringBuilder(route.method().toLowerCase(Locale.ROOT));
        for (String part : route.template().split("[/{}.-]", -1)) {
            if (!part.isEmpty()) {
                id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return id.toString();
    }

    private ArrayNode parameters(ApiRoutes.Route route, ExecutableMethod<?, ?> method) {
        ArrayNode parameters = JSON.arrayNode();
        for (Argument<?> argument : method.getArguments()) {
            if (argument.isAnnotationPresent(QueryValue.class)) {
                String name = argument.getAnnotationMetadata()
                        .stringValue(QueryValue.class)
                        .filter(stated -> !stated.isEmpty())
                        .orElse(argument.getName());
                ObjectNode schema = schema(argument.getType());
                argument.getAnnotationMetadata()
                        .stringValue(Bindable.class, "defaultValue")
                        .filter(value -> !value.isEmpty())
                        .ifPresent(value -> setDefault(schema, value));
                parameters.add(parameter(route, "query", name, false, schema));
            } else if (route.template().contains("{" + argument.getName() + "}")) {
                parameters.add(parameter(route, "path", argument.getName(), true, schema(argument.getType())));
            } else if (argument.getType() == ReadOptions.class) {
                for (ReadOption option : ReadOption.values()) {
                    parameters.add(parameter("query", option.parameter(), option.help(), false, schema(String.class)));
                }
            }
        }
        if (changesAThing(route)) {
            parameters.add(parameter(route, "header", "If-Match", isEdit(route), schema(String.class)));
        }
        if (route.method().equals("POST") && !route.operator()) {
            parameters.add(parameter(route, "header", "Idempotency-Key", false, schema(String.class)));
        }
        if (isTagged(route)) {
            parameters.add(parameter(route, "header", "If-None-Match", false, schema(String.class)));
            parameters.add(parameter(route, "header", "Min-Revision", false, schema(String.class)));
        }
        return parameters;
    }

    /** Whether it reads what is a household's: such answers have a tag, and say the revision. */
    private static boolean isTagged(ApiRoutes.Route route) {
        return !route.writes() && !route.open() && !route.operator() && !isOperational(route) && !isStream(route);
    }

    private static boolean isStream(ApiRoutes.Route route) {
        return route.template().endsWith("/stream");
    }

    /** Whether it is about what is kept of answers: nothing of that is a household's. */
    static boolean isOperational(ApiRoutes.Route route) {
        return route.template().matches("(/dashboard)?/cache/.*");
    }

    static boolean changesAThing(ApiRoutes.Route route) {
        return List.of("PUT", "PATCH", "DELETE").contains(route.method()) && !route.operator() && !isOperational(route);
    }

    /** Whether what the route changes can be edited, rather than taken back as a whole. */
    private static boolean isEdit(ApiRoutes.Route route) {
        return changesAThing(route) && !route.template().matches("/(tokens|imports)/.*|.*/\\{movement}");
    }

    private static ObjectNode parameter(
            ApiRoutes.Route route, String in, String name, boolean required, ObjectNode schema) {
        return parameter(in, name, Parameters.meaning(route, name), required, schema);
    }

    private static ObjectNode parameter(
            String in, String name, String description, boolean required, ObjectNode schema) {
        ObjectNode parameter = JSON.objectNode().put("name", name).put("in", in).put("required", required);
        parameter.put("description", description);
        parameter.set("schema", schema);
        return parameter;
    }

    private static void setDefault(ObjectNode schema, String value) {
        switch (schema.path("type").asText()) {
            case "boolean" -> schema.put("default", Boolean.parseBoolean(value));
            case "integer" -> schema.put("default", Long.parseLong(value));
            case "array" -> {
                ArrayNode values = schema.putArray("default");
                Arrays.stream(value.split(",", -1)).forEach(values::add);
            }
            default -> schema.put("default", value);
        }
    }

    private static ObjectNode schema(Class<?> type) {
        ObjectNode schema = JSON.objectNode();
        if (type == YearMonth.class) {
            return schema.put("type", "string").put("pattern", "^[0-9]{4}-[0-9]{2}$");
        }
        if (type == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        }
        if (type == Flag.class) {
            return schema.put("type", "boolean");
        }
        if (type == Limit.class) {
            return schema.put("type", "integer").put("minimum", 1).put("maximum", Page.MOST);
        }
        if (type == Offset.class) {
            return schema.put("type", "integer").put("minimum", 0);
        }
        if (type == ExpenseType.class) {
            return Bodies.constants(ExpenseType.values(), false);
        }
        if (type == long.class || type == Long.class) {
            return schema.put("type", "integer").put("format", "int64");
        }
        if (Collection.class.isAssignableFrom(type)) {
            schema.put("type", "array").putObject("items").put("type", "string");
            return schema;
        }
        if (type == Since.class) {
            return schema.put("type", "string").put("pattern", "^[0-9A-Za-z-]{1,64}\\.[0-9]{1,18}$");
        }
        if (type == String.class) {
            return schema.put("type", "string");
        }
        throw new IllegalStateException("no shape for a parameter of " + type);
    }

    private void body(ApiRoutes.Route route, ObjectNode operation) {
        if (route.toString().equals("POST /imports")) {
            ObjectNode content =
                    operation.putObject("requestBody").put("required", true).putObject("content");
            content.putObject("text/csv").put("example", Examples.of(route));
            content.putObject("multipart/form-data")
                    .putObject("schema")
                    .put("type", "object")
                    .putObject("properties")
                    .putObject("file")
                    .put("contentMediaType", "application/octet-stream");
            return;
        }
        List<String> shape = Bodies.OF_ROUTES.get(route.toString());
        if (shape == null) {
            return;
        }
        String type = route.method().equals("PATCH") ? "application/merge-patch+json" : JSON_TYPE;
        ObjectNode content = operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject(type);
        content.set("schema", schemas.ref(shape.getFirst()));
        try {
            content.set("example", MAPPER.readTree(Examples.of(route)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(ApiRoutes.Route route, ExecutableMethod<?, ?> method, ObjectNode responses) {
        Argument<?> returned = answered(method.getReturnType().asArgument());
        Class<?> body = returned.getType().isRecord()
                ? returned.getType()
                : returned.getFirstTypeVariable().map(Argument::getType).orElseThrow();
        ObjectNode answer = JSON.objectNode();
        responses.set(Integer.toString(success(route)), answer);
        headers(route, answer);
        if (body == Void.class) {
            answer.put("description", "Done");
            return;
        }
        answer.put("description", route.method().equals("POST") ? "What became of it" : "As asked");
        if (route.template().startsWith("/openapi")) {
            return;
        }
        if (route.template().startsWith("/problems")) {
            answer.putObject("content").putObject("text/html");
            return;
        }
        if (route.template().equals("/metrics")) {
            answer.putObject("content").putObject("text/plain");
            return;
        }
        if (isStream(route)) {
            answer.putObject("content")
                    .putObject("text/event-stream")
                    .putObject("schema")
                    .put("type", "string");
            return;
        }
        ObjectNode schema = body == Document.class
                ? schemas.of(view(route))
                : returned.getFirstTypeVariable()
                        .filter(list -> Collection.class.isAssignableFrom(list.getType()))
                        .map(list ->
                                list(list.getFirstTypeVariable().orElseThrow().getType()))
                        .orElseGet(() -> schemas.of(body));
        answer.putObject("content").putObject(JSON_TYPE).set("schema", schema);
        if (List.of("POST /imports", "POST /fixed-expenses", "POST /provisions").contains(route.toString())) {
            ObjectNode dryRun = responses.putObject("200").put("description", "What would become of it (dry_run)");
            dryRun.putObject("content").putObject(JSON_TYPE).set("schema", schema);
        }
    }

    private static void headers(ApiRoutes.Route route, ObjectNode answer) {
        if (route.open() || route.operator()) {
            return;
        }
        ObjectNode headers = answer.putObject("headers");
        if (isOperational(route)) {
            if (route.method().equals("POST")) {
                header(headers, "Location", "Where its progress is.");
            }
            return;
        }
        header(headers, "X-Revision", "The household's revision that this answer is of: epoch.number.");
        boolean manyThings = route.template().matches(".*/(batch|changes|apply|bills)");
        boolean made = route.method().equals("POST") && !manyThings;
        boolean changed = List.of("PUT", "PATCH").contains(route.method())
                || (route.method().equals("DELETE") && success(route) == 200);
        boolean ofSecret = route.toString().equals("POST /tokens");
        if (isTagged(route) || changed || (made && !ofSecret)) {
            header(
                    headers,
                    "ETag",
                    "The state this shows: for If-None-Match, and for If-Match where it can be edited.");
        }
        if (made) {
            header(headers, "Location", "Where what was made is.");
        }
        if (route.method().equals("POST")) {
            header(
                    headers,
                    "Idempotency-Replayed",
                    "true where this is the answer to an earlier request of the same key.");
        }
        if (route.toString().equals("GET /transactions")) {
            header(
                    headers,
                    "Link",
                    "Where the first, the next and the previous page are (RFC 8288), as far as there are any.");
        }
    }

    private static void header(ObjectNode headers, String name, String description) {
        headers.putObject(name)
                .put("description", description)
                .putObject("schema")
                .put("type", "string");
    }

    private void failures(ApiRoutes.Route route, ObjectNode responses) {
        if (isTagged(route)) {
            responses.putObject("304").put("description", "Unchanged since the ETag that If-None-Match names.");
        }
        Failures.of(route, isEdit(route)).forEach((status, kinds) -> {
            ObjectNode failure = responses.putObject(status.toString());
            failure.put(
                    "description",
                    kinds.stream().map(kind -> "/problems/" + kind).collect(Collectors.joining(", ")));
            failure.putObject("content").putObject("application/problem+json").set("schema", schemas.ref("Problem"));
        });
    }

    /** What is promised for later counts as answered. */
    private static Argument<?> answered(Argument<?> returned) {
        return returned.getType() == CompletionStage.class
                ? returned.getFirstTypeVariable().orElseThrow()
                : returned;
    }

    static int success(ApiRoutes.Route route) {
        if (route.method().equals("POST")) {
            return route.template().endsWith("/warm")
                    ? 202
                    : route.template().matches(".*/(changes|apply|bills)") ? 200 : 201;
        }
        return route.method().equals("DELETE")
                        && route.template().matches("/(tokens|transactions|configs)/.*|.*/\\{movement}")
                ? 204
                : 200;
    }

    private ObjectNode list(Class<?> items) {
        ObjectNode list = JSON.objectNode().put("type", "array");
        list.set("items", schemas.of(items));
        return list;
    }

    private static Class<?> view(ApiRoutes.Route route) {
        try {
            return Class.forName("io.prorata.adapter.web.rendering." + VIEWS.get(route.template()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no record is named for " + route, e);
        }
    }

    private static ObjectNode problem() {
        ObjectNode problem = JSON.objectNode().put("type", "object");
        ObjectNode properties = problem.putObject("properties");
        ObjectNode type = properties.putObject("type").put("type", "string");
        ArrayNode kinds = type.putArray("enum");
        try (Stream<Path> pages = Files.list(Path.of("..", "docs", "problems"))) {
            pages.map(page -> page.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .map(name -> "/problems/" + name.replace(".md", ""))
                    .sorted()
                    .forEach(kinds::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.putObject("title").put("type", "string");
        properties.putObject("status").put("type", "integer");
        properties.putObject("detail").put("type", "string");
        ObjectNode errors = properties.putObject("errors").put("type", "array");
        ObjectNode error = errors.putObject("items").put("type", "object");
        ObjectNode parts = error.putObject("properties");
        parts.putObject("pointer").put("type", "string").put("description", "Where in the body (RFC 6901).");
        parts.putObject("parameter").put("type", "string");
        parts.putObject("header").put("type", "string");
        parts.putObject("detail").put("type", "string");
        properties.putObject("request_id").put("type", "string");
        ArrayNode required = problem.putArray("required");
        List.of("type", "title", "status", "detail", "request_id").forEach(required::add);
        return problem;
    }
}
