package io.prorata.adapter.bankfile.csv;

import static io.prorata.adapter.bankfile.csv.Readings.assertUnreadable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is odd in many files, each kind by small files made up for it. */
class KindsOfOdditiesTest {

    // -- what was spent

    @Test
    void aCardStatementThatThanksForAPaymentIsAskedAbout() {
        String text = """
                Date,Description,Amount
                15/01/2024,GROCER,25.00
                16/01/2024,GARAGE,40.00
                20/01/2024,PAYMENT RECEIVED - THANK YOU,-100.00
                """;
        assertUnreadable("ambiguous-signs", "reversed", text);
        assertEquals(
                List.of(
                        "2024-01-15 -2500 GROCER",
                        "2024-01-16 -4000 GARAGE",
                        "2024-01-20 10000 PAYMENT RECEIVED - THANK YOU"),
                Readings.of(text, Map.of("reversed", "yes")).lines());
        assertEquals(3, Readings.of(text, Map.of("reversed", "no")).lines().size());
    }

    @Test
    void lettersBesideSomeAmountsDecideForThoseAndAskForTheOthers() {
        String text = """
                Date,Description,Amount
                15/01/2024,GROCER,25.00
                20/01/2024,PAYMENT,100.00 CR
                """;
        assertUnreadable("ambiguous-signs", "reversed", text);
        assertEquals(
                List.of("2024-01-15 -2500 GROCER", "2024-01-20 10000 PAYMENT"),
                Readings.of(text, Map.of("reversed", "yes")).lines());
        Readings contradicted = Readings.of(text.replace("100.00 CR", "+100.00 CR"), Map.of("reversed", "yes"));
        assertEquals(List.of("2024-01-15 -2500 GROCER"), contradicted.lines());
        assertTrue(
                contradicted.refused().getOrDefault(3, "").contains("contradict"),
                contradicted.refused().toString());
    }

    @Test
    void aColumnWithoutANameTellsByItsValues() {
        Readings read = Readings.of("""
                Buchungstag;Verwendungszweck;Währung;Umsatz;\s
                15.01.2024;Einkauf;EUR;5,00;S
                16.01.2024;Gehalt;EUR;600,00;H
                """);
        assertEquals(List.of("2024-01-15 -500 Einkauf", "2024-01-16 60000 Gehalt"), read.lines());
    }

    @Test
    void wordsOfOneDirectionAloneAreAskedAboutWhereMostLinesHaveOthers() {
        String text = """
                Date,Description,Amount,Kind
                2024-02-01,Shop,12.50,Swipe
                2024-02-02,Pay,100.00,Credit
                2024-02-13,Shop,3.00,Swipe
                """;
        assertUnreadable("ambiguous-signs", "sign_column", text);
        assertEquals(
                List.of("2024-02-01 -1250 Shop", "2024-02-02 10000 Pay", "2024-02-13 -300 Shop"),
                Readings.of(text, Map.of("sign_column", "Kind", "out", "Swipe", "in", "Credit"))
                        .lines());
    }

    @Test
    void aCardStatementWhosePurchasesArePositiveSaysWhatWasSpent() {
        Readings read = Readings.of("""
                Transaction Date,Description,Type,Amount
                02/01/2024,SHOP,Purchase,12.50
                02/13/2024,ACH DEPOSIT,Payment,-100.00
                """);
        assertEquals(List.of("2024-02-01 -1250 SHOP"), read.lines());
        assertEquals(Map.of(3, "it is not known whether 'Payment' means spent or received"), read.refused());
    }

    @Test
    void aColumnOfCurrencySignsIsOne() {
        Readings read = Readings.of("""
                Date;Label;Amount;Xyz
                2024-02-13;Shop;-1,00;$
                2024-02-14;Shop;-2,00;€
                """.getBytes(StandardCharsets.UTF_8), Map.of(), Currency.getInstance("USD"));
        assertEquals(List.of("2024-02-13 -100 Shop"), read.lines());
        assertEquals(Map.of(3, "in €, and the household counts in USD"), read.refused());
    }

    @Test
    void theMerchantSaysMoreThanTheCard() {
        Readings read = Readings.of("""
                Date;Description;Merchant;Amount
                2024-02-13;CARD 1234XXXX5678;Bakery;-1,00
                2024-02-14;CB*1234;Butcher;-2,00
                2024-02-15;Carte 4321 Leclerc;x;-3,00
                2024-02-16;Carte 4321;;-4,00
                """);
        assertEquals(
                List.of(
                        "2024-02-13 -100 Bakery",
                        "2024-02-14 -200 Butcher",
                        "2024-02-15 -300 Carte 4321 Leclerc",
                        "2024-02-16 -400 Carte 4321"),
                read.lines());
    }

