package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Budgets over HTTP, and where the dashboard and settling up show them. It is January 2024. */
class BudgetsTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void twoEqualMembers() throws IOException {
        json(SERVER.post("/configs", token, """
                {"members": [{"member": "member1", "net": "2000.00"}, {"member": "member2", "net": "2000.00"}],
                 "key": {"mode": "equal"}, "from": "2023-10"}"""), 201);
    }

    @Test
    void aBudgetIsShownBesideWhatWasSpentAndInNoTotal() throws IOException {
        json(SERVER.post("/budgets", token, """
                {"category": "Courses", "amount": "400.00", "from": "2023-11",
                 "split": {"mode": "weights", "weights": {"member1": 3, "member2": 1}}}"""), 201);
        spend("Courses", "-300.00");
        spend("courses ", "-150.00");
        JsonNode screen = read("/summary/enhanced?month=2024-01");
        JsonNode budget = screen.at("/expenses/budgets/0");
        assertEquals(
                "{\"id\":1,\"category\":\"Courses\",\"monthly_amount\":\"400.00\","
                        + "\"shares\":{\"member1\":\"300.00\",\"member2\":\"100.00\"},"
                        + "\"key_instead\":false,\"spent_amount\":\"450.00\",\"left_amount\":\"-50.00\"}",
                budget.toString());
        assertEquals("450.00", screen.at("/summary/total_expenses").asText());
        assertEquals(budget, read("/dashboard/expenses?month=2024-01").at("/budgets/0"));
        assertEquals(
                budget,
                read("/dashboard/expenses?month=2024-01&category=Courses").at("/budgets/0"));
        assertEquals(budget, read("/transactions/hierarchy?month=2024-01").at("/budgets/0"));
        assertEquals(
                "[]",
                read("/transactions/hierarchy?month=2024-01&expense_type=FIXED")
                        .get("budgets")
                        .toString());
        assertEquals(
                "[]", read("/dashboard/expenses?month=2023-10").get("budgets").toString());
        // By plan, the budget stands in place of what was spent.
        JsonNode dues = read("/settlement?from=2024-01&basis=plan");
        assertEquals("300.00", dues.at("/members/member1/share").asText());
        assertEquals("100.00", dues.at("/members/member2/share").asText());
    }

    @Test
    void itsTermsAreDatedAndThePastStays() throws IOException {
        JsonNode dry = json(SERVER.post("/budgets?dry_run=true", token, GROCERIES), 200);
        assertTrue(dry.get("id").isNull() && dry.get("dry_run").asBoolean(), dry.toString());
        assertEquals("[\"2023-12\"]", dry.get("plans_moved").toString());
        JsonNode planned = json(SERVER.post("/budgets", token, GROCERIES), 201);
        assertEquals("[\"2023-12\"]", planned.get("plans_moved").toString());

        problem(patch("?from=2023-12", "{\"amount\": \"450.00\"}"), 409, "past-month");
        json(patch("?from=2024-02", "{\"amount\": \"450.00\"}"), 200);
        assertEquals(
                "400.00", read("/budgets?month=2024-01").at("/budgets/0/amount").asText());
        assertEquals(
                "450.00", read("/budgets?month=2024-02").at("/budgets/0/amount").asText());
        assertEquals(2, read("/budgets/1/timeline").get("timeline").size());

        // Another category is another in every month, and December is over.
        problem(patch("", "{\"category\": \"Food\"}"), 409, "past-month");
        json(patch("?restate=true", "{\"category\": \"Food\"}"), 200);
        assertEquals(
                "Food", read("/budgets?month=2023-12").at("/budgets/0/category").asText());

        json(SERVER.json("DELETE", "/budgets/1?from=2024-03", token, "", "If-Match", "*"), 200);
        assertEquals("2024-02", read("/budgets/1").get("until").asText());
        assertEquals("[]", read("/budgets?month=2024-03").get("budgets").toString());
        assertEquals(1, read("/budgets?month=2024-03&all=true").get("budgets").size());
        json(SERVER.json("DELETE", "/budgets/1?as=mistake", token, "", "If-Match", "*"), 200);
        problem(SERVER.get("/budgets/1", token), 404, "unknown-budget");
    }

    @Test
    void aCategoryHasOneBudgetAtATime() throws IOException {
        json(SERVER.post("/budgets", token, GROCERIES), 201);
        String again = "{\"category\": \"g R O C E R I E S\", \"amount\": \"1.00\", \"from\": \"2024-05\"}";
        json(SERVER.post("/budgets", token, again), 201);
        String before = read("/budgets?all=true").toString();
        String folded = again.replace("g R O C E R I E S", "GRÓCERIES");
        problem(SERVER.post("/budgets", token, folded), 409, "category-has-budget");
        problem(SERVER.post("/budgets?dry_run=true", token, folded), 409, "category-has-budget");
        problem(
                SERVER.json(
                        "PATCH", "/budgets/2?from=2024-06", token, "{\"category\": \"groceries\"}", "If-Match", "*"),
                409,
                "category-has-budget");
        assertEquals(before, read("/budgets?all=true").toString());
        // One that has ended leaves its category to another.
        json(SERVER.json("DELETE", "/budgets/1?from=2024-05", token, "", "If-Match", "*"), 200);
        json(SERVER.post("/budgets", token, folded), 201);
    }

    @Test
    void whoIsNamedByABudgetCannotLeaveTheList() throws IOException {
        json(SERVER.post("/budgets", token, """
                {"category": "Courses", "amount": "1.00", "split": {"mode": "member", "member": "member2"}}"""), 201);
        JsonNode household = read("/household");
        assertEquals(2, household.get("members").size());
        HttpResponse<String> refused = SERVER.json(
                "PATCH",
                "/household",
                token,
                "{\"members\": [{\"key\": \"member1\", \"name\": \"One\"}]}",
                "If-Match",
                "*");
        problem(refused, 409, "member-in-use");
        assertEquals(
                "{\"pointer\":\"/members\",\"detail\":\"budgets name the member: 1\"}",
                JSON.readTree(refused.body()).at("/errors/1").toString());
    }

    private static final String GROCERIES = """
            {"category": "Groceries", "amount": "400.00", "from": "2023-12"}""";

    private void spend(String category, String amount) throws IOException {
        json(
                SERVER.post(
                        "/transactions",
                        token,
                        "{\"date\": \"2024-01-10\", \"label\": \"Market\", \"amount\": \"" + amount
                                + "\", \"category\": \"" + category.strip() + "\"}"),
                201);
    }

    private HttpResponse<String> patch(String query, String body) {
        return SERVER.json("PATCH", "/budgets/1" + query, token, body, "If-Match", "*");
    }

    private JsonNode read(String path) throws IOException {
        return json(SERVER.get(path, token), 200);
    }

    private static void problem(HttpResponse<String> response, int status, String name) throws IOException {
        assertEquals("/problems/" + name, json(response, status).get("type").asText(), response.body());
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }
}
