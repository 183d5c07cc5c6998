package io.prorata.adapter.bankfile.ofx;

import io.prorata.adapter.bankfile.statement.Decimals;
import io.prorata.adapter.bankfile.statement.StatementDates;
import io.prorata.adapter.bankfile.statement.StatementFormat;
import io.prorata.adapter.bankfile.statement.StatementReader;
import io.prorata.adapter.bankfile.statement.StatementSink;
import io.prorata.adapter.bankfile.statement.StatementText;
import io.prorata.adapter.bankfile.statement.UnusedOptions;
import io.prorata.adapter.bankfile.written.LineRefusedException;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.domain.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** An OFX file. Its lines are its transactions, counted from 1: many files are written in one line. */
public final class OfxFile implements StatementFormat {

    private static final Set<String> STATEMENTS = Set.of("STMTRS", "CCSTMTRS", "INVSTMTRS");
    private static final Set<String> OWN_ACCOUNTS = Set.of("BANKACCTFROM", "CCACCTFROM", "INVACCTFROM");
    private static final Set<String> TRANSACTIONS = Set.of("STMTTRN", "STMTTRNP");

    /** What stands behind the transactions; the last of them ends there though its tag may not. */
    private static final Set<String> BEHIND = Set.of("BANKTRANLIST", "BANKTRANLISTP", "LEDGERBAL", "AVAILBAL", "OFX");

    private final StatementText text;
    private final Optional<String> version;
    private final boolean reversed;

    private OfxFile(StatementText text, Optional<String> version, boolean reversed) {
        this.text = text;
        this.version = version;
        this.reversed = reversed;
    }

    /**
     * @param currency of the household
     * @throws RefusedException if the file cannot be read, or an option is stated that is of no use in it
     */
    public static BankFileReader open(BankFile file, ReadOptions options, Currency currency) {
        UnusedOptions.refuseThoseOfTables(options, "OFX");
        UnusedOptions.refuseWritings(options, "OFX");
        UnusedOptions.refuse(!options.settled().isEmpty(), ReadOption.SETTLED, "OFX");
        OfxHeader header = OfxHeader.of(file.content());
        var text = StatementText.of(file.content(), options.encoding(), header.charset());
        var ofx = new OfxFile(text, header.version(), options.reversed().orElse(false));
        return StatementReader.of(ofx, options, currency);
    }

    @Override
    public void parse(StatementSink sink) {
        try (Reader reader = text.open()) {
            new Parser(new OfxTokens(reader), sink).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BankFileFormat format(List<BankFileFormat.Part> accounts, SortedMap<String, Integer> passedOver) {
        return new BankFileFormat.Ofx(text.encoding(), version, accounts);
    }

    /** Goes through the tags, which are closed or not, and remembers only where it is. */
    private final class Parser {
        private final OfxTokens tokens;
        private final StatementSink sink;
        private int count;
        private @Nullable String account;
        private String currency = "";
        private boolean inOwnAccount;
        private boolean inLedgerBalance;
        private String balance = "";
        private @Nullable OfxTransaction open;

        Parser(OfxTokens tokens, StatementSink sink) {
            this.tokens = tokens;
            this.sink = sink;
        }

        void parse() throws IOException {
            while (tokens.next()) {
                take(tokens.name(), tokens.closing());
            }
            if (open != null) {
                sink.refused(open.number(), "the file breaks off inside this transaction");
            }
        }

        private void take(String tag, boolean closing) {
            if (TRANSACTIONS.contains(tag)) {
                end();
                open = closing ? null : new OfxTransaction(++count, tag.equals("STMTTRNP"));
            } else if (STATEMENTS.contains(tag)) {
                end();
                account = null;
                currency = "";
            } else if (BEHIND.contains(tag)) {
                end();
                inLedgerBalance = tag.equals("LEDGERBAL") && !closing;
            } else if (tag.equals("INVTRAN")) {
                if (!closing) {
                    end();
                    sink.refused(++count, "a trade of an investment account, no transaction of a household");
                }
            } else if (open != null) {
                open.take(tag, closing, tokens.text());
            } else if (OWN_ACCOUNTS.contains(tag)) {
                inOwnAccount = !closing;
            } else if (!closing) {
                takeOfStatement(tag);
            }
        }

        private void takeOfStatement(String tag) {
            if (tag.equals("ACCTID") && inOwnAccount) {
                String id = tokens.text();
                account = id.isEmpty() ? null : id;
                sink.account(account);
            } else if (tag.equals("CURDEF")) {
                currency = tokens.text();
            } else if (inLedgerBalance && tag.equals("BALAMT")) {
                balance = tokens.text();
            } else if (inLedgerBalance && tag.equals("DTASOF")) {
                StatementDates.day(tokens.text())
                        .ifPresent(day -> Decimals.read(balance)
                                .ifPresent(amount -> sink.balance(account, currency, day, amount)));
            }
        }

        private void end() {
            OfxTransaction ended = open;
            open = null;
            if (ended == null) {
                return;
            }
            try {
                sink.entry(ended.entry(account, currency, reversed));
            } catch (LineRefusedException e) {
                sink.refused(ended.number(), e.reason());
            }
        }
    }
}
