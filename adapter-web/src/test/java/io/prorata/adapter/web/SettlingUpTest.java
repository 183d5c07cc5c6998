package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts, who paid, and who owes whom, over HTTP. It is January 2024. */
class SettlingUpTest {

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
    void whoPaidFromTheirOwnAccountIsPaidBackAndThenNothingIsDue() throws IOException {
        account("Joint", "pot");
        account("Hers", "member1");
        // Rows of a member's account are personal unless somebody says otherwise.
        JsonNode personal = row("Hers", "-80.00", "");
        assertEquals("false", personal.get("common").toString());
        row("Hers", "-60.00", ", \"common\": true");
        row("Joint", "-100.00", "");
        row("Joint", "130.00", ", \"expense_type\": \"TRANSFER\", \"member\": \"member2\"");

        JsonNode dues = read("/settlement?from=2024-01");
        assertEquals("""
                {"share":"80.00","pooled":"0.00","paid":"60.00","put":"0.00","settled":"0.00","due":"20.00","beyond_plan":"0.00"}""", dues.at("/members/member1").toString());
        assertEquals("-50.00", dues.at("/due/member2").asText());
        assertEquals("30.00", dues.at("/due/pot").asText());
        assertEquals(2, dues.get("transfers").size());

        for (JsonNode transfer : dues.get("transfers")) {
            assertEquals("2024-01", transfer.at("/settlement/month").asText());
            json(SERVER.post("/settlements", token, transfer.get("settlement").toString()), 201);
        }
        JsonNode settled = read("/settlement?from=2024-01");
        assertEquals(
                "{\"member1\":\"0.00\",\"member2\":\"0.00\",\"pot\":\"0.00\"}",
                settled.get("due").toString());
        assertEquals("[]", settled.get("transfers").toString());
        assertEquals(
                2,
                read("/settlements?from=2024-01&to=2024-01").get("settlements").size());
    }

    @Test
    void aPageOfSettlementsSaysWhereTheOthersAre() throws IOException {
        for (int i = 1; i <= 3; i++) {
            json(SERVER.post("/settlements", token, settlement("member1", "member2", i + ".00")), 201);
        }
        HttpResponse<String> second = SERVER.get("/settlements?from=2024-01&limit=1&offset=1", token);
        String links = second.headers().firstValue("Link").orElseThrow();
        assertEquals(
                "</settlements?from=2024-01&limit=1>; rel=\"first\","
                        + " </settlements?from=2024-01&limit=1>; rel=\"prev\","
                        + " </settlements?from=2024-01&limit=1&offset=2>; rel=\"next\"",
                links);
        JsonNode page = json(second, 200);
        assertEquals(
                "/settlements?from=2024-01&limit=1&offset=2",
                page.at("/pagination/next_url").asText());
        JsonNode last = read(page.at("/pagination/next_url").asText());
        assertTrue(last.at("/pagination/next_url").isNull());
        assertEquals(3, last.at("/pagination/total").asInt());
    }

    @Test
    void aLaterMonthTellsWhatIsLeftOfTheMonthsBefore() throws IOException {
        account("Hers", "member1");
        row("Hers", "-60.00", ", \"common\": true");
        JsonNode february = read("/settlement?from=2024-02");
        assertEquals("2024-01", february.get("since").asText());
        assertEquals("30.00", february.at("/before/member2").asText());
        assertEquals("[]", february.get("transfers").toString());
        JsonNode both = read("/settlement?from=2024-02&include_before=true");
        assertEquals("30.00", both.at("/transfers/0/amount").asText());
        assertEquals("member1", both.at("/transfers/0/to").asText());
        JsonNode household = read("/household");
        assertEquals("2024-01", household.get("settle_since").asText());
        json(SERVER.json("PATCH", "/household", token, "{\"settle_since\": \"2024-02\"}", "If-Match", "*"), 200);
        assertEquals(
                "0.00", read("/settlement?from=2024-02").at("/before/member2").asText());
    }

