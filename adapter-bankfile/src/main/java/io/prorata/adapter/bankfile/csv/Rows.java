package io.prorata.adapter.bankfile.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.prorata.adapter.bankfile.text.TextLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a table of text.
 *
 * <p>Each line is split by itself, so that an unclosed quote affects its own line only. Only if a line ends inside quotes, the next ones
 * are joined to it, up to the maximum length of a label.
 */
final class Rows implements Iterator<Row> {

    private static final int MOST_LINES = 20;
    private static final int MOST_LETTERS = 8192;

    private final Iterator<TextLine> lines;
    private final Deque<TextLine> ahead = new ArrayDeque<>();
    private final CsvReaderBuilder strict;
    private final CsvReaderBuilder unclosed;
    private final char delimiter;

    /** How many fields a row has, 0 if that is not known. */
    private final int width;

    /** Reads rows of a table whose width is not known yet. */
    Rows(Iterator<TextLine> lines, char delimiter) {
        this(lines, delimiter, 0);
    }

    /** @param width of the header: a row with stray quotes is taken if that is how many fields it has */
    Rows(Iterator<TextLine> lines, char delimiter, int width) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.width = width;
        this.strict = splitter(delimiter, false);
        this.unclosed = splitter(delimiter, true);
    }

    static CsvReaderBuilder splitter(char delimiter, boolean allowUnclosed) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter('"')
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(allowUnclosed);
    }

    @Override
    public boolean hasNext() {
        return !ahead.isEmpty() || lines.hasNext();
    }

    @Override
    public Row next() {
        TextLine line = ahead.isEmpty() ? lines.next() : ahead.remove();
        if (line.text().isEmpty()) {
            return Row.of(line.number(), List.of());
        }
        if (line.cut()) {
            return Row.broken(
                    line.number(), "the line is longer than " + line.text().length() + " characters");
        }
        List<String> plain = PlainFields.split(line.text(), delimiter);
        if (plain != null) {
            return Row.of(line.number(), unwrapped(line.text(), plain));
        }
        return split(strict, line.text())
                .map(fields -> Row.of(line.number(), unwrapped(line.text(), fields)))
                .or(() -> joined(line))
                .or(() -> mended(line))
                .orElseGet(() -> Row.broken(
                        line.number(),
                        split(unclosed, line.text()).isPresent()
                                ? "a quote is opened and not closed"
                                : "something stands behind a closing quote"));
    }

    /** Spreadsheets put quotes around whole lines: such a line is one field, and holds the others. */
    private List<String> unwrapped(String text, List<String> fields) {
        boolean whole = fields.size() == 1
                && !text.isEmpty()
                && text.charAt(0) == '"'
                && fields.get(0).indexOf(delimiter) >= 0;
        return whole ? split(strict, fields.get(0)).orElse(fields) : fields;
    }

    private Optional<Row> mended(TextLine line) {
        return width == 0
                ? Optional.empty()
                : StrayQuotes.split(line.text(), delimiter)
                        .filter(fields -> fields.size() == width)
                        .map(fields -> Row.of(line.number(), fields));
    }

    /** Returns the row that begins with {@code first} and ends inside quotes; lines that do not belong to it are left for later. */
    private Optional<Row> joined(TextLine first) {
        if (split(unclosed, first.text()).isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(first.text());
        List<TextLine> taken = new ArrayList<>();
        while (taken.size() < MOST_LINES && text.length() < MOST_LETTERS && hasNext()) {
            TextLine line = ahead.isEmpty() ? lines.next() : ahead.remove();
            taken.add(line);
            text.append('\n').append(line.text());
            if (line.text().indexOf('"') >= 0) {
                Optional<List<String>> fields = split(strict, text.toString());
                if (fields.filter(all -> noneIsARow(taken, all.size())).isPresent()) {
                    return fields.map(all -> Row.of(first.number(), all));
                }
            }
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            ahead.addFirst(taken.get(i));
        }
        return Optional.empty();
    }

    /** Two stray quotes must not swallow the rows between them: what lies inside a field is no row by itself. */
    private boolean noneIsARow(List<TextLine> taken, int fields) {
        return taken.subList(0, taken.size() - 1).stream()
                .noneMatch(line -> split(unclosed, line.text())
                        .filter(own -> own.size() > 1 && own.size() >= fields)
                        .isPresent());
    }

    private static Optional<List<String>> split(CsvReaderBuilder splitter, String text) {
        try {
            return Optional.of(splitter.ofSingleCsvRecord(text).getFields());
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }
}
