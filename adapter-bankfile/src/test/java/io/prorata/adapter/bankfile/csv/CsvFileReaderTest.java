package io.prorata.adapter.bankfile.csv;

import static io.prorata.adapter.bankfile.csv.Readings.EUR;
import static io.prorata.adapter.bankfile.csv.Readings.amounts;
import static io.prorata.adapter.bankfile.csv.Readings.assertUnreadable;
import static io.prorata.adapter.bankfile.csv.Readings.unreadable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.DateFormat;
import io.prorata.application.bankfile.Decimal;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.domain.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How any bank's file is understood, and what is refused instead of guessed. */
class CsvFileReaderTest {

    private static final String FRENCH = """
            Date;Libellé;Montant;Catégorie
            31/01/2024;Épicerie;-12,50;Courses
            01/02/2024;Café du marché;-3,20;Sorties
            """;

    private static final Map<String, String> NO_HEADER =
            Map.of("header", "no", "date_column", "1", "label_column", "2", "amount_column", "3");

    // -- encodings

    @Test
    void theSameFileReadsTheSameInEveryEncoding() {
        List<String> expected = Readings.of(FRENCH).lines();
        assertEquals(List.of("2024-01-31 -1250 Épicerie Courses", "2024-02-01 -320 Café du marché Sorties"), expected);

        assertEncoding("UTF-8", expected, bytes("", FRENCH, StandardCharsets.UTF_8));
        assertEncoding("UTF-8 with byte order mark", expected, bytes("EFBBBF", FRENCH, StandardCharsets.UTF_8));
        assertEncoding("UTF-16LE with byte order mark", expected, bytes("FFFE", FRENCH, StandardCharsets.UTF_16LE));
        assertEncoding("UTF-16BE with byte order mark", expected, bytes("FEFF", FRENCH, StandardCharsets.UTF_16BE));
        assertEncoding("UTF-16LE", expected, bytes("", FRENCH, StandardCharsets.UTF_16LE));
        assertEncoding("UTF-16BE", expected, bytes("", FRENCH, StandardCharsets.UTF_16BE));
        assertEncoding("windows-1252", expected, bytes("", FRENCH, Charset.forName("windows-1252")));
        assertEncoding("windows-1252", expected, bytes("", FRENCH, StandardCharsets.ISO_8859_1));
    }

    @Test
    void windows1252HasTheEuroSignAndTheOe() {
        byte[] bytes =
                bytes("", "Date;Libellé;Montant\n31/01/2024;Œufs — bio;-3,20 €\n", Charset.forName("windows-1252"));
        assertEquals(
                List.of("2024-01-31 -320 Œufs — bio"),
                Readings.of(bytes, Map.of(), EUR).lines());
    }

    @Test
    void anOptionNamesAnEncodingThatIsNotFoundOut() {
        byte[] bytes = bytes("", FRENCH, Charset.forName("IBM850"));
        assertEquals(
                Readings.of(FRENCH).lines(),
                Readings.of(bytes, Map.of("encoding", "IBM850"), EUR).lines());
    }

    @Test
    void aLetterAcrossTwoPiecesOfTheFileIsOneLetter() {
        // Lines of an odd number of bytes, so that a letter of two bytes lies across every boundary sooner or later.
        StringBuilder text = new StringBuilder("Date;Libellé;Montant\n");
        int rows = 8_000;
        for (int i = 0; i < rows; i++) {
            text.append("31/01/2024;Café ").append("é".repeat(i % 7)).append(";-1,50\n");
        }
        Readings read = Readings.of(text.toString());
        assertEquals(rows, read.accepted().size());
        assertEquals("UTF-8", read.reader().format().encoding());
    }

