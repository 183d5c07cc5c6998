package io.prorata.adapter.bankfile;

import io.prorata.application.bankfile.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Recognises files that are no table of text, by how they begin, so that their sender hears what they are. */
final class OtherFormat {

    private OtherFormat() {}

    /** @throws io.prorata.domain.RefusedException if {@code head} begins a file of another kind */
    static void refuse(byte[] head) {
        String begin = new String(head, 0, Math.min(head.length, 256), StandardCharsets.ISO_8859_1);
        String text = begin.replaceFirst("^(?:\u00EF\u00BB\u00BF)?\\s*", "").toUpperCase(Locale.ROOT);
        if (begin.startsWith("PK\u0003\u0004") || begin.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            throw refused("a spreadsheet or an archive; save the sheet as CSV");
        }
        if (begin.startsWith("\u001F\u008B")) {
            throw refused("a compressed file; unpack it first");
        }
        if (begin.startsWith("%PDF")) {
            throw refused("a PDF; ask the bank for CSV");
        }
        if (text.startsWith("OFXHEADER") || text.startsWith("<OFX") || text.startsWith("<?OFX")) {
            throw refused("an OFX file; ask the bank for CSV");
        }
        if (text.startsWith("!TYPE:") || text.startsWith("!ACCOUNT") || text.startsWith("!OPTION:")) {
            throw refused("a QIF file; ask the bank for CSV");
        }
        if (text.startsWith("<!DOCTYPE HTML") || text.startsWith("<HTML")) {
            throw refused("a web page, perhaps the bank's login; download the file again");
        }
        if (text.startsWith("<?XML")) {
            throw refused("an XML file; ask the bank for CSV");
        }
        if (text.startsWith("{") || text.startsWith("[{")) {
            throw refused("a JSON file; ask the bank for CSV");
        }
    }

    private static RuntimeException refused(String what) {
        return Unreadable.OTHER_FORMAT.because("this is " + what);
    }
}
