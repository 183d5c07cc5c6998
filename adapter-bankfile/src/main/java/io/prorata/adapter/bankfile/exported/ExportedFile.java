package io.prorata.adapter.bankfile.exported;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.prorata.adapter.bankfile.statement.UnusedOptions;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.Days;
import io.prorata.application.bankfile.Decimal;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.Unreadable;
import io.prorata.application.export.CsvText;
import io.prorata.application.export.TransactionCsv;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.money.Money;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@link TransactionCsv}, whose format is fixed. Each line names the line of a bank file that its row came from, so books that
 * have the row recognise it, even if it was edited. Other books get a new row.
 */
public final class ExportedFile implements BankFileReader {

    private static final String FORMAT = "Prorata's own export";
    private static final int PROGRESS_LINES = 1000;
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,16}(\\.[0-9]{1,4})?");

    private final BankFile file;
    private final Currency currency;
    private int count;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    private ExportedFile(BankFile file, Currency currency) {
        this.file = file;
        this.currency = currency;
    }

    /** Whether {@code begin}, the first letters of a file, begins one of these. */
    public static boolean begins(String begin) {
        return begin.startsWith(TransactionCsv.HEADER);
    }

    /**
     * Looks through {@code file}.
     *
     * @param currency of the household: lines of another are refused
     * @throws io.prorata.domain.RefusedException if an option is stated, since none is of use
     */
    public static ExportedFile open(BankFile file, ReadOptions options, Currency currency) {
        options.stated().keySet().stream()
                .flatMap(name -> ReadOption.ofParameter(name).stream())
                .forEach(option -> UnusedOptions.refuse(true, option, FORMAT));
        var opened = new ExportedFile(file, currency);
        opened.each(line -> {
            opened.count++;
            opened.span(line, "date");
            opened.span(line, "bank_date");
        });
        return opened;
    }

    private void span(CsvRecord line, String column) {
        try {
            LocalDate date = LocalDate.parse(text(line, column));
            first = first == null || date.isBefore(first) ? date : first;
            last = last == null || date.isAfter(last) ? date : last;
        } catch (DateTimeException e) {
            // The line is refused when it is read.
            return;
        }
    }

    @Override
    public Currency currency() {
        return currency;
    }

    @Override
    public int lines() {
        return count;
    }

    @Override
    public Optional<Days> days() {
        return first == null || last == null ? Optional.empty() : Optional.of(new Days(first, last));
    }

    @Override
    public BankFileFormat format() {
        return new BankFileFormat.Csv(
                StandardCharsets.UTF_8.name(),
                ',',
                OptionalInt.of(1),
                List.of("date", "label", "amount", "currency", "account", "bank_id", "category", "subcategory").stream()
                        .map(name -> new BankFileFormat.Column(name, name))
                        .toList(),
                Optional.empty(),
                Optional.of(Decimal.POINT));
    }

    @Override
    public void read(Consumer<ReadLine> sink, Progress progress) {
        int[] done = {0};
        each(line -> {
            sink.accept(read(line));
            if (++done[0] % PROGRESS_LINES == 0 || done[0] == count) {
                progress.at(done[0], count);
            }
        });
    }

    private ReadLine read(CsvRecord line) {
        int number = Math.toIntExact(line.getStartingLineNumber());
        if (line.getFieldCount() != TransactionCsv.COLUMNS.size()) {
            return new ReadLine.Refused(
                    number,
                    line.getFieldCount() + " fields where the header names " + TransactionCsv.COLUMNS.size()
                            + " columns");
        }
        String own = text(line, "currency");
        if (!own.equals(currency.getCurrencyCode())) {
            return new ReadLine.Refused(number, "in " + own + ", and the household counts in " + currency);
        }
        String amount = text(line, "amount");
        String exportedAs = text(line, "bank_line");
        if (!AMOUNT.matcher(amount).matches()
                || !FINGERPRINT.matcher(exportedAs).matches()) {
            return new ReadLine.Refused(number, "its amount or its bank_line is not as it was exported");
        }
        try {
            var bank = new BankLine(
                    name(line, "account"),
                    LocalDate.parse(text(line, "date")),
                    Money.of(new BigDecimal(amount), currency),
                    CsvText.read(text(line, "label")),
                    name(line, "bank_id"));
            return new ReadLine.Accepted(number, bank, name(line, "category"), name(line, "subcategory"), exportedAs);
        } catch (DateTimeException e) {
            return new ReadLine.Refused(number, "its date is none");
        } catch (ArithmeticException | IllegalArgumentException e) {
            return new ReadLine.Refused(number, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String name(CsvRecord line, String column) {
        String text = text(line, column);
        return text.isEmpty() ? null : CsvText.read(text);
    }

    private static String text(CsvRecord line, String column) {
        int place = TransactionCsv.COLUMNS.indexOf(column);
        return place < line.getFieldCount() ? line.getField(place) : "";
    }

    private void each(Consumer<CsvRecord> sink) {
        try (var text = new InputStreamReader(file.content().open(), StandardCharsets.UTF_8);
                CsvReader<CsvRecord> lines = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            boolean header = true;
            for (CsvRecord line : lines) {
                if (!header) {
                    sink.accept(line);
                }
                header = false;
            }
        } catch (CsvParseException e) {
            throw Unreadable.OTHER_FORMAT.because("this is " + FORMAT + ", but no whole one: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
