package io.prorata.application.bankfile;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.naming.Naming;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the sender says of a bank file; whatever is empty is found out.
 *
 * @param skip lines to pass over at the beginning
 * @param header whether a line names the columns
 * @param columns by the options that end in {@code _COLUMN}
 * @param out words that mean spent, folded by {@link #fold}
 * @param in words that mean received, likewise
 * @param settled words that mean settled, likewise
 * @param reversed spent is positive
 * @param only takes the lines that it matches
 * @param leaveOut leaves out those that it matches
 * @param stated all of them as they were stated, by their {@link ReadOption#parameter} names
 */
public record ReadOptions(
        Optional<Charset> encoding,
        Optional<Character> delimiter,
        int skip,
        Optional<Boolean> header,
        Map<ReadOption, ColumnRef> columns,
        Set<String> out,
        Set<String> in,
        Set<String> settled,
        Optional<DateFormat> dateFormat,
        Optional<Decimal> decimal,
        Optional<Boolean> reversed,
        Optional<LineFilter> only,
        Optional<LineFilter> leaveOut,
        Optional<String> account,
        Optional<Currency> currency,
        SortedMap<String, String> stated) {

    /** Everything is to be found out. */
    public static final ReadOptions NONE = parse(Map.of());

    public ReadOptions {
        columns = Map.copyOf(columns);
        out = Set.copyOf(out);
        in = Set.copyOf(in);
        settled = Set.copyOf(settled);
        stated = Collections.unmodifiableSortedMap(new TreeMap<>(stated));
    }

    /**
     * Reads options by their {@link ReadOption#parameter} names.
     *
     * @throws RefusedException naming the option that is not known, or whose value cannot be
     */
    public static ReadOptions parse(Map<String, String> stated) {
        Map<ReadOption, String> values = new HashMap<>();
        stated.forEach((name, value) -> values.put(
                ReadOption.ofParameter(name).orElseThrow(() -> refused(name, "there is no such option")), value));
        return new ReadOptions(
                read(values, ReadOption.ENCODING, ReadOptions::charset),
                read(values, ReadOption.DELIMITER, ReadOptions::delimiter),
                read(values, ReadOption.SKIP, ReadOptions::count).orElse(0),
                read(values, ReadOption.HEADER, ReadOptions::yesOrNo),
                columnsOf(values),
                read(values, ReadOption.OUT, ReadOptions::words).orElse(Set.of()),
                read(values, ReadOption.IN, ReadOptions::words).orElse(Set.of()),
                read(values, ReadOption.SETTLED, ReadOptions::words).orElse(Set.of()),
                read(values, ReadOption.DATE_FORMAT, DateFormat::parse),
                read(values, ReadOption.DECIMAL, Decimal::parse),
                read(values, ReadOption.REVERSED, ReadOptions::yesOrNo),
                read(values, ReadOption.ONLY, ReadOptions::filter),
                read(values, ReadOption.LEAVE_OUT, ReadOptions::filter),
                read(values, ReadOption.ACCOUNT, Naming::name),
                read(values, ReadOption.CURRENCY, code -> Currency.getInstance(code.toUpperCase(Locale.ROOT))),
                new TreeMap<>(stated));
    }

    /**
     * Returns these, and {@code others} where nothing is stated here.
     *
     * @throws RefusedException naming the option that is not known, or whose value cannot be
     */
    public ReadOptions orElse(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(others);
        all.putAll(stated);
        return parse(all);
    }

    /** Returns these options with {@code decimal} before decimals. */
    public ReadOptions withDecimal(Decimal decimal) {
        return new ReadOptions(
                encoding,
                delimiter,
                skip,
                header,
                columns,
                out,
                in,
                settled,
                dateFormat,
                Optional.of(decimal),
                reversed,
                only,
                leaveOut,
                account,
                currency,
                stated);
    }

    /** Returns the column that {@code option} names, if it does. */
    public Optional<ColumnRef> column(ReadOption option) {
        return Optional.ofNullable(columns.get(option));
    }

    /** Returns these with {@code mark} between fields. */
    public ReadOptions withDelimiter(char mark) {
        return new ReadOptions(
                encoding,
                Optional.of(mark),
                skip,
                header,
                columns,
                out,
                in,
                settled,
                dateFormat,
                decimal,
                reversed,
                only,
                leaveOut,
                account,
                currency,
                stated);
    }

    /** Returns {@code text} as words of a file are compared: in small letters and digits without accents, and nothing between them. */
    public static String fold(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ł", "l")
                .replaceAll("[^\\p{Ll}\\p{Lo}\\p{Nd}]", "");
    }

    private static Map<ReadOption, ColumnRef> columnsOf(Map<ReadOption, String> values) {
        Map<ReadOption, ColumnRef> columns = new HashMap<>();
        for (ReadOption option : values.keySet()) {
            if (option.name().endsWith("_COLUMN")) {
                read(values, option, ReadOptions::columnRef).ifPresent(column -> columns.put(option, column));
            }
        }
        return columns;
    }

    private static <T> Optional<T> read(
            Map<ReadOption, String> values, ReadOption option, Function<String, T> reading) {
        String value = values.get(option);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(value));
        } catch (IllegalArgumentException e) {
            throw refused(option.parameter(), Quoted.of(value) + " will not do; it says " + option.help());
        }
    }

    private static RefusedException refused(String option, String rule) {
        return new RefusedException(new Refusal.BrokenRule(option, rule));
    }

    private static Charset charset(String name) {
        return Charset.forName(name.strip());
    }

    private static char delimiter(String text) {
        if (text.equalsIgnoreCase("tab") || text.equals("\\t")) {
            return '\t';
        }
        if (text.length() != 1 || "\"\r\n".contains(text) || Character.isLetterOrDigit(text.charAt(0))) {
            throw new IllegalArgumentException("not a delimiter");
        }
        return text.charAt(0);
    }

    private static int count(String text) {
        int count = Integer.parseInt(text.strip());
        if (count < 0) {
            throw new IllegalArgumentException("negative");
        }
        return count;
    }

    private static boolean yesOrNo(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException("neither yes nor no");
        };
    }

    private static ColumnRef columnRef(String text) {
        String column = text.strip();
        if (column.isEmpty() || column.equals("0")) {
            throw new IllegalArgumentException("no column");
        }
        if (column.equalsIgnoreCase("none")) {
            return new ColumnRef.None();
        }
        boolean number = column.length() <= 4 && column.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? new ColumnRef.Numbered(Integer.parseInt(column)) : new ColumnRef.Named(column);
    }

    private static LineFilter filter(String text) {
        int mark = text.indexOf('=') < 0 ? text.lastIndexOf(':') : text.indexOf('=');
        if (mark < 0 || columnRef(text.substring(0, mark)) instanceof ColumnRef.None) {
            throw new IllegalArgumentException("no column and values");
        }
        Set<String> values = Arrays.stream(text.substring(mark + 1).split(",", -1))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return new LineFilter(columnRef(text.substring(0, mark)), values);
    }

    private static Set<String> words(String text) {
        List<String> words =
                Arrays.stream(text.split(",", -1)).map(ReadOptions::word).toList();
        if (words.contains("")) {
            throw new IllegalArgumentException("an empty word");
        }
        return words.stream().collect(Collectors.toUnmodifiableSet());
    }

    /** A sign is a word too. */
    private static String word(String text) {
        String word = text.strip();
        return word.equals("+") || word.equals("-") ? word : fold(text);
    }
}
