package io.prorata.adapter.bankfile.camt;

import io.prorata.adapter.bankfile.archive.ZipArchive;
import io.prorata.adapter.bankfile.statement.StatementFormat;
import io.prorata.adapter.bankfile.statement.StatementReader;
import io.prorata.adapter.bankfile.statement.StatementSink;
import io.prorata.adapter.bankfile.statement.StatementText;
import io.prorata.adapter.bankfile.statement.UnusedOptions;
import io.prorata.adapter.bankfile.written.LineRefusedException;
import io.prorata.adapter.bankfile.xml.XmlDeclaration;
import io.prorata.adapter.bankfile.xml.XmlEvents;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.Unreadable;
import io.prorata.domain.RefusedException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Statements of ISO 20022. Their lines are their entries, counted from 1 through all files of an archive. */
public final class CamtFile implements StatementFormat {

    private final List<StatementText> texts;
    private final ReadOptions options;
    private String message = "";

    private CamtFile(List<StatementText> texts, ReadOptions options) {
        this.texts = texts;
        this.options = options;
    }

    /**
     * @param currency of the household
     * @throws RefusedException if the file cannot be read, or an option is stated that is of no use in it
     */
    public static BankFileReader open(BankFile file, ReadOptions options, Currency currency) {
        return open(List.of(file.content()), options, currency);
    }

    /**
     * Opens all statements in an archive, in the order of their names in it; files of other kinds are passed over.
     *
     * @throws RefusedException if it cannot be read, or none of its files is XML
     */
    public static BankFileReader openArchive(BankFile file, ReadOptions options, Currency currency) {
        var archive = new ZipArchive(file.content());
        List<BankFile.Content> contents = archive.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".xml"))
                .sorted()
                .map(archive::file)
                .toList();
        return open(contents, options, currency);
    }

    private static BankFileReader open(List<BankFile.Content> contents, ReadOptions options, Currency currency) {
        UnusedOptions.refuseThoseOfTables(options, "CAMT");
        UnusedOptions.refuseWritings(options, "CAMT");
        List<StatementText> texts = new ArrayList<>();
        for (BankFile.Content content : contents) {
            texts.add(StatementText.of(content, options.encoding(), XmlDeclaration.charset(content)));
        }
        return StatementReader.of(new CamtFile(texts, options), options, currency);
    }

    @Override
    public void parse(StatementSink sink) {
        int[] count = {0};
        for (StatementText text : texts) {
            try (var events = new XmlEvents(text.open())) {
                new Parser(events, sink, count).parse();
            }
        }
    }

    @Override
    public BankFileFormat format(List<BankFileFormat.Part> accounts, SortedMap<String, Integer> passedOver) {
        return new BankFileFormat.Camt(texts.get(0).encoding(), message, texts.size(), accounts);
    }

    /** Goes through one document. */
    private final class Parser {
        private final XmlEvents events;
        private final StatementSink sink;
        private final int[] count;

        /** The names of the elements that are open below the entry or the account. */
        private final List<String> open = new ArrayList<>();

        private final StringBuilder path = new StringBuilder();
        private boolean statements;
        private boolean inAccount;
        private @Nullable String account;
        private String currency = "";
        private @Nullable CamtEntry entry;
        private @Nullable CamtBalance balance;

        Parser(XmlEvents events, StatementSink sink, int[] count) {
            this.events = events;
            this.sink = sink;
            this.count = count;
        }

        void parse() {
            while (events.next()) {
                if (events.isStart()) {
                    begin(events.name());
                } else {
                    end();
                }
            }
            if (!statements) {
                throw Unreadable.OTHER_FORMAT.because(
                        "this is XML without account statements; ask the bank for CAMT.053 or CSV");
            }
        }

        private void begin(String name) {
            if (entry != null || inAccount || balance != null) {
                push(name);
                beginInside(name);
                return;
            }
            switch (name) {
                case "Document" -> noteMessage();
                case "BkToCstmrStmt", "BkToCstmrAcctRpt" -> statements = true;
                case "BkToCstmrDbtCdtNtfctn" ->
                    throw Unreadable.OTHER_FORMAT.because(
                            "this is a notification (CAMT.054), whose entries are in the account statement too; ask the bank for CAMT.053");
                case "Stmt", "Rpt" -> {
                    account = null;
                    currency = "";
                }
                case "Acct" -> inAccount = true;
                case "Bal" -> balance = new CamtBalance();
                case "Ntry" -> entry = new CamtEntry(++count[0]);
                default -> {
                    // Sums and the like.
                }
            }
        }

        private void beginInside(String name) {
            if (balance != null && name.equals("Amt")) {
                balance.takeCurrency(events.attribute("Ccy"));
            }
            if (entry == null) {
                return;
            }
            if (name.equals("Amt")) {
                entry.takeCurrency(path.toString(), events.attribute("Ccy"));
            } else if (name.equals("TxDtls")) {
                entry.beginDetail();
            }
        }

        private void end() {
            if (!open.isEmpty()) {
                String text = events.text();
                if (!text.isEmpty()) {
                    take(path.toString(), text);
                }
                pop();
            } else if (entry != null) {
                hand(entry);
                entry = null;
            } else if (balance != null) {
                balance.hand(account, currency, sink);
                balance = null;
            } else if (inAccount) {
                inAccount = false;
                sink.account(account);
            }
        }

        private void take(String at, String text) {
            if (entry != null) {
                entry.take(at, text);
            } else if (balance != null) {
                balance.take(at, text);
            } else if (at.equals("Id/IBAN") || (at.equals("Id/Othr/Id") && account == null)) {
                account = text;
            } else if (at.equals("Ccy")) {
                currency = text;
            }
        }

        private void hand(CamtEntry ended) {
            try {
                sink.entry(ended.entry(account, currency, options));
            } catch (LineRefusedException e) {
                sink.refused(ended.number(), e.reason());
            }
        }

        private void noteMessage() {
            String namespace = events.namespace();
            int at = namespace.indexOf("camt.");
            if (message.isEmpty() && at >= 0) {
                message = namespace.substring(at);
            }
        }

        private void push(String name) {
            open.add(name);
            path.append(path.isEmpty() ? "" : "/").append(name);
        }

        private void pop() {
            String name = open.remove(open.size() - 1);
            path.setLength(Math.max(0, path.length() - name.length() - 1));
        }
    }
}
