package io.prorata.adapter.bankfile.csv;

import io.prorata.adapter.bankfile.text.TextLine;
import io.prorata.adapter.bankfile.written.LineRefusedException;
import io.prorata.adapter.bankfile.written.WrittenAmount;
import io.prorata.adapter.bankfile.written.WrittenDate;
import io.prorata.application.bankfile.ColumnRef;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.Unreadable;
import io.prorata.domain.RefusedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place and the columns of the table in a file.
 *
 * @param headerLine the number of the line that names the columns; empty if none does
 * @param lastBefore the number of the last line before the data
 */
record Layout(char delimiter, Columns columns, OptionalInt headerLine, int lastBefore, ShiftedFields shifted) {

    /** The maximum number of lines before the header. */
    static final int MOST_PREAMBLE = 50;

    static final int SAMPLE = 250;

    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');

    /** A line by which spreadsheets state the delimiter. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)sep=(.)");

    /** A line that names some columns of a bank file and lacks others, and what stands below it. */
    private record Nearly(Columns columns, SampleValues values) {}

    /** A layout, with the number of sample lines that it can read. */
    private record Candidate(Layout layout, int sensible) {}

    /** @throws RefusedException if no layout is found, or several are */
    static Layout of(List<TextLine> sample, ReadOptions options, Currency currency) {
        Optional<TextLine> first =
                sample.stream().filter(line -> !line.text().isBlank()).findFirst();
        if (first.isEmpty()) {
            throw Unreadable.EMPTY_FILE.because("the file holds no line of text");
        }
        Matcher separator = SEPARATOR_LINE.matcher(first.get().text());
        Optional<Character> told =
                separator.matches() ? Optional.of(separator.group(1).charAt(0)) : Optional.empty();
        int before = told.isPresent() ? first.get().number() : 0;
        List<Character> delimiters =
                options.delimiter().or(() -> told).map(List::of).orElse(DELIMITERS);

        List<Candidate> candidates = new ArrayList<>();
        List<Nearly> nearly = new ArrayList<>();
        for (char delimiter : delimiters) {
            List<Row> rows = rows(sample, delimiter, before);
            layout(rows, delimiter, options, before, nearly, currency)
                    .ifPresent(
                            layout -> candidates.add(new Candidate(layout, layout.sensible(rows, options, currency))));
        }
        return best(candidates)
                .orElseThrow(() -> whyNone(
                        candidates, nearly, first.get(), options, widest(sample, delimiters, before, currency)));
    }

    /** Returns the rows by the delimiter that splits them into most fields. */
    private static SampleValues widest(
            List<TextLine> sample, List<Character> delimiters, int before, Currency currency) {
        List<Row> widest = delimiters.stream()
                .map(delimiter -> rows(sample, delimiter, before))
                .max(Comparator.comparingInt(rows ->
                        rows.stream().mapToInt(row -> row.fields().size()).sum()))
                .orElse(List.of());
        return new SampleValues(widest, currency);
    }

