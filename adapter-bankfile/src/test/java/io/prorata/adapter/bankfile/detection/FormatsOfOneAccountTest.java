package io.prorata.adapter.bankfile.detection;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.HOUSEHOLD;
import static io.prorata.application.Examples.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.household.CreateHousehold;
import io.prorata.application.imports.ImportBankFile;
import io.prorata.application.imports.ImportReport;
import io.prorata.application.memory.InMemoryBooks;
import io.prorata.domain.household.HouseholdId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A booking is one, whichever format of the bank says it. */
class FormatsOfOneAccountTest {

    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private static final String CSV = """
            Date;Label;Amount;Account
            2024-03-01;CARTE BOULANGERIE PARIS;-6,40;00040123456
            2024-03-01;CAFE;-2,50;00040123456
            2024-03-01;CAFE;-2,50;00040123456
            2024-03-02;SALAIRE;2000,00;00040123456
            """;

    private final InMemoryBooks work = new InMemoryBooks(CLOCK, new SplittableRandom(1));
    private final HouseholdId household = new CreateHousehold(work).create(ANNA, HOUSEHOLD);

    @Test
    void ofxAfterCsvAddsOnlyWhatIsNew() {
        assertEquals("4 added, 0 known", brought(CSV));
        String ofx = ofx(
                transaction("20240301", "-2.50", "F1", "THE VERT"),
                transaction("20240301", "-2.50", "F2", "CAFE DU COIN"),
                transaction("20240301", "-2.50", "F3", "CAFE DU COIN"),
                transaction("20240301", "-6.40", "F4", "BOULANGERIE"),
                transaction("20240302", "2000.00", "F5", "VIREMENT EMPLOYEUR"));
        assertEquals("1 added, 4 known", brought(ofx));
        assertEquals(List.of("THE VERT"), labels("F1"));
        assertEquals("0 added, 5 known", brought(ofx));
    }

    @Test
    void csvAfterCamtAddsNothing() {
        String camt = """
                <Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>FR7640618802600004012345690</IBAN></Id></Acct>
                <Ntry><Amt Ccy="EUR">6.40</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2024-03-01</Dt></BookgDt>
                <AcctSvcrRef>R1</AcctSvcrRef><AddtlNtryInf>CB BOULANGERIE</AddtlNtryInf></Ntry></Stmt></BkToCstmrStmt></Document>
                """;
        assertEquals("1 added, 0 known", brought(camt));
        assertEquals("3 added, 1 known", brought(CSV));
    }

    @Test
    void anotherAccountOrAnotherIdIsAnotherBooking() {
        brought(CSV);
        assertEquals(
                "1 added, 0 known",
                brought(ofx(transaction("20240301", "-6.40", "F4", "BOULANGERIE"))
                        .replace("00040123456", "00099999999")));
        assertEquals("0 added, 1 known", brought(ofx(transaction("20240301", "-6.40", "F4", "BOULANGERIE"))));
    }

    /** Two files of one format: what has only day and amount in common with a row is another booking. */
    @Test
    void anotherTableWithTheSameAmountOnTheSameDayIsNew() {
        brought(CSV);
        assertEquals("1 added, 0 known", brought("""
                Date;Label;Amount;Account
                2024-03-01;LIBRAIRIE;-6,40;00040123456
                """));
    }

    private String brought(String text) {
        ImportReport report = imported(text);
        return report.added() + " added, " + report.known() + " known";
    }

    private ImportReport imported(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var file = new BankFile("statement", () -> new ByteArrayInputStream(bytes));
        return new ImportBankFile(new BankFileReaders(), work, CLOCK)
                .importFile(
                        household, ANNA, new ImportBankFile.Command(file, ReadOptions.parse(Map.of()), Progress.NONE))
                .result();
    }

    private List<String> labels(String bankId) {
        return work.read(household, books -> {
            List<String> labels = new ArrayList<>();
            books.ledger().knownLines(household, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), row -> {
                if (bankId.equals(row.line().bankId())) {
                    labels.add(row.line().label());
                }
            });
            return labels;
        });
    }

    private static String ofx(String... transactions) {
        return "OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>00040123456</BANKACCTFROM>"
                + "<BANKTRANLIST>" + String.join("", transactions)
                + "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>";
    }

    private static String transaction(String date, String amount, String id, String name) {
        return "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>" + date + "<TRNAMT>" + amount + "<FITID>" + id + "<NAME>" + name
                + "</STMTTRN>";
    }
}
