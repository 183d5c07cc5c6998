package io.prorata.adapter.bankfile.qif;

import io.prorata.adapter.bankfile.statement.Entry;
import io.prorata.adapter.bankfile.statement.StatementFormat;
import io.prorata.adapter.bankfile.statement.StatementReader;
import io.prorata.adapter.bankfile.statement.StatementSink;
import io.prorata.adapter.bankfile.statement.StatementText;
import io.prorata.adapter.bankfile.statement.Texts;
import io.prorata.adapter.bankfile.statement.UnusedOptions;
import io.prorata.adapter.bankfile.written.AmountColumn;
import io.prorata.adapter.bankfile.written.DateColumn;
import io.prorata.adapter.bankfile.written.LineRefusedException;
import io.prorata.adapter.bankfile.written.WrittenAmount;
import io.prorata.adapter.bankfile.written.WrittenDate;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.Unreadable;
import io.prorata.domain.RefusedException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A QIF file. A line is the first one of its record. */
public final class QifFile implements StatementFormat {

    private final StatementText text;
    private final Currency currency;
    private final DateColumn dates;
    private final AmountColumn amounts;

    private QifFile(StatementText text, ReadOptions options, Currency currency) {
        this.text = text;
        this.currency = currency;
        this.dates = new DateColumn(options.dateFormat());
        this.amounts = new AmountColumn(options.decimal());
    }

    /**
     * @param currency of the household
     * @throws RefusedException if the file cannot be read, its dates or amounts could mean two things and nothing decides, or an option
     *     is stated that is of no use in it
     */
    public static BankFileReader open(BankFile file, ReadOptions options, Currency currency) {
        UnusedOptions.refuseThoseOfTables(options, "QIF");
        UnusedOptions.refuse(!options.settled().isEmpty(), ReadOption.SETTLED, "QIF");
        var text = StatementText.of(file.content(), options.encoding(), Optional.empty());
        var qif = new QifFile(text, options, currency);
        new QifParser(text, new QifParser.Sink() {
                    @Override
                    public void record(@Nullable String account, QifRecord record) {
                        qif.observe(record);
                    }
                })
                .parse();
        qif.settle();
        return StatementReader.of(qif, options, currency);
    }

    /** Asks everything that is missing at once. */
    private void settle() {
        List<RefusedException> questions = new ArrayList<>();
        for (Runnable decision : List.<Runnable>of(dates::format, amounts::decimal)) {
            try {
                decision.run();
            } catch (RefusedException e) {
                questions.add(e);
            }
        }
        if (!questions.isEmpty()) {
            throw Unreadable.together(questions);
        }
    }

    /** Learns from a record how the others are written. */
    private void observe(QifRecord record) {
        dates.observe(record.line(), QifDates.plain(record.value('D')));
        String amount = amountText(record);
        try {
            amounts.observe(record.line(), amount, WrittenAmount.read(amount, currency));
        } catch (LineRefusedException e) {
            // It will be refused when it is read, and says nothing of the others.
        }
    }

    @Override
    public void parse(StatementSink sink) {
        new QifParser(text, new QifParser.Sink() {
                    @Override
                    public void account(String account) {
                        sink.account(account);
                    }

                    @Override
                    public void record(@Nullable String account, QifRecord record) {
                        try {
                            sink.entry(entry(account, record));
                        } catch (LineRefusedException e) {
                            sink.refused(record.line(), e.reason());
                        }
                    }

                    @Override
                    public void passedOver(String kind) {
                        sink.passedOver(kind);
                    }
                })
                .parse();
    }

    @Override
    public BankFileFormat format(List<BankFileFormat.Part> accounts, SortedMap<String, Integer> passedOver) {
        return new BankFileFormat.Qif(text.encoding(), accounts, passedOver, dates.decided(), amounts.decimal());
    }

    private Entry entry(@Nullable String account, QifRecord record) throws LineRefusedException {
        if (record.tooLong()) {
            throw new LineRefusedException("the record has more lines than any record: perhaps carets are missing");
        }
        LocalDate date = date(record);
        BigDecimal amount = amount(record);
        String category = record.value('L');
        if (amount.signum() != 0 && isOpeningBalance(record.value('P'))) {
            throw new LineRefusedException("an opening balance is no transaction");
        }
        String label = Texts.joined(record.value('P'), record.value('M'));
        if (label.isEmpty()) {
            label = record.value('N').isEmpty() ? category : record.value('N');
        }
        // A category in brackets is the account of a transfer, whose name may hold anything.
        int colon = category.startsWith("[") ? -1 : category.indexOf(':');
        return new Entry(
                record.line(),
                account,
                "",
                date,
                amount,
                label,
                "",
                colon < 0 ? category : category.substring(0, colon),
                colon < 0 ? null : category.substring(colon + 1));
    }

    private LocalDate date(QifRecord record) throws LineRefusedException {
        String written = record.value('D');
        if (written.isEmpty()) {
            throw new LineRefusedException("no date");
        }
        return WrittenDate.read(QifDates.plain(written), dates.format())
                .orElseThrow(
                        () -> new LineRefusedException("not a date as the file writes them: " + Quoted.of(written)));
    }

    private BigDecimal amount(QifRecord record) throws LineRefusedException {
        String first = record.value('T');
        String second = record.value('U');
        if (first.isEmpty() && second.isEmpty()) {
            throw new LineRefusedException("no amount");
        }
        BigDecimal amount = value(first.isEmpty() ? second : first);
        if (!first.isEmpty() && !second.isEmpty() && value(second).compareTo(amount) != 0) {
            throw new LineRefusedException(
                    "the amount is " + Quoted.of(first) + " under T and " + Quoted.of(second) + " under U");
        }
        return amount;
    }

    private BigDecimal value(String written) throws LineRefusedException {
        return amounts.value(WrittenAmount.read(written, currency))
                .orElseThrow(() -> new LineRefusedException("not an amount: " + Quoted.of(written)));
    }

    private static String amountText(QifRecord record) {
        return record.value('T').isEmpty() ? record.value('U') : record.value('T');
    }

    private static boolean isOpeningBalance(String payee) {
        return switch (ReadOptions.fold(payee)) {
            case "openingbalance",
                    "soldeinitial",
                    "soldedouverture",
                    "anfangssaldo",
                    "eroffnungssaldo",
                    "saldoinicial",
                    "saldoiniziale",
                    "beginsaldo",
                    "saldopoczatkowe",
                    "saldoinicialdeabertura" -> true;
            default -> false;
        };
    }
}
