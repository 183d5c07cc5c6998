package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A bank file over HTTP: looked at, kept, kept once, marked, listed, taken back. */
class ImportsTest {

    private static final WebServer SERVER = new WebServer();
    private static final String FILE = """
            Date;Libellé;Montant;Catégorie
            05/01/2024;Marché;-42,10;Alimentation
            05/01/2024;Café;-2,50;Restaurants
            05/01/2024;Café;-2,50;Restaurants
            02/01/2024;VIR LOYER;-950,00;Logement
            28/01/2024;Salaire;2 500,00;Salaire
            31/02/2024;Jamais;-1,00;Divers
            """;

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aFileIsLookedAtThenKeptThenKnown() throws IOException {
        String before = slim();
        JsonNode preview = json(send("/imports?dry_run=true", "UTF-8", FILE), 200);
        assertEquals(5, preview.get("added").asInt());
        assertTrue(preview.get("import_id").isNull());
        assertEquals(before, slim(), "a look changes nothing");

        JsonNode kept = json(send("/imports?file_name=january.csv", "windows-1252", FILE), 201);
        assertEquals(6, kept.get("lines").asInt());
        assertEquals(5, kept.get("added").asInt(), "two coffees are two coffees");
        assertEquals(7, kept.at("/refused/0/line").asInt());
        assertEquals("-997.10", kept.at("/months/2024-01/spent").asText());
        assertEquals("2500.00", kept.at("/months/2024-01/received").asText());
        assertTrue(slim().contains("\"category\":\"Restaurants\",\"total_amount\":\"5.00\",\"transaction_count\":2"));

        JsonNode again = json(send("/imports", "UTF-8", FILE), 201);
        assertEquals(0, again.get("added").asInt());
        assertEquals(5, again.get("known").asInt());

        JsonNode list = json(SERVER.get("/imports", token), 200);
        assertEquals(2, list.get("imports").size());
        assertEquals("january.csv", list.at("/imports/1/file_name").asText());

        String first = "/imports/" + kept.get("import_id").asLong();
        assertEquals(200, SERVER.json("DELETE", first, token, "").statusCode());
        assertEquals(before, slim(), "undone, every figure is as it was");
        assertEquals(409, SERVER.json("DELETE", first, token, "").statusCode());
    }

    @Test
    void aFormWithAFileWillDo() throws IOException {
        String boundary = "----x";
        String form =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ma banque.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + FILE + "\r\n--" + boundary + "--\r\n";
        HttpResponse<String> response = SERVER.send(
                "POST",
                "/imports",
                token,
                HttpRequest.BodyPublishers.ofString(form),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary);
        JsonNode kept = json(response, 201);
        assertEquals(5, kept.get("added").asInt());
        assertEquals("ma banque.csv", kept.get("file_name").asText());
    }

    /** Which of them was meant is not guessed. */
    @Test
    void aFormWithTwoFilesIsRefusedWhole() throws IOException {
        String part =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + FILE + "\r\n";
        HttpResponse<String> response = SERVER.send(
                "POST",
                "/imports",
                token,
                HttpRequest.BodyPublishers.ofString(part + part + "--x--\r\n"),
                "Content-Type",
                "multipart/form-data; boundary=x");
        assertEquals(400, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                "[]", json(SERVER.get("/imports", token), 200).get("imports").toString());
    }

    @Test
    void aStatementOfTwoAccountsIsOneImportWithAPartForEach() throws IOException {
        String ofx = """
                OFXHEADER:100
                VERSION:102

                <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>JOINT</BANKACCTFROM>
                <BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20240105<TRNAMT>-6.40<FITID>F1<NAME>BAKERY</STMTTRN></BANKTRANLIST>
                </STMTRS></STMTTRNRS><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>SAVINGS</BANKACCTFROM>
                <BANKTRANLIST></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
                """;
        JsonNode kept = json(send("/imports", "UTF-8", ofx), 201);
        assertEquals(1, kept.get("added").asInt());
        assertEquals(
                "{\"kind\":\"ofx\",\"encoding\":\"UTF-8\",\"version\":\"102\","
                        + "\"accounts\":[{\"account\":\"JOINT\",\"lines\":1},{\"account\":\"SAVINGS\",\"lines\":0}]}",
                kept.get("format").toString());

        String empty = ofx.replaceAll("(?s)<STMTTRN>.*</STMTTRN>", "");
        assertEquals(0, json(send("/imports", "UTF-8", empty), 201).get("lines").asInt(), "a month without bookings");
    }

