package io.prorata.adapter.bankfile.detection;

import io.prorata.application.bankfile.Unreadable;
import io.prorata.domain.RefusedException;
import java.util.List;
import java.util.Locale;

/** Recognises files of other formats by their beginning, so that the message can name the format and say what to do. */
final class OtherFormat {

    private OtherFormat() {}

    /** @throws RefusedException if {@code begin}, one letter for each byte, begins a file that is no text */
    static void refuseBinary(String begin) {
        if (begin.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            throw refused("a spreadsheet of Excel 97 (.xls) or another old Office file; save it as XLSX or CSV");
        }
        if (begin.startsWith("\u001F\u008B")
                || begin.startsWith("BZh")
                || begin.startsWith("7z\u00BC\u00AF")
                || begin.startsWith("Rar!")) {
            throw refused("a compressed file; unpack it first");
        }
        if (begin.startsWith("%PDF")) {
            throw refused("a PDF; ask the bank for CSV, OFX or CAMT.053");
        }
        if (begin.startsWith("{\\rtf")) {
            throw refused("an RTF text; ask the bank for CSV, or save it as plain text");
        }
    }

    /** @throws RefusedException if {@code begin}, in capitals, begins a text of another kind */
    static void refuse(String begin) {
        if (begin.startsWith("<!DOCTYPE HTML")
                || begin.startsWith("<HTML")
                || begin.startsWith("<HEAD")
                || begin.startsWith("<TABLE")
                || (begin.startsWith("<") && begin.contains("<HTML"))) {
            throw refused(
                    "a web page, perhaps the bank's login, or a table that is called .xls; download the file again, or open it in a"
                            + " spreadsheet and save it as XLSX or CSV");
        }
        if (begin.startsWith("<?XML")) {
            throw refused("an XML file that is neither CAMT nor OFX; ask the bank for CAMT.053 or CSV");
        }
        if (begin.startsWith("{") || begin.startsWith("[{")) {
            throw refused("a JSON file; ask the bank for CSV");
        }
    }

    /** Whether an Office file is a spreadsheet. */
    static boolean isSpreadsheet(List<String> names) {
        return names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("xl/worksheets/"));
    }

    /** Returns the refusal of an Office file that is no spreadsheet. */
    static RuntimeException office() {
        return refused("an Office file without a sheet; save the table as XLSX or CSV");
    }

    /** Returns the refusal of an archive that is none of statements. */
    static RuntimeException archive(List<String> names) {
        boolean openDocument = names.stream().anyMatch(name -> name.equalsIgnoreCase("mimetype"));
        return refused(
                openDocument
                        ? "an OpenDocument file; save the sheet as XLSX or CSV"
                        : "an archive without CAMT files; unpack it, and import its files one by one");
    }

    private static RuntimeException refused(String what) {
        return Unreadable.OTHER_FORMAT.because("this is " + what);
    }
}
