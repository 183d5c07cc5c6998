package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The household that the design works through, entered as a client would: every figure of its January. */
class WorkedHouseholdTest {

    private static final WebServer SERVER = new WebServer();
    private final HouseholdId household = SERVER.found();
    private final String token = SERVER.token(household, Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void januaryToTheCent() throws IOException {
        enterPlan();
        enterTransactions();

        JsonNode slim = read("/dashboard/summary/slim?month=2024-01");

        assertEquals("""
                {"total_expenses":"2785.94","total_provisions":"1180.75","total_fixed":"1460.82","total_variable":"144.37",\
                "member_totals":{"member1":"1351.62","member2":"1434.32"},"net_income":"5750.00","net_available":"2964.06",\
                "split_basis":"income"}""", slim.get("summary").toString());
        assertEquals("""
                [{"category":"Courses","total_amount":"87.12","transaction_count":3},\
                {"category":"Sante","total_amount":"-11.20","transaction_count":2},\
                {"category":"Transport","total_amount":"68.45","transaction_count":1}]""", slim.get("categories").toString());
        assertEquals(
                "{\"provisions\":6,\"fixed_expenses\":4,\"transactions\":11}",
                slim.get("counts").toString());
        assertEquals("127.50", slim.at("/provisions/0/shares/member1").asText());
        assertEquals("160.00", slim.at("/provisions/0/shares/member2").asText());
        assertEquals("25.0", slim.at("/provisions/0/progress_percentage").asText());

        JsonNode calculated = read("/provisions/calculate/optimized?month=2024-01");
        assertEquals(
                "{\"member1\":\"2550.00\",\"member2\":\"3200.00\"}",
                calculated.at("/base_calculations/net_revenues").toString());
        assertEquals(
                "{\"weight\":255000,\"ratio\":\"0.443478\"}",
                calculated.at("/base_calculations/split_ratios/member1").toString());
        assertEquals(
                "[[287.50,127.50,160.00],[76.50,38.25,38.25],[431.25,301.88,129.37],[200.00,88.70,111.30],"
                        + "[128.00,0.00,128.00],[57.50,25.50,32.00]]",
                amounts(calculated.get("provisions")));
        assertEquals("1180.75", calculated.at("/totals/monthly_amount").asText());
    }

    private static String amounts(JsonNode provisions) {
        StringBuilder all = new StringBuilder("[");
        for (JsonNode line : provisions) {
            all.append(all.length() > 1 ? "," : "")
                    .append('[')
                    .append(line.get("monthly_amount").asText())
                    .append(',')
                    .append(line.at("/shares/member1").asText())
                    .append(',')
                    .append(line.at("/shares/member2").asText())
                    .append(']');
        }
        return all.append(']').toString();
    }

    private void enterPlan() {
        post("/configs", """
                {"from": "2024-01", "members": [
                  {"member": "member1", "gross": "3000.00", "tax_rate": "15"},
                  {"member": "member2", "gross": "4000.00", "tax_rate": "20"}]}""");
        post("/provisions", """
                {"name": "Vacances", "base": {"mode": "total", "percentage": "5"}, "from": "2024-01",
                 "target": "3000.00", "opening_balance": "750.00"}""");
        post("/provisions", """
                {"name": "Vélo", "base": {"mode": "member", "member": "member1", "percentage": "3"}, "from": "2024-01",
                 "split": {"mode": "equal"}}""");
        post("/provisions", """
                {"name": "Travaux", "base": {"mode": "total", "percentage": "7.5"}, "from": "2024-01",
                 "split": {"mode": "weights", "weights": {"member1": 70, "member2": 30}}}""");
        post("/provisions", """
                {"name": "Coussin", "base": {"mode": "fixed", "amount": "200.00"}, "from": "2024-01"}""");
        post("/provisions", """
                {"name": "Études", "base": {"mode": "member", "member": "member2", "percentage": "4"}, "from": "2024-01",
                 "split": {"mode": "member", "member": "member2"}}""");
        post("/provisions", """
                {"name": "Cadeaux", "base": {"mode": "total", "percentage": 1}, "from": "2024-01"}""");
        bill("Loyer", "1200.00", "monthly", "{\"mode\": \"key\"}");
        bill("Internet", "39.99", "monthly", "{\"mode\": \"equal\"}");
        bill("Assurance", "300.00", "quarterly", "{\"mode\": \"member\", \"member\": \"member1\"}");
        bill("Taxe foncière", "1450.00", "annual", "{\"mode\": \"key\"}");
    }

    private void enterTransactions() {
        transaction("2024-01-02", "Loyer Janvier", "Logement", "-950.00", "FIXED", false);
        transaction("2024-01-05", "EDF", "Logement", "-72.18", "FIXED", false);
        transaction("2024-01-06", "ALDI", "Courses", "-54.32", "VARIABLE", false);
        transaction("2024-01-06", "Total", "Transport", "-68.45", "VARIABLE", false);
        transaction("2024-01-12", "Boulangerie", "Courses", "-8.20", "VARIABLE", false);
        transaction("2024-01-15", "Remboursement Secu", "Sante", "23.50", "VARIABLE", false);
        transaction("2024-01-18", "Pharmacie", "Sante", "-12.30", "VARIABLE", false);
        transaction("2024-01-20", "Marche", "Courses", "-24.60", "VARIABLE", false);
        transaction("2024-01-25", "Salaire", "Revenus", "2500.00", "INCOME", false);
        transaction("2024-01-28", "Navigo", "Transport", "-75.20", "FIXED", false);
        transaction("2024-01-29", "Exclu", "Divers", "-500.00", "VARIABLE", true);
        transaction("2024-01-30", "Virement Livret A", "Epargne", "-200.00", "PROVISION", false);
    }

    private void bill(String label, String amount, String frequency, String split) {
        post("/fixed-expenses", """
                {"label": "%s", "category": "%s", "amount": "%s", "frequency": "%s", "split": %s, "from": "2024-01"}""".formatted(label, label, amount, frequency, split));
    }

    private void transaction(String date, String label, String category, String amount, String type, boolean excluded) {
        post("/transactions", """
                {"date": "%s", "label": "%s", "amount": "%s", "category": "%s", "expense_type": "%s", "excluded": %s}""".formatted(date, label, amount, category, type, excluded));
    }

    private void post(String path, String json) {
        HttpResponse<String> response = SERVER.post(path, token, json);
        assertEquals(201, response.statusCode(), response.body());
    }

    private JsonNode read(String path) throws IOException {
        HttpResponse<String> response = SERVER.get(path, token);
        assertEquals(200, response.statusCode(), response.body());
        return new ObjectMapper().readTree(response.body());
    }
}
