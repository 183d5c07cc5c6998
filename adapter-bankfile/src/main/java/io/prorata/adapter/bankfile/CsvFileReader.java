package io.prorata.adapter.bankfile;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.BankFileFormat.Column;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.DateFormat;
import io.prorata.application.bankfile.Days;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.Unreadable;
import io.prorata.domain.RefusedException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a table of text in two steps: {@link #of} goes through the whole of it to find out how it is written; {@link #read} gives its
 * lines, one at a time, so that a file of any length is read in little memory.
 */
public final class CsvFileReader implements BankFileReader {

    /** How often {@link Progress} hears of it. */
    private static final int PROGRESS_LINES = 1000;

    private final BankFile file;
    private final ReadOptions options;
    private final Currency currency;
    private final Encoding encoding;
    private final Layout layout;
    private final LineReader lines;
    private final DateColumn dates;
    private final Amounts amounts;
    private int count;

    private CsvFileReader(BankFile file, ReadOptions options, Currency currency) {
        this.file = file;
        this.options = options;
        this.currency = currency;
        this.encoding = Encoding.of(file.content(), options.encoding());
        this.layout = Layout.of(sample(), options, currency);
        this.lines = new LineReader(layout.columns(), options, currency);
        this.dates = new DateColumn(options.dateFormat());
        this.amounts = new Amounts(layout.columns(), options, currency);
    }

    /**
     * Finds out how {@code file} is written.
     *
     * @param currency of the household: lines of another are refused
     * @throws RefusedException if that cannot be found out; it names the option that settles it
     */
    public static CsvFileReader of(BankFile file, ReadOptions options, Currency currency) {
        var reader = new CsvFileReader(file, options, currency);
        reader.survey();
        return reader;
    }

    @Override
    public Currency currency() {
        return currency;
    }

    /** Returns the number of data lines: all but blank ones and those up to the header. */
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
        for (Role role : Role.values()) {
            if (role == Role.LABEL) {
                columns.labels().forEach(place -> used.add(column(role, place)));
            } else {
                columns.place(role).ifPresent(place -> used.add(column(role, place)));
            }
        }
        return new BankFileFormat.Csv(
                encoding.name(), layout.delimiter(), layout.headerLine(), used, dates.decided(), amounts.decimal());
    }

    private Column column(Role role, int place) {
        return new Column(role.name().toLowerCase(Locale.ROOT), layout.columns().nameOf(place));
    }

    /** Hands each data line to {@code sink}, in the order of the file. */
    @Override
    public void read(Consumer<ReadLine> sink, Progress progress) {
        DateFormat format = dates.format();
        int[] done = {0};
        eachRow(row -> {
            sink.accept(read(row, format));
            if (++done[0] % PROGRESS_LINES == 0 || done[0] == count) {
                progress.at(done[0], count);
            }
        });
    }

    private ReadLine read(Row row, DateFormat format) {
        try {
            lines.requireOurs(row);
            return lines.read(row, format, amounts);
        } catch (LineRefusedException e) {
            return new ReadLine.Refused(row.line(), e.reason());
        }
    }

    private void survey() {
        eachRow(row -> {
            count++;
            try {
                lines.requireOurs(row);
                dates.observe(row.line(), layout.columns().text(row, Role.DATE));
                amounts.observe(row);
            } catch (LineRefusedException e) {
                // It will be refused when it is read, and says nothing of the others.
            }
        });
        if (count == 0) {
            throw Unreadable.NO_LINES.because("the file names its columns, and no line follows");
        }
        dates.format();
        amounts.decimal();
    }

    private void eachRow(Consumer<Row> sink) {
        try (TextLines text = TextLines.open(file.content(), encoding, options.skip())) {
            var rows = new Rows(text, layout.delimiter());
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
