package io.prorata.adapter.web.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.WebServer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script that has signed in: it opens screens and sends forms. */
final class Visitor {

    private final WebServer server;
    private final String token;
    private final String cookie;

    Visitor(WebServer server, String token) {
        this.server = server;
        this.token = token;
        this.cookie = server.send(
                        "POST",
                        "/sign-in",
                        null,
                        BodyPublishers.ofString("token=" + token),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Sec-Fetch-Site",
                        "same-origin",
                        "Accept",
                        "text/html")
                .headers()
                .firstValue("Set-Cookie")
                .map(set -> set.substring(0, set.indexOf(';')))
                .orElseThrow();
    }

    HttpResponse<String> get(String path, String... headers) {
        return server.get(path, null, with(headers));
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return server.send(
                "POST",
                path,
                null,
                BodyPublishers.ofString(form),
                with("Content-Type", "application/x-www-form-urlencoded"));
    }

    private String[] with(String... headers) {
        String[] own = {"Cookie", cookie, "Sec-Fetch-Site", "same-origin", "Accept", "text/html"};
        String[] all = Arrays.copyOf(headers, headers.length + own.length);
        System.arraycopy(own, 0, all, headers.length, own.length);
        return all;
    }

    /** Returns what the API answers. */
    String api(String path) {
        return server.get(path, token).body();
    }

    /** Enters a row of January 2024. */
    void spend(String label, String more) {
        HttpResponse<String> entered = server.post(
                "/transactions",
                token,
                "{\"date\": \"2024-01-05\", \"label\": \"" + label + "\", \"amount\": \"-42.10\"" + more + "}");
        assertTrue(entered.statusCode() == 201, entered.body());
    }

    String revision() {
        return server.get("/household", token)
                .headers()
                .firstValue("X-Revision")
                .orElseThrow();
    }

    static String location(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() == 303, answer.body());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static String hidden(String html, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
        assertTrue(field.find(), html);
        return field.group(1);
    }
}
