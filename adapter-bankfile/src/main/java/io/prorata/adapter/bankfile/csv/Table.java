package io.prorata.adapter.bankfile.csv;

import io.prorata.adapter.bankfile.written.AmountColumn;
import io.prorata.adapter.bankfile.written.DateColumn;
import io.prorata.adapter.bankfile.written.LineRefusedException;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.Unreadable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The rows below one header. A file that was put together of several has a header more further down; it maps its own columns, and the
 * same header once more is no data.
 */
final class Table {

    /** What stands for a letter that could not be read. */
    private static final char REPLACED = '\uFFFD';

    private final int headerLine;
    private final Columns columns;
    private final ReadOptions options;
    private final Currency currency;
    private final AmountColumn decimals;
    private final LineReader lines;
    private final Amounts amounts;
    private Optional<BalanceProof.Check> check = Optional.empty();

    private Table(
            int headerLine,
            Columns columns,
            ShiftedFields shifted,
            ReadOptions options,
            Currency currency,
            AmountColumn decimals) {
        this.headerLine = headerLine;
        this.columns = columns;
        this.options = options;
        this.currency = currency;
        this.decimals = decimals;
        this.lines = new LineReader(columns, options, currency, shifted);
        this.amounts = new Amounts(columns, options, currency, decimals);
    }

    /** @param headerLine the number of the line above the first row */
    static Table of(
            int headerLine,
            Columns columns,
            ShiftedFields shifted,
            ReadOptions options,
            Currency currency,
            AmountColumn decimals) {
        return new Table(headerLine, columns, shifted, options, currency, decimals);
    }

    int headerLine() {
        return headerLine;
    }

    Amounts amounts() {
        return amounts;
    }

    /**
     * Returns the table that begins with {@code row}, if it names columns, and others than this one's.
     *
     * @throws io.prorata.domain.RefusedException if it names columns and they are not understood
     */
    Optional<Table> next(Row row) {
        if (columns.header().isEmpty() || !mayName(row) || isHeader(row)) {
            return Optional.empty();
        }
        Columns named = ColumnChoice.of(row.fields(), options, SampleValues.none(currency));
        if (named.likeness() < 2 || !namesDateOrAmount(row)) {
            return Optional.empty();
        }
        if (named.lacking().isPresent()) {
            throw Unreadable.MISSING_COLUMN.because("line " + row.line()
                    + " names columns once more, and a date, an amount and a label are not among them: " + named.named()
                    + "; give the file in two, or leave the line out");
        }
        var shifted = new ShiftedFields(List.of(), ';', false, false);
        return Optional.of(new Table(row.line(), named, shifted, options, currency, decimals));
    }

    /** Both must be known by name: a line of prose may hold one such word. */
    private static boolean namesDateOrAmount(Row row) {
        long known = row.fields().stream()
                .filter(field -> !field.isBlank())
                .filter(field -> HeaderWords.isKnown(HeaderWords.heading(field)))
                .count();
        return known >= 2;
    }

    /** Names of columns hold no digits but in passing, and a row that is data nearly always does. */
    private static boolean mayName(Row row) {
        int filled = 0;
        for (String field : row.fields()) {
            for (int i = 0; i < field.length(); i++) {
                char c = field.charAt(i);
                if (c >= '0' && c <= '9' && (i == 0 || !Character.isLetter(field.charAt(i - 1)))) {
                    return false;
                }
            }
            filled += field.isBlank() ? 0 : 1;
        }
        return filled >= 2;
    }

    /** Whether {@code row} is the header of this table once more. */
    boolean isHeader(Row row) {
        if (columns.header().isEmpty() || row.fields().isEmpty()) {
            return false;
        }
        // The first name alone tells nearly always.
        if (!row.field(0).equals(columns.header().get(0).strip())) {
            return false;
        }
        for (int place = 0; place < columns.header().size(); place++) {
            if (!row.field(place).equals(columns.header().get(place).strip())) {
                return false;
            }
        }
        return true;
    }

    /** Learns from a row, if it is one that can be accepted. */
    void observe(Row row, int number, DateColumn dates) {
        try {
            lines.requireOurs(row);
            if (dates.observe(row.line(), columns.text(row, Role.DATE))) {
                amounts.observe(row, number);
                lines.observeId(row);
            }
        } catch (LineRefusedException e) {
            // It will be refused when it is read, and says nothing of the others.
        }
    }

    /** Begins a reading: balances are compared from the first row on. */
    void begin() {
        check = amounts.balanceOrder().map(BalanceProof.Check::new);
    }

    ReadLine read(Row row, int number, DateColumn dates, Warnings warnings) {
        ReadLine line = read(row, number, dates);
        if (check.isPresent()) {
            Optional<ReadLine.Accepted> accepted =
                    line instanceof ReadLine.Accepted good ? Optional.of(good) : Optional.empty();
            check.get()
                    .compare(
                            row.line(),
                            columns.text(row, Role.ACCOUNT),
                            accepted.map(good -> BigDecimal.valueOf(
                                    good.bank().amount().minor(), currency.getDefaultFractionDigits())),
                            amounts.balance(row),
                            accepted.map(good -> good.bank().label()).orElse(""),
                            warnings);
        }
        if (line instanceof ReadLine.Accepted good && good.bank().label().indexOf(REPLACED) >= 0) {
            warnings.ofLine(
                    row.line(),
                    () -> "a letter could not be read, and is replaced: "
                            + Quoted.of(good.bank().label()));
        }
        return line;
    }

    private ReadLine read(Row row, int number, DateColumn dates) {
        try {
            lines.requireOurs(row);
            return lines.read(row, number, dates, amounts);
        } catch (LineRefusedException e) {
            return new ReadLine.Refused(row.line(), e.reason());
        }
    }
}
