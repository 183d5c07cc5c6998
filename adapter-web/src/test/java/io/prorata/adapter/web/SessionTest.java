package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.access.BeginSession;
import io.prorata.application.access.IssueLink;
import io.prorata.application.access.IssueToken;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.domain.household.HouseholdId;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Sessions of browsers: begun by a token or a link, shown in a cookie, and of no use to any other page. */
class SessionTest {

    private static final WebServer SERVER = new WebServer();
    private static final String SLIM = "/dashboard/summary/slim?month=2024-01";
    private static final String LINE = "{\"date\": \"2024-01-05\", \"label\": \"Market\", \"amount\": \"-42.10\"}";
    private static final String[] OF_THE_PAGE = {"Sec-Fetch-Site", "same-origin"};

    private final HouseholdId household = SERVER.found();
    private final String token = SERVER.token(household, TokenScope.ADMIN);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aTokenBecomesACookieThatScriptsCannotRead() {
        HttpResponse<String> begun = begin(token);

        assertEquals(204, begun.statusCode(), begun.body());
        String header = begun.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(
                header.matches("prorata-[0-9]+=prorata_[0-9]+_[0-9]+_[A-Za-z0-9_-]{43}; Path=/; Max-Age=2592000;"
                        + " HttpOnly; SameSite=Strict"),
                header);
        assertFalse(header.contains(token), "the token itself is not in it");
        assertEquals(200, get(cookie(begun), OF_THE_PAGE).statusCode());
        assertEquals(201, post(cookie(begun), OF_THE_PAGE).statusCode());
    }

