package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A household lives two years: a joint account and one of each member's own, a bank file of each every month, what is paid from whose
 * account, what is personal, what divides otherwise, what comes out of a provision. At the end of every month the transfers that are named are
 * made, and then nobody owes anybody anything.
 */
class TwoYearsTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YearMonth FIRST = YearMonth.of(2022, 2);
    private static final YearMonth LAST = YearMonth.of(2024, 1);
    private static final String NOBODY_OWES = "{\"member1\":\"0.00\",\"member2\":\"0.00\",\"pot\":\"0.00\"}";

    private final long seed = System.nanoTime();
    private final SplittableRandom random = new SplittableRandom(seed);
    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void atEveryMonthsEndTheNamedTransfersSettleIt() throws IOException {
        System.out.println("two years, seed " + seed);
        found();
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            importFiles(month);
            linkOnce(month);
            String range = "/settlement?from=" + month + "&to=" + month;
            JsonNode dues = read(range);
            assertEquals(0, dues.get("without_config").size(), because(month));
            assertEquals("0.00", dues.at("/before/pot").asText(), because(month));
            assertTrue(dues.get("transfers").size() <= 2, because(month));
            for (JsonNode transfer : dues.get("transfers")) {
                json(
                        SERVER.post(
                                "/settlements",
                                token,
                                transfer.get("settlement").toString()),
                        201);
            }
            assertEquals(NOBODY_OWES, read(range).get("due").toString(), because(month));
        }
        JsonNode all = read("/settlement?from=" + FIRST + "&to=" + LAST);
        assertEquals(NOBODY_OWES, all.get("due").toString(), because(LAST));
        assertEquals("[]", all.get("transfers").toString());
        JsonNode year = read("/dashboard/year?from=" + FIRST + "&to=" + LAST);
        assertEquals("[]", TotalsCheck.walk(year).wrong().toString(), because(LAST));
        // What was linked once was linked in every later file: the rent pays its bill, her transfer is hers.
        assertEquals(
                24,
                read("/transactions?bill_id=1&limit=100&count=true")
                        .at("/pagination/total")
                        .asInt());
        assertEquals(
                24,
                read("/transactions?member=member1&limit=100&count=true")
                        .at("/pagination/total")
                        .asInt());
        // The same files once more bring nothing.
        assertEquals(0, importFile("Joint", lastJoint).get("added").asInt());
    }

    private String lastJoint = "";

    private void found() throws IOException {
        json(SERVER.post("/configs", token, """
                {"members": [{"member": "member1", "gross": "3100.00", "tax_rate": "14.5"},
                             {"member": "member2", "net": "2210.37"}], "from": "2022-02"}"""), 201);
        json(SERVER.post("/configs?restate=true", token, """
                {"members": [{"member": "member1", "gross": "3300.00", "tax_rate": "15.2"},
                             {"member": "member2", "net": "2390.11"}], "from": "2023-03"}"""), 201);
        json(SERVER.post("/fixed-expenses", token, """
                {"label": "Rent", "category": "Housing", "amount": "1034.00", "frequency": "monthly",
                 "from": "2022-02"}"""), 201);
        json(SERVER.post("/provisions", token, """
                {"name": "Trip", "base": {"mode": "fixed", "amount": "150.00"}, "opening_balance": "300.00",
                 "split": {"mode": "equal"}, "from": "2022-02"}"""), 201);
        for (String account : new String[] {"Joint pot", "Hers member1", "His member2"}) {
            String[] named = account.split(" ", -1);
            json(
                    SERVER.post(
                            "/accounts",
                            token,
                            "{\"name\": \"" + named[0] + "\", \"owner\": \"" + named[1] + "\", \"from\": \"2022-02\"}"),
                    201);
        }
        json(SERVER.json("PUT", "/category-mappings", token, """
                {"rules": [{"category": "Transfer", "expense_type": "TRANSFER"},
                           {"category": "Rent", "expense_type": "FIXED"}]}""", "If-Match", "*"), 200);
    }

    private void importFiles(YearMonth month) throws IOException {
        StringBuilder joint = new StringBuilder("date;label;amount;category\n");
        line(joint, month, 2, "TRANSFER FROM ONE " + month, 90_000, "Transfer");
        line(joint, month, 3, "LANDLORD RENT " + month, -103_400, "Rent");
        for (int i = 0; i < 6; i++) {
            line(joint, month, 4 + i, "MARKET", -random.nextInt(500, 9_000), "Groceries");
        }
        line(joint, month, 20, "HOTEL", -random.nextInt(1_000, 9_000), "Travel");
        lastJoint = joint.toString();
        importFile("Joint", lastJoint);
        StringBuilder hers = new StringBuilder("date;label;amount;category\n");
        line(hers, month, 2, "TRANSFER TO JOINT", -90_000, "Transfer");
        line(hers, month, 8, "SHOES", -random.nextInt(500, 9_000), "Clothes");
        line(hers, month, 9, "PHARMACY", -random.nextInt(500, 4_000), "Health");
        importFile("Hers", hers.toString());
        StringBuilder his = new StringBuilder("date;label;amount;category\n");
        line(his, month, 11, "POWER COMPANY", -random.nextInt(5_000, 9_000), "Energy");
        line(his, month, 12, "BARBER", -random.nextInt(500, 4_000), "Clothes");
        importFile("His", his.toString());
    }

    private static void line(StringBuilder file, YearMonth month, int day, String label, int cents, String category) {
        file.append(month.atDay(day))
                .append(';')
                .append(label)
                .append(';')
                .append(BigDecimal.valueOf(cents, 2).toPlainString())
                .append(';')
                .append(category)
                .append('\n');
    }

    /** What people say of the month's rows; of whom a transfer comes, and which bill the rent pays, they say in the first month alone. */
    private void linkOnce(YearMonth month) throws IOException {
        if (month.equals(FIRST)) {
            change(month, "rent", "\"bill_id\": 1");
            change(month, "from one", "\"member\": \"member1\"");
        }
        change(month, "pharmacy", "\"common\": true");
        change(
                month,
                "power company",
                "\"common\": true, \"split\": {\"mode\": \"weights\", \"weights\": {\"member1\": 2, \"member2\": 1}}");
        if (month.getMonthValue() % 4 == 0) {
            change(month, "hotel", "\"provision_id\": 1");
        }
    }

    private void change(YearMonth month, String text, String set) throws IOException {
        JsonNode changed = json(
                SERVER.post(
                        "/transactions/changes",
                        token,
                        "{\"filter\": {\"month\": \"" + month + "\", \"text\": \"" + text + "\"}, \"set\": {" + set
                                + "}}"),
                200);
        assertTrue(!changed.isEmpty());
    }

    private JsonNode importFile(String account, String file) throws IOException {
        return json(
                SERVER.send(
                        "POST",
                        "/imports?account=" + account,
                        token,
                        BodyPublishers.ofString(file),
                        "Content-Type",
                        "text/csv"),
                200,
                201);
    }

    private String because(YearMonth month) {
        return "seed " + seed + ", " + month;
    }

    private JsonNode read(String path) throws IOException {
        return json(SERVER.get(path, token), 200);
    }

    private static JsonNode json(HttpResponse<String> response, int... statuses) throws IOException {
        boolean expected = false;
        for (int status : statuses) {
            expected |= status == response.statusCode();
        }
        assertTrue(expected, response.statusCode() + " " + response.body());
        return JSON.readTree(response.body());
    }
}