    private static List<Row> rows(List<TextLine> sample, char delimiter, int before) {
        List<Row> rows = new ArrayList<>();
        new Rows(sample.iterator(), delimiter).forEachRemaining(row -> {
            if (row.line() > before && row.problem().isEmpty() && !row.isBlank()) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static Optional<Layout> layout(
            List<Row> rows, char delimiter, ReadOptions options, int before, List<Nearly> nearly, Currency currency) {
        if (!options.header().equals(Optional.of(false))) {
            for (int i = 0; i < Math.min(rows.size(), MOST_PREAMBLE); i++) {
                Row row = rows.get(i);
                SampleValues values = new SampleValues(rows.subList(i + 1, rows.size()), currency);
                Columns columns = ColumnChoice.of(row.fields(), options, values);
                boolean told = options.header().isPresent();
                if (isHeader(columns, options) && (told || namesColumns(row, options))) {
                    return Optional.of(new Layout(
                            delimiter,
                            columns,
                            OptionalInt.of(row.line()),
                            row.line(),
                            ShiftedFields.of(columns, delimiter, values)));
                }
                if (columns.likeness() > 1 || told) {
                    nearly.add(new Nearly(columns, values));
                }
                if (told) {
                    // The sender says that the first line is one.
                    return Optional.empty();
                }
            }
        }
        Columns unnamed = Columns.unnamed(options);
        return options.header().equals(Optional.of(true)) || unnamed.lacking().isPresent()
                ? Optional.empty()
                : Optional.of(new Layout(
                        delimiter,
                        unnamed,
                        OptionalInt.empty(),
                        before,
                        ShiftedFields.of(unnamed, delimiter, new SampleValues(rows, currency))));
    }

    private static boolean isHeader(Columns columns, ReadOptions options) {
        return columns.lacking().isEmpty() && unknown(columns, options).isEmpty();
    }

    /** Where the sender tells columns by number, any line would do: a header is one that holds a column's name. */
    private static boolean namesColumns(Row row, ReadOptions options) {
        boolean named = options.columns().values().stream().anyMatch(ColumnRef.Named.class::isInstance);
        return named || row.fields().stream().map(HeaderWords::heading).anyMatch(HeaderWords::isKnown);
    }

    /** Returns a column that the sender names and {@code columns} do not have. */
    private static Optional<Map.Entry<ReadOption, ColumnRef>> unknown(Columns columns, ReadOptions options) {
        return options.columns().entrySet().stream()
                .filter(stated -> !(stated.getValue() instanceof ColumnRef.None))
                .filter(stated -> stated.getValue().in(columns.header()).isEmpty())
                .min(Map.Entry.comparingByKey());
    }

    /** Counts the lines that hold a date and an amount where this layout has them. */
    private int sensible(List<Row> rows, ReadOptions options, Currency currency) {
        return (int) rows.stream()
                .filter(row -> row.line() > lastBefore)
                .filter(row -> isDate(columns.text(row, Role.DATE), options) && isAmount(row, currency))
                .count();
    }

    private static boolean isDate(String text, ReadOptions options) {
        return options.dateFormat().isPresent()
                ? WrittenDate.read(text, options.dateFormat().get()).isPresent()
                : WrittenDate.read(text).isDate();
    }

    private boolean isAmount(Row row, Currency currency) {
        for (Role role : List.of(Role.AMOUNT, Role.DEBIT, Role.CREDIT)) {
            try {
                WrittenAmount amount = WrittenAmount.read(columns.text(row, role), currency);
                if (amount.withPoint().isPresent() || amount.withComma().isPresent()) {
                    return true;
                }
            } catch (LineRefusedException e) {
                // In another currency: an amount all the same.
                return true;
            }
        }
        return false;
    }

    /** Returns the candidate that makes sense of most lines; none if two do alike. */
    private static Optional<Layout> best(List<Candidate> candidates) {
        List<Candidate> ordered = candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::sensible).reversed())
                .toList();
        if (ordered.isEmpty()) {
            return Optional.empty();
        }
        Candidate best = ordered.get(0);
        boolean alone = ordered.size() == 1 || ordered.get(1).sensible() < best.sensible();
        // A header names its columns; without one, the lines alone tell that the delimiter is right.
        boolean sure = best.layout.headerLine.isPresent() || best.sensible > 0;
        return alone && sure ? Optional.of(best.layout) : Optional.empty();
    }

    private static RefusedException whyNone(
            List<Candidate> candidates, List<Nearly> nearly, TextLine first, ReadOptions options, SampleValues rows) {
        if (!candidates.isEmpty()) {
            return Unreadable.UNKNOWN_DELIMITER.because(
                    candidates.size() == 1 || candidates.stream().allMatch(candidate -> candidate.sensible == 0)
                            ? "no line has a date and an amount in the columns that were named"
                            : "the lines make sense with more than one delimiter",
                    ReadOption.DELIMITER);
        }
        Optional<Nearly> found = nearly.stream()
                .max(Comparator.comparingInt(near -> near.columns().likeness()));
        if (found.isPresent()) {
            Columns nearest = found.get().columns();
            var unknown = unknown(nearest, options);
            if (unknown.isPresent()) {
                return Unreadable.UNKNOWN_COLUMN.because(
                        "there is no column " + unknown.get().getValue() + ": " + nearest.named(),
                        unknown.get().getKey());
            }
            return nearest.lacking(found.get().values()).orElseThrow();
        }
        if (options.header().equals(Optional.of(false)) || !options.columns().isEmpty()) {
            return Columns.unnamed(options)
                    .lacking()
                    .orElseGet(() -> Unreadable.NO_HEADER.because("no line names columns", ReadOption.HEADER));
        }
        return Unreadable.NO_HEADER.because(
                String.format(
                        Locale.ROOT,
                        "none of the first %d lines names a date, an amount and a label; the first is %s",
                        MOST_PREAMBLE,
                        Quoted.of(first.text())),
                ReadOption.DATE_COLUMN,
                Suggestions.withoutHeader(rows));
    }
}
