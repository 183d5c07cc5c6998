package io.prorata.adapter.bankfile.xlsx;

import static io.prorata.adapter.bankfile.xlsx.Sheets.header;
import static io.prorata.adapter.bankfile.xlsx.Sheets.number;
import static io.prorata.adapter.bankfile.xlsx.Sheets.row;
import static io.prorata.adapter.bankfile.xlsx.Sheets.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.bankfile.archive.Zip;
import io.prorata.adapter.bankfile.detection.FileReading;
import io.prorata.application.bankfile.BankFileFormat;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Spreadsheets as programs write them. A day is a number of days, 45352 is the first of March 2024. */
class XlsxFileTest {

    @Test
    void datesAreToldByTheirFormatInAnyLanguage() {
        for (String code : List.of(
                "14",
                "22",
                "yyyy-mm-dd",
                "dd/mm/yyyy;@",
                "[$-40C]jj/mm/aaaa",
                "TT.MM.JJJJ",
                "дд.мм.гггг",
                "yyyy\"年\"m\"月\"d\"日\"",
                "d\\ mmm\\ yyyy",
                "dd-mm-jjjj",
                "pp.kk.vvvv",
                "57")) {
            byte[] file = new Sheets(Sheets.TRANSITIONAL)
                    .formats(code)
                    .sheet(
                            "S",
                            header(1) + row(2, number("A2", 1, "45352.75"), text("B2", "Tea"), number("C2", 0, "-3.5")))
                    .bytes();
            assertEquals(List.of("2 2024-03-01 -350 Tea"), read(file), code);
        }
    }

    @Test
    void numbersAreNoDates() {
        for (String code : List.of(
                "General",
                "Standard",
                "0.00",
                "#,##0.00 \"€\"",
                "[Red]-0.00",
                "@",
                "0.00E+00",
                "h:mm",
                "[h]:mm:ss",
                "h:mm AM/PM",
                "# ?/?",
                "0%")) {
            assertFalse(Styles.isDate(code), code);
        }
        assertTrue(Styles.isDate("mmm yy"));
    }

    @Test
    void daysAreCountedFrom1904WhereTheWorkbookSaysSo() {
        byte[] file = new Sheets(Sheets.TRANSITIONAL)
                .from1904()
                .formats("14")
                .sheet("S", header(1) + row(2, number("A2", 1, "43890"), text("B2", "Tea"), number("C2", 0, "-3.5")))
                .bytes();
        assertEquals(List.of("2 2024-03-01 -350 Tea"), read(file));
    }

    @Test
    void amountsMayBeTexts() {
        byte[] file = Sheets.of(header(1)
                + row(2, text("A2", "2024-03-01"), text("B2", "Tea"), text("C2", "-3,50 €"))
                + row(3, text("A3", "2024-03-02"), text("B3", "Salary"), text("C3", "1.234,50"))
                + row(4, text("A4", "2024-03-03"), text("B4", "Bus"), number("C4", 0, "-1234.5")));
        assertEquals(
                List.of("2 2024-03-01 -350 Tea", "3 2024-03-02 123450 Salary", "4 2024-03-03 -123450 Bus"), read(file));
    }

    @Test
    void theHeaderMayStandInLine15() {
        byte[] file = Sheets.of(row(1, text("A1", "My bank"))
                + row(3, text("A3", "Account"), text("B3", "DE123"))
                + header(15)
                + row(17, text("A17", "2024-03-01"), text("B17", "Tea"), number("C17", 0, "-3.5")));
        assertEquals(List.of("17 2024-03-01 -350 Tea"), read(file));
        var format = (BankFileFormat.Xlsx)
                FileReading.of(file, Map.of(), FileReading.EUR).reader().format();
        assertEquals(15, format.headerLine().orElseThrow());
        assertEquals("Transactions", format.sheet());
    }

    @Test
    void cellsAndRowsMayHaveNoAddress() {
        byte[] file =
                Sheets.of("<row><c t=\"inlineStr\"><is><t>Date</t></is></c><c t=\"inlineStr\"><is><t>Label</t></is></c>"
                        + "<c t=\"inlineStr\"><is><t>Amount</t></is></c></row>"
                        + "<row><c t=\"str\"><v>2024-03-01</v></c><c t=\"str\"><v>Tea</v></c><c><v>-3.5</v></c></row>");
        assertEquals(List.of("2 2024-03-01 -350 Tea"), read(file));
    }

    @Test
    void textsMayBeSharedAndInPieces() {
        byte[] file = new Sheets(Sheets.TRANSITIONAL)
                .texts(
                        "<t>Date</t>",
                        "<t>Label</t>",
                        "<t>Amount</t>",
                        "<r><t>Green </t></r><r><t>tea</t></r><rPh><t>x</t></rPh>")
                .sheet(
                        "S",
                        row(1, shared("A1", "0"), shared("B1", "1"), shared("C1", "2"))
                                + row(2, text("A2", "2024-03-01"), shared("B2", "3"), number("C2", 0, "-3.5"))
                                + row(3, text("A3", "2024-03-01"), shared("B3", "999999999"), number("C3", 0, "-3.5")))
                .bytes();
        assertEquals(List.of("2 2024-03-01 -350 Green tea", "3 ! no label"), read(file));
    }

