package io.prorata.adapter.bankfile.mt940;

import io.prorata.adapter.bankfile.statement.Entry;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Statement messages. A line is that of its field {@code :61:}. */
public final class Mt940File implements StatementFormat {

    /** A balance: direction, date, currency, amount. */
    private static final Pattern BALANCE = Pattern.compile("([CD])(\\d{6})([A-Z]{3})([\\d.,]+).*", Pattern.DOTALL);

    private final StatementText text;

    private Mt940File(StatementText text) {
        this.text = text;
    }

    /**
     * @param currency of the household
     * @throws RefusedException if the file cannot be read, or an option is stated that is of no use in it
     */
    public static BankFileReader open(BankFile file, ReadOptions options, Currency currency) {
        UnusedOptions.refuseThoseOfTables(options, "MT940");
        UnusedOptions.refuseWritings(options, "MT940");
        UnusedOptions.refuse(!options.settled().isEmpty(), ReadOption.SETTLED, "MT940");
        var text = StatementText.of(file.content(), options.encoding(), Optional.empty());
        return StatementReader.of(new Mt940File(text), options, currency);
    }

    @Override
    public void parse(StatementSink sink) {
        try (Reader reader = text.open()) {
            new Parser(new Mt940Fields(reader), sink).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BankFileFormat format(List<BankFileFormat.Part> accounts, SortedMap<String, Integer> passedOver) {
        return new BankFileFormat.Mt940(text.encoding(), accounts);
    }

    private static final class Parser {
        private final Mt940Fields fields;
        private final StatementSink sink;
        private @Nullable String account;
        private String currency = "";
        private @Nullable Mt940Field line;
        private List<String> information = List.of();

        Parser(Mt940Fields fields, StatementSink sink) {
            this.fields = fields;
            this.sink = sink;
        }

        void parse() throws IOException {
            for (Mt940Field field = fields.next(); field != null; field = fields.next()) {
                take(field);
            }
            end();
        }

        private void take(Mt940Field field) {
            switch (field.tag()) {
                case "86" -> information = field.lines();
                case "61" -> {
                    end();
                    line = field;
                    information = List.of();
                }
                case "25", "25P" -> {
                    end();
                    account = field.first().strip();
                    sink.account(account);
                }
                case "60F", "60M" -> {
                    end();
                    Matcher balance = BALANCE.matcher(field.first().strip());
                    currency = balance.matches() ? balance.group(3) : "";
                }
                case "62F" -> {
                    end();
                    closing(field.first().strip());
                }
                default -> end();
            }
        }

        /** A balance that cannot be read is none: the lines are what counts. */
        private void closing(String text) {
            Matcher closing = BALANCE.matcher(text);
            if (!closing.matches()) {
                return;
            }
            Optional<LocalDate> date = Mt940Line.valueDate(closing.group(2));
            try {
                BigDecimal amount = Mt940Line.amount(closing.group(1), closing.group(4));
                date.ifPresent(day -> sink.balance(account, closing.group(3), day, amount));
            } catch (LineRefusedException e) {
                return;
            }
        }

        /** The entry that is open has had its text. */
        private void end() {
            Mt940Field ended = line;
            line = null;
            if (ended == null) {
                return;
            }
            try {
                Mt940Line read = Mt940Line.of(ended);
                String text = Mt940Text.of(information);
                String label = text.isEmpty() ? read.details() : text;
                sink.entry(new Entry(
                        ended.line(),
                        account,
                        currency,
                        read.date(),
                        read.amount(),
                        label.isBlank() ? read.code() : label,
                        read.bankId()));
            } catch (LineRefusedException e) {
                sink.refused(ended.line(), e.reason());
            }
        }
    }
}
