package io.prorata.adapter.bankfile.xlsx;

import io.prorata.adapter.bankfile.archive.Zip;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes workbooks of which everything is in the hands of a test. */
final class Sheets {

    static final String TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private final String namespace;
    private String properties = "";
    private int count;

    Sheets(String namespace) {
        this.namespace = namespace;
        parts.put("[Content_Types].xml", "<Types/>");
    }

    /** Returns a workbook of one sheet with these rows. */
    static byte[] of(String rows) {
        return new Sheets(TRANSITIONAL).sheet("Transactions", rows).bytes();
    }

    Sheets sheet(String name, String rows) {
        return sheet(name, rows, "visible");
    }

    Sheets sheet(String name, String rows, String state) {
        count++;
        String id = namespace.equals(STRICT) ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
        sheets.append("<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\" xmlns:r=\"%s\"/>"
                .formatted(name, count, state, count, id));
        relations.append("<Relationship Id=\"rId%d\" Target=\"worksheets/sheet%d.xml\" Type=\"%s/worksheet\"/>"
                .formatted(count, count, id));
        parts.put(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(namespace, rows));
        return this;
    }

    /** Shares these texts among cells. */
    Sheets texts(String... texts) {
        StringBuilder items = new StringBuilder();
        for (String text : texts) {
            items.append("<si>").append(text).append("</si>");
        }
        parts.put("xl/sharedStrings.xml", "<sst xmlns=\"%s\">%s</sst>".formatted(namespace, items));
        return this;
    }

    /** Gives cells these formats: style 0 has none, style 1 the first. */
    Sheets formats(String... codes) {
        StringBuilder formats = new StringBuilder();
        StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < codes.length; i++) {
            boolean builtIn = codes[i].matches("\\d+");
            int id = builtIn ? Integer.parseInt(codes[i]) : 200 + i;
            if (!builtIn) {
                formats.append(
                        "<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(id, codes[i].replace("\"", "&quot;")));
            }
            styles.append("<xf numFmtId=\"%d\"/>".formatted(id));
        }
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"%s\"><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>"
                        .formatted(namespace, formats, styles));
        return this;
    }

    Sheets from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    Sheets part(String name, String text) {
        parts.put(name, text);
        return this;
    }

    byte[] bytes() {
        Map<String, String> all = new LinkedHashMap<>(parts);
        all.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\">%s<sheets>%s</sheets></workbook>".formatted(namespace, properties, sheets));
        all.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        return Zip.of(all);
    }

    /** Returns a row of cells. */
    static String row(int number, String... cells) {
        return "<row r=\"%d\">%s</row>".formatted(number, String.join("", cells));
    }

    static String text(String address, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(address, text);
    }

    static String number(String address, int style, String value) {
        return "<c r=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(address, style, value);
    }

    static String header(int row) {
        return row(row, text("A" + row, "Date"), text("B" + row, "Label"), text("C" + row, "Amount"));
    }
}
