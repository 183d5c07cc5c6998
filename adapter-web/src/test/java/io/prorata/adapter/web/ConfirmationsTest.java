package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is to confirm, and what is learnt from it, over HTTP. It is January 2024. */
class ConfirmationsTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void aHouseholdWithAccounts() throws IOException {
        json(SERVER.post("/configs", token, """
                {"members": [{"member": "member1", "net": "2000.00"}, {"member": "member2", "net": "2000.00"}],
                 "key": {"mode": "equal"}, "from": "2023-10"}"""), 201);
        for (String account : new String[] {"Joint pot current", "Hers member1 current", "Savings pot savings"}) {
            String[] parts = account.split(" ", -1);
            json(
                    SERVER.post(
                            "/accounts",
                            token,
                            "{\"name\": \"" + parts[0] + "\", \"owner\": \"" + parts[1] + "\", \"kind\": \"" + parts[2]
                                    + "\"}"),
                    201);
        }
        json(SERVER.post("/fixed-expenses", token, """
                {"label": "Rent", "category": "Housing", "amount": "1000.00", "frequency": "monthly",
                 "from": "2023-10"}"""), 201);
    }

    @Test
    void aRowThatLooksLikeABillIsCountedOnceAndTheTotalIsSaidBothWays() throws IOException {
        importFile("Joint", "2024-01-03;RENT LANDLORD;-1000.00;Flat");
        JsonNode list = read("/confirmations");
        assertEquals("[bill]", kinds(list));
        assertEquals("Rent", list.at("/confirmations/0/bill").asText());
        assertEquals("2000.00", list.get("total_expenses").asText());
        assertEquals("1000.00", list.get("total_if_confirmed").asText());
        assertEquals(
                list.get("total_expenses"),
                read("/dashboard/summary?month=2024-01").at("/summary/total_expenses"));

        JsonNode decided = confirm(list.at("/confirmations/0/id").asText(), "");
        assertEquals(1, decided.get("confirmed").size());
        assertEquals("[\"2024-01\"]", decided.get("months").toString());
        JsonNode after = read("/confirmations");
        assertEquals("[]", kinds(after));
        assertEquals("1000.00", after.get("total_expenses").asText());
        assertEquals("1", read("/transactions/1").get("bill_id").toString());
    }

    @Test
    void everyFirstScreenSaysWhatIsToConfirmWithTheTotalBothWays() throws IOException {
        String none =
                read("/dashboard/summary/slim?month=2024-01").get("to_confirm").toString();
        assertEquals("null", none);
        importFile("Joint", "2024-01-03;RENT LANDLORD;-1000.00;Flat", "2024-01-28;SALARY ACME;2500.00;");
        JsonNode list = read("/confirmations");
        for (String view : new String[] {"/dashboard/summary/slim", "/dashboard/summary", "/summary/enhanced"}) {
            for (String past : new String[] {"", "&use_cache=false"}) {
                JsonNode said = read(view + "?month=2024-01" + past).get("to_confirm");
                assertEquals("2", said.get("count").asText(), view);
                assertEquals("3500.00", said.get("total_amount").asText(), view);
                for (String figure : new String[] {"count", "total_amount", "total_expenses", "total_if_confirmed"}) {
                    assertEquals(list.get(figure), said.get(figure), view + " " + figure);
                }
                assertEquals("/confirmations?month=2024-01", said.get("url").asText());
            }
        }
        json(SERVER.post("/confirmations", token, "{\"reject\": [\"income:2\"]}"), 200);
        assertEquals(
                "1",
                read("/dashboard/summary?month=2024-01").at("/to_confirm/count").asText());
        confirm("bill:1:1", "");
        assertEquals(
                "0",
                read("/dashboard/summary?month=2024-01").at("/to_confirm/count").asText());
    }

    @Test
    void aRowOfTheNextMonthMayBeTheOtherLegOfOneOfThis() throws IOException {
        importFile("Hers", "2024-01-30;TO JOINT;-500.00;");
        String path = "/dashboard/summary/slim?month=2024-01";
        String tag = SERVER.get(path, token).headers().firstValue("ETag").orElseThrow();
        importFile("Joint", "2024-02-01;FROM HERS;500.00;");
        assertEquals(200, SERVER.get(path, token, "If-None-Match", tag).statusCode());
        assertEquals("1", read(path).at("/to_confirm/count").asText());
        assertEquals(
                "0",
                read("/dashboard/summary?month=2024-02").at("/to_confirm/count").asText(),
                "counted once");
    }

    @Test
    void rowsToConfirmAreListedByThemselves() throws IOException {
        importFile("Hers", "2024-01-30;TO JOINT;-500.00;", "2024-01-30;CINEMA;-9.00;");
        importFile("Joint", "2024-02-01;FROM HERS;500.00;", "2024-02-02;MARKET;-30.00;");
        assertEquals("[1]", ids("to_confirm=true&month=2024-01"));
        assertEquals("[2]", ids("to_confirm=false&month=2024-01"));
        assertEquals("[3]", ids("to_confirm=true&month=2024-02"), "the other leg, too");
        assertEquals("[3, 1]", ids("to_confirm=true&from=2024-01-01&to=2024-12-31"));
        assertEquals(
                "{\"count\":2,\"amount\":\"0.00\"}",
                read("/transactions?to_confirm=true&from=2024-01-01&to=2024-02-28&sum=true")
                        .get("sum")
                        .toString());
        assertEquals("[]", ids("to_confirm=true&month=2023-01"));
        for (String unbounded : new String[] {"", "&from=2024-01-01", "&from=2020-01-01&to=2024-01-31"}) {
            HttpResponse<String> refused = SERVER.get("/transactions?to_confirm=true" + unbounded, token);
            assertEquals(
                    "to_confirm", json(refused, 400).at("/errors/0/parameter").asText(), refused.body());
        }
    }

    @Test
    void aTransferIsConfirmedOrRejectedAtItsOwnAddress() throws IOException {
        importFile("Hers", "2024-01-20;TO JOINT;-500.00;", "2024-01-22;TO JOINT;-20.00;");
        importFile("Joint", "2024-01-21;FROM HERS;500.00;", "2024-01-22;FROM HERS;20.00;", "2024-01-25;RENT;-1000.00;");
        JsonNode list = read("/transfers?month=2024-01");
        assertEquals(2, list.get("transfers").size(), list.toString());
        JsonNode first = list.at("/transfers/0");
        assertEquals("transfer:2:4", first.get("id").asText(), "on one day");
        assertEquals("member1", first.get("member").asText());
        assertEquals("-20.00", first.at("/leaving_row/amount").asText());
        assertEquals("Joint", first.at("/arriving_row/account").asText());
        String before = read("/transactions").toString();
        for (String other : new String[] {"bill:5:1", "transfer:1:2", "1"}) {
            HttpResponse<String> refused = SERVER.post("/transfers/" + other + "/confirm", token, "");
            assertTrue(json(refused, 404).get("type").asText().endsWith("/unknown-transfer"), refused.body());
        }
        assertEquals(before, read("/transactions").toString());
        json(SERVER.post("/transfers/transfer:2:4/reject", token, ""), 200);
        json(SERVER.post("/transfers/transfer:1:3/confirm", token, "{}"), 200);
        assertEquals("TRANSFER", read("/transactions/1").get("expense_type").asText());
        assertEquals("member1", read("/transactions/3").get("member").asText());
        assertEquals("[]", read("/transfers?month=2024-01").get("transfers").toString());
        assertEquals(
                404, SERVER.post("/transfers/transfer:1:3/confirm", token, "").statusCode());
    }

    private String ids(String query) throws IOException {
        List<Long> ids = new ArrayList<>();
        read("/transactions?" + query)
                .get("transactions")
                .forEach(row -> ids.add(row.get("id").asLong()));
        return ids.toString();
    }

    @Test
    void whatIsRejectedIsNotOfferedAgain() throws IOException {
        importFile("Joint", "2024-01-03;RENT LANDLORD;-1000.00;Flat");
        String before = read("/transactions").toString();
        String id = read("/confirmations").at("/confirmations/0/id").asText();
        json(SERVER.post("/confirmations", token, "{\"reject\": [\"" + id + "\"]}"), 200);
        assertEquals("[]", kinds(read("/confirmations")));
        assertEquals(before, read("/transactions").toString());
        problem(SERVER.post("/confirmations", token, "{\"reject\": [\"" + id + "\"]}"), "/reject/0");
    }

    @Test
    void theLegsOfATransferAreOfferedAsAPair() throws IOException {
        importFile("Hers", "2024-01-30;TO JOINT;-500.00;");
        importFile("Joint", "2024-02-01;FROM HERS;500.00;", "2024-02-03;TO SAVINGS;-80.00;");
        importFile("Savings", "2024-02-04;FROM JOINT;80.00;");
        assertEquals("[transfer]", kinds(read("/confirmations?month=2024-01")));
        JsonNode february = read("/confirmations?month=2024-02");
        assertEquals("[transfer]", kinds(february), february.toString());
        JsonNode hers = read("/confirmations?month=2024-01").at("/confirmations/0");
        assertEquals("member1", hers.get("member").asText());
        confirm(hers.get("id").asText(), "");
        confirm(february.at("/confirmations/0/id").asText(), "");
        assertEquals("TRANSFER", read("/transactions/1").get("expense_type").asText());
        assertEquals("member1", read("/transactions/2").get("member").asText());
        assertEquals("PROVISION", read("/transactions/3").get("expense_type").asText());
        assertEquals("TRANSFER", read("/transactions/4").get("expense_type").asText());
        assertEquals(
                "500.00",
                read("/settlement?from=2024-02").at("/members/member1/put").asText());
        assertEquals("[]", kinds(read("/confirmations?month=2024-02")));
    }

    @Test
    void anIncomeOfThePotBelongsToNobodyUntilSomebodySaysWhose() throws IOException {
        importFile("Joint", "2024-01-28;SALARY ACME;2500.00;", "2024-01-29;TAX OFFICE;90.00;");
        JsonNode list = read("/confirmations");
        assertEquals("[income, income]", kinds(list));
        String salary = list.at("/confirmations/0/id").asText();
        String office = list.at("/confirmations/1/id").asText();
        problem(
                SERVER.post("/confirmations", token, "{\"confirm\": [{\"id\": \"" + salary + "\"}]}"),
                "/confirm/0/member");
        problem(
                SERVER.post(
                        "/confirmations",
                        token,
                        "{\"confirm\": [{\"id\": \"" + salary + "\", \"member\": \"stranger\"}]}"),
                "/confirm/0/member");
        confirm(salary, ", \"member\": \"member2\"");
        confirm(office, ", \"member\": \"everybody\"");
        assertEquals(
                "2500.00",
                read("/settlement?from=2024-01").at("/members/member2/put").asText());
        assertEquals("[]", kinds(read("/confirmations")));
        // The next salary of the payer is known.
        importFile("Joint", "2024-02-28;SALARY ACME 02/2024;2510.00;");
        assertEquals("[]", kinds(read("/confirmations?month=2024-02")));
        assertEquals(
                "2510.00",
                read("/settlement?from=2024-02").at("/members/member2/put").asText());
    }

    @Test
    void aRowEnteredByHandThatTheBankBringsLaterIsOne() throws IOException {
        json(SERVER.post("/transactions", token, """
                {"date": "2024-01-10", "label": "Market", "amount": "-42.10", "category": "Groceries",
                 "tags": ["feast"], "note": "for Sunday"}"""), 201);
        importFile("Joint", "2024-01-12;CARD 4711 MARKET HALL;-42.10;");
        JsonNode list = read("/confirmations");
        assertEquals("[twin]", kinds(list));
        assertEquals("1084.20", list.get("total_expenses").asText());
        assertEquals("1042.10", list.get("total_if_confirmed").asText());
        confirm(list.at("/confirmations/0/id").asText(), "");
        assertEquals(404, SERVER.get("/transactions/1", token).statusCode());
        JsonNode left = read("/transactions/2");
        assertEquals("Groceries", left.get("category").asText());
        assertEquals("[\"feast\"]", left.get("tags").toString());
        assertEquals("for Sunday", left.get("note").asText());
        assertEquals("Joint", left.get("account").asText());
        assertEquals("1042.10", read("/confirmations").get("total_expenses").asText());
    }

    @Test
    void aLinkIsLearntByPayeeAndAccountWithinTheBoundsOfItsBill() throws IOException {
        importFile("Joint", "2023-11-03;LANDLORD 11/2023;-1000.00;Flat");
        json(SERVER.json("PATCH", "/transactions/1", token, "{\"bill_id\": 1}", "If-Match", "*"), 200);
        importFile("Joint", "2023-12-03;Landlord 12/2023;-1050.00;Flat", "2023-12-04;LANDLORD 12/2023;-1050.00;Flat");
        importFile("Hers", "2024-01-03;LANDLORD 01/2024;-1000.00;Flat");
        importFile("Joint", "2024-01-03;LANDLORD 01/2024;-2500.00;Flat");
        importFile("Joint", "2024-01-04;LANDLORD 01/2024;-900.00;Flat");
        List<String> paid = new ArrayList<>();
        read("/transactions?bill_id=1&order=date")
                .get("transactions")
                .forEach(row -> paid.add(row.get("amount").asText()));
        assertEquals("[-1000.00, -1050.00, -900.00]", paid.toString());
        assertEquals("rule", read("/transactions/2").get("typed_by").asText());
    }

    @Test
    void aLearntProvisionMovesItsBalanceAndEveryLaterMonthSaysSo() throws IOException {
        json(SERVER.post("/provisions", token, """
                {"name": "Trip", "base": {"mode": "fixed", "amount": "50.00"}, "opening_balance": "500.00",
                 "from": "2023-10"}"""), 201);
        importFile("Joint", "2023-11-03;TRAVEL AGENCY;-100.00;Travel");
        json(SERVER.json("PATCH", "/transactions/1", token, "{\"provision_id\": 1}", "If-Match", "*"), 200);
        String march = "/dashboard/provisions/details?month=2024-03";
        assertEquals("400.00", read(march).at("/provisions/0/balance").asText());
        importFile("Joint", "2023-12-03;TRAVEL AGENCY;-30.00;Travel");
        assertEquals("370.00", read(march).at("/provisions/0/balance").asText());
    }

    @Test
    void whatCannotBeDecidedIsNamedAndNothingChanges() throws IOException {
        importFile("Joint", "2024-01-03;RENT LANDLORD;-1000.00;Flat");
        String id = read("/confirmations").at("/confirmations/0/id").asText();
        String before = read("/transactions").toString();
        problem(SERVER.post("/confirmations", token, "{}"), "/confirm");
        problem(SERVER.post("/confirmations", token, "{\"reject\": [\"" + id + "\", \"bill:99:1\"]}"), "/reject/1");
        problem(SERVER.post("/confirmations", token, "{\"reject\": [\"nothing\"]}"), "/reject/0");
        problem(
                SERVER.post(
                        "/confirmations",
                        token,
                        "{\"confirm\": [{\"id\": \"" + id + "\"}], \"reject\": [\"" + id + "\"]}"),
                "/reject/0");
        problem(
                SERVER.post(
                        "/confirmations", token, "{\"confirm\": [{\"id\": \"" + id + "\", \"member\": \"member1\"}]}"),
                "/confirm/0/member");
        String neighbour = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);
        problem(SERVER.post("/confirmations", neighbour, "{\"reject\": [\"" + id + "\"]}"), "/reject/0");
        assertEquals(before, read("/transactions").toString());
        assertEquals("[bill]", kinds(read("/confirmations")));
    }

    private static String kinds(JsonNode list) {
        List<String> kinds = new ArrayList<>();
        list.get("confirmations").forEach(one -> kinds.add(one.get("kind").asText()));
        assertEquals(kinds.size(), list.get("count").asInt());
        return kinds.toString();
    }

    private JsonNode confirm(String id, String more) throws IOException {
        return json(SERVER.post("/confirmations", token, "{\"confirm\": [{\"id\": \"" + id + "\"" + more + "}]}"), 200);
    }

    private void importFile(String account, String... lines) throws IOException {
        HttpResponse<String> imported = SERVER.send(
                "POST",
                "/imports?account=" + account,
                token,
                BodyPublishers.ofString("date;label;amount;category\n" + String.join("\n", lines) + "\n"),
                "Content-Type",
                "text/csv");
        assertTrue(imported.statusCode() < 300, imported.body());
    }

    private JsonNode read(String path) throws IOException {
        return json(SERVER.get(path, token), 200);
    }

    private static void problem(HttpResponse<String> response, String pointer) throws IOException {
        assertEquals(pointer, json(response, 422).at("/errors/0/pointer").asText(), response.body());
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }
}