    @Test
    void rentIsNotCountedTwice() throws IOException {
        assertEquals(
                201,
                SERVER.post(
                                "/fixed-expenses",
                                token,
                                "{\"label\":\"Loyer\",\"category\":\"Logement\",\"amount\":\"950.00\",\"frequency\":\"monthly\",\"from\":\"2024-01\"}")
                        .statusCode());
        JsonNode kept = json(send("/imports", "UTF-8", FILE), 201);
        assertEquals("VIR LOYER", kept.at("/like_bills/0/label").asText());
        assertTrue(slim().contains("\"total_variable\":\"997.10\""), "as long as nobody says otherwise");

        String rows =
                "{\"transactions\":[" + kept.at("/like_bills/0/transaction_id").asLong() + "]}";
        HttpResponse<String> marked = SERVER.post(kept.get("mark_bills").asText(), token, rows);
        assertEquals(200, marked.statusCode(), marked.body());
        assertTrue(slim().contains("\"total_variable\":\"47.10\""));
        assertTrue(slim().contains("\"total_fixed\":\"950.00\""));
        assertEquals(
                422,
                SERVER.post(kept.get("mark_bills").asText(), token, "{\"transactions\":[4711]}")
                        .statusCode());
    }

    @Test
    void whatCannotBeReadSaysWhichOptionWouldSettleIt() throws IOException {
        String undecidable = "Date;Label;Amount\n01/02/2024;Market;-1,00\n03/04/2024;Market;-2,00\n";
        String before = slim();
        JsonNode problem = json(send("/imports", "UTF-8", undecidable), 422);
        assertEquals("/problems/unreadable-bank-file", problem.get("type").asText());
        assertEquals("date_format", problem.get("option").asText());
        assertEquals(before, slim());
        assertEquals(
                2,
                json(send("/imports?date_format=month-first", "UTF-8", undecidable), 201)
                        .get("added")
                        .asInt());

        assertEquals(
                "delimiter",
                json(send("/imports?delimiter=abc", "UTF-8", FILE), 422)
                        .at("/errors/0/parameter")
                        .asText());
        assertEquals(
                "delimeter",
                json(send("/imports?delimeter=;", "UTF-8", FILE), 400)
                        .at("/errors/0/parameter")
                        .asText());
        assertEquals(422, send("/imports", "UTF-8", "no bank file at all").statusCode());
        assertEquals(400, send("/imports", "UTF-8", "").statusCode());
    }

    @Test
    void optionsThatAreStatedAreKeptForTheNextFile() throws IOException {
        String january = "Date;Label;Amount\n01/02/2024;Market;-1,00\n03/04/2024;Market;-2,00\n";
        String february = "Date;Label;Amount\n05/02/2024;Market;-1,00\n06/04/2024;Market;-2,00\n";
        assertEquals(
                "{\"id\":1,\"options\":{\"date_format\":\"month-first\"},\"chosen\":false}",
                json(send("/imports?date_format=month-first", "UTF-8", january), 201)
                        .get("profile")
                        .toString());
        JsonNode look = json(send("/imports?dry_run=true", "UTF-8", february), 200);
        assertEquals("2024-05-02", look.at("/rows/0/date").asText());
        assertTrue(look.at("/profile/chosen").asBoolean());
        assertEquals(422, send("/imports?profile=none", "UTF-8", february).statusCode());
        assertEquals(422, send("/imports?profile=mine", "UTF-8", february).statusCode());
        assertEquals(404, send("/imports?profile=9", "UTF-8", february).statusCode());
        assertEquals(
                "2024-02-05",
                json(send("/imports?dry_run=true&date_format=day-first", "UTF-8", february), 200)
                        .at("/rows/0/date")
                        .asText());

        HttpResponse<String> shown = SERVER.get("/import-profiles/1", token);
        assertEquals(
                "{\"id\":1,\"account\":null,\"header\":\"datelabelamount\",\"options\":{\"date_format\":\"month-first\"}}",
                shown.body());
        String tag = shown.headers().firstValue("ETag").orElseThrow();
        String dayFirst = "{\"options\":{\"date_format\":\"day-first\",\"account\":\"Joint\"}}";
        assertEquals(
                428, SERVER.json("PUT", "/import-profiles/1", token, dayFirst).statusCode());
        assertEquals(
                "/options/date_format",
                json(
                                SERVER.json(
                                        "PUT",
                                        "/import-profiles/1",
                                        token,
                                        dayFirst.replace("day-first", "any"),
                                        "If-Match",
                                        tag),
                                422)
                        .at("/errors/0/pointer")
                        .asText());
        json(SERVER.json("PUT", "/import-profiles/1", token, dayFirst, "If-Match", tag), 200);
        assertEquals(
                "Joint",
                json(send("/imports?dry_run=true", "UTF-8", february), 200)
                        .at("/rows/0/account")
                        .asText());
        json(send("/imports?account=Ines&date_format=day-first", "UTF-8", february), 201);
        JsonNode asked = json(send("/imports", "UTF-8", january), 422);
        assertEquals("/problems/ambiguous-profile", asked.get("type").asText());
        assertEquals("[1,2]", asked.get("profiles").toString());
        json(SERVER.json("DELETE", "/import-profiles/2", token, ""), 200);
        assertEquals(
                "[1]",
                json(SERVER.get("/import-profiles", token), 200)
                        .findValuesAsText("id")
                        .toString());
    }

