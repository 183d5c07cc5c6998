package io.prorata.adapter.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Requests of every operation that the API's description has: as they should be, and with one thing or several changed. */
final class AnyRequest {

    private static final List<String> ODD_VALUES = List.of(
            "",
            " ",
            ",",
            ";",
            ", ,",
            ";;",
            "*",
            "*/*",
            "*/*;q=x",
            "/",
            "a/b/c",
            "text",
            "text/",
            "/json",
            "=",
            ";=",
            "\"",
            "\"\"",
            "\"unclosed",
            "W/\"1-0\"",
            "W/",
            "-1",
            "0",
            "1",
            "99999999999999999999",
            "null",
            "true",
            "{",
            "\u00e9",
            "\u00ff\u00fe",
            "%",
            "%zz",
            "%00",
            "\u0001",
            "\u007f",
            "a\tb",
            "gzip",
            "identity",
            "gzip;q=",
            "q=0.5;q=0.5",
            "en;q=a",
            "de-",
            "-",
            "zz-ZZ-zz-zz",
            "utf-8",
            "text/csv; charset=",
            "text/csv; charset=none",
            "application/json; charset=\u00e9",
            "application/json;charset",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"",
            "multipart/mixed; boundary=x",
            "application/x-www-form-urlencoded",
            "application/xml",
            "application/json, text/csv",
            "bytes=0-1",
            "bytes=x",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "yesterday",
            "a=b; a=c; =; ;",
            "00-x-y-z",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "http://localhost",
            "http://",
            "null://",
            "://",
            "for=;by=",
            "127.0.0.1",
            "[::1",
            "close",
            "keep-alive",
            "upgrade",
            "h2c",
            "websocket");