    @Test
    void withoutAPotNobodyOwesItAnything() throws IOException {
        json(SERVER.json("PUT", "/household/pot?from=2024-01", token, "{\"in_use\": false}", "If-Match", "*"), 200);
        row(null, "-40.00", ", \"payer\": \"member1\"");
        row(null, "-7.00", "");
        JsonNode dues = read("/settlement?from=2024-01");
        assertEquals("false", dues.at("/months/0/pot").toString());
        assertEquals(
                "{\"count\":1,\"total\":\"7.00\"}",
                dues.at("/months/0/payer_unknown").toString());
        assertEquals("20.00", dues.at("/due/member2").asText());
        assertEquals("null", dues.at("/members/member1/beyond_plan").toString());
        assertEquals(
                "[\"2024-01\"]",
                read("/settlement?from=2024-01&basis=plan").get("without_pot").toString());
        problem(SERVER.post("/settlements", token, settlement("member1", "pot", "1.00")), 422, "/to");
    }

    @Test
    void aRowThatIsPaidFromAProvisionIsChargedOnce() throws IOException {
        json(SERVER.post("/provisions", token, """
                {"name": "Trip", "base": {"mode": "fixed", "amount": "50.00"}, "opening_balance": "500.00"}"""), 201);
        JsonNode hotel = row(null, "-300.00", ", \"category\": \"Travel\", \"provision_id\": 1");
        assertEquals("1", hotel.get("provision_id").toString());
        JsonNode summary = read("/dashboard/summary/slim?month=2024-01");
        assertEquals("0.00", summary.at("/summary/total_variable").asText());
        assertEquals(
                "200.00",
                read("/dashboard/provisions/details?month=2024-01")
                        .at("/provisions/0/balance")
                        .asText());
        String path = "/transactions/" + hotel.get("id");
        json(SERVER.json("PATCH", path, token, "{\"provision_id\": null}", "If-Match", "*"), 200);
        assertEquals(
                "300.00",
                read("/dashboard/summary/slim?month=2024-01")
                        .at("/summary/total_variable")
                        .asText());
        assertEquals(
                "500.00",
                read("/dashboard/provisions/details?month=2024-01")
                        .at("/provisions/0/balance")
                        .asText());
        json(SERVER.json("PATCH", path, token, "{\"provision_id\": 1}", "If-Match", "*"), 200);
        problem(SERVER.json("DELETE", "/provisions/1?as=mistake", token, "", "If-Match", "*"), 409, null);
    }

    @Test
    void anAccountShowsItsBalanceOnADay() throws IOException {
        json(SERVER.post("/accounts", token, """
                {"name": "Joint", "names": ["FR76", "Joint"], "owner": "pot",
                 "opening_balance": {"date": "2023-12-31", "amount": "100.00"}}"""), 201);
        row("Joint", "-30.00", ", \"excluded\": true");
        row("FR76", "-5.00", "");
        assertEquals("65.00", read("/accounts").at("/accounts/0/balance").asText());
        assertEquals(
                "100.00",
                read("/accounts?date=2024-01-01").at("/accounts/0/balance").asText());
        JsonNode sum = read("/transactions?account_id=1&sum=true").get("sum");
        assertEquals("{\"count\":2,\"amount\":\"-35.00\"}", sum.toString());
        problem(SERVER.json("DELETE", "/accounts/1", token, "", "If-Match", "*"), 409, null);
        problem(SERVER.get("/accounts/2", token), 404, null);
        JsonNode moved = json(
                SERVER.json("PATCH", "/accounts/1?from=2024-03", token, "{\"owner\": \"member1\"}", "If-Match", "*"),
                200);
        assertEquals(2, moved.get("owners").size());
        problem(
                SERVER.json("PATCH", "/accounts/1?from=2023-11", token, "{\"owner\": \"member2\"}", "If-Match", "*"),
                409,
                null);
    }