    @Test
    void aBookmarkAndATypedAddressWork() {
        String cookie = cookie(begin(token));

        for (String site : List.of("none", "same-origin")) {
            assertEquals(
                    200,
                    get(cookie, "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "navigate")
                            .statusCode());
        }
        assertEquals(401, get(cookie, "Sec-Fetch-Site", "none").statusCode(), "no navigation");
        assertEquals(
                401,
                post(cookie, "Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate")
                        .statusCode());
    }

    @Test
    void nobodyElsesPageReadsOrWritesWithIt() {
        String cookie = cookie(begin(token));
        String before = revision();

        for (String[] from : List.of(
                new String[] {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"},
                new String[] {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"},
                // Another port of this machine is the same site, and the cookie is sent.
                new String[] {"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "navigate"},
                new String[] {"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "cors"},
                new String[] {"Sec-Fetch-Site", "cross-site", "Prorata-Page", "1"},
                new String[] {"Accept", "*/*"})) {
            HttpResponse<String> read = get(cookie, from);
            assertEquals(401, read.statusCode(), String.join(" ", from));
            assertFalse(read.body().contains("summary"), read.body());
            assertEquals(401, post(cookie, from).statusCode(), String.join(" ", from));
            assertEquals(401, send("DELETE", "/session", "", cookie, from).statusCode());
        }
        assertEquals(before, revision());
    }

    @Test
    void ourOwnHeaderWillDoForBrowsersThatDoNotSayWhereFrom() {
        String cookie = cookie(begin(token));
        assertEquals(200, get(cookie, "Prorata-Page", "1").statusCode());
        assertEquals(201, post(cookie, "Prorata-Page", "1").statusCode());
    }

    @Test
    void aSessionIsNoTokenAndATokenNoSession() {
        String cookie = cookie(begin(token));
        String session = cookie.substring(cookie.indexOf('=') + 1);
        String name = cookie.substring(0, cookie.indexOf('='));
        assertEquals(401, SERVER.get(SLIM, session).statusCode());
        assertEquals(401, get(name + "=" + token, OF_THE_PAGE).statusCode());
        assertEquals(422, begin(session).statusCode(), "a session begins no other");
    }

    @Test
    void whoSignsOutIsOut() {
        String cookie = cookie(begin(token));
        HttpResponse<String> ended = send("DELETE", "/session", "", cookie, OF_THE_PAGE);
        assertEquals(204, ended.statusCode(), ended.body());
        assertTrue(ended.headers().firstValue("Set-Cookie").orElseThrow().contains("Max-Age=0"));
        assertEquals(401, get(cookie, OF_THE_PAGE).statusCode());
        assertEquals(200, SERVER.get(SLIM, token).statusCode(), "the token stays");
    }

    @Test
    void aSessionEndsWithTheTokenItWasBegunBy() {
        String phone = SERVER.token(household, TokenScope.WRITE);
        String cookie = cookie(begin(phone));
        assertEquals(200, get(cookie, OF_THE_PAGE).statusCode());
        SERVER.json("DELETE", "/tokens/" + phone.split("_", -1)[2], token, "");
        assertEquals(401, get(cookie, OF_THE_PAGE).statusCode());
    }

    @Test
    void aSessionHasTheScopeOfItsToken() {
        String cookie = cookie(begin(SERVER.token(household, TokenScope.READ)));
        assertEquals(200, get(cookie, OF_THE_PAGE).statusCode());
        assertEquals(403, post(cookie, OF_THE_PAGE).statusCode());
    }

    /** A simulation changes nothing, but its answer is the household's. */
    @Test
    void aSessionThatOnlyReadsSimulatesForThePageAlone() {
        String cookie = cookie(begin(SERVER.token(household, TokenScope.READ)));
        String asked = "{\"from\": \"2024-01\", \"to\": \"2024-01\", \"changes\": []}";
        assertEquals(
                200, send("POST", "/simulations", asked, cookie, OF_THE_PAGE).statusCode());
        for (String site : List.of("cross-site", "same-site", "none")) {
            assertEquals(
                    401,
                    send("POST", "/simulations", asked, cookie, "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "navigate")
                            .statusCode(),
                    site);
        }
        assertEquals(
                401,
                send("POST", "/simulations", asked, cookie, "Accept", "*/*").statusCode());
    }

    @Test
    void aSessionIsOverAfterAMonth() {
        String old = new BeginSession(
                        SERVER.books(), Clock.offset(WebServer.CLOCK, Duration.ofDays(-31)), new SecureRandom())
                .begin(token)
                .result()
                .secret()
                .text();
        String name = cookie(begin(token)).replaceAll("=.*", "");
        assertEquals(401, get(name + "=" + old, OF_THE_PAGE).statusCode());
    }

    @Test
    void aLinkIsGoodForOneSignIn() {
        HttpResponse<String> made = SERVER.post("/session/links", token, "{\"name\": \"phone\", \"scope\": \"read\"}");
        assertEquals(201, made.statusCode(), made.body());
        String code = made.body().replaceAll(".*\"code\":\"([^\"]+)\".*", "$1");
        assertEquals(401, SERVER.get(SLIM, code).statusCode(), "it is no token");

        HttpResponse<String> begun = begin(code);
        assertEquals(204, begun.statusCode(), begun.body());
        assertEquals(200, get(cookie(begun), OF_THE_PAGE).statusCode());
        String before = revision();
        assertEquals(422, begin(code).statusCode());
        assertEquals(before, revision());
    }

    @Test
    void aLinkIsGoodForTenMinutes() {
        Clock elevenMinutesAgo = Clock.offset(WebServer.CLOCK, Duration.ofMinutes(-11));
        String code = new IssueLink(SERVER.books(), elevenMinutesAgo, new SecureRandom())
                .issue(household, Actor.COMMAND_LINE, new IssueToken.Command("phone", Tokens.TokenScope.READ))
                .result()
                .secret()
                .text();
        assertEquals(422, begin(code).statusCode());
    }

    @Test
    void whatIsNoTokenSignsNobodyIn() {
        for (String wrong : List.of("", "x", token + "A", token.replaceFirst("prorata_[0-9]+_", "prorata_99999_"))) {
            assertEquals(422, begin(wrong).statusCode(), wrong);
        }
    }

    @Test
    void aPageElsewhereSignsNobodyIn() {
        String before = revision();
        for (String site : List.of("cross-site", "same-site", "none")) {
            assertEquals(
                    403,
                    SERVER.post("/session", null, body(token), "Sec-Fetch-Site", site)
                            .statusCode());
        }
        assertEquals(before, revision());
    }

    private HttpResponse<String> begin(String text) {
        return SERVER.post("/session", null, body(text), OF_THE_PAGE);
    }

    private static String body(String token) {
        return "{\"token\": \"" + token + "\"}";
    }

    private static String cookie(HttpResponse<String> begun) {
        return begun.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    }

    private static HttpResponse<String> get(String cookie, String... headers) {
        String[] all = with(cookie, headers);
        return SERVER.get(SLIM, null, all);
    }

    private static HttpResponse<String> post(String cookie, String... headers) {
        return send("POST", "/transactions", LINE, cookie, headers);
    }

    private static HttpResponse<String> send(
            String method, String path, String body, String cookie, String... headers) {
        return SERVER.json(method, path, null, body, with(cookie, headers));
    }

    private static String[] with(String cookie, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Cookie";
        all[headers.length + 1] = cookie;
        return all;
    }

    private String revision() {
        return SERVER.get(SLIM, token).headers().firstValue("X-Revision").orElseThrow();
    }
}
