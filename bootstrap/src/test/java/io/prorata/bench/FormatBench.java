package io.prorata.bench;

import io.prorata.adapter.bankfile.detection.BankFileReaders;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.IntFunction;

/** How many entries of a bank file are read in a second, by format: opened, read twice, and kept nowhere. */
final class FormatBench {

    private static final int TIMES = 5;

    private FormatBench() {}

    /** What stands before the entries and behind them, and an entry by its number. */
    private record Format(String name, String head, IntFunction<String> entry, String tail) {}

    /** @param arguments how many entries, and of which format alone; or a file, and the currency of its amounts */
    public static void main(String... arguments) throws IOException {
        System.out.println(
                "| format | entries | MiB | ms | entries/s | aim, entries/s | ms of a processor | entries/s of a processor |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        if (Files.exists(Path.of(arguments[0]))) {
            Path file = Path.of(arguments[0]);
            for (int time = 0; time < TIMES; time++) {
                measure(String.valueOf(file.getFileName()), file, Currency.getInstance(arguments[1]));
            }
            return;
        }
        int entries = Integer.parseInt(arguments[0]);
        for (Format format : List.of(csv(), ofx(), camt(), qif(), mt940())) {
            if (arguments.length > 1 && !arguments[1].equals(format.name())) {
                continue;
            }
            Path file = Files.createTempFile("bank", "");
            try {
                write(file, format, entries);
                for (int time = 0; time < TIMES; time++) {
                    int accepted = measure(format.name(), file, Currency.getInstance("EUR"));
                    if (accepted != entries) {
                        throw new IllegalStateException(
                                accepted + " of " + entries + " entries of " + format.name() + " were read");
                    }
                }
            } finally {
                Files.delete(file);
            }
        }
    }

    private static void write(Path file, Format format, int entries) throws IOException {
        try (var out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.print(format.head());
            for (int i = 0; i < entries; i++) {
                out.print(format.entry().apply(i));
            }
            out.print(format.tail());
        }
    }

    private static int measure(String name, Path file, Currency currency) throws IOException {
        long start = System.nanoTime();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        BankFileReader reader = new BankFileReaders()
                .open(new BankFile(name, () -> Files.newInputStream(file)), ReadOptions.NONE, currency);
        int[] accepted = {0};
        reader.read(line -> accepted[0] += line instanceof ReadLine.Accepted ? 1 : 0, Progress.NONE);
        long millis = (System.nanoTime() - start) / 1_000_000;
        // Where others use the machine too, the time that passes says less than the time that was spent.
        long spent = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1_000_000;
        System.out.printf(
                "| %s | %,d | %.1f | %,d | %,d | 40,000 | %,d | %,d |%n",
                name,
                accepted[0],
                Files.size(file) / 1048576.0,
                millis,
                accepted[0] * 1000L / millis,
                spent,
                accepted[0] * 1000L / spent);
        return accepted[0];
    }

    private static LocalDate date(int i) {
        return LocalDate.of(2015, 1, 1).plusDays(i / 50);
    }

    private static String amount(int i, char decimal) {
        return i % 400 + "" + decimal + (10 + i % 90);
    }

    private static Format csv() {
        return new Format(
                "CSV",
                "Date;Label;Category;Amount;Account;Balance\n",
                i -> date(i) + ";\"CARD SHOP " + i % 977 + "\";Category " + i % 30 + ";-" + amount(i, ',')
                        + ";DE12345;\n",
                "");
    }

    private static Format ofx() {
        return new Format(
                "OFX",
                """
                OFXHEADER:100
                DATA:OFXSGML
                VERSION:102
                CHARSET:1252

                <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
                <BANKACCTFROM><BANKID>1<ACCTID>FR7612345</BANKACCTFROM><BANKTRANLIST>
                """,
                i -> "<STMTTRN>\n<TRNTYPE>DEBIT\n<DTPOSTED>"
                        + date(i).toString().replace("-", "") + "\n<TRNAMT>-" + amount(i, '.')
                        + "\n<FITID>20240000" + i + "X\n<NAME>CARD SHOP " + i % 977 + "\n<MEMO>PAYMENT BY CARD IN TOWN "
                        + i % 30
                        + "\n</STMTTRN>\n",
                "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n");
    }

    private static Format camt() {
        return new Format(
                "CAMT",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
                <Stmt><Acct><Id><IBAN>FR7612345</IBAN></Id><Ccy>EUR</Ccy></Acct>
                """,
                i -> "<Ntry><Amt Ccy=\"EUR\">" + amount(i, '.')
                        + "</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\n"
                        + "<BookgDt><Dt>" + date(i) + "</Dt></BookgDt><ValDt><Dt>" + date(i)
                        + "</Dt></ValDt><AcctSvcrRef>R" + i
                        + "</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>CCRD</Cd><SubFmlyCd>POSD</SubFmlyCd></Fmly></Domn></BkTxCd>\n"
                        + "<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Cdtr><Nm>SHOP "
                        + i % 977
                        + "</Nm></Cdtr></RltdPties><RmtInf><Ustrd>PAYMENT BY CARD IN TOWN " + i % 30
                        + "</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n",
                "</Stmt></BkToCstmrStmt></Document>\n");
    }

    private static Format qif() {
        return new Format(
                "QIF",
                "!Type:Bank\n",
                i -> "D" + date(i).getDayOfMonth() + "/" + date(i).getMonthValue() + "/" + date(i).getYear() + "\nT-"
                        + amount(i, '.') + "\nPCARD SHOP " + i % 977 + "\nLEveryday:Category " + i % 30 + "\n^\n",
                "");
    }

    private static Format mt940() {
        return new Format(
                "MT940",
                ":20:A\n:25:DE12345\n:28C:1/1\n:60F:C150101EUR0,00\n",
                i -> ":61:" + date(i).toString().replace("-", "").substring(2) + "D" + amount(i, ',') + "NTRFNONREF//R"
                        + i + "\n:86:105?00CARD?20SVWZ+PAYMENT BY CARD IN TO?21WN " + i % 30 + "?32SHOP " + i % 977
                        + "\n",
                ":62F:C241231EUR0,00\n");
    }
}