    private static final List<String> ODD_HEADERS = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Access-Control-Request-Headers",
            "Access-Control-Request-Method",
            "Authorization",
            "Cache-Control",
            "Connection",
            "Content-Disposition",
            "Content-Encoding",
            "Content-Language",
            "Content-Location",
            "Content-Range",
            "Content-Type",
            "Cookie",
            "Date",
            "Expect",
            "Forwarded",
            "From",
            "Host",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Max-Forwards",
            "Min-Revision",
            "Origin",
            "Pragma",
            "Prorata-Household",
            "Range",
            "Referer",
            "TE",
            "Trailer",
            "Upgrade",
            "User-Agent",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Request-Id",
            "traceparent",
            "tracestate");

    private static final List<String> ODD_JSON = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "123456789012345678901234567890",
            "\"\"",
            "\" \"",
            "\"x\"",
            "[]",
            "[null]",
            "{}",
            "[[[[[[[[[[]]]]]]]]]]",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"2024-13\"",
            "\"9999-12-31\"",
            "\"1.005\"",
            "{\"mode\":\"x\"}");

    /** They add up all that was measured, and are asked less often. */
    private static final List<String> SLOW = List.of("/metrics", "/dashboard/performance/metrics");

    private final JsonNode paths;
    private final List<Operation> all = new ArrayList<>();
    private final List<Operation> withBody = new ArrayList<>();
    /** Each is asked at least once. */
    private final Queue<Operation> unasked = new ArrayDeque<>();

    private final SplittableRandom random;

    private record Operation(String method, String template, JsonNode described) {}

    /**
     * A request that is ready to be sent.
     *
     * @param bytes in Latin-1
     * @param body the same of its body; empty if it has none
     * @param bodyChanged whether its body is other than in the example
     */
    record Sent(String operation, String bytes, String body, boolean bodyChanged) {

        /** Returns what is wrong with the pointers of {@code answer}; empty if nothing is. */
        String misplaced(String answer) {
            return SentPlaces.missing(
                    operation.replaceAll(" .*", ""),
                    new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                    answer);
        }
    }

    AnyRequest(JsonNode description, SplittableRandom random) {
        this.paths = description.path("paths");
        this.random = random;
        paths.properties().stream()
                // A stream has no end.
                .filter(path -> !path.getKey().endsWith("/stream"))
                .forEach(path -> path.getValue().properties().forEach(entry -> {
                    var operation =
                            new Operation(entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), entry.getValue());
                    all.add(operation);
                    unasked.add(operation);
                    if (operation.described().has("requestBody")) {
                        withBody.add(operation);
                    }
                }));
    }

    int operations() {
        return all.size();
    }

    /** @param operator by which the operator's routes are asked */
    Sent next(String token, String operator) {
        return next(unasked.isEmpty() || random.nextBoolean() ? anyOperation() : unasked.remove(), token, operator);
    }

    private Operation anyOperation() {
        Operation operation = pick(random.nextInt(5) < 3 ? withBody : all);
        return SLOW.contains(operation.template()) && random.nextInt(10) > 0 ? anyOperation() : operation;
    }

    private Sent next(Operation operation, String token, String operator) {
        List<String> headers = new ArrayList<>(List.of("Host: localhost"));
        headers.add("Authorization: Bearer " + (operation.template().startsWith("/operator") ? operator : token));
        if (random.nextInt(10) < 9 && List.of("PUT", "PATCH", "DELETE").contains(operation.method())) {
            headers.add("If-Match: *");
        }
        Body body = body(operation);
        if (body.type() != null) {
            headers.add("Content-Type: " + body.type());
        }
        if (random.nextInt(4) == 0) {
            String odd = pick(ODD_HEADERS);
            // The token that holds stays: a guess is answered late.
            headers.removeIf(
                    header -> random.nextInt(3) > 0 && !odd.equals("Authorization") && header.startsWith(odd + ":"));
            headers.add(odd + ": " + oddValue());
        }
        String content = body.content() == null ? "" : framed(body.content(), headers);
        String text = operation.method() + " " + target(operation) + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                + "\r\n\r\n" + content;
        return new Sent(
                operation.method() + " " + operation.template(),
                text,
                body.content() == null ? "" : body.content(),
                body.changed());
    }

    private String framed(String content, List<String> headers) {
        if (random.nextInt(4) > 0) {
            headers.add("Content-Length: " + content.length());
            return content;
        }
        headers.add("Transfer-Encoding: chunked");
        return (content.isEmpty() ? "" : Integer.toHexString(content.length()) + "\r\n" + content + "\r\n")
                + "0\r\n\r\n";
    }

    private String target(Operation operation) {
        String path = operation
                .template()
                .replace("{segment}", random.nextInt(4) > 0 ? "Lilas" : encoded(oddValue()))
                .replace("{name}", random.nextInt(4) > 0 ? "near-tier" : encoded(oddValue()))
                .replaceAll("\\{[a-z]+}", random.nextInt(6) > 0 ? "1" : encoded(oddValue()));
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.described().path("parameters")) {
            if (parameter.path("in").asText().equals("query") && random.nextInt(12) == 0) {
                query.add(parameter.path("name").asText() + "="
                        + (random.nextBoolean() ? valid(parameter) : encoded(oddValue())));
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String valid(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        String named = schema.path("$ref").asText().replaceAll(".*/", "");
        if (!named.isEmpty()) {
            return Map.of("Month", "2024-01", "Date", "2024-01-05", "ExpenseType", "FIXED", "Money", "1")
                    .getOrDefault(named, "EUR");
        }
        return switch (schema.path("type").asText()) {
            case "boolean" -> "true";
            case "integer" -> "1";
            case "array" -> "FIXED";
            default ->
                schema.has("enum")
                        ? schema.path("enum").path(0).asText()
                        : schema.has("pattern") ? "2024-01" : schema.has("format") ? "2024-01-05" : "Lilas";
        };
    }

    /** @param changed whether it is other than in the example */
    private record Body(@Nullable String type, @Nullable String content, boolean changed) {}

    private Body body(Operation operation) {
        JsonNode content = operation.described().path("requestBody").path("content");
        if (content.isMissingNode()) {
            return random.nextInt(20) > 0
                    ? new Body(null, null, false)
                    : new Body("application/json", pick(ODD_JSON), true);
        }
        if (content.has("multipart/form-data") && random.nextBoolean()) {
            return new Body(
                    "multipart/form-data; boundary=b",
                    form(content.path("text/csv").path("example").asText()),
                    true);
        }
        String type =
                content.has("text/csv") ? "text/csv" : content.fieldNames().next();
        JsonNode example = content.path(type).path("example");
        String text = latin1(example.isTextual() ? example.asText() : example.toString());
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> new Body(type, text, false);
            case 4 -> new Body(type, cut(text), true);
            case 5 -> new Body(type, spoilt(text), true);
            case 6 -> new Body(type, pick(ODD_JSON), true);
            default -> example.isObject() ? new Body(type, changed(example), true) : new Body(type, spoilt(text), true);
        };
    }

    /** One part is taken away or replaced, at any depth. */
    private String changed(JsonNode example) {
        ObjectNode changed = example.deepCopy();
        ObjectNode object = pick(objects(changed));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = pick(names);
        if (random.nextInt(4) == 0) {
            object.remove(name);
            return latin1(changed.toString());
        }
        object.put(name, "\u0000here");
        return latin1(changed.toString().replace("\"\\u0000here\"", pick(ODD_JSON)));
    }

    /** Returns {@code json} and what it contains, as far as these are objects that have a part. */
    private static List<ObjectNode> objects(JsonNode json) {
        List<ObjectNode> objects = new ArrayList<>();
        if (json instanceof ObjectNode object && !object.isEmpty()) {
            objects.add(object);
        }
        json.forEach(part -> objects.addAll(objects(part)));
        return objects;
    }

    private String cut(String text) {
        return text.substring(0, random.nextInt(text.length() + 1));
    }

    private String spoilt(String text) {
        var spoilt = new StringBuilder(text);
        for (int change = random.nextInt(1, 6); change > 0; change--) {
            spoilt.setCharAt(random.nextInt(spoilt.length()), (char) random.nextInt(256));
        }
        return spoilt.toString();
    }

    /** One part or several, with headers of their own, and sometimes without an end. */
    private String form(String file) {
        var form = new StringBuilder();
        for (int part = random.nextInt(5) > 2 ? random.nextInt(4) : 1; part > 0; part--) {
            form.append("--b\r\n");
            form.append(
                    random.nextInt(6) > 0
                            ? "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                            : pick(List.of(
                                    "",
                                    "Content-Disposition: form-data\r\n",
                                    "Content-Disposition: ;\r\n",
                                    "Content-Disposition: form-data; name=\r\n",
                                    "Content-Disposition: form-data; name=\"file\r\n",
                                    "Content-Disposition: form-data; name=\"other\"\r\n",
                                    "Content-Disposition: form-data; name=\"file\"; filename*=x\r\n",
                                    "Content-Disposition: attachment; filename=\"\"\r\n")));
            if (random.nextInt(3) == 0) {
                form.append(pick(List.of(
                                "Content-Type",
                                "Content-Transfer-Encoding",
                                "Content-Length",
                                "Content-Disposition",
                                "X")))
                        .append(": ")
                        .append(
                                random.nextBoolean()
                                        ? pick(List.of(
                                                "base64", "quoted-printable", "7bit", "binary", "multipart/mixed"))
                                        : oddValue())
                        .append("\r\n");
            }
            form.append("\r\n")
                    .append(random.nextInt(3) > 0 ? file : spoilt(file))
                    .append("\r\n");
        }
        return form.append(random.nextInt(8) > 0 ? "--b--\r\n" : "").toString();
    }

    private String oddValue() {
        if (random.nextInt(3) > 0) {
            return pick(ODD_VALUES);
        }
        var value = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            value.append((char) (random.nextInt(8) == 0 ? random.nextInt(0xa0, 0x100) : random.nextInt(0x20, 0x7f)));
        }
        return value.toString();
    }

    private String encoded(String value) {
        var encoded = new StringBuilder();
        for (byte next : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = Character.isLetterOrDigit(next) || next == '-' || (next == '%' && random.nextBoolean());
            encoded.append(plain ? String.valueOf((char) next) : String.format(Locale.ROOT, "%%%02X", next));
        }
        return encoded.toString();
    }

    /** As the bytes of UTF-8, each of them a character. */
    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
