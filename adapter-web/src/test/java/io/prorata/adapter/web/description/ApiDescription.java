package io.prorata.adapter.web.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import io.prorata.adapter.web.ApiRoutes;
import io.prorata.adapter.web.ApiRoutes.Route;
import io.prorata.adapter.web.json.MediaTypes;
import io.prorata.adapter.web.json.MergePatch;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.query.Page;
import io.prorata.application.view.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The API's description (OpenAPI 3.1), built from the routes that the server has, what is said above their methods, the records of their
 * bodies and answers, and what a run of all examples was answered.
 */
final class ApiDescription {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";

    /** What views are written down as: their routes answer with finished bytes. */
    private static final Map<String, String> VIEWS =
            ApiRoutes.views().collect(Collectors.toMap(ApiRoutes.ViewRoute::template, ApiRoutes.ViewRoute::response));

    /** The rows of a drill-down by its level, which tells its forms apart. */
    private static final Map<String, String> DRILL_DOWN = Map.of(
            "summary", "DrillDownResponse$CategoryRow",
            "details", "DrillDownResponse$SubcategoryRow",
            "transactions", "fragment.TransactionRowJson");

    /** What differs from run to run keeps the example it has. */
    private static final List<String> CHANGING = List.of(
            "GET /changes",
            "POST /session/links",
            "DELETE /dashboard/cache/invalidate",
            "GET /dashboard/performance/metrics",
            "GET /cache/stats",
            "POST /dashboard/cache/warm");

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "/openapi", "application/json",
            "/openapi/page", "text/html",
            "/openapi/page.js", "text/javascript",
            "/openapi/page.css", "text/css",
            "/problems", "text/html",
            "/problems/{name}", "text/html",
            "/metrics", "text/plain",
            "/changes/stream", "text/event-stream",
            "/export", "application/json");

    private final Words words = new Words();
    private final Schemas schemas = new Schemas(words);
    private final Map<String, ExecutableMethod<?, ?>> methods = new TreeMap<>();
    private final Map<String, ExampleRun.Answer> answers;
    private final JsonNode kept;

    /**
     * @param served the routes of a server
     * @param answers of a run of all examples
     * @param kept the description there was
     */
    ApiDescription(Stream<UriRouteInfo<?, ?>> served, Map<String, ExampleRun.Answer> answers, JsonNode kept) {
        // Of several methods at one address the first by name speaks for all.
        served.forEach(route -> methods.merge(
                route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString(),
                ((MethodBasedRouteInfo<?, ?>) route).getTargetMethod().getExecutableMethod(),
                (one, other) -> one.getMethodName().compareTo(other.getMethodName()) <= 0 ? one : other));
        this.answers = answers;
        this.kept = kept;
    }

    String document() {
        ObjectNode all = JSON.objectNode().put("openapi", "3.1.0");
        ObjectNode info = all.putObject("info");
        info.put("title", "Prorata").put("version", "1").put("description", """
            A household's money, divided to the cent. Money is a decimal string with exactly the currency's decimals; months are YYYY-MM. \
            Reads have an ETag and answer 304 to If-None-Match; with the X-Revision of a write as Min-Revision a read is refused (412) rather than answered from before it. \
            Bodies are read as they are: a request with a Content-Encoding other than identity is refused (415). \
            A request names one of the server's names as Host (421), and comes from no page of another origin (403). \
            Answers may gain fields; clients pass over what they do not know. Every error is a problem document (RFC 9457), whose types may gain new ones. \
            How this description changes is said in docs/api-compatibility.md.\
            """);
        info.putObject("contact").put("name", "The maintainers, as SECURITY.md names them");
        info.putObject("license").put("name", "Apache 2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        all.putArray("servers")
                .addObject()
                .put("url", "http://127.0.0.1:8642")
                .put("description", "The server on this machine, at the default address of `prorata serve`.");
        all.putArray("security").addObject().putArray("token");
        ArrayNode tags = all.putArray("tags");
        SortedMap<String, ObjectNode> paths = new TreeMap<>();
        ApiRoutes.all()
                .forEach(route -> paths.computeIfAbsent(route.template(), path -> JSON.objectNode())
                        .set(route.method().toLowerCase(Locale.ROOT), operation(route)));
        paths.keySet().stream()
                .map(ApiDescription::tag)
                .distinct()
                .sorted()
                .forEach(tag -> tags.addObject().put("name", tag).put("description", words.of("tag", "", tag)));
        all.putObject("paths").setAll(paths);
        schemas.named().put("Problem", ProblemSchema.of(words));
        schemas.dropUnused(all.toString());
        ObjectNode components = all.putObject("components");
        components.putObject("schemas").setAll(schemas.named());
        ObjectNode schemes = components.putObject("securitySchemes");
        bearer(
                schemes,
                "token",
                "A token of one household, of scope read, write or admin. The first one of a household comes from the"
                        + " command line (`prorata token create`), further ones from POST /tokens.");
        bearer(
                schemes,
                "operator",
                "The operator's secret. The server generates it at each start and writes it to a file beside the"
                        + " database that only its own user may read; the command line takes it from there.");
        if (!words.missing().isEmpty()) {
            throw new IllegalStateException("nothing is said of " + String.join(", ", words.missing()));
        }
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bearer(ObjectNode schemes, String name, String description) {
        schemes.putObject(name).put("type", "http").put("scheme", "bearer").put("description", description);
    }

    private static String tag(String template) {
        return template.split("/", -1)[1];
    }

    private ObjectNode operation(Route route) {
        ExecutableMethod<?, ?> method = methods.get(route.toString());
        if (method == null) {
            throw new IllegalStateException(route + " is not served");
        }
        ObjectNode operation = JSON.objectNode();
        operation.putArray("tags").add(tag(route.template()));
        operation.put("operationId", operationId(route));
        // The first sentence stands alone in generated clients; what follows it explains.
        String[] said = Javadocs.ofMethod(method.getDeclaringType(), method.getMethodName())
                .orElseThrow(() -> new IllegalStateException("nothing is said above " + method))
                .split("(?<=[.]) ", 2);
        operation.put("summary", said[0]);
        operation.put("description", said[said.length - 1]);
        ArrayNode parameters = parameters(route, method);
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        body(route, method, operation);
        if (route.open()) {
            operation.putArray("security");
        } else if (route.operator()) {
            operation.putArray("security").addObject().putArray("operator");
        }
        ObjectNode responses = operation.putObject("responses");
        answer(route, method, responses);
        failures(route, responses);
        problem(responses.putObject("default"), "A problem.");
        return operation;
    }

    private static String operationId(Route route) {
        return route.method().toLowerCase(Locale.ROOT)
                + Arrays.stream(route.template().split("[/{}.-]", -1))
                        .filter(part -> !part.isEmpty())
                        .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                        .collect(Collectors.joining());
    }

    private ArrayNode parameters(Route route, ExecutableMethod<?, ?> method) {
        ArrayNode parameters = JSON.arrayNode();
        for (Argument<?> argument : method.getArguments()) {
            if (argument.isAnnotationPresent(QueryValue.class)) {
                String name = argument.getAnnotationMetadata()
                        .stringValue(QueryValue.class)
                        .filter(stated -> !stated.isEmpty())
                        .orElse(argument.getName());
                ObjectNode schema = schema(argument.getType(), name);
                argument.getAnnotationMetadata()
                        .stringValue(Bindable.class, "defaultValue")
                        .filter(value -> !value.isEmpty())
                        .ifPresent(value -> setDefault(schema, value));
                boolean needed = !argument.isNullable()
                        && !argument.getAnnotationMetadata()
                                .stringValue(Bindable.class, "defaultValue")
                                .isPresent();
                parameters.add(parameter(route, "query", name, needed, schema));
            } else if (route.template().contains("{" + argument.getName() + "}")) {
                parameters.add(parameter(
                        route, "path", argument.getName(), true, schema(argument.getType(), argument.getName())));
            } else if (argument.getType() == ReadOptions.class) {
                for (ReadOption option : ReadOption.values()) {
                    parameters.add(JSON.objectNode()
                            .put("name", option.parameter())
                            .put("in", "query")
                            .put("description", sentence(option.help()))
                            .set("schema", schema(option)));
                }
            }
        }
        if (changesAThing(route)) {
            parameters.add(parameter(route, "header", "If-Match", isEdit(route), text()));
        }
        if (isCarriedOutOnce(route)) {
            parameters.add(parameter(route, "header", "Idempotency-Key", false, text()));
        }
        if (isTagged(route)) {
            parameters.add(parameter(route, "header", "If-None-Match", false, text()));
            parameters.add(parameter(route, "header", "Min-Revision", false, text()));
        }
        return parameters;
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    /** Whether it reads what is a household's: such answers have a tag, and say the revision. */
    private static boolean isTagged(Route route) {
        return !route.writes() && !route.open() && !route.operator() && !isOperational(route) && !isStream(route);
    }

    private static boolean isStream(Route route) {
        return route.template().endsWith("/stream");
    }

    /** Whether it is about what is kept or measured of answers: nothing of that is a household's. */
    static boolean isOperational(Route route) {
        return route.template().matches("(/dashboard)?/cache/.*|.*/metrics|/tax/.*");
    }

    /** Whether it takes an {@code Idempotency-Key}: it changes something. */
    static boolean isCarriedOutOnce(Route route) {
        return route.method().equals("POST") && !route.operator() && !route.computes();
    }

    static boolean changesAThing(Route route) {
        return List.of("PUT", "PATCH", "DELETE").contains(route.method()) && !route.operator() && !isOperational(route);
    }

    /** Whether what the route changes can be edited, rather than taken back as a whole. */
    static boolean isEdit(Route route) {
        return changesAThing(route) && !route.template().matches("/(tokens|imports)/.*|.*/\\{movement}");
    }

    static boolean hasDryRun(Route route) {
        return List.of("POST /imports", "POST /fixed-expenses", "POST /provisions", "POST /budgets")
                .contains(route.toString());
    }

    private ObjectNode parameter(Route route, String in, String name, boolean needed, ObjectNode schema) {
        ObjectNode parameter = JSON.objectNode().put("name", name).put("in", in).put("required", needed);
        String place = route.template().matches("/(fixed-expenses|provisions|budgets)/\\{id}")
                ? route.method() + " plan"
                : route.toString();
        parameter.put("description", words.of("parameter", place, name));
        parameter.set("schema", schema);
        return parameter;
    }

    private static ObjectNode schema(ReadOption option) {
        return switch (option) {
            case SKIP -> JSON.objectNode().put("type", "integer").put("minimum", 0);
            case HEADER, REVERSED -> enumerated(List.of("yes", "no"));
            case DECIMAL -> enumerated(List.of("comma", "point"));
            case CURRENCY -> Schemas.ref("CurrencyCode");
            default -> text();
        };
    }

    private static ObjectNode enumerated(List<String> values) {
        ObjectNode text = text();
        values.forEach(text.putArray("enum")::add);
        return text;
    }

    private static ObjectNode text() {
        return JSON.objectNode().put("type", "string");
    }

    private static void setDefault(ObjectNode schema, String value) {
        switch (schema.path("type").asText()) {
            case "boolean" -> schema.put("default", Boolean.parseBoolean(value));
            case "integer" -> schema.put("default", Long.parseLong(value));
            // Said in words alone: a generator gives the default of a list to other parameters, too.
            case "array" -> {}
            default -> schema.put("default", value);
        }
    }

    private static ObjectNode schema(Class<?> type, String name) {
        ObjectNode plain = Schemas.plain(type);
        if (plain != null) {
            return plain;
        }
        if (Collection.class.isAssignableFrom(type)) {
            ObjectNode list = JSON.objectNode().put("type", "array");
            list.set("items", name.startsWith("expense_type") ? Schemas.ref("ExpenseType") : text());
            return list;
        }
        return switch (type.getSimpleName()) {
            case "Limit" ->
                JSON.objectNode().put("type", "integer").put("minimum", 1).put("maximum", Page.MOST);
            case "MonthCount" ->
                JSON.objectNode().put("type", "integer").put("minimum", 1).put("maximum", 120);
            case "Since" -> text().put("pattern", "^[0-9A-Za-z-]{1,64}\\.[0-9]{1,18}$");
            case "Offset" -> JSON.objectNode().put("type", "integer").put("minimum", 0);
            case "String" -> name.matches("(min|max)_amount|savings") ? Schemas.ref("Money") : text();
            default -> throw new IllegalStateException("no schema for a parameter of " + type);
        };
    }

    private void body(Route route, ExecutableMethod<?, ?> method, ObjectNode operation) {
        if (route.toString().equals("POST /imports")) {
            ObjectNode content = content(operation);
            // The form first: generators of clients make a method of the first one alone.
            content.putObject("multipart/form-data").set("schema", Schemas.ref("BankFileForm"));
            content.putObject("text/csv").put("example", Examples.of(route)).set("schema", text());
            content.putObject("application/octet-stream")
                    .putObject("schema")
                    .put("type", "string")
                    .put("format", "binary");
            ObjectNode form = JSON.objectNode().put("type", "object").put("description", "A form with one bank file.");
            form.putObject("properties")
                    .putObject("file")
                    .put("type", "string")
                    .put("format", "binary")
                    .put("description", "The file.");
            form.putArray("required").add("file");
            schemas.named().put("BankFileForm", form);
            return;
        }
        for (Argument<?> argument : method.getArguments()) {
            if (argument.isAnnotationPresent(Body.class) && argument.getType() != String.class) {
                boolean patch = argument.getType() == MergePatch.class;
                Class<?> type =
                        patch ? argument.getFirstTypeVariable().orElseThrow().getType() : argument.getType();
                ObjectNode content = content(operation);
                for (String media :
                        patch ? List.of(MediaTypes.MERGE_PATCH, MediaTypes.JSON) : List.of(MediaTypes.JSON)) {
                    content.putObject(media).set("schema", patch ? schemas.patch(type) : schemas.body(type));
                    content.withObjectProperty(media).set("example", json(Objects.requireNonNull(Examples.of(route))));
                }
            }
        }
    }

    private static ObjectNode content(ObjectNode operation) {
        return operation.putObject("requestBody").put("required", true).putObject("content");
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(Route route, ExecutableMethod<?, ?> method, ObjectNode responses) {
        ObjectNode answer = responses.putObject(Integer.toString(success(route)));
        Argument<?> returned = answered(method.getReturnType().asArgument());
        Class<?> body = returned.getType().isRecord()
                ? returned.getType()
                : returned.getFirstTypeVariable().map(Argument::getType).orElseThrow();
        answer.put("description", body == Void.class ? "Done." : route.writes() ? "The result." : "As requested.");
        headers(route, answer);
        String other = MEDIA_TYPES.get(route.template());
        if (other != null) {
            ObjectNode content = answer.putObject("content");
            content.putObject(other)
                    .set(
                            "schema",
                            other.equals("application/json") ? JSON.objectNode().put("type", "object") : text());
            onRequest(method, content);
        } else if (body != Void.class) {
            ObjectNode schema = body == Document.class ? view(route) : schemas.answer(body);
            ObjectNode content = answer.putObject("content").putObject("application/json");
            content.set("schema", schema);
            content.set("example", example(route, ""));
            onRequest(method, answer.withObjectProperty("content"));
            if (hasDryRun(route)) {
                ObjectNode dryRun = responses.putObject("200").put("description", "The result of a dry run (dry_run).");
                ObjectNode dry = dryRun.putObject("content").putObject("application/json");
                dry.set("schema", schema);
                dry.set("example", example(route, " dry_run"));
            }
        }
    }

    /** What is given on request comes after the first: generators of clients make a method of that one alone. */
    private static void onRequest(ExecutableMethod<?, ?> method, ObjectNode content) {
        Stream.of(method.stringValues(Produces.class))
                .skip(1)
                .forEach(type -> content.putObject(type)
                        .set("schema", type.equals(MediaTypes.ZIP) ? text().put("format", "binary") : text()));
    }

    private JsonNode example(Route route, String run) {
        JsonNode before = kept.path("paths")
                .path(route.template())
                .path(route.method().toLowerCase(Locale.ROOT))
                .path("responses")
                .path(Integer.toString(success(route)))
                .at("/content/application~1json/example");
        if (CHANGING.contains(route.toString()) && !before.isMissingNode()) {
            return before;
        }
        ExampleRun.Answer answer = answers.get(route + run);
        return answer == null ? JSON.objectNode() : answer.example();
    }

    private ObjectNode view(Route route) {
        String name = Objects.requireNonNull(VIEWS.get(route.template()));
        ObjectNode schema = schemas.answer(rendered(name));
        if (name.equals("DrillDownResponse") && !schemas.named().containsKey("DrillDown")) {
            ObjectNode whole = Objects.requireNonNull(schemas.named().remove(name));
            ObjectNode forms = JSON.objectNode()
                    .put("description", whole.path("description").asText());
            ObjectNode discriminator = JSON.objectNode().put("propertyName", "level");
            new TreeMap<>(DRILL_DOWN).forEach((level, rows) -> {
                ObjectNode form = whole.deepCopy();
                ((ObjectNode) form.at("/properties/level"))
                        .putArray("enum")
                        .removeAll()
                        .add(level);
                ((ObjectNode) form.at("/properties/data")).set("items", schemas.answer(rendered(rows)));
                String formName = "DrillDown" + Character.toUpperCase(level.charAt(0)) + level.substring(1);
                schemas.named().put(formName, form);
                forms.withArray("oneOf").add(Schemas.ref(formName));
                discriminator.withObjectProperty("mapping").put(level, "#/components/schemas/" + formName);
            });
            forms.set("discriminator", discriminator);
            schemas.named().put("DrillDown", forms);
            return Schemas.ref("DrillDown");
        }
        return schema;
    }

    private static Class<?> rendered(String name) {
        try {
            return Class.forName("io.prorata.adapter.web.rendering." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no record is called " + name, e);
        }
    }

    private void headers(Route route, ObjectNode answer) {
        ObjectNode headers = answer.putObject("headers");
        header(headers, "X-Request-Id");
        boolean ofSecret = route.toString().equals("POST /tokens");
        if (route.template().equals("/openapi")) {
            header(headers, "ETag");
        }
        if (route.open() || route.operator()) {
            return;
        }
        header(headers, "RateLimit");
        header(headers, "RateLimit-Policy");
        header(headers, "Server-Timing");
        boolean made = route.method().equals("POST")
                && !route.template()
                        .matches(
                                ".*/(batch|changes|apply|bills|links|confirmations|confirm|reject|balances|plan-effects|renames|undo|simulations|estimates|test)");
        if (made) {
            header(headers, "Location");
        }
        if (isOperational(route)) {
            return;
        }
        header(headers, "X-Revision");
        boolean changed = List.of("PUT", "PATCH").contains(route.method())
                || (route.method().equals("DELETE")
                        && success(route) == 200
                        && !route.template().equals("/transactions"));
        if (isTagged(route) || changed || (made && !ofSecret)) {
            header(headers, "ETag");
        }
        if (VIEWS.containsKey(route.template())) {
            header(headers, "X-Cache");
        }
        if (isCarriedOutOnce(route)) {
            header(headers, "Idempotency-Replayed");
        }
        if (List.of(
                        "GET /transactions",
                        "GET /settlements",
                        "GET /changes",
                        "GET /history",
                        "GET /dashboard/drill-down/{segment}")
                .contains(route.toString())) {
            header(headers, "Link");
        }
    }

    private void header(ObjectNode headers, String name) {
        headers.putObject(name).put("description", words.of("header", "", name)).set("schema", text());
    }

    private void failures(Route route, ObjectNode responses) {
        if (isTagged(route) || route.template().equals("/openapi")) {
            responses.putObject("304").put("description", "Unchanged since the ETag in If-None-Match.");
        }
        Failures.of(route, isEdit(route)).forEach((status, kinds) -> {
            ObjectNode failure = responses.putObject(status.toString());
            problem(failure, kinds.stream().map(kind -> "/problems/" + kind).collect(Collectors.joining(", ")));
            ObjectNode headers = JSON.objectNode();
            switch (status) {
                case 401, 403 -> header(headers, "WWW-Authenticate");
                case 409, 429, 503 -> header(headers, "Retry-After");
                default -> {
                    return;
                }
            }
            failure.set("headers", headers);
        });
    }

    private static void problem(ObjectNode response, String description) {
        response.put("description", description);
        response.putObject("content").putObject(PROBLEM).set("schema", Schemas.ref("Problem"));
    }

    /** What is promised for later counts as answered. */
    private static Argument<?> answered(Argument<?> returned) {
        return returned.getType() == CompletionStage.class
                ? returned.getFirstTypeVariable().orElseThrow()
                : returned;
    }

    static int success(Route route) {
        if (route.method().equals("POST")) {
            return route.template().endsWith("/warm")
                    ? 202
                    : route.template()
                                    .matches(
                                            ".*/(changes|apply|bills|confirmations|confirm|reject|balances|plan-effects|renames|undo|simulations|estimates|test)")
                            ? 200
                            : 201;
        }
        return route.method().equals("DELETE")
                        && route.template()
                                .matches("/(tokens|transactions|configs|accounts|settlements|rules)/.*|.*/\\{movement}")
                ? 204
                : 200;
    }
}