    @Test
    void daysAndMonthsByNameMayStandTogether() {
        assertEquals(
                List.of("2024-03-15 -100 a", "2024-06-05 -100 b"),
                Readings.of("Date;Label;Amount\n15MAR2024;a;-1,00\n5JUN24;b;-1,00\n")
                        .lines());
    }

    @Test
    void theDanishTotalIsOneAndALetterIsNone() {
        Readings read = Readings.of("""
                Dato;Tekst;Beløb
                13.02.2024;I alt;-12,50
                13.02.2024;I;-12,50
                """);
        assertEquals(List.of("2024-02-13 -1250 I"), read.lines());
        assertEquals(Map.of(2, "a balance or a total, and no transaction: 'I alt'"), read.refused());
    }

    @Test
    void anUnknownOrBlankWordCostsItsOwnLine() {
        Readings read = Readings.of("""
                Date,Description,Amount,Transaction Type
                2018-12-24,Pay,2000.00,credit
                2018-12-25,Rent,900.00,debit
                2018-12-26,Blank,30.00,
                2018-12-27,Fee,2.00,fee
                """);
        assertEquals(List.of("2018-12-24 200000 Pay", "2018-12-25 -90000 Rent"), read.lines());
        assertEquals(
                Map.of(
                        4, "no word tells whether it was spent or received",
                        5, "it is not known whether 'fee' means spent or received"),
                read.refused());
    }

    @Test
    void wordsThatSayNothingAreAskedAboutWhereNoAmountHasASign() {
        String text = """
                Date,Description,Amount,Type
                2024-01-15,Shop,5.00,Sale
                2024-01-16,Shop,6.00,Return
                """;
        assertUnreadable("ambiguous-signs", "sign_column", text);
        assertEquals(
                List.of("2024-01-15 -500 Shop", "2024-01-16 600 Shop"),
                Readings.of(text, Map.of("sign_column", "Type", "out", "Sale", "in", "Return"))
                        .lines());
        Readings unsaid = Readings.of(text, Map.of("sign_column", "none"));
        assertEquals(List.of("2024-01-15 500 Shop", "2024-01-16 600 Shop"), unsaid.lines());
        assertEquals(
                List.of("nothing in this file was spent: if its positive amounts were, say reversed=yes"),
                unsaid.warnings());
    }

    @Test
    void wordsAgainstSignsThroughoutDecide() {
        assertEquals(
                List.of("2024-01-15 -500 Shop", "2024-01-16 600 Back", "2024-01-17 -700 Shop"),
                Readings.of("""
                        Date,Description,Amount,Direction
                        2024-01-15,Shop,5.00,out
                        2024-01-16,Back,-6.00,in
                        2024-01-17,Shop,7.00,out
                        """).lines());
    }

    @Test
    void creditsThatAreAllNegativeAreReceived() {
        assertEquals(
                List.of("2024-01-15 -500 A", "2024-01-16 600 B", "2024-01-17 700 C"),
                Readings.of("""
                        Date;Label;Debit;Credit
                        15.01.2024;A;5,00;
                        16.01.2024;B;;-6,00
                        17.01.2024;C;;-7,00
                        """).lines());
    }

    // -- rows

    @Test
    void aDecimalCommaBetweenCommasIsRefused() {
        Readings read = Readings.of("Date,Description,Amount,\n2024-01-15,A,-5,20\n2024-01-16,B,-6,10\n");
        assertEquals(List.of(), read.lines());
        assertTrue(read.refused().getOrDefault(2, "").startsWith("the amount '-5' is followed by '20'"));
    }

    @Test
    void balancesAndTotalsAreRefusedByNameAndShopsOfTheLikeAreNot() {
        Readings read = Readings.of("""
                Date;Libellé;Montant
                01/01/2024;Solde initial;1500,00
                15/01/2024;TOTAL ENERGIES PARIS;-60,00
                16/01/2024;CARTE BALANCE TON PULL;-20,00
                31/01/2024;Saldo final;1420,00
                31/01/2024;Closing balance at 31.01.2024;1420,00
                31/01/2024;Endsaldo;1420,00
                31/01/2024;Total des opérations;-80,00
                31/01/2024;Počáteční zůstatek;1,00
                31/01/2024;Záró egyenleg;1,00
                """);
        assertEquals(
                List.of("2024-01-15 -6000 TOTAL ENERGIES PARIS", "2024-01-16 -2000 CARTE BALANCE TON PULL"),
                read.lines());
        read.refused().values().forEach(reason -> assertTrue(reason.startsWith("a balance or a total"), reason));
    }

