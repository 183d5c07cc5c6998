package io.prorata.adapter.bankfile.detection;

import io.prorata.adapter.bankfile.archive.Zip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Files of banks with anything done to them, for readers to be tried with. */
final class AnyBankFile {

    private static final int LONGEST = 60_000;

    /** What means something in one format or another. */
    private static final List<String> WORDS = List.of(
            "<STMTTRN>",
            "</STMTTRN>",
            "<DTPOSTED>",
            "<TRNAMT>-",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "&#x110000;",
            "&amp",
            "<",
            ">",
            "</",
            "<?",
            "<!DOCTYPE a [",
            "!Type:Bank",
            "!Account",
            "^",
            "\nD",
            "\nT",
            "\nS",
            "'",
            "<Ntry>",
            "</Ntry>",
            "<Amt Ccy=\"",
            "BOOK",
            "<TxDtls>",
            ":61:",
            "\n:86:",
            "\n:20:",
            "{1:",
            "-}",
            "?20",
            "//",
            "99999999999999999999",
            "-",
            "+",
            ",",
            ".",
            "\"",
            ";",
            "\t",
            "\r",
            "\n\n\n",
            "\u0000",
            "\uFEFF",
            "é",
            "€",
            "𝄞",
            "NaN",
            "1E+999999999",
            "2024-02-30",
            "000000",
            "<c r=\"ZZZ9\" t=\"s\">",
            "<v>",
            "</row>",
            "<row r=\"999999999\">",
            "xl/",
            "Date;Label;Amount");

    private final SplittableRandom random;
    private final List<byte[]> seeds;

    AnyBankFile(long seed) {
        this.random = new SplittableRandom(seed);
        this.seeds = seeds();
    }

    /** Returns a file of one of the formats in which a few things were changed; hardly ever it is whole, and hardly ever it is mere noise. */
    byte[] next() {
        if (random.nextInt(50) == 0) {
            byte[] noise = new byte[random.nextInt(3000)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] seed = seeds.get(random.nextInt(seeds.size()));
        boolean archive = seed.length > 1 && seed[0] == 'P' && seed[1] == 'K';
        return archive && random.nextInt(5) > 0 ? inside(seed) : changed(seed);
    }

    private byte[] changed(byte[] seed) {
        byte[] bytes = seed;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            bytes = changedOnce(bytes);
        }
        return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
    }

    private byte[] changedOnce(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(Math.min(200, bytes.length - from) + 1);
        return switch (random.nextInt(6)) {
            case 0 -> joined(bytes, from, word(), from);
            case 1 -> joined(bytes, from, word(), to);
            case 2 -> joined(bytes, from, new byte[0], to);
            case 3 -> joined(bytes, from, new byte[] {(byte) random.nextInt(256)}, Math.min(bytes.length, from + 1));
            case 4 -> joined(bytes, to, Arrays.copyOfRange(bytes, from, to), to);
            default -> joined(bytes, from, piece(seeds.get(random.nextInt(seeds.size()))), to);
        };
    }

    private byte[] word() {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        return word.repeat(random.nextInt(20) == 0 ? 1 + random.nextInt(500) : 1)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] piece(byte[] other) {
        int from = random.nextInt(other.length);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(400)));
    }

    private static byte[] joined(byte[] bytes, int end, byte[] between, int from) {
        var joined = new ByteArrayOutputStream();
        joined.write(bytes, 0, end);
        joined.writeBytes(between);
        joined.write(bytes, from, bytes.length - from);
        return joined.toByteArray();
    }

    /** Changes a file inside an archive, which stays an archive. */
    private byte[] inside(byte[] archive) {
        Map<String, String> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = new ArrayList<>(files.keySet()).get(random.nextInt(files.size()));
        byte[] text = Objects.requireNonNull(files.get(name)).getBytes(StandardCharsets.UTF_8);
        files.put(name, new String(changed(text), StandardCharsets.UTF_8));
        return Zip.of(files);
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        try {
            for (String folder : List.of("/statements", "/bank-files")) {
                Path root = Path.of(Objects.requireNonNull(AnyBankFile.class.getResource(folder))
                        .toURI());
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.filter(Files::isRegularFile)
                            .filter(path -> !path.toString().endsWith(".expected"))
                            .sorted()
                            .toList()) {
                        seeds.add(Files.readAllBytes(file));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        seeds.add(workbook());
        seeds.add(Zip.of(Map.of("a.xml", text(seeds, "BkToCstmrStmt"), "b.xml", text(seeds, "BkToCstmrAcctRpt"))));
        // Every tenth or so is a spreadsheet or an archive, though there are few of them.
        for (int i = 0; i < 8; i++) {
            seeds.add(seeds.get(seeds.size() - 2));
        }
        return seeds;
    }

    private static String text(List<byte[]> seeds, String part) {
        return seeds.stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> text.contains(part))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] workbook() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "xl/workbook.xml",
                "<workbook><workbookPr date1904=\"0\"/><sheets><sheet name=\"S\" id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst><si><t>Date</t></si><si><t>Label</t></si><si><t>Amount</t></si><si><t>Tea</t></si></sst>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
                        + "<xf numFmtId=\"200\"/></cellXfs></styleSheet>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\">"
                        + "<v>2</v></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>45352</v></c><c r=\"B2\" t=\"s\"><v>3</v></c><c r=\"C2\">"
                        + "<v>-3.5</v></c></row></sheetData></worksheet>");
        return Zip.of(parts);
    }
}