    @Test
    void badInputIsNamedAndChangesNothing() throws IOException {
        JsonNode before = read("/household");
        problem(SERVER.post("/accounts", token, "{\"name\": \"X\", \"owner\": \"stranger\"}"), 422, "/owner");
        account("X", "pot");
        problem(
                SERVER.post("/accounts", token, "{\"name\": \"Y\", \"names\": [\"X\"], \"owner\": \"pot\"}"),
                422,
                "/names");
        problem(SERVER.post("/settlements", token, settlement("member1", "member1", "1.00")), 422, "/to");
        problem(SERVER.post("/settlements", token, settlement("member1", "stranger", "1.00")), 422, "/to");
        problem(SERVER.post("/settlements", token, settlement("member1", "pot", "0.00")), 422, "/amount");
        problem(SERVER.post("/settlements", token, settlement("member1", "pot", "100000000000.01")), 422, "/amount");
        problem(
                SERVER.post(
                        "/settlements",
                        token,
                        settlement("member1", "pot", "1.00").replace("}", ", \"transactions\": [99]}")),
                422,
                "/transactions");
        problem(post("-1.00", ", \"split\": {\"mode\": \"member\", \"member\": \"stranger\"}"), 422, "/split/member");
        problem(post("-1.00", ", \"split\": {\"mode\": \"weights\", \"weights\": {}}"), 422, "/split/weights");
        problem(post("-1.00", ", \"bill_id\": 7"), 422, "/bill_id");
        problem(post("-1.00", ", \"provision_id\": 7"), 422, "/provision_id");
        problem(post("-1.00", ", \"payer\": \"stranger\""), 422, "/payer");
        problem(post("-1.00", ", \"expense_type\": \"VARIABLE\", \"member\": \"member1\""), 422, "/member");
        json(SERVER.post("/fixed-expenses", token, """
                {"label": "Rent", "category": "Housing", "amount": "1200.00", "frequency": "monthly"}"""), 201);
        json(SERVER.post("/provisions", token, """
                {"name": "Trip", "base": {"mode": "fixed", "amount": "50.00"}}"""), 201);
        problem(post("-1.00", ", \"bill_id\": 1, \"provision_id\": 1"), 422, "/provision_id");
        problem(post("-1.00", ", \"bill_id\": 1, \"common\": false"), 422, "/common");
        problem(post("-1.00", ", \"bill_id\": 1, \"expense_type\": \"VARIABLE\""), 422, "/bill_id");
        assertEquals("[]", read("/transactions").get("transactions").toString());
        assertEquals("[]", read("/settlements").get("settlements").toString());
        // The bill of a neighbour is not there.
        String neighbour = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);
        problem(SERVER.post("/transactions", neighbour, """
                        {"date": "2024-01-05", "label": "Rent", "amount": "-1.00", "bill_id": 1}"""), 422, "/bill_id");
        assertTrue(before.get("settle_since").isNull());
    }

    /** What a new row, account or settlement cannot state, a change cannot state either, of one or of many. */
    @Test
    void badInputOfAChangeIsNamedAndChangesNothing() throws IOException {
        account("Joint", "pot");
        row("Joint", "-30.00", ", \"expense_type\": \"FIXED\"");
        row(null, "-40.00", ", \"expense_type\": \"VARIABLE\"");
        json(SERVER.post("/fixed-expenses", token, """
                {"label": "Rent", "category": "Housing", "amount": "1200.00", "frequency": "monthly"}"""), 201);
        json(SERVER.post("/provisions", token, """
                {"name": "Trip", "base": {"mode": "fixed", "amount": "50.00"}}"""), 201);
        json(SERVER.post("/settlements", token, settlement("member1", "member2", "1.00")), 201);
        String neighbour = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);
        for (int i = 0; i < 3; i++) {
            json(SERVER.post("/transactions", neighbour, """
                    {"date": "2024-01-05", "label": "Theirs", "amount": "-1.00"}"""), 201);
        }
        String rows = read("/transactions").toString();
        String settlements = read("/settlements").toString();
        String accounts = read("/accounts").toString();

        changes("/transactions/1", "{\"split\": {\"mode\": \"weights\", \"weights\": {}}}", "/split/weights");
        changes(
                "/transactions/1",
                "{\"split\": {\"mode\": \"weights\", \"weights\": {\"member1\": 0}}}",
                "/split/weights");
        changes("/transactions/1", "{\"split\": {\"mode\": \"member\", \"member\": \"stranger\"}}", "/split/member");
        changes("/transactions/1", "{\"payer\": \"stranger\"}", "/payer");
        changes("/transactions/1", "{\"bill_id\": 7}", "/bill_id");
        changes("/transactions/1", "{\"bill_id\": 1, \"provision_id\": 1}", "/provision_id");
        changes("/transactions/2", "{\"bill_id\": 1, \"expense_type\": \"VARIABLE\"}", "/bill_id");
        changes("/transactions/2", "{\"amount\": \"-100000000000.01\"}", "/amount");
        changes("/accounts/1", "{\"owner\": \"stranger\"}", "/owner");
        changes("/settlements/1", "{\"to\": \"member1\"}", "/to");
        changes("/settlements/1", "{\"amount\": \"-1.00\"}", "/amount");
        // The neighbour's third row has an id that is no row's of ours.
        changes("/settlements/1", "{\"transactions\": [3]}", "/transactions");
        String many = LongStream.rangeClosed(1, 21).mapToObj(Long::toString).collect(Collectors.joining(", "));
        changes("/settlements/1", "{\"transactions\": [" + many + "]}", "/transactions");
        together("{\"split\": {\"mode\": \"member\", \"member\": \"stranger\"}}", "/split/member");
        together("{\"split\": {\"mode\": \"weights\", \"weights\": {}}}", "/split/weights");
        together("{\"bill_id\": 7}", "/bill_id");
        together("{\"bill_id\": 1, \"provision_id\": 1}", "/provision_id");
        refused(SERVER.post("/transactions/batch", token, """
                        {"transactions": [{"date": "2024-01-05", "label": "Rent", "amount": "-1.00"},
                         {"date": "2024-01-05", "label": "Rent", "amount": "-1.00", "bill_id": 1, "provision_id": 1}]}"""), "/provision_id");

        assertEquals(rows, read("/transactions").toString());
        assertEquals(settlements, read("/settlements").toString());
        assertEquals(accounts, read("/accounts").toString());
    }

    private void changes(String path, String body, String pointer) throws IOException {
        problem(SERVER.json("PATCH", path, token, body, "If-Match", "*"), 422, pointer);
    }

    private void together(String set, String pointer) throws IOException {
        refused(SERVER.post("/transactions/changes", token, "{\"filter\": {}, \"set\": " + set + "}"), pointer);
    }

    /** @param pointer ends the pointer to the part that is refused */
    private static void refused(HttpResponse<String> response, String pointer) throws IOException {
        String said = json(response, 422).at("/errors/0/pointer").asText();
        assertTrue(said.endsWith(pointer), said);
    }

    @Test
    void aRowOfThePotThatIsMadePersonalSaysThatNobodyWillOweIt() throws IOException {
        account("Joint", "pot");
        account("Hers", "member1");
        row("Joint", "-30.00", "");
        row("Hers", "-5.00", ", \"common\": true");
        JsonNode left = patch(1, "{\"common\": false}");
        assertEquals("owed-by-nobody", left.at("/warnings/0/kind").asText());
        assertEquals(2, left.get("offers").size());
        assertEquals(
                "2.50",
                read("/settlement?from=2024-01").at("/members/member1/share").asText());
        JsonNode taken = patch(1, left.at("/offers/0").toString());
        assertEquals("[]", taken.get("warnings").toString());
        assertEquals("[]", taken.get("offers").toString());
        assertEquals(
                "32.50",
                read("/settlement?from=2024-01").at("/members/member1/share").asText());
        assertEquals("[]", patch(2, "{\"common\": false}").get("warnings").toString(), "she has paid it herself");
        assertEquals("[]", patch(1, "{\"label\": \"Other\"}").get("warnings").toString());
    }

    @Test
    void manyRowsOfThePotThatAreMadePersonalSayHowManyNobodyWillOwe() throws IOException {
        account("Joint", "pot");
        account("Hers", "member1");
        row("Joint", "-30.00", "");
        row("Joint", "-7.00", "");
        row("Hers", "-5.00", ", \"common\": true");
        String personal = "{\"filter\": {\"month\": \"2024-01\"}, \"set\": {\"common\": false}}";
        for (String run : new String[] {"?dry_run=true", ""}) {
            JsonNode effect = JSON.readTree(
                    SERVER.post("/transactions/changes" + run, token, personal).body());
            assertEquals(3, effect.get("changed").asInt(), effect.toString());
            assertEquals("owed-by-nobody", effect.at("/warnings/0/kind").asText());
            assertTrue(effect.at("/warnings/0/detail").asText().contains("paid 2 of these rows"), effect.toString());
        }
    }

    @Test
    void rowsThatMayShowASettlementAreOffered() throws IOException {
        account("Hers", "member1");
        account("His", "member2");
        row("Hers", "-50.00", "");
        row("His", "50.00", "");
        row("Hers", "-51.00", "");
        row("His", "-50.00", "");
        row(null, "-50.00", "");
        JsonNode entered = json(SERVER.post("/settlements", token, settlement("member1", "member2", "50.00")), 201);
        assertEquals("[2,1]", entered.get("offered_transactions").toString());
        JsonNode back = json(SERVER.post("/settlements", token, settlement("member2", "member1", "50.00")), 201);
        assertEquals("[4]", back.get("offered_transactions").toString());
        String late = settlement("member1", "member2", "50.00").replace("2024-01-20", "2024-01-21");
        assertEquals(
                "[]",
                json(SERVER.post("/settlements", token, late), 201)
                        .get("offered_transactions")
                        .toString());
    }

    private JsonNode patch(long id, String body) throws IOException {
        return json(SERVER.json("PATCH", "/transactions/" + id, token, body, "If-Match", "*"), 200);
    }

    @Test
    void aBillIsPaidByTheRowThatNamesItWhateverItsCategory() throws IOException {
        json(SERVER.post("/fixed-expenses", token, """
                {"label": "Rent", "category": "Housing", "amount": "1200.00", "frequency": "monthly"}"""), 201);
        JsonNode paid = row(null, "-1200.00", ", \"category\": \"Loyer\", \"bill_id\": 1");
        assertEquals("FIXED", paid.get("expense_type").asText());
        assertEquals(
                "1200.00",
                read("/dashboard/expenses?month=2024-01")
                        .at("/categories/0/actual_amount")
                        .asText());
    }

    private void account(String name, String owner) throws IOException {
        json(SERVER.post("/accounts", token, "{\"name\": \"" + name + "\", \"owner\": \"" + owner + "\"}"), 201);
    }

    private JsonNode row(@Nullable String account, String amount, String more) throws IOException {
        String named = account == null ? "" : ", \"account\": \"" + account + "\"";
        return json(post(amount, named + more), 201);
    }

    private HttpResponse<String> post(String amount, String more) {
        return SERVER.post(
                "/transactions",
                token,
                "{\"date\": \"2024-01-10\", \"label\": \"Row\", \"amount\": \"" + amount + "\"" + more + "}");
    }

    private static String settlement(String from, String to, String amount) {
        return "{\"date\": \"2024-01-20\", \"from\": \"" + from + "\", \"to\": \"" + to + "\", \"amount\": \"" + amount
                + "\"}";
    }

    private JsonNode read(String path) throws IOException {
        return json(SERVER.get(path, token), 200);
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }

    private static void problem(HttpResponse<String> response, int status, @Nullable String pointer)
            throws IOException {
        JsonNode problem = json(response, status);
        if (pointer != null) {
            assertEquals(pointer, problem.at("/errors/0/pointer").asText(), response.body());
        }
    }
}