    @Test
    void linesAreTakenOrLeftOutByTheirValues() {
        String text = """
                Date;Label;Amount;Kind of row
                2024-01-15;A;-5,00;20
                2024-01-16;B;-6,00;30
                2024-01-17;C;-7,00;82
                """;
        assertEquals(
                List.of("2024-01-15 -500 A", "2024-01-16 -600 B"),
                Readings.of(text, Map.of("only", "Kind of row=20,30")).lines());
        Readings left = Readings.of(text, Map.of("leave_out", "4=82"));
        assertEquals(2, left.lines().size());
        assertEquals(Map.of(4, "left out: number 4 is '82'"), left.refused());
    }

    @Test
    void aSecondHeaderThatLacksADateRefusesTheFileThere() {
        assertUnreadable(
                "missing-column", "-", "Date;Label;Amount\n2024-01-15;A;-5,00\nLabel;Amount;Memo\nB;-6,00;x\n");
    }

    // -- dates, amounts, letters

    @Test
    void datesOfManyForms() {
        Map.of(
                        "2019.04.19.", "2019-04-19",
                        "5 janv. 2024", "2024-01-05",
                        "17 września 2023", "2023-09-17",
                        "3. März 2024", "2024-03-03",
                        "Monday, 15 January 2024", "2024-01-15",
                        "2024-01-15T23:59:00-11:00", "2024-01-15",
                        "20240115T101500", "2024-01-15",
                        "2024年1月5日", "2024-01-05",
                        "\u200E15.01.2024\u200E", "2024-01-15",
                        "'2024-01-15'", "2024-01-15")
                .forEach((written, date) -> assertEquals(
                        List.of(date + " -500 A"),
                        Readings.of("Date;Label;Amount\n" + written + ";A;-5,00\n")
                                .lines(),
                        written));
    }

    @Test
    void oneDateWithDotsWhoseMonthComesFirstDecidesForAll() {
        assertEquals(
                List.of("2021-03-14 -500 A", "2021-03-04 -600 B"),
                Readings.of("Date;Label;Amount\n03.14.2021;A;-5,00\n03.04.2021;B;-6,00\n")
                        .lines());
    }

    @Test
    void aStatedOrderIsObeyedInFindingTheLayoutToo() {
        assertEquals(
                List.of("2024-01-15 -500 A"),
                Readings.of("Date,Label,Amount\n15Jan2024,A,-5.00\n", Map.of("date_format", "ddMMMyyyy"))
                        .lines());
        assertEquals(
                List.of("2024-01-15 -500 A"),
                Readings.of(
                                "24/01/15;A;-5,00\n",
                                Map.of(
                                        "header", "no",
                                        "date_column", "1",
                                        "label_column", "2",
                                        "amount_column", "3",
                                        "date_format", "year-first"))
                        .lines());
    }

    @Test
    void amountsOfManyForms() {
        assertEquals(
                List.of(-1200L, 1200L, -1234L, -100_000L, 1500L, -500L),
                Readings.amounts(
                        Currency.getInstance("USD"),
                        Map.of(),
                        "-12.-",
                        "12.--",
                        "$(12.34)",
                        "($1,000.00)",
                        "1.5E+1",
                        "-USD 5.00"));
        assertEquals(
                List.of(-98_000L, 320_000L),
                Readings.amounts(Currency.getInstance("JPY"), Map.of(), "△９８，０００", "¥320,000"));
    }

    @Test
    void japaneseColumnsInShiftJis() {
        byte[] bytes = "日付,摘要,お支払金額,お預り金額,差引残高\n2024/1/5,コンビニ,980,,99020\n2024/1/25,給与,,\"320,000\",\"419,020\"\n"
                .getBytes(Charset.forName("windows-31j"));
        assertEquals(
                List.of("2024-01-05 -980 コンビニ", "2024-01-25 320000 給与"),
                Readings.of(bytes, Map.of(), Currency.getInstance("JPY")).lines());
    }

    @Test
    void aFeeBesideTheAmountIsWarnedOfAndSubtractedOnRequest() {
        byte[] bytes =
                "Date,Description,Amount,Fee\n2024-01-15,Transfer,-100.00,0.50\n".getBytes(StandardCharsets.UTF_8);
        Readings unsaid = Readings.of(bytes, Map.of(), Readings.EUR);
        assertEquals(List.of("2024-01-15 -10000 Transfer"), unsaid.lines());
        assertEquals(
                List.of("the column 'Fee' is not subtracted; if it comes on top of the amount, say fee_column=Fee"),
                unsaid.warnings());
        assertEquals(
                List.of("2024-01-15 -10050 Transfer"),
                Readings.of(bytes, Map.of("fee_column", "Fee"), Readings.EUR).lines());
    }
}