    @Test
    void strictFilesAndDatesAsTexts() {
        byte[] file = new Sheets(Sheets.STRICT)
                .sheet(
                        "S",
                        header(1)
                                + row(
                                        2,
                                        "<c r=\"A2\" t=\"d\"><v>2024-03-01T00:00:00</v></c>",
                                        text("B2", "Tea"),
                                        number("C2", 0, "-3.5")))
                .bytes();
        assertEquals(List.of("2 2024-03-01 -350 Tea"), read(file));
    }

    @Test
    void onlyDustOfBinaryFractionsIsRoundedAway() {
        assertEquals(List.of("-1234"), amounts("-12.340000000000002", "EUR"));
        assertEquals(List.of("-1234"), amounts("-12.339999999999999", "EUR"));
        assertEquals(List.of("123456789"), amounts("1.23456789E6", "EUR"));
        assertEquals(List.of("!"), amounts("5.5511151231257827E-17", "EUR"));
        assertEquals(List.of("-1200"), amounts("-1200", "JPY"));
        assertEquals(List.of("!"), amounts("-1200.5", "JPY"));
        assertEquals(List.of("!"), amounts("1.234", "EUR"));
        assertEquals(List.of("!"), amounts("12.340002", "EUR"));
        assertEquals(List.of("!"), amounts("1E+999999999", "EUR"));
        assertEquals(List.of("!"), amounts("NaN", "EUR"));
    }

    @Test
    void theFirstSheetThatIsSeenAndCanBeReadIsRead() {
        String rows = header(1) + row(2, text("A2", "2024-03-01"), text("B2", "Tea"), number("C2", 0, "-3.5"));
        byte[] file = new Sheets(Sheets.TRANSITIONAL)
                .sheet("Hidden", rows.replace("Tea", "Secret"), "hidden")
                .sheet("Summary", row(1, text("A1", "Balance"), number("B1", 0, "12")))
                .sheet("Movements", rows)
                .bytes();
        assertEquals(List.of("2 2024-03-01 -350 Tea"), read(file));
        var format = (BankFileFormat.Xlsx)
                FileReading.of(file, Map.of(), FileReading.EUR).reader().format();
        assertEquals("Movements", format.sheet());
        assertEquals(List.of("Summary"), format.otherSheets());
        assertEquals(
                List.of("the sheet 'Movements' was read, and not Summary"),
                FileReading.of(file, Map.of(), FileReading.EUR).reader().warnings().stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void hundredsOfThousandsOfEmptyRowsWithStylesAreNoLines() {
        StringBuilder rows = new StringBuilder(header(1));
        rows.append(row(2, text("A2", "2024-03-01"), text("B2", "Tea \"green\" &amp;\tmore"), number("C2", 0, "-3.5")));
        for (int row = 3; row < 300_000; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\" s=\"1\"/></row>");
        }
        rows.append(
                row(1_048_576, text("A1048576", "2024-03-02"), text("B1048576", "Last"), number("C1048576", 0, "1")));
        assertEquals(
                List.of("2 2024-03-01 -350 Tea \"green\" & more", "1048576 2024-03-02 100 Last"),
                read(Sheets.of(rows.toString())));
    }

    @Test
    void bombsAndBrokenWorkbooksAreRefused() {
        assertEquals(
                List.of("! too-large -"),
                read(Zip.of(Map.of("[Content_Types].xml", "<a/>", "xl/worksheets/sheet1.xml", "<a/>"), 300)));
        assertEquals(
                List.of("! malformed-file -"),
                read(new Sheets(Sheets.TRANSITIONAL)
                        .part("xl/sharedStrings.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><sst>&b;</sst>")
                        .sheet("S", header(1))
                        .bytes()));
        assertEquals(
                List.of("! malformed-file -"),
                read(new Sheets(Sheets.TRANSITIONAL).sheet("S", "<row>").bytes()));
        assertEquals(List.of("! malformed-file -"), read(Sheets.of("<a>".repeat(100) + "</a>".repeat(100))));
        assertEquals(List.of("! too-large -"), read(Sheets.of(row(1, text("XFD1", "far")))));
        assertEquals(
                List.of("! malformed-file -"),
                read(Zip.of(Map.of("[Content_Types].xml", "<a/>", "xl/worksheets/sheet1.xml", "<a/>"))));
    }

    private static List<String> amounts(String value, String currency) {
        byte[] file = Sheets.of(header(1) + row(2, text("A2", "2024-03-01"), text("B2", "x"), number("C2", 0, value)));
        return FileReading.inShort(file, Map.of(), Currency.getInstance(currency)).stream()
                .map(line -> line.split(" ", -1))
                .map(parts -> parts[1].equals("!") ? "!" : parts[2])
                .toList();
    }

    private static String shared(String address, String index) {
        return "<c r=\"%s\" t=\"s\"><v>%s</v></c>".formatted(address, index);
    }

    private static List<String> read(byte[] file) {
        return FileReading.inShort(file, Map.of(), FileReading.EUR);
    }
}
