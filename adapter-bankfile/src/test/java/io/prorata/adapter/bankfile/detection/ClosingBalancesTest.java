package io.prorata.adapter.bankfile.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a file says is on its accounts. */
class ClosingBalancesTest {

    private static final String MT940 = """
            :20:START
            :25:12345678/0001
            :28C:1/1
            :60F:C240101EUR100,00
            :61:2401020102D40,00NMSCNONREF
            :86:Market
            :62F:C240102EUR60,00
            -
            :20:START
            :25:12345678/0001
            :28C:2/1
            :60F:C240102EUR60,00
            :61:2401030103D75,5NMSCNONREF
            :86:Market
            :62F:D240103EUR15,50
            :64:D240103EUR999,00
            -
            """;

    private static final String CAMT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
            <Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>
            <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <Dt><Dt>2024-01-01</Dt></Dt></Bal>
            <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd>
            <Dt><Dt>2024-01-31</Dt></Dt></Bal>
            <Bal><Tp><CdOrPrtry><Cd>CLAV</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">777.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <Dt><Dt>2024-02-01</Dt></Dt></Bal>
            <Ntry><Amt Ccy="EUR">4.20</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
            <BookgDt><Dt>2024-01-05</Dt></BookgDt><AddtlNtryInf>Bakery</AddtlNtryInf></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """;

    private static final String OFX = """
            OFXHEADER:100
            DATA:OFXSGML
            VERSION:102

            <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
            <BANKACCTFROM><BANKID>1<ACCTID>42<ACCTTYPE>CHECKING</BANKACCTFROM>
            <BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20240105<TRNAMT>-4.20<FITID>1<NAME>Bakery</STMTTRN>
            </BANKTRANLIST>
            <LEDGERBAL><BALAMT>-12.34<DTASOF>20240131120000[+1:CET]</LEDGERBAL>
            <AVAILBAL><BALAMT>99.00<DTASOF>20240201</AVAILBAL>
            </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
            """;

    @Test
    void theLastClosingBalanceOfAStatementIsTaken() {
        assertEquals(List.of("12345678/0001 2024-01-03 -1550"), balances(MT940, Map.of()));
        assertEquals(List.of("Joint 2024-01-03 -1550"), balances(MT940, Map.of("account", "Joint")));
    }

    @Test
    void ofCamtTheClosingOneThatWasBookedCounts() {
        String account = "FR7630006000011234567890189";
        assertEquals(List.of(account + " 2024-01-31 9580"), balances(CAMT.formatted("95.80", "CRDT"), Map.of()));
        assertEquals(List.of(account + " 2024-01-31 -9580"), balances(CAMT.formatted("95.80", "DBIT"), Map.of()));
    }

    @Test
    void ofOfxTheLedgersBalanceCounts() {
        assertEquals(List.of("42 2024-01-31 -1234"), balances(OFX, Map.of()));
    }

    @Test
    void whatSaysNothingOfAnAccountIsNoBalance() {
        assertEquals(List.of(), balances(CAMT.formatted("95.80", ""), Map.of()), "of neither sign");
        assertEquals(List.of(), balances(CAMT.formatted("much", "CRDT"), Map.of()), "no amount");
        assertEquals(List.of(), balances(CAMT.formatted("95.801", "CRDT"), Map.of()), "more decimals than there are");
        assertEquals(List.of(), balances(MT940.replace("EUR15,50", "USD15,50"), Map.of()), "of another currency");
        assertEquals(List.of(), balances(OFX, Map.of("reversed", "yes")), "of which sign nobody knows");
        String two = MT940 + MT940.replace("12345678/0001", "99");
        assertEquals(2, balances(two, Map.of()).size());
        assertEquals(List.of(), balances(two, Map.of("account", "Joint")), "of two accounts as one");
        assertEquals(List.of(), balances("date;label;amount\n2024-01-05;Bakery;-4.20\n", Map.of()));
    }

    private static List<String> balances(String file, Map<String, String> options) {
        var reading = FileReading.of(file.getBytes(StandardCharsets.UTF_8), options, FileReading.EUR);
        return reading.reader().balances().stream()
                .map(stated -> stated.account() + " " + stated.balance().date() + " "
                        + stated.balance().amount().minor())
                .toList();
    }
}