    @Test
    void aBrokenLetterIsReplacedAndItsLineNamed() {
        byte[] bytes = bytes("", FRENCH, StandardCharsets.UTF_8);
        int accent = FRENCH.substring(0, FRENCH.indexOf("é du marché")).getBytes(StandardCharsets.UTF_8).length + 1;
        bytes[accent] = (byte) 'E';
        Readings read = Readings.of(bytes, Map.of(), EUR);
        assertEquals(
                List.of("2024-01-31 -1250 Épicerie Courses", "2024-02-01 -320 Caf\uFFFDE du marché Sorties"),
                read.lines());
        assertEquals(
                List.of("line 3: a letter could not be read, and is replaced: 'Caf\uFFFDE du marché'"),
                read.warnings());
    }

    @Test
    void whatIsNoTextIsSaidToBeWhatItIs() {
        byte[] noise = new byte[5000];
        var random = new SplittableRandom(1);
        random.nextBytes(noise);
        assertEquals("not-text", unreadable(noise, Map.of()).reason());
        assertEquals("empty-file", unreadable(new byte[0], Map.of()).reason());
        assertUnreadable("empty-file", "-", " \n\r\n\t\n");
    }

    // -- table

    @Test
    void delimitersAndLineEndsAreFoundOut() {
        for (String delimiter : List.of(";", ",", "\t", "|")) {
            for (String end : List.of("\n", "\r\n", "\r")) {
                String text = String.join(end, "Date", "x", "y")
                        .replace("Date", "Date;Label;Amount")
                        .replace("x", "2024-03-13;Tea;-3.50")
                        .replace("y", "2024-03-14;Cake;-4.00")
                        .replace(";", delimiter);
                Readings read = Readings.of(text);
                assertEquals(List.of("2024-03-13 -350 Tea", "2024-03-14 -400 Cake"), read.lines(), text);
                assertEquals(delimiter.charAt(0), read.reader().format().delimiter());
            }
        }
    }

    @Test
    void anotherDelimiterIsAnOption() {
        String text = "Date:Label:Amount\n2024-03-13:Tea:-3.50\n";
        assertUnreadable("no-header", "date_column", text);
        assertEquals(
                List.of("2024-03-13 -350 Tea"),
                Readings.of(text, Map.of("delimiter", ":")).lines());
    }

    @Test
    void aSpreadsheetsLineTellsTheDelimiter() {
        assertEquals(
                List.of("2024-03-13 -350 Tea"),
                Readings.of("sep=~\nDate~Label~Amount\n2024-03-13~Tea~-3.50\n").lines());
    }

