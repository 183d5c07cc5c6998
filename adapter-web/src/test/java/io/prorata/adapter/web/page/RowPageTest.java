package io.prorata.adapter.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.adapter.web.WebServer;
import io.prorata.application.port.Tokens.TokenScope;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who paid a row, what of the plan it names, and whom it comes from, as a person chooses them in the form of the row. */
class RowPageTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FIELD =
            Pattern.compile("<input (?:type=\"[a-z]+\" )?name=\"([a-z_]+)\" value=\"([^\"]*)\"");
    private static final Pattern CHOICE = Pattern.compile("<select name=\"([a-z]+)\">(.*?)</select>");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");

    private final String token = SERVER.token(SERVER.found(), TokenScope.ADMIN);
    private final String cookie = SERVER.send(
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

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aBillIsChosenAndTakenBack() throws IOException {
        long rent = plan();
        spend("Rent", "-1000.00");
        JsonNode linked = choose(Map.of("link", "bill:" + rent));
        assertEquals(rent, linked.get("bill_id").asLong());
        assertEquals("FIXED", linked.get("expense_type").asText());
        assertEquals("bill:" + rent, form().get("link"));

        assertEquals(rent, choose(Map.of("note", "March")).get("bill_id").asLong(), "what is not touched stays");
        assertTrue(choose(Map.of("link", "")).get("bill_id").isNull());
    }

    @Test
    void aProvisionAPayerAndASourceAreChosen() throws IOException {
        plan();
        spend("Hotel", "-80.00");
        JsonNode paid = choose(Map.of("link", "provision:1", "payer", "member1"));
        assertEquals(1, paid.get("provision_id").asLong());
        assertEquals("member1", paid.get("payer").asText());
        JsonNode other = choose(Map.of("payer", "pot", "link", "bill:1", "type", "FIXED"));
        assertEquals("pot", other.get("payer").asText());
        assertTrue(other.get("provision_id").isNull() && other.get("bill_id").asLong() == 1, other.toString());

        JsonNode moved = choose(Map.of("type", "TRANSFER", "link", "", "source", "member2"));
        assertEquals("member2", moved.get("member").asText());
        assertTrue(choose(Map.of("source", "")).get("member").isNull());
    }

    @Test
    void whatARowCannotHaveIsRefused() throws IOException {
        plan();
        spend("Bread", "-3.00");
        Map<String, String> fields = form();
        fields.put("source", "member2");
        HttpResponse<String> refused = send(fields);
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("only an INCOME or TRANSFER row"), refused.body());
    }

    private long plan() throws IOException {
        SERVER.post("/provisions", token, """
            {"name": "Trip", "base": {"mode": "fixed", "amount": "50.00"}, "from": "2024-01"}""");
        return JSON.readTree(SERVER.post("/fixed-expenses", token, """
                        {"label": "Rent", "category": "Rent", "amount": "1000.00", "frequency": "monthly", "from": "2024-01"}""").body())
                .get("id")
                .asLong();
    }

    private void spend(String label, String amount) {
        SERVER.post(
                "/transactions",
                token,
                "{\"date\": \"2024-01-05\", \"label\": \"" + label + "\", \"amount\": \"" + amount + "\"}");
    }

    /** Sends the form as it is shown, with other fields, and returns the row. */
    private JsonNode choose(Map<String, String> other) throws IOException {
        Map<String, String> fields = form();
        fields.putAll(other);
        HttpResponse<String> changed = send(fields);
        assertEquals(303, changed.statusCode(), changed.body());
        return JSON.readTree(SERVER.get("/transactions/1", token).body());
    }

    private HttpResponse<String> send(Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return SERVER.send(
                "POST",
                "/rows/1",
                null,
                BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Cookie",
                cookie,
                "Sec-Fetch-Site",
                "same-origin",
                "Accept",
                "text/html");
    }

    /** What the form has: its fields, and what is chosen in its lists. */
    private Map<String, String> form() {
        String html = SERVER.get(
                        "/rows/1", null, "Cookie", cookie, "Sec-Fetch-Site", "same-origin", "Accept", "text/html")
                .body();
        Map<String, String> fields = new TreeMap<>(Map.of("common", "on"));
        String edited = html.substring(0, html.indexOf("/remove\""));
        FIELD.matcher(edited).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        CHOICE.matcher(edited).results().forEach(list -> {
            Matcher chosen = CHOSEN.matcher(list.group(2));
            assertTrue(chosen.find(), list.group());
            fields.put(list.group(1), chosen.group(1));
        });
        return fields;
    }
}
