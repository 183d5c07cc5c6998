package io.prorata.adapter.bankfile.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.bankfile.archive.Zip;
import io.prorata.application.bankfile.BankFile;
import io.prorata.domain.Refusal.UnreadableBankFile;
import io.prorata.domain.RefusedException;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file is known by its content. */
class KindTest {

    private static final String CAMT = """
            <Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>%s</IBAN></Id></Acct><Ntry><Amt Ccy="EUR">%s</Amt>
            <CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2024-03-01</Dt></BookgDt><AddtlNtryInf>%s</AddtlNtryInf></Ntry></Stmt></BkToCstmrStmt></Document>
            """;

    @Test
    void formatsAreToldByHowAFileBegins() {
        assertEquals(Kind.OFX, kind("OFXHEADER:100\nDATA:OFXSGML"));
        assertEquals(Kind.OFX, kind("\uFEFF\n\n<ofx><bankmsgsrsv1>"));
        assertEquals(Kind.OFX, kind("<?xml version=\"1.0\"?>\n<!-- a bank -->\n<?OFX OFXHEADER=\"200\"?><OFX>"));
        assertEquals(Kind.OFX, Kind.of(content("OFXHEADER:100".getBytes(StandardCharsets.UTF_16))));
        assertEquals(Kind.QIF, kind("!Type:Bank\nD1/2/24"));
        assertEquals(Kind.QIF, kind("# by hand\n\n!ACCOUNT\nNx"));
        assertEquals(Kind.CAMT, kind("<?xml version=\"1.0\"?>\n<n:Document xmlns:n=\"x\">"));
        assertEquals(Kind.MT940, kind(":20:A\r\n:25:DE1\r\n:60F:C240101EUR1,\r\n"));
        assertEquals(Kind.MT940, kind("{1:F01X}{4:\n:20:A\n:25:DE1\n"));
        assertEquals(Kind.TABLE, kind("Date;Label;Amount\n2024-03-01;<OFX>;1,00\n"));
        assertEquals(Kind.TABLE, kind("Date;Label;Amount\n2024-03-01;!Type:Bank;1,00\n"));
        assertEquals(Kind.TABLE, kind(""));
    }

    @Test
    void whatIsNotReadIsNamedWithAdvice() {
        assertRefused(
                "a spreadsheet of Excel 97 (.xls) or another old Office file; save it as XLSX or CSV",
                "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1");
        assertRefused("a PDF; ask the bank for CSV", "%PDF-1.7");
        assertRefused("an RTF text", "{\\rtf1\\ansi");
        assertRefused("a web page", "<!doctype html><title>Login</title>");
        assertRefused("a web page", "  <table><tr><td>2024</td></tr></table>");
        assertRefused("a compressed file; unpack it first", "\u001F\u008B\b");
        assertRefused("a JSON file", "{\"transactions\": []}");
        assertRefused("neither CAMT nor OFX", "<?xml version=\"1.0\"?><pain/>");
        assertRefused("an OpenDocument file", Zip.of(Map.of("mimetype", "x", "content.xml", "<a/>")));
        assertRefused(
                "an Office file without a sheet",
                Zip.of(Map.of("[Content_Types].xml", "x", "word/document.xml", "<a/>")));
        assertRefused("an archive without CAMT files", Zip.of(Map.of("statement.csv", "Date;Label;Amount")));
    }

    @Test
    void theStatementsOfAnArchiveAreOneImportWithAPartForEachAccount() {
        byte[] archive = Zip.of(Map.of(
                "b/2.xml", CAMT.formatted("DE2", "2.00", "Bus"),
                "a/1.xml", CAMT.formatted("DE1", "1.00", "Tea"),
                "read me.txt", "not a statement"));
        FileReading read = FileReading.of(archive, Map.of(), FileReading.EUR);
        assertEquals(
                List.of("1 2024-03-01 -100 Tea [DE1]", "2 2024-03-01 -200 Bus [DE2]"),
                FileReading.inShort(archive, Map.of(), FileReading.EUR));
        assertEquals(
                "Camt[encoding=UTF-8, message=, files=2, parts=[Part[account=DE1, lines=1], Part[account=DE2, lines=1]]]",
                read.reader().format().toString());
    }

    @Test
    void archivesAreBounded() {
        assertEquals(
                List.of("! too-large -"),
                FileReading.inShort(
                        Zip.of(Map.of("a.xml", CAMT.formatted("DE1", "1.00", "Tea")), 300), Map.of(), FileReading.EUR));
        byte[] brokenOff =
                Zip.of(Map.of("a.xml", CAMT.formatted("DE1", "1.00", "Tea").repeat(20)));
        assertEquals(
                List.of("! malformed-file -"),
                FileReading.inShort(Arrays.copyOf(brokenOff, 120), Map.of(), FileReading.EUR));
    }

    @Test
    void anOptionThatIsOfNoUseInTheFormatIsNamed() {
        byte[] file = "!Type:Bank\nD28/02/2024\nT-1.00\nPTea\n^\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of("! BrokenRule[where=date_column, rule=it is of no use in a file of QIF: leave it out]"),
                FileReading.inShort(file, Map.of("date_column", "1"), FileReading.EUR));
        assertEquals(
                List.of("2 2024-02-28 100 Tea [Joint]"),
                FileReading.inShort(file, Map.of("account", "Joint", "reversed", "yes"), FileReading.EUR));
    }

    private static Kind kind(String text) {
        return Kind.of(content(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static BankFile.Content content(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    private static void assertRefused(String part, String begin) {
        assertRefused(part, begin.getBytes(Charset.forName("ISO-8859-1")));
    }

    private static void assertRefused(String part, byte[] file) {
        var thrown = assertThrows(RefusedException.class, () -> Kind.of(content(file)), part);
        UnreadableBankFile refusal = (UnreadableBankFile) thrown.refusal();
        assertEquals("other-format", refusal.reason());
        assertTrue(refusal.detail().contains(part), refusal.detail());
    }
}