    @Test
    void quotesHoldDelimitersQuotesAndLineEnds() {
        Readings read = Readings.of("""
                Date;Label;Amount
                2024-03-13;"Tea; ""green""
                for two";-3.50
                2024-03-14; "Cake" ;-4.00
                2024-03-15;5" nails;-5.00
                """);
        assertEquals(
                List.of("2024-03-13 -350 Tea; \"green\" for two", "2024-03-14 -400 Cake", "2024-03-15 -500 5\" nails"),
                read.lines());
        assertEquals(
                List.of(2, 4, 5), read.accepted().stream().map(ReadLine::line).toList());
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnLine() {
        Readings read = Readings.of("""
                Date;Label;Amount
                2024-03-13;"Tea;-3.50
                2024-03-14;Cake;-4.00
                2024-03-15;"Nails";-5.00
                2024-03-16;"Bread"x;-6.00
                """);
        assertEquals(List.of("2024-03-14 -400 Cake", "2024-03-15 -500 Nails"), read.lines());
        assertEquals(
                Map.of(2, "a quote is opened and not closed", 5, "something stands behind a closing quote"),
                read.refused());
    }

    @Test
    void twoStrayQuotesDoNotSwallowTheRowsBetweenThem() {
        Readings read = Readings.of("""
                Date;Label;Amount
                2024-03-13;"Tea;-3.50
                2024-03-14;Cake;-4.00
                2024-03-15;Nails";-5.00
                """);
        assertEquals(List.of("2024-03-14 -400 Cake", "2024-03-15 -500 Nails\""), read.lines());
        assertEquals(Map.of(2, "a quote is opened and not closed"), read.refused());
    }

    @Test
    void blankLinesAndLinesOfDelimitersAreNoLines() {
        Readings read = Readings.of("\n\nDate;Label;Amount\n\n;;\n2024-03-13;Tea;-3.50\n ; \u00A0;\n\n");
        assertEquals(1, read.reader().lines());
        assertEquals(6, read.accepted().get(0).line());
    }

    @Test
    void moreFieldsThanColumnsAreRefusedAndFewerAreNot() {
        Readings read = Readings.of("""
                Date;Label;Amount;Category
                2024-03-13;Tea;-3.50
                2024-03-14;Tea; green;-3.50;Food
                2024-03-15;Tea;-3.50;Food;;
                """);
        assertEquals(List.of("2024-03-13 -350 Tea", "2024-03-15 -350 Tea Food"), read.lines());
        assertEquals(
                Map.of(
                        3,
                        "5 fields where the header names 4 columns: perhaps a text or an amount holds the delimiter without quotes around it"),
                read.refused());
    }

    @Test
    void aHugeFieldIsRefusedInLittleMemory() {
        Readings read = Readings.of("Date;Label;Amount\n2024-03-13;" + "x".repeat(20_000_000) + ";-3.50\n2024-03-14;"
                + "y".repeat(501) + ";-3.50\n2024-03-15;Tea;-3.50\n");
        assertEquals(List.of("2024-03-15 -350 Tea"), read.lines());
        assertEquals("the line is longer than 65536 characters", read.refused().get(2));
        assertEquals("at most 500 characters", read.refused().get(3));
    }

    @Test
    void anEmptyMonthHasNoLinesAndAFileWithoutAHeaderIsRefused() {
        assertEquals(0, Readings.of("Date;Label;Amount\n").reader().lines());
        assertUnreadable("no-header", "date_column", "hello\nworld\n");
    }

    // -- columns

    @Test
    void withoutAHeaderTheColumnsAreToldByNumber() {
        String text = "31/01/2024;Tea;-3,50\n01/02/2024;Cake;-4,00\n";
        assertUnreadable("no-header", "date_column", text);
        assertUnreadable("missing-column", "date_column", text, Map.of("header", "no"));
        List<String> lines = List.of("2024-01-31 -350 Tea", "2024-02-01 -400 Cake");
        assertEquals(lines, Readings.of(text, NO_HEADER).lines());
        // Without 'header', a line that names no column is no header either.
        assertEquals(
                lines,
                Readings.of(text, Map.of("date_column", "1", "label_column", "2", "amount_column", "3"))
                        .lines());
    }

    @Test
    void columnsAreToldByNameWhereTheirNamesAreNotKnown() {
        String text = "Quand;Quoi;Combien;Wer\n2024-01-31;Tea;-3.50;Shop\n";
        assertUnreadable("no-header", "date_column", text);
        var named = Map.of("date_column", "quand", "label_column", "Quoi", "amount_column", "Combien");
        assertEquals(List.of("2024-01-31 -350 Tea"), Readings.of(text, named).lines());
        assertUnreadable(
                "unknown-column",
                "category_column",
                "Date;Label;Amount\n2024-01-31;Tea;-3.50\n",
                Map.of("category_column", "Wer"));
        assertUnreadable(
                "unknown-column",
                "account_column",
                "Date;Label;Amount\n2024-01-31;Tea;-3.50\n",
                Map.of("account_column", "4"));
    }

    @Test
    void missingColumnsAreNamed() {
        assertUnreadable("missing-column", "amount_column", "Date;Label;Saldo\n2024-01-31;Tea;3\n");
        assertUnreadable("missing-column", "credit_column", "Date;Label;Debit\n2024-01-31;Tea;3\n");
        assertUnreadable("missing-column", "label_column", "Date;Amount\n2024-01-31;3\n");
        assertUnreadable("missing-column", "date_column", "Jour;Label;Amount\n2024-01-31;Tea;3\n");
    }

    @Test
    void anIdThatOnlyCountsRowsOrIsTooLongIsNone() {
        for (List<String> counts : List.of(List.of("1", "2", "3"), List.of("0", "1", "2"), List.of("3", "2", "1"))) {
            assertEquals(List.of("Tea", "Cake", "Pay"), withIds(counts));
        }
        assertEquals(List.of("Tea #7", "Cake #8", "Pay #9"), withIds(List.of("7", "8", "9")));
        assertEquals(List.of("Tea #1", "Cake #2", "Pay #4"), withIds(List.of("1", "2", "4")));
        assertEquals(List.of("Tea #A1", "Cake #A2", "Pay"), withIds(List.of("A1", "A2", "x".repeat(320))));
    }

    private static List<String> withIds(List<String> ids) {
        String text =
                "Date;Label;Amount;ID\n2024-03-13;Tea;-3.50;%s\n2024-03-13;Cake;-4.50;%s\n2024-03-13;Pay;5.00;%s\n"
                        .formatted(ids.toArray());
        return Readings.of(text).lines().stream()
                .map(line -> line.replaceFirst("\\S+ \\S+ ", ""))
                .toList();
    }

    @Test
    void twoColumnsOfOneNameAreNotGuessed() {
        String text = "Date;Label;Amount;Amount\n2024-01-31;Tea;-3.50;-4.00\n";
        assertUnreadable("ambiguous-columns", "amount_column", text);
        assertEquals(
                List.of("2024-01-31 -400 Tea"),
                Readings.of(text, Map.of("amount_column", "4")).lines());
    }

    @Test
    void anOptionChoosesTheDateThatDecidesAndTurnsAColumnOff() {
        String text = "Date;Value date;Label;Amount;Account;Category\n2024-01-31;2024-02-01;Tea;-3.50;Joint;Food\n";
        assertEquals(
                List.of("2024-01-31 -350 Tea [Joint] Food"), Readings.of(text).lines());
        assertEquals(
                List.of("2024-02-01 -350 Tea [Ours]"),
                Readings.of(text, Map.of("date_column", "Value date", "account", "Ours", "category_column", "none"))
                        .lines());
    }

    @Test
    void aLineWithoutItsBestLabelTakesTheNext() {
        assertEquals(
                List.of("2024-01-31 -350 Shop", "2024-01-31 -350 by card"),
                Readings.of("Date;Payee;Memo;Amount\n2024-01-31;Shop;by card;-3.50\n2024-01-31;;by card;-3.50\n")
                        .lines());
        assertEquals(
                "no label",
                Readings.of("Date;Label;Amount\n2024-01-31;Tea;-3.50\n2024-01-31; ;-3.50\n")
                        .refused()
                        .get(3));
    }

    @Test
    void linesAreSkippedOnRequestAndKeepTheirNumbers() {
        Readings read = Readings.of("total;2;-7,50\n31/01/2024;Tea;-3,50\n", withSkip(1));
        assertEquals(List.of("2024-01-31 -350 Tea"), read.lines());
        assertEquals(2, read.accepted().get(0).line());
    }

    // -- dates

    @Test
    void aWholeColumnDecidesWhetherTheDayOrTheMonthComesFirst() {
        assertEquals(List.of("2024-02-01", "2024-01-31"), dates("01/02/2024", "31/01/2024"));
        assertEquals(List.of("2024-01-02", "2024-01-31"), dates("01/02/2024", "01/31/2024"));
        assertEquals(List.of("2024-05-05"), dates("05/05/2024"));
        assertEquals(List.of("2024-02-01", "2024-03-02"), dates("01.02.2024", "2. 3. 2024"));
    }

    @Test
    void datesThatCanMeanTwoThingsAreAskedFor() {
        String text = withDates("01/02/2024", "2024-05-31", "03/04/2024");
        assertUnreadable("ambiguous-dates", "date_format", text);
        assertEquals(
                List.of("2024-02-01 -350 Tea", "2024-05-31 -350 Tea", "2024-04-03 -350 Tea"),
                Readings.of(text, Map.of("date_format", "day-first")).lines());
        assertEquals(
                List.of("2024-01-02 -350 Tea", "2024-05-31 -350 Tea", "2024-03-04 -350 Tea"),
                Readings.of(text, Map.of("date_format", "month-first")).lines());

        String mixed = withDates("31/01/2024", "01/31/2024");
        assertUnreadable("ambiguous-dates", "date_format", mixed);
        Readings read = Readings.of(mixed, Map.of("date_format", "day-first"));
        assertEquals(List.of("2024-01-31 -350 Tea"), read.lines());
        assertEquals(
                "not a date as the file writes them: '01/31/2024'",
                read.refused().get(3));
    }

    @Test
    void aDateIsReadAsItIsWritten() {
        assertEquals(
                List.of("2024-03-01", "2024-03-31", "2024-12-05", "2023-08-15", "1999-02-28", "2012-03-22"),
                dates("1 mars 2024", "31-Mar-24", "5. Dez. 2024", "August 15, 2023", "28 févr. 99", "2012/3/22"));
        assertEquals(
                List.of("2018-02-25", "2021-09-06", "2024-02-29", "2023-12-31"),
                dates("2018-02-25 23:34:56 +0000", "2021-09-06 6:11:59", "2024-02-29T23:59:59Z", "20231231"));
        assertEquals(List.of("2023-12-31", "2024-01-05"), dates("31122023", "05012024"));
    }

    @Test
    void whatIsNoDateIsRefused() {
        Readings read = Readings.of(withDates(
                "2024-01-31", "31/02/2024", "2024-13-01", "2023-02-29", "soon", "", "1899-12-31", "12/2024", "45321"));
        assertEquals(1, read.accepted().size());
        assertEquals(
                "not a date as the file writes them: '31/02/2024'",
                read.refused().get(3));
        assertEquals("no date", read.refused().get(7));
        assertEquals(
                "a date lies between 1900-01-01 and 9999-12-31", read.refused().get(8));
        assertEquals(
                "a date that is counted, where others of the file are written: '45321'",
                read.refused().get(10));
        assertEquals(8, read.refused().size());
    }

    @Test
    void aPatternReadsDatesOfAnyForm() {
        assertEquals(
                List.of("2024-01-31 -350 Tea"),
                Readings.of(withDates("24.31.01"), Map.of("date_format", "yy.dd.MM"))
                        .lines());
    }

    // -- amounts

    @Test
    void amountsOfEveryDress() {
        assertEquals(
                List.of(-1050L, 1050L, -1050L, -1050L, -1050L, -1050L, -1050L, -1050L, 1050L),
                amounts(
                        EUR,
                        Map.of(),
                        "-10,50",
                        "+10,50",
                        "−10,50",
                        "–10,50",
                        "10,50-",
                        "(10,50)",
                        "- 10,50 €",
                        "-€10,50",
                        "EUR 10,50"));
    }

    @Test
    void thousandsOfEveryKind() {
        List<Long> expected =
                List.of(123_456_789L, 123_456_789L, 123_456_789L, 123_456_789L, 123_456_789L, 123_456_789L);
        assertEquals(
                expected,
                amounts(
                        EUR,
                        Map.of(),
                        "1 234 567,89",
                        "1\u00A0234\u00A0567,89",
                        "1\u202F234\u202F567,89",
                        "1.234.567,89",
                        "1'234'567,89",
                        "1’234’567,89"));
        assertEquals(
                List.of(123_456_789L, 123_456_789L, 1_234_567_00L),
                amounts(EUR, Map.of(), "1,234,567.89", "12,34,567.89", "1,234,567"));
    }

    @Test
    void theOtherAmountsTellWhetherThreeDigitsAreThousands() {
        assertEquals(List.of(123_400L, 150L), amounts(EUR, Map.of(), "1.234", "1,50"));
        assertEquals(List.of(123_400L, 150L), amounts(EUR, Map.of(), "1,234", "1.50"));
        assertEquals(List.of(123_000L, 100L), amounts(EUR, Map.of("decimal", "comma"), "1.230", "1"));
        assertEquals(List.of(123L, 100L), amounts(EUR, Map.of("decimal", "point"), "1.230", "1"));
    }

    @Test
    void amountsThatCanMeanTwoThingsAreAskedFor() {
        assertUnreadable("ambiguous-amounts", "decimal", "Date;Label;Amount\n2024-01-31;Tea;1.234\n2024-01-31;Tea;5\n");
        assertUnreadable(
                "ambiguous-amounts",
                "decimal",
                "Date;Label;Amount\n2024-01-31;Tea;1.234\n2024-01-31;Tea;5,50\n2024-01-31;Tea;5.50\n");
    }

    @Test
    void currenciesHaveTheirOwnDecimals() {
        assertEquals(List.of(1500L, -20L), amounts(Currency.getInstance("JPY"), Map.of(), "1500", "-¥20"));
        // Without decimals in the currency, three digits after a mark are thousands, and zeros are no decimals.
        assertEquals(
                List.of(80_000L, 80_000L, -1_000L, 1_234_567L),
                amounts(Currency.getInstance("JPY"), Map.of(), "80,000", "80.000", "-1000.0", "1,234,567"));
        assertEquals(List.of(80_000L), amounts(Currency.getInstance("JPY"), Map.of("decimal", "comma"), "80,000"));
        assertEquals(
                List.of(1500L, 1L), amounts(Currency.getInstance("KWD"), Map.of("decimal", "point"), "1.500", "0.001"));
        assertEquals(List.of(1000L), amounts(EUR, Map.of(), "10.0000"));
    }

    @Test
    void whatIsNoAmountOfTheCurrencyIsRefused() {
        Readings read = Readings.of("""
                Date;Label;Amount
                2024-01-31;Tea;-12,3O
                2024-01-31;Tea;1,2345
                2024-01-31;Tea;12 3,50
                2024-01-31;Tea;1f5
                2024-01-31;Tea;NaN
                2024-01-31;Tea;--5
                2024-01-31;Tea;(5
                2024-01-31;Tea;-(5)
                2024-01-31;Tea;$5,00
                2024-01-31;Tea;
                2024-01-31;Tea;100000000001,00
                2024-01-31;Tea;99999999999999999999,00
                2024-01-31;Tea;-3,50
                """);
        assertEquals(List.of("2024-01-31 -350 Tea"), read.lines());
        assertEquals("not an amount: '-12,3O'", read.refused().get(2));
        assertEquals(
                "the amount 1.2345 has more decimals than EUR", read.refused().get(3));
        assertEquals(
                "the amount '$5,00' is not in EUR, the household's currency",
                read.refused().get(10));
        assertEquals("no amount", read.refused().get(11));
        assertTrue(read.refused().getOrDefault(12, "").startsWith("an amount is at most"), read.refused()::toString);
        assertEquals(
                "the amount is too large: '99999999999999999999.00'",
                read.refused().get(13));
        assertEquals(12, read.refused().size());
    }

    @Test
    void spentAndReceivedInColumnsOfTheirOwnOfEitherSign() {
        for (String sign : List.of("", "-")) {
            Readings read = Readings.of("""
                    Date;Label;Debit;Credit
                    2024-01-31;Tea;%1$s3,50;
                    2024-01-31;Pay;;+1000,00
                    2024-01-31;Cake;%1$s4,00;0,00
                    2024-01-31;Nothing;0,00;0,00
                    2024-01-31;Both;%1$s1,00;1,00
                    2024-01-31;Neither;;
                    2024-01-31;Odd;;-2,00
                    """.formatted(sign));
            assertEquals(
                    List.of(
                            "2024-01-31 -350 Tea",
                            "2024-01-31 100000 Pay",
                            "2024-01-31 -400 Cake",
                            "2024-01-31 0 Nothing"),
                    read.lines());
            assertEquals(
                    Map.of(
                            6,
                            "both spent and received",
                            7,
                            "no amount",
                            8,
                            "as many amounts of what was received are negative as positive, so that it is not known which are refunds"),
                    read.refused());
        }
    }

    @Test
    void aSpentAmountOfAnotherSignThanTheOthersIsARefundUnlessAsManyAreNegative() {
        String text = """
                Date;Label;Debit;Credit
                2024-01-31;Tea;3,50;
                2024-01-31;Cake;4,00;
                2024-01-31;Back;-4,00;
                """;
        assertEquals(
                List.of("2024-01-31 -350 Tea", "2024-01-31 -400 Cake", "2024-01-31 400 Back"),
                Readings.of(text).lines());
        Readings inDoubt = Readings.of(text.replace("2024-01-31;Tea;3,50;\n", ""));
        assertEquals(List.of(), inDoubt.lines());
        assertEquals(2, inDoubt.refused().size());
    }

    @Test
    void anAmountThatContradictsTheColumnsBesideItIsRefused() {
        Readings read = Readings.of("""
                Date;Label;Amount;Debit;Credit
                2024-01-31;Tea;-3,50;3,50;
                2024-01-31;Cake;-4,00;5,00;
                """);
        assertEquals(List.of("2024-01-31 -350 Tea"), read.lines());
        assertEquals(
                "the amount is -4.00, but by what was spent and received it is -5.00",
                read.refused().get(3));
    }

    @Test
    void wordsTellTheSignAndOptionsSayWhatTheyMean() {
        String text = """
                Date;Label;Amount;Sens
                2024-01-31;Tea;3,50;D
                2024-01-31;Pay;1000,00;C
                2024-01-31;Odd;5,00;X
                2024-01-31;None;5,00;
                2024-01-31;Twice;-5,00;C
                """;
        Readings read = Readings.of(text);
        assertEquals(List.of("2024-01-31 -350 Tea", "2024-01-31 100000 Pay"), read.lines());
        assertEquals(
                "it is not known whether 'X' means spent or received",
                read.refused().get(4));
        assertEquals(
                "the amount is negative, and 'C' means received", read.refused().get(6));
        Readings told = Readings.of(text, Map.of("out", "C,X", "in", "D"));
        assertEquals(List.of("2024-01-31 350 Tea", "2024-01-31 -100000 Pay", "2024-01-31 -500 Odd"), told.lines());
        assertEquals(
                "the amount is negative, and 'C' means spent", told.refused().get(6));
    }

    @Test
    void aCardStatementIsReversedOnRequest() {
        assertEquals(List.of(-350L, 1000L), amounts(EUR, Map.of("reversed", "yes"), "3,50", "-10,00"));
    }

    // -- states and currencies

    @Test
    void pendingLinesAreRefusedByName() {
        String text = """
                Date;Label;Amount;Statut
                2024-01-31;Tea;-3,50;Comptabilisé
                2024-01-31;Cake;-4,00;En attente
                2024-01-31;Nails;-5,00;Bidule
                2024-01-31;Bread;-6,00;
                """;
        Readings read = Readings.of(text);
        assertEquals(List.of("2024-01-31 -350 Tea", "2024-01-31 -600 Bread"), read.lines());
        assertEquals(
                Map.of(3, "not settled: En attente", 4, "the state 'Bidule' is not known: is it settled?"),
                read.refused());
        assertEquals(
                List.of("2024-01-31 -500 Nails"),
                Readings.of(text, Map.of("settled", "Bidule")).lines());
        assertEquals(
                4, Readings.of(text, Map.of("state_column", "none")).lines().size());
    }

    @Test
    void linesOfAnotherCurrencyAreRefusedByLineAndDecideNothing() {
        Readings read = Readings.of("""
                Date;Label;Amount;Currency
                01/02/2024;Tea;-3,50;GBP
                31/01/2024;Cake;-4,00;eur
                05/02/2024;Nails;-1.234;USD
                06/02/2024;Bread;-6,00;
                07/02/2024;Odd;-6,00;Taler
                """);
        assertEquals(List.of("2024-01-31 -400 Cake", "2024-02-06 -600 Bread"), read.lines());
        assertEquals("in GBP, and the household counts in EUR", read.refused().get(2));
        assertEquals("not a currency: 'Taler'", read.refused().get(6));
    }

    // -- what was found

    @Test
    void theFormatSaysWhatWasFound() {
        var format = Readings.of(FRENCH).reader().format();
        assertEquals("UTF-8", format.encoding());
        assertEquals(';', format.delimiter());
        assertEquals(
                List.of(
                        new BankFileFormat.Column("date", "Date"),
                        new BankFileFormat.Column("label", "Libellé"),
                        new BankFileFormat.Column("amount", "Montant"),
                        new BankFileFormat.Column("category", "Catégorie")),
                format.columns());
        assertEquals(Optional.of(DateFormat.Order.DAY_FIRST), format.dates());
        assertEquals(Optional.of(Decimal.COMMA), format.decimal());
    }

    @Test
    void theFormatNamesTheDatesThatDoNotDecide() {
        assertEquals(
                List.of(
                        new BankFileFormat.Column("date", "Transaction date"),
                        new BankFileFormat.Column("label", "Label"),
                        new BankFileFormat.Column("amount", "Amount"),
                        new BankFileFormat.Column("other_date", "Booking date"),
                        new BankFileFormat.Column("other_date", "Value date")),
                Readings.of("""
                                Booking date;Value date;Transaction date;Label;Amount
                                2024-01-16;2024-01-17;2024-01-15;Tea;-3,50
                                """).reader().format().columns());
    }

    @Test
    void progressIsHeardToTheEnd() {
        StringBuilder text = new StringBuilder("Date;Label;Amount\n");
        int lines = 2500;
        text.append("2024-01-31;Tea;-3.50\n".repeat(lines));
        List<String> heard = new ArrayList<>();
        CsvFileReader.of(Readings.file(text.toString().getBytes(StandardCharsets.UTF_8)), ReadOptions.NONE, EUR)
                .read(line -> {}, (done, of) -> heard.add(done + "/" + of));
        assertEquals(List.of("1000/2500", "2000/2500", "2500/2500"), heard);
    }

    /** Whatever bytes come, the file is refused with a reason or every line is accounted for. */
    @Test
    void noiseNeverBreaksTheReader() {
        String alphabet = "Date;Label;Amount\n2024-01-31;\"',.\r\t|\u00A0€-+()eé0123456789\u0000\uFEFF";
        for (long seed = 0; seed < 800; seed++) {
            var random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "Date;Label;Amount\n" : "");
            int length = random.nextInt(300);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] bytes = text.toString()
                    .getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            try {
                Readings.of(bytes, random.nextBoolean() ? Map.of() : NO_HEADER, EUR);
            } catch (RefusedException e) {
                // Refused as a whole, with a reason.
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
    }

    private static Map<String, String> withSkip(int lines) {
        return Map.of(
                "header",
                "no",
                "skip",
                Integer.toString(lines),
                "date_column",
                "1",
                "label_column",
                "2",
                "amount_column",
                "3");
    }

    private static List<String> dates(String... dates) {
        Readings read = Readings.of(withDates(dates));
        assertEquals(Map.of(), read.refused());
        return read.accepted().stream()
                .map(line -> line.bank().date().toString())
                .toList();
    }

    private static String withDates(String... dates) {
        StringBuilder text = new StringBuilder("Date;Label;Amount\n");
        for (String date : dates) {
            text.append('"').append(date).append("\";Tea;-3.50\n");
        }
        return text.toString();
    }

    private static void assertEncoding(String name, List<String> expected, byte[] bytes) {
        Readings read = Readings.of(bytes, Map.of(), EUR);
        assertEquals(expected, read.lines(), name);
        assertEquals(name, read.reader().format().encoding());
    }

    private static byte[] bytes(String mark, String text, Charset charset) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex(mark));
        bytes.writeBytes(text.getBytes(charset));
        return bytes.toByteArray();
    }
}
