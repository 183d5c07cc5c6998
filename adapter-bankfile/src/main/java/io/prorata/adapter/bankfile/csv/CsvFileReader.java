package io.prorata.adapter.bankfile.csv;

import io.prorata.adapter.bankfile.text.Encoding;
import io.prorata.adapter.bankfile.text.TextLine;
import io.prorata.adapter.bankfile.text.TextLines;
import io.prorata.adapter.bankfile.written.AmountColumn;
import io.prorata.adapter.bankfile.written.DateColumn;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.BankFileFormat.Column;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.Days;
import io.prorata.application.bankfile.Decimal;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.ReadWarning;
import io.prorata.application.bankfile.Unreadable;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a table of text in two steps: {@link #of} reads the whole file to detect its format; {@link #read} passes its lines on, one at a
 * time, so that a file of any length needs little memory.
 */
public final class CsvFileReader implements BankFileReader {

    /** The number of lines between two reports of progress. */
    private static final int PROGRESS_LINES = 1000;

    private final BankFile file;
    private final ReadOptions options;
    private final Currency currency;
    private final Encoding encoding;
    private final Layout layout;
    private final DateColumn dates;
    private final AmountColumn decimals;

    /** The tables of the file, each below its own header; nearly every file has one. */
    private final List<Table> tables = new ArrayList<>();

    private final Warnings ofFile = new Warnings();
    private Warnings ofLines = new Warnings();
    private int count;

    private CsvFileReader(BankFile file, ReadOptions options, Currency currency) {
        this.file = file;
        this.options = options;
        this.currency = currency;
        this.encoding = Encoding.of(file.content(), options.encoding());
        this.layout = Layout.of(sample(), options, currency);
        this.dates = new DateColumn(options.dateFormat());
        this.decimals = new AmountColumn(options.decimal());
        tables.add(Table.of(layout.lastBefore(), layout.columns(), layout.shifted(), options, currency, decimals));
    }

    /**
     * Detects the format of {@code file}.
     *
     * @param currency of the household: lines of another are refused
     * @throws RefusedException if the format is unclear; it names the option that settles it
     */
    public static CsvFileReader of(BankFile file, ReadOptions options, Currency currency) {
        CsvFileReader reader;
        try {
            reader = new CsvFileReader(file, options, currency);
        } catch (RefusedException e) {
            throw andWhatFollows(e, file, options, currency);
        }
        reader.survey();
        if (reader.decimals.isDoubtful()) {
            Optional<CsvFileReader> proven = provenByBalance(file, options, currency);
            if (proven.isPresent()) {
                return proven.get();
            }
        }
        reader.settle();
        return reader;
    }

    /** Adds the questions that would follow from the proposed answer. */
    private static RefusedException andWhatFollows(
            RefusedException first, BankFile file, ReadOptions options, Currency currency) {
        if (!(first.refusal() instanceof Refusal.UnreadableBankFile asked)
                || options.stated().keySet().containsAll(asked.answers().keySet())
                || asked.answers().values().stream().anyMatch(answer -> answer.contains("|"))) {
            return first;
        }
        try {
            of(file, options.orElse(asked.answers()), currency);
            return first;
        } catch (RefusedException e) {
            boolean another = e.refusal() instanceof Refusal.UnreadableBankFile then
                    && !then.reason().equals(asked.reason());
            return another ? Unreadable.together(List.of(first, e)) : first;
        }
    }

    /** Tries both decimal marks, and returns the reader for which amounts and balances match, if there is exactly one. */
    private static Optional<CsvFileReader> provenByBalance(BankFile file, ReadOptions options, Currency currency) {
        List<CsvFileReader> proven = new ArrayList<>();
        for (Decimal decimal : Decimal.values()) {
            var reader = new CsvFileReader(file, options.withDecimal(decimal), currency);
            reader.survey();
            if (reader.tables.stream().allMatch(table -> table.amounts().provenByBalance())) {
                proven.add(reader);
            }
        }
        if (proven.size() != 1) {
            return Optional.empty();
        }
        proven.get(0).settle();
        return Optional.of(proven.get(0));
    }

    @Override
    public Currency currency() {
        return currency;
    }

    /** Returns the number of data lines: all but blank ones, those up to the header, and headers further down. */
    @Override
    public int lines() {
        return count;
    }

    /** Returns the days that the lines' dates span; empty if no line has one. */
    @Override
    public Optional<Days> days() {
        return dates.days();
    }

    @Override
    public BankFileFormat.Csv format() {
        Columns columns = layout.columns();
        List<Column> used = new ArrayList<>();
        Optional<Integer> sign = tables.get(0).amounts().signPlace();
        for (Role role : Role.values()) {
            switch (role) {
                case LABEL -> columns.labels().forEach(place -> used.add(column(role, place)));
                case SIGN -> sign.ifPresent(place -> used.add(column(role, place)));
                case KIND -> {
                    // It is listed as the sign column if it decides.
                }
                case FEE ->
                    columns.place(role).ifPresent(place -> {
                        if (columns.feeCounts()) {
                            used.add(column(role, place));
                        }
                    });
                default -> columns.place(role).ifPresent(place -> used.add(column(role, place)));
            }
        }
        columns.otherDates().forEach(name -> used.add(new Column("other_date", name)));
        return new BankFileFormat.Csv(
                encoding.name(), layout.delimiter(), layout.headerLine(), used, dates.decided(), decimals.decimal());
    }

    private Column column(Role role, int place) {
        return new Column(role.name().toLowerCase(Locale.ROOT), layout.columns().nameOf(place));
    }

    /** Passes each data line to {@code sink}, in the order of the file. */
    @Override
    public List<ReadWarning> warnings() {
        List<ReadWarning> all = new ArrayList<>(ofFile.all());
        all.addAll(ofLines.all());
        return all;
    }

    /** Passes each data line to {@code sink}, in the order of the file. */
    @Override
    public void read(Consumer<ReadLine> sink, Progress progress) {
        ofLines = new Warnings();
        tables.forEach(Table::begin);
        Directions directions = new Directions();
        int[] done = {0};
        int[] at = {0};
        eachRow(row -> {
            if (at[0] + 1 < tables.size() && row.line() >= tables.get(at[0] + 1).headerLine()) {
                at[0]++;
            }
            Table table = tables.get(at[0]);
            if (row.line() == table.headerLine() || table.isHeader(row)) {
                return;
            }
            ReadLine line = table.read(row, done[0], dates, ofLines);
            directions.observe(line);
            sink.accept(line);
            if (++done[0] % PROGRESS_LINES == 0 || done[0] == count) {
                progress.at(done[0], count);
            }
        });
        directions.warn(ofLines);
    }

    private void survey() {
        eachRow(row -> {
            Table table = tables.get(tables.size() - 1);
            Optional<Table> next = table.next(row);
            if (next.isPresent()) {
                tables.add(next.get());
                return;
            }
            if (table.isHeader(row)) {
                return;
            }
            table.observe(row, count, dates);
            count++;
        });
    }

    /** Asks everything that is missing at once. */
    private void settle() {
        List<RefusedException> questions = new ArrayList<>();
        ask(questions, dates::format);
        ask(questions, decimals::decimal);
        tables.forEach(table -> ask(questions, table.amounts()::settle));
        if (!questions.isEmpty()) {
            throw Unreadable.together(questions);
        }
        tables.forEach(table -> table.amounts().warn(ofFile));
        warn();
    }

    private static void ask(List<RefusedException> questions, Runnable decision) {
        try {
            decision.run();
        } catch (RefusedException e) {
            questions.add(e);
        }
    }

    private void warn() {
        encoding.rival()
                .ifPresent(rival ->
                        ofFile.ofFile("letters are read as " + encoding.name() + ", and by their looks they could be "
                                + rival.name() + ": if they read wrong, say encoding=" + rival.name()));
        encoding.other().ifPresent(other -> ofFile.ofFile("lines that are not UTF-8 are read as " + other.name()));
        if (encoding.twice()) {
            ofFile.ofFile("letters were encoded twice, and are mended");
        }
        if (dates.hasMoments()) {
            ofFile.ofFile("dates are counted in seconds; a day is taken to end at midnight in Greenwich");
        }
    }

    private void eachRow(Consumer<Row> sink) {
        try (TextLines text = TextLines.open(file.content(), encoding, options.skip())) {
            var rows =
                    new Rows(text, layout.delimiter(), layout.columns().header().size());
            while (rows.hasNext()) {
                Row row = rows.next();
                if (row.line() > layout.lastBefore() && !row.isBlank()) {
                    sink.accept(row);
                }
            }
        }
    }

    private List<TextLine> sample() {
        try (TextLines text = TextLines.open(file.content(), encoding, options.skip())) {
            List<TextLine> sample = new ArrayList<>();
            while (sample.size() < Layout.SAMPLE && text.hasNext()) {
                sample.add(text.next());
            }
            return sample;
        }
    }
}