    @Test
    void categoriesMeanWhatTheHouseholdSays() throws IOException {
        json(send("/imports", "UTF-8", FILE), 201);
        HttpResponse<String> rules = SERVER.get("/category-mappings", token);
        assertTrue(rules.body().contains("{\"category\":\"Savings\",\"expense_type\":\"PROVISION\"}"), rules.body());
        String tag = rules.headers().firstValue("ETag").orElseThrow();
        String groceries = "{\"rules\":[{\"category\":\"alimentation\",\"expense_type\":\"TRANSFER\"}]}";
        assertEquals(
                428, SERVER.json("PUT", "/category-mappings", token, groceries).statusCode());
        assertEquals(
                200,
                SERVER.json("PUT", "/category-mappings", token, groceries, "If-Match", tag)
                        .statusCode());
        assertTrue(slim().contains("Alimentation"), "rows that are there keep their type");
        HttpResponse<String> applied = SERVER.post("/category-mappings/apply", token, "");
        assertEquals(200, applied.statusCode(), applied.body());
        assertTrue(applied.body().contains("2024-01"), applied.body());
        assertFalse(slim().contains("Alimentation"));
    }

    @Test
    void theAccountThatIsNotNamedIsAWarning() throws IOException {
        json(send("/imports", "UTF-8", FILE), 201);
        JsonNode look = json(send("/imports?account=Joint&dry_run=true", "UTF-8", FILE), 200);
        assertEquals(5, look.get("added").asInt());
        assertEquals(5, look.get("known_but_for_account").asInt());
        assertEquals("[2,3,4,5,6]", look.get("known_but_for_account_lines").toString());
        assertEquals("known-but-for-account", look.at("/warnings/0/kind").asText());
        assertTrue(look.at("/warnings/0/detail").asText().contains(": 5."), look.toString());
        assertEquals(
                look.get("warnings"),
                json(send("/imports?account=Joint", "UTF-8", FILE), 201).get("warnings"));

        // Another member's file, with a line that is equal to one of before.
        String theirs = """
                Date;Libellé;Montant;Catégorie
                05/01/2024;Café;-2,50;Restaurants
                16/01/2024;Pain;-1,10;Courses
                """;
        JsonNode dropped = json(send("/imports?profile=none", "UTF-8", theirs), 201);
        assertEquals(1, dropped.get("added").asInt());
        assertEquals(1, dropped.get("known_without_account").asInt());
        assertEquals(
                "[{\"line\":2,\"date\":\"2024-01-05\",\"label\":\"Café\",\"amount\":\"-2.50\",\"account\":null}]",
                dropped.get("known_lines").toString());
        assertEquals("account-not-named", dropped.at("/warnings/0/kind").asText());
    }

    private String slim() {
        return SERVER.get("/dashboard/summary/slim?month=2024-01", token).body();
    }

    private HttpResponse<String> send(String path, String charset, String file) {
        return SERVER.send(
                "POST",
                path,
                token,
                HttpRequest.BodyPublishers.ofByteArray(file.getBytes(Charset.forName(charset))),
                "Content-Type",
                "text/csv");
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        return new ObjectMapper().readTree(response.body());
    }
}
