package io.prorata.adapter.bankfile.detection;

import io.prorata.adapter.bankfile.archive.ZipArchive;
import io.prorata.adapter.bankfile.exported.ExportedFile;
import io.prorata.application.bankfile.BankFile;
import io.prorata.domain.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The formats that are read, detected from the beginning of a file; its name and its media type are ignored. */
enum Kind {
    TABLE,
    EXPORTED,
    OFX,
    QIF,
    CAMT,
    CAMT_ARCHIVE,
    MT940,
    XLSX;

    private static final int HEAD = 8192;

    private static final Pattern QIF_BEGIN = Pattern.compile(
            "(?:#[^\\n\\r]*[\\n\\r]+\\s*)*!\\s*(?:TYPE:|ACCOUNT|OPTION:|CLEAR:)", Pattern.CASE_INSENSITIVE);

    private static final Pattern MT940_BEGIN = Pattern.compile(
            "(?:\\{1:|:20:|:25P?:|:28C?:|ABN[A-Z]{5}\\s|\\d{4,}\\s*[\\r\\n]+940)[\\s\\S]*?:(?:60F|60M|61|25P?):");

    private static final Pattern CAMT_BEGIN =
            Pattern.compile("<(?:\\w+:)?(?:Document|BkToCstmrStmt|BkToCstmrAcctRpt|BkToCstmrDbtCdtNtfctn)[\\s>]");

    /** @throws RefusedException if it has a known format that is not read; the message names it and says what to do */
    static Kind of(BankFile.Content content) {
        byte[] head = head(content);
        String begin = new String(head, StandardCharsets.ISO_8859_1);
        if (begin.startsWith("PK\u0003\u0004") || begin.startsWith("PK\u0005\u0006")) {
            return ofArchive(new ZipArchive(content).names());
        }
        OtherFormat.refuseBinary(begin);
        String text = text(head).strip();
        String capitals = text.toUpperCase(Locale.ROOT);
        boolean ofx = capitals.startsWith("OFXHEADER") || capitals.startsWith("<OFX") || capitals.startsWith("<?OFX");
        if (ofx || (capitals.startsWith("<") && (capitals.contains("<OFX>") || capitals.contains("<?OFX ")))) {
            return OFX;
        }
        if (QIF_BEGIN.matcher(text).lookingAt()) {
            return QIF;
        }
        if (text.startsWith("<") && CAMT_BEGIN.matcher(text).find()) {
            return CAMT;
        }
        if (MT940_BEGIN.matcher(text).lookingAt()) {
            return MT940;
        }
        if (ExportedFile.begins(text)) {
            return EXPORTED;
        }
        OtherFormat.refuse(capitals);
        return TABLE;
    }

    private static Kind ofArchive(List<String> names) {
        if (names.stream()
                .anyMatch(name ->
                        name.equalsIgnoreCase("xl/workbook.xml") || name.equalsIgnoreCase("[Content_Types].xml"))) {
            if (OtherFormat.isSpreadsheet(names)) {
                return XLSX;
            }
            throw OtherFormat.office();
        }
        if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(".xml"))
                && names.stream().noneMatch(name -> name.equalsIgnoreCase("mimetype"))) {
            return CAMT_ARCHIVE;
        }
        throw OtherFormat.archive(names);
    }

    private static byte[] head(BankFile.Content content) {
        try (InputStream bytes = content.open()) {
            return bytes.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first letters, which are ASCII in all these formats; of UTF-16 every second byte. */
    private static String text(byte[] head) {
        Charset charset = StandardCharsets.ISO_8859_1;
        int from = 0;
        if (head.length >= 2 && (head[0] == 0 || (head[0] & 0xFF) == 0xFE)) {
            charset = StandardCharsets.UTF_16BE;
            from = head[0] == 0 ? 0 : 2;
        } else if (head.length >= 2 && (head[1] == 0 || (head[0] & 0xFF) == 0xFF)) {
            charset = StandardCharsets.UTF_16LE;
            from = head[1] == 0 ? 0 : 2;
        } else if (head.length >= 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB) {
            from = 3;
        }
        return new String(head, from, head.length - from, charset);
    }
}
