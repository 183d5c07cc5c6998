package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.bootstrap.command.Shell;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The household that the glossary's formulas are worked through with, founded on the command line and entered over HTTP: every figure
 * of its January, on a real database, before and after a restart.
 */
class WholeHouseholdTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void januaryToTheCent(Engine engine) throws IOException, InterruptedException {
        Shell shell = engine.shell(home);
        shell.must(
                "household",
                "create",
                "--name",
                "Home",
                "--currency",
                "EUR",
                "--zone",
                "Europe/Paris",
                "--member",
                "member1=A",
                "--member",
                "member2=B");
        String token = shell.must("token", "create", "--name", "test").out().strip();
        String slim;
        try (Server server = engine.serve(shell, Shell.MID_MARCH);
                Client client = new Client(server.address(), token)) {
            enterPlan(client);
            enterTransactions(client);

            slim = check(client);
        }
        assertTrue(shell.must("verify").out().strip().endsWith("are right."));
        try (Server server = engine.serve(shell, Shell.MID_MARCH);
                Client client = new Client(server.address(), token)) {
            assertEquals(slim, check(client), "after a restart");
        }
    }

    private static String check(Client client) throws IOException, InterruptedException {
        HttpResponse<String> slim = ok(client.get("/dashboard/summary/slim?month=2024-01"));
        JsonNode summary = Client.json(slim).path("summary");
        assertEquals("2785.94", summary.path("total_expenses").asText());
        assertEquals("1180.75", summary.path("total_provisions").asText());
        assertEquals("1460.82", summary.path("total_fixed").asText());
        assertEquals("144.37", summary.path("total_variable").asText());
        assertEquals("1351.62", summary.at("/member_totals/member1").asText());
        assertEquals("1434.32", summary.at("/member_totals/member2").asText());
        assertEquals("5750.00", summary.path("net_income").asText());
        assertEquals("2964.06", summary.path("net_available").asText());
        assertEquals(
                List.of("Courses 87.12 3", "Sante -11.20 2", "Transport 68.45 1"),
                lines(Client.json(slim).path("categories"), "category", "total_amount", "transaction_count"));
        assertEquals(
                List.of(
                        "287.50 127.50 160.00",
                        "76.50 38.25 38.25",
                        "431.25 301.88 129.37",
                        "200.00 88.70 111.30",
                        "128.00 0.00 128.00",
                        "57.50 25.50 32.00"),
                lines(
                        Client.json(ok(client.get("/provisions/calculate/optimized?month=2024-01")))
                                .path("provisions"),
                        "monthly_amount",
                        "/shares/member1",
                        "/shares/member2"));

        JsonNode whole = Client.json(ok(client.get("/dashboard/summary?month=2024-01")));
        assertEquals(
                List.of("1200.00 532.17 667.83", "39.99 20.00 19.99", "100.00 100.00 0.00", "120.83 53.59 67.24"),
                lines(whole.path("fixed_expenses"), "monthly_amount", "/shares/member1", "/shares/member2"));
        assertEquals(
                List.of("38.64 48.48", "-4.97 -6.23", "30.36 38.09"),
                lines(whole.path("categories"), "/shares/member1", "/shares/member2"));
        assertEquals(
                slim.body(),
                ok(client.get("/dashboard/summary/slim?month=2024-01&use_cache=false"))
                        .body());
        return slim.body();
    }

    private static HttpResponse<String> ok(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return response;
    }

    /** Each element's fields with spaces between; a field is a name or a pointer. */
    private static List<String> lines(JsonNode array, String... fields) {
        List<String> lines = new ArrayList<>();
        for (JsonNode element : array) {
            List<String> line = new ArrayList<>();
            for (String field : fields) {
                JsonNode value = field.startsWith("/") ? element.at(field) : element.path(field);
                line.add(value.asText());
            }
            lines.add(String.join(" ", line));
        }
        return lines;
    }

    private static void enterPlan(Client client) throws IOException, InterruptedException {
        post(client, "/configs", """
                {"from": "2024-01", "members": [
                  {"member": "member1", "gross": "3000.00", "tax_rate": "15"},
                  {"member": "member2", "gross": "4000.00", "tax_rate": "20"}]}""");
        provision(client, "Holidays", """
                "base": {"mode": "total", "percentage": "5"}, "target": "3000.00", "opening_balance": "750.00\"""");
        provision(client, "Bicycle", """
                "base": {"mode": "member", "member": "member1", "percentage": "3"}, "split": {"mode": "equal"}""");
        provision(client, "Works", """
                "base": {"mode": "total", "percentage": "7.5"},
                "split": {"mode": "weights", "weights": {"member1": 70, "member2": 30}}""");
        provision(client, "Cushion", """
                "base": {"mode": "fixed", "amount": "200.00"}""");
        provision(client, "Studies", """
                "base": {"mode": "member", "member": "member2", "percentage": "4"},
                "split": {"mode": "member", "member": "member2"}""");
        provision(client, "Gifts", """
                "base": {"mode": "total", "percentage": "1"}""");
        bill(client, "Rent", "1200.00", "monthly", "{\"mode\": \"key\"}");
        bill(client, "Internet", "39.99", "monthly", "{\"mode\": \"equal\"}");
        bill(client, "Insurance", "300.00", "quarterly", "{\"mode\": \"member\", \"member\": \"member1\"}");
        bill(client, "Property tax", "1450.00", "annual", "{\"mode\": \"key\"}");
    }

    private static void enterTransactions(Client client) throws IOException, InterruptedException {
        for (String row : List.of(
                "2024-01-02|Loyer Janvier|Logement|-950.00|FIXED|false",
                "2024-01-05|EDF|Logement|-72.18|FIXED|false",
                "2024-01-06|ALDI|Courses|-54.32|VARIABLE|false",
                "2024-01-06|Total|Transport|-68.45|VARIABLE|false",
                "2024-01-12|Boulangerie|Courses|-8.20|VARIABLE|false",
                "2024-01-15|Remboursement Secu|Sante|23.50|VARIABLE|false",
                "2024-01-18|Pharmacie|Sante|-12.30|VARIABLE|false",
                "2024-01-20|Marche|Courses|-24.60|VARIABLE|false",
                "2024-01-25|Salaire|Revenus|2500.00|INCOME|false",
                "2024-01-28|Navigo|Transport|-75.20|FIXED|false",
                "2024-01-29|Exclu|Divers|-500.00|VARIABLE|true",
                "2024-01-30|Virement Livret A|Epargne|-200.00|PROVISION|false")) {
            String[] cells = row.split("\\|", -1);
            post(client, "/transactions", """
                    {"date": "%s", "label": "%s", "category": "%s", "amount": "%s", "expense_type": "%s", "excluded": %s}""".formatted((Object[]) cells));
        }
    }

    private static void provision(Client client, String name, String terms) throws IOException, InterruptedException {
        post(client, "/provisions", "{\"name\": \"" + name + "\", \"from\": \"2024-01\", " + terms + "}");
    }

    private static void bill(Client client, String label, String amount, String frequency, String split)
            throws IOException, InterruptedException {
        post(client, "/fixed-expenses", """
                {"label": "%s", "category": "%s", "amount": "%s", "frequency": "%s", "split": %s, "from": "2024-01"}""".formatted(label, label, amount, frequency, split));
    }

    private static void post(Client client, String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = client.post(path, json);
        assertEquals(201, response.statusCode(), response.body());
    }
}
