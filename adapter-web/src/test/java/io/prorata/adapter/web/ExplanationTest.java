package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure of a month's summary is explained, and a program that knows nothing of ours comes to the same. */
class ExplanationTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROGRAM = Path.of("..", "docs", "explain", "CheckDerivation.java");

    @TempDir
    private static Path compiled;

    private static Class<?> program;

    @BeforeAll
    static void compile() throws IOException, ReflectiveOperationException {
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", compiled.toString(), PROGRAM.toString());
        assertEquals(0, failed);
        program = new URLClassLoader(new URL[] {compiled.toUri().toURL()}).loadClass("CheckDerivation");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** The program in docs/explain, asking through {@code get}. */
    private record Check(Object program) {

        static Check of(UnaryOperator<String> get) throws ReflectiveOperationException {
            Constructor<?> constructor = ExplanationTest.program.getDeclaredConstructor(UnaryOperator.class);
            constructor.setAccessible(true);
            return new Check(constructor.newInstance(get));
        }

        String figure(String address) throws ReflectiveOperationException {
            Method figure = ExplanationTest.program.getDeclaredMethod("figure", String.class);
            figure.setAccessible(true);
            return (String) figure.invoke(program, address);
        }

        List<?> faults() throws ReflectiveOperationException {
            Field faults = ExplanationTest.program.getDeclaredField("faults");
            faults.setAccessible(true);
            return (List<?>) faults.get(program);
        }
    }

    private static String explain(String figure, YearMonth month) {
        return "/explain?figure=" + URLEncoder.encode(figure, StandardCharsets.UTF_8) + "&month=" + month;
    }

    /** The amounts and percentages that a month shows, by their pointers; what is for display alone, and what names things, is none. */
    private static void figures(String pointer, JsonNode shown, Map<String, String> figures) {
        if (shown.isTextual()
                && shown.asText().matches("-?[0-9]+(\\.[0-9]+)?")
                && !pointer.matches(".*/(ratio|name|label|category|paid_from_category|member)")) {
            figures.put(pointer, shown.asText());
        }
        if (shown.isObject()) {
            shown.properties().forEach(field -> figures(pointer + "/" + field.getKey(), field.getValue(), figures));
        }
        for (int i = 0; shown.isArray() && i < shown.size(); i++) {
            figures(pointer + "/" + i, shown.get(i), figures);
        }
    }

    @Test
    void everyFigureOfRandomHouseholdsIsComputedAgain() throws IOException, ReflectiveOperationException {
        int explained = 0;
        for (long seed = 0; seed < 3; seed++) {
            AnyHousehold any = AnyHousehold.of(seed, SERVER);
            String token = SERVER.token(any.id(), Tokens.TokenScope.ADMIN);
            for (YearMonth month : List.of(AnyHousehold.JANUARY.minusMonths(1), AnyHousehold.JANUARY)) {
                JsonNode summary = JSON.readTree(
                        SERVER.get("/dashboard/summary?month=" + month, token).body());
                Map<String, String> figures = new TreeMap<>();
                figures("", summary, figures);
                // What is to confirm is an offer, and in no figure yet.
                figures.keySet().removeIf(figure -> figure.startsWith("/to_confirm/"));
                Check check = Check.of(address -> SERVER.get(address, token).body());
                for (var figure : figures.entrySet()) {
                    String about = "seed " + seed + " in " + month + ": " + figure;
                    HttpResponse<String> answer = SERVER.get(explain(figure.getKey(), month), token);
                    assertEquals(200, answer.statusCode(), about + " " + answer.body());
                    assertEquals(
                            figure.getValue(),
                            JSON.readTree(answer.body()).path("value").asText(),
                            about);
                    assertEquals(figure.getValue(), check.figure(explain(figure.getKey(), month)), about);
                    assertEquals(List.of(), check.faults(), about);
                    explained++;
                }
            }
        }
        assertTrue(explained > 200, "figures: " + explained);
    }

    @Test
    void everyLeafHasAnAddressThatIsThere() throws IOException {
        AnyHousehold any = AnyHousehold.of(3, SERVER);
        String token = SERVER.token(any.id(), Tokens.TokenScope.ADMIN);
        Map<String, Integer> seen = new TreeMap<>();
        for (String figure : List.of("/summary/total_expenses", "/summary/net_available", "/provisions/0/balance")) {
            String explained =
                    SERVER.get(explain(figure, AnyHousehold.JANUARY), token).body();
            Matcher addresses = Pattern.compile("\"address\":\"([^\"]+)\"").matcher(explained);
            while (addresses.find()) {
                if (seen.merge(addresses.group(1), 1, Integer::sum) == 1) {
                    assertEquals(
                            200,
                            SERVER.get(addresses.group(1), token).statusCode(),
                            figure + " leads to " + addresses.group(1));
                }
            }
        }
        assertTrue(seen.size() > 3, seen.toString());
    }

    /** A tree with a wrong value somewhere inside is found, whichever value it is. */
    @Test
    void aPlantedWrongValueIsFound() throws ReflectiveOperationException {
        AnyHousehold any = AnyHousehold.of(3, SERVER);
        String token = SERVER.token(any.id(), Tokens.TokenScope.ADMIN);
        String address = explain("/summary/net_available", AnyHousehold.JANUARY);
        String right = SERVER.get(address, token).body();
        List<Integer> values = new ArrayList<>();
        // Of leaves that somebody stated nobody but the person knows that they are wrong.
        Matcher inner = Pattern.compile("\"step\":\"(?!stated|scheduled)[a-z]+\",\"value\":\"")
                .matcher(right);
        while (inner.find()) {
            values.add(inner.end());
        }
        assertTrue(values.size() > 5, right);
        for (int at : values) {
            String wrong = right.substring(0, at) + "1" + right.substring(at).replaceFirst("^-", "");
            Check check = Check.of(asked ->
                    asked.equals(address) ? wrong : SERVER.get(asked, token).body());
            check.figure(address);
            assertFalse(check.faults().isEmpty(), "not found at " + at + ": " + wrong);
        }
    }

    @Test
    void whatIsNoFigureIsRefused() {
        AnyHousehold any = AnyHousehold.of(1, SERVER);
        String token = SERVER.token(any.id(), Tokens.TokenScope.READ);
        Stream.of(
                        "",
                        "/",
                        "/summary",
                        "/summary/",
                        "summary/total_expenses",
                        "/provisions/99/balance",
                        "/provisions/-/balance",
                        "/summary/member_totals/nobody",
                        "/summary/split_basis",
                        "/month",
                        "/../household",
                        "x".repeat(2000))
                .forEach(figure -> {
                    HttpResponse<String> refused = SERVER.get(explain(figure, AnyHousehold.JANUARY), token);
                    assertTrue(
                            refused.statusCode() == 422 || refused.statusCode() == 400,
                            figure + ": " + refused.statusCode() + " " + refused.body());
                    assertTrue(refused.body().contains("\"figure\""), refused.body());
                });
        assertEquals(400, SERVER.get("/explain?month=2024-01", token).statusCode());
        assertEquals(
                400,
                SERVER.get("/explain?figure=/summary/net_income&month=2024-13", token)
                        .statusCode());
    }

    /** Before anybody is there, totals are those of nothing. */
    @Test
    void aMonthWithoutAConfigIsExplained() throws IOException, ReflectiveOperationException {
        String token = SERVER.token(AnyHousehold.of(2, SERVER).id(), Tokens.TokenScope.READ);
        Check check = Check.of(address -> SERVER.get(address, token).body());
        assertEquals(0, new BigDecimal(check.figure(explain("/summary/net_income", YearMonth.of(1990, 1)))).signum());
        assertEquals(List.of(), check.faults());
    }

    @Test
    void anAnswerIsCurrentUntilTheMonthChanges() {
        String token = SERVER.token(SERVER.found(), Tokens.TokenScope.ADMIN);
        String address = explain("/summary/total_expenses", AnyHousehold.JANUARY);
        String tag = SERVER.get(address, token).headers().firstValue("ETag").orElse("");
        assertEquals(304, SERVER.get(address, token, "If-None-Match", tag).statusCode());
        SERVER.post("/transactions", token, ApiRoutes.LINE);
        assertEquals(200, SERVER.get(address, token, "If-None-Match", tag).statusCode());
    }
}
