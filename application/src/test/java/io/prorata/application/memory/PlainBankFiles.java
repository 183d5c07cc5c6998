package io.prorata.application.memory;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.Days;
import io.prorata.application.bankfile.Decimal;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.Unreadable;
import io.prorata.application.port.BankFiles;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.money.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one plain table: semicolons, a header of {@code date}, {@code label}, {@code amount} and more, ISO dates, UTF-8; the one option is the account. */
public final class PlainBankFiles implements BankFiles {

    @Override
    public BankFileReader open(BankFile file, ReadOptions options, Currency currency) {
        List<String> header = new ArrayList<>();
        int[] lines = {0};
        List<LocalDate> dates = new ArrayList<>();
        eachLine(file, (number, text) -> {
            if (number == 1) {
                Arrays.stream(text.split(";", -1))
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .forEach(header::add);
            } else {
                lines[0]++;
                date(text.split(";", -1)[0]).ifPresent(dates::add);
            }
        });
        if (header.isEmpty()) {
            throw Unreadable.EMPTY_FILE.because("the file is empty");
        }
        Optional<Days> days = dates.stream()
                .min(LocalDate::compareTo)
                .map(first ->
                        new Days(first, dates.stream().max(LocalDate::compareTo).orElseThrow()));
        return new Reader(file, options.account(), currency, header, lines[0], days);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private interface Sink {
        void take(int number, String text);
    }

    private static void eachLine(BankFile file, Sink sink) {
        try (var reader =
                new BufferedReader(new InputStreamReader(file.content().open(), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                sink.take(++number, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Reader(
            BankFile file,
            Optional<String> account,
            Currency currency,
            List<String> header,
            int lines,
            Optional<Days> days)
            implements BankFileReader {

        @Override
        public BankFileFormat format() {
            List<BankFileFormat.Column> columns = header.stream()
                    .map(name -> new BankFileFormat.Column(name, name))
                    .toList();
            return new BankFileFormat.Csv(
                    "UTF-8", ';', OptionalInt.of(1), columns, Optional.empty(), Optional.of(Decimal.COMMA));
        }

        @Override
        public void read(Consumer<ReadLine> sink, Progress progress) {
            eachLine(file, (number, text) -> {
                if (number > 1) {
                    sink.accept(line(number, text.split(";", -1)));
                    progress.at(number - 1, lines);
                }
            });
        }

        private ReadLine line(int number, String[] fields) {
            Optional<LocalDate> date = date(fields[0]);
            if (date.isEmpty()) {
                return new ReadLine.Refused(number, "not a date as the file writes them: " + Quoted.of(fields[0]));
            }
            BigDecimal amount;
            try {
                amount = new BigDecimal(fields[2].replace(',', '.'));
            } catch (NumberFormatException e) {
                return new ReadLine.Refused(number, "not an amount: " + Quoted.of(fields[2]));
            }
            String named = field("account", fields);
            var bank = new BankLine(
                    named == null ? account.orElse(null) : named,
                    date.get(),
                    Money.of(amount, currency),
                    fields[1],
                    field("id", fields));
            return new ReadLine.Accepted(number, bank, field("category", fields), null);
        }

        private @Nullable String field(String name, String[] fields) {
            int place = header.indexOf(name);
            return Stream.of(fields)
                    .skip(place < 0 ? fields.length : place)
                    .findFirst()
                    .filter(text -> !text.isEmpty())
                    .orElse(null);
        }
    }
}
