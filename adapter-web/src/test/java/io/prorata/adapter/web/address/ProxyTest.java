package io.prorata.adapter.web.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.adapter.web.WebServer;
import io.prorata.application.port.Tokens.TokenScope;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Behind a proxy that is named, every link leads by way of it; what anybody else says of proxies counts for nothing. */
class ProxyTest {

    private static final String NAME = "money.example";
    private static final WebServer BEHIND = new WebServer(
            new ServerSettings(ServerSettings.LOOPBACK, -1).named(Set.of(NAME)).behind(Set.of("127.0.0.1")));
    private static final WebServer ALONE = new WebServer(
            new ServerSettings(ServerSettings.LOOPBACK, -1).named(Set.of(NAME)).behind(Set.of("192.0.2.7")));

    private static final String[] SAID = {
        "X-Forwarded-Proto", "https", "X-Forwarded-Host", NAME, "X-Forwarded-Prefix", "/home/money"
    };

    @AfterAll
    static void stop() {
        BEHIND.close();
        ALONE.close();
    }

    private static String[] said(String... more) {
        List<String> all = new ArrayList<>(List.of(SAID));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void everyLinkOfThePageLeadsByWayOfTheProxy() {
        String token = BEHIND.token(BEHIND.found(), TokenScope.ADMIN);
        String line = "{\"date\": \"2024-01-05\", \"label\": \"Market\", \"amount\": \"-1\"}";
        BEHIND.post("/transactions", token, line);
        HttpResponse<String> begun = BEHIND.send(
                "POST",
                "/sign-in",
                null,
                BodyPublishers.ofString("token=" + token),
                said("Sec-Fetch-Site", "same-origin", "Accept", "text/html"));
        assertEquals("/home/money/months", header(begun, "Location"));
        String cookie = header(begun, "Set-Cookie");
        assertTrue(cookie.startsWith("__Host-prorata=") && cookie.endsWith("; Secure"), cookie);
        for (String screen : List.of(
                "/months/2024-01",
                "/rows",
                "/rows/1",
                "/year/2024",
                "/plan",
                "/settle",
                "/import",
                "/settings",
                "/settings/accounts")) {
            HttpResponse<String> shown = BEHIND.get(
                    screen,
                    null,
                    said(
                            "Cookie",
                            cookie.replaceAll(";.*", ""),
                            "Sec-Fetch-Site",
                            "same-origin",
                            "Accept",
                            "text/html"));
            assertEquals(200, shown.statusCode(), screen);
            assertLeadsBack(shown.body());
        }
    }

    private static void assertLeadsBack(String html) {
        Matcher links = Pattern.compile("(?:href|src|action|formaction|hx-get|hx-post)=\"([^\"#][^\"]*)\"")
                .matcher(html);
        int found = 0;
        while (links.find()) {
            found++;
            assertTrue(links.group(1).startsWith("/home/money/"), links.group());
            assertFalse(links.group(1).startsWith("/home/money/home"), links.group());
        }
        assertTrue(found > 5, html);
    }

    @Test
    void headersOfTheApiLeadByWayOfTheProxy() {
        String token = BEHIND.token(BEHIND.found(), TokenScope.WRITE);
        String line = "{\"date\": \"2024-01-05\", \"label\": \"Market\", \"amount\": \"-1\"}";
        assertEquals("/home/money/transactions/1", header(BEHIND.post("/transactions", token, line, SAID), "Location"));
        assertEquals("/transactions/2", header(BEHIND.post("/transactions", token, line), "Location"));
        String link = header(BEHIND.get("/transactions?limit=1", token, SAID), "Link");
        assertTrue(link.contains("</home/money/transactions?"), link);
    }

    @Test
    void aLinkToSignInNamesTheProxy() {
        String token = BEHIND.token(BEHIND.found(), TokenScope.ADMIN);
        String cookie = header(
                        BEHIND.send(
                                "POST",
                                "/sign-in",
                                null,
                                BodyPublishers.ofString("token=" + token),
                                said("Sec-Fetch-Site", "same-origin", "Accept", "text/html")),
                        "Set-Cookie")
                .replaceAll(";.*", "");
        String link = BEHIND.send(
                        "POST",
                        "/settings/links",
                        null,
                        BodyPublishers.ofString("name=phone&scope=read"),
                        said("Cookie", cookie, "Sec-Fetch-Site", "same-origin", "Accept", "text/html"))
                .body();
        assertTrue(link.contains("https://" + NAME + "/home/money/sign-in?code="), link);
    }

    @Test
    void pagesOfProblemsLinkWithoutNamingWhereTheyAre() {
        for (String page : List.of("/problems", "/problems/past-month")) {
            assertFalse(ALONE.get(page, null).body().contains("=\"/"), page);
        }
    }

    @Test
    void nobodyElseIsBelieved() {
        String token = ALONE.token(ALONE.found(), TokenScope.WRITE);
        String line = "{\"date\": \"2024-01-05\", \"label\": \"Market\", \"amount\": \"-1\"}";
        assertEquals("/transactions/1", header(ALONE.post("/transactions", token, line, SAID), "Location"));
        HttpResponse<String> begun = ALONE.send(
                "POST",
                "/sign-in",
                null,
                BodyPublishers.ofString("token=" + token),
                said("Sec-Fetch-Site", "same-origin", "Accept", "text/html"));
        assertEquals("/months", header(begun, "Location"));
        assertFalse(header(begun, "Set-Cookie").contains("Secure"), header(begun, "Set-Cookie"));
    }

    @Test
    void whatIsNoPrefixOrNameIsLeftAlone() {
        String token = BEHIND.token(BEHIND.found(), TokenScope.WRITE);
        String line = "{\"date\": \"2024-01-05\", \"label\": \"Market\", \"amount\": \"-1\"}";
        int row = 0;
        for (String prefix : List.of("//evil.example", "https://evil.example", "/a\"b", "/..%2f", "money", "/")) {
            HttpResponse<String> answer = BEHIND.post("/transactions", token, line, "X-Forwarded-Prefix", prefix);
            assertEquals("/transactions/" + ++row, header(answer, "Location"), prefix);
        }
    }
}
