package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Tokens;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** After any edit from a month on, every answer for an earlier month is byte for byte what it was, its tag included. */
class PastBytesTest {

    private static final WebServer SERVER = new WebServer();
    private static final YearMonth FIRST = YearMonth.of(2023, 9);
    private static final int MONTHS = 8;
    private static final List<String> ADDRESSES = List.of(
            "/dashboard/summary?month=%s",
            "/dashboard/summary/slim?month=%s",
            "/dashboard/savings?month=%s",
            "/dashboard/expenses?month=%s",
            "/dashboard/provisions/details?month=%s",
            "/custom-provisions/summary?month=%s",
            "/provisions/calculate/optimized?month=%s",
            "/summary/enhanced?month=%s",
            "/config?month=%s",
            "/fixed-expenses?month=%s",
            "/provisions?month=%s");

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);
    private final SplittableRandom random = new SplittableRandom(20240115);
    private int bills;
    private int provisions;

    private record Seen(String tag, String body) {}

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void thePastStandsToTheByte() {
        adopt(FIRST);
        planBill(FIRST);
        planProvision(FIRST);
        for (int edit = 0; edit < 40; edit++) {
            YearMonth from = FIRST.plusMonths(random.nextInt(1, MONTHS));
            Map<String, Seen> before = look(from);
            String what = edit(from);
            assertEquals(before, look(from), "edit " + edit + ": " + what + " from " + from);
        }
        assertTrue(bills > 1 && provisions > 1);
    }

    /** Returns every answer for the months before {@code from}. */
    private Map<String, Seen> look(YearMonth from) {
        Map<String, Seen> seen = new HashMap<>();
        for (YearMonth month = FIRST; month.isBefore(from); month = month.plusMonths(1)) {
            for (String address : ADDRESSES) {
                String path = address.formatted(month);
                HttpResponse<String> answer = SERVER.get(path, token);
                assertEquals(200, answer.statusCode(), answer.body());
                seen.put(path, new Seen(answer.headers().firstValue("ETag").orElseThrow(), answer.body()));
            }
        }
        return seen;
    }

    private String edit(YearMonth from) {
        return switch (random.nextInt(8)) {
            case 0 -> adopt(from);
            case 1 -> planBill(from);
            case 2 -> planProvision(from);
            case 3 -> patch("/fixed-expenses/" + random.nextInt(1, bills + 1), from, billTerms());
            case 4 -> patch("/provisions/" + random.nextInt(1, provisions + 1), from, provisionTerms());
            case 5 -> end("/fixed-expenses/" + random.nextInt(1, bills + 1), from);
            case 6 -> end("/provisions/" + random.nextInt(1, provisions + 1), from);
            default ->
                made(SERVER.post(
                        "/provisions/" + random.nextInt(1, provisions + 1) + "/contributions",
                        token,
                        "{\"date\": \"%s\", \"amount\": \"%d\"}".formatted(from.atDay(9), random.nextInt(1, 500))));
        };
    }

    private String adopt(YearMonth from) {
        return made(SERVER.post(
                "/configs?restate=true", token, """
                {"from": "%s", "members": [{"member": "member1", "gross": "%d", "tax_rate": "10"},
                  {"member": "member2", "net": "%d"}]}""".formatted(from, random.nextInt(5_000), random.nextInt(5_000))));
    }

    private String planBill(YearMonth from) {
        bills++;
        return made(SERVER.post(
                "/fixed-expenses",
                token,
                "{\"label\": \"Bill %d\", \"category\": \"Home\", \"from\": \"%s\", %s}"
                        .formatted(bills, from, billTerms())));
    }

    private String planProvision(YearMonth from) {
        provisions++;
        return made(SERVER.post(
                "/provisions",
                token,
                "{\"name\": \"Provision %d\", \"from\": \"%s\", %s}".formatted(provisions, from, provisionTerms())));
    }

    private String billTerms() {
        List<String> frequencies = List.of("weekly", "monthly", "quarterly", "annual");
        return "\"amount\": \"%d.%02d\", \"frequency\": \"%s\", \"split\": %s"
                .formatted(random.nextInt(900), random.nextInt(100), frequencies.get(random.nextInt(4)), split());
    }

    private String provisionTerms() {
        return random.nextBoolean()
                ? "\"base\": {\"mode\": \"total\", \"percentage\": \"%d\"}, \"split\": %s"
                        .formatted(random.nextInt(1, 30), split())
                : "\"base\": {\"mode\": \"fixed\", \"amount\": \"%d\"}, \"target\": \"%d\""
                        .formatted(random.nextInt(500), random.nextInt(5_000));
    }

    private String split() {
        return random.nextBoolean()
                ? "{\"mode\": \"equal\"}"
                : "{\"mode\": \"weights\", \"weights\": {\"member1\": %d, \"member2\": 1}}"
                        .formatted(random.nextInt(9));
    }

    private String patch(String path, YearMonth from, String terms) {
        HttpResponse<String> answer =
                SERVER.json("PATCH", path + "?restate=true&from=" + from, token, "{" + terms + "}", "If-Match", "*");
        // Where it does not hold there is nothing to patch.
        return answer.body().contains("it does not hold in " + from) ? "nothing" : made(answer);
    }

    private String end(String path, YearMonth from) {
        return made(SERVER.json("DELETE", path + "?restate=true&from=" + from, token, "", "If-Match", "*"));
    }

    private static String made(HttpResponse<String> answer) {
        String request = answer.request().method() + " " + answer.request().uri();
        assertTrue(answer.statusCode() < 300, request + ": " + answer.body());
        return request;
    }
}
