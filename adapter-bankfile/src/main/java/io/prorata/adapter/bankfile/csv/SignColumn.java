package io.prorata.adapter.bankfile.csv;

import io.prorata.adapter.bankfile.csv.ColumnValues.Signs;
import io.prorata.adapter.bankfile.written.Direction;
import io.prorata.adapter.bankfile.written.LineRefusedException;
import io.prorata.adapter.bankfile.written.SignWords;
import io.prorata.application.bankfile.ColumnRef;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.Unreadable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The column of words that tells spent from received: the one the sender names, the one whose name says so, or the one whose values all
 * say so.
 *
 * <p>Words and signs are compared over the accepted lines of the whole file, and one rule holds for all: where the words go with amounts
 * that carry no minus, words decide; where spent amounts carry a minus, signs decide; where it is the other way round throughout, words
 * decide. A line in which the two contradict each other by that rule is refused, and so is a line whose word is not known and whose
 * amount does not carry a sign in a file that writes signs. One line never changes another.
 */
final class SignColumn {

    /** What decides the direction. */
    enum Rule {
        /** Amounts carry no minus, or one that means nothing new. */
        WORDS,
        /** Spent amounts carry a minus, and words only confirm it. */
        SIGNS,
        /** Spent amounts carry none and received ones do. */
        WORDS_AGAINST_SIGNS
    }

    private static final int MOST_KEPT = 1000;

    private final int place;
    private final Map<String, Direction> words;
    private final Rule rule;
    private final Map<String, String> folded = new HashMap<>();

    private SignColumn(int place, Map<String, Direction> words, Rule rule) {
        this.place = place;
        this.words = words;
        this.rule = rule;
    }

    int place() {
        return place;
    }

    /**
     * Chooses the column.
     *
     * @throws io.prorata.domain.RefusedException if the sender has to say which it is, or what its words mean
     */
    static Optional<SignColumn> choose(ColumnValues values, Columns columns, ReadOptions options) {
        Optional<ColumnRef> stated = options.column(ReadOption.SIGN_COLUMN);
        if (stated.filter(ColumnRef.None.class::isInstance).isPresent()) {
            return Optional.empty();
        }
        OptionalInt sign = columns.place(Role.SIGN);
        if (sign.isPresent()) {
            return named(sign.getAsInt(), values, columns, options, stated.isPresent());
        }
        OptionalInt kind = columns.place(Role.KIND);
        if (kind.isPresent()) {
            Optional<SignColumn> byKind = byKind(kind.getAsInt(), values, columns, options);
            if (byKind.isPresent()) {
                return byKind;
            }
        }
        List<SignColumn> found = IntStream.range(0, values.places())
                .filter(place -> !columns.isUsed(place))
                .boxed()
                .flatMap(place -> byValues(place, values, options).stream())
                .toList();
        if (found.size() == 1 || (found.size() > 1 && found.get(0).rule == Rule.SIGNS)) {
            return Optional.of(found.get(0));
        }
        if (found.size() > 1) {
            throw Unreadable.AMBIGUOUS_SIGNS.because(
                    "several columns could tell spent from received: "
                            + found.stream()
                                    .map(column -> columns.nameOf(column.place))
                                    .collect(Collectors.joining(", ")),
                    ReadOption.SIGN_COLUMN);
        }
        requireNoOtherTells(values, columns, options);
        return Optional.empty();
    }

    private static Optional<SignColumn> named(
            int place, ColumnValues values, Columns columns, ReadOptions options, boolean stated) {
        Map<String, Signs> written = values.of(place).orElse(Map.of());
        Map<String, Direction> words = directions(written, options, true);
        if (words.isEmpty()) {
            if (values.negative() > 0 && !stated) {
                return Optional.empty();
            }
            if (!written.isEmpty() || stated) {
                throw ask(place, written, columns);
            }
            return Optional.empty();
        }
        requireBothDirections(place, words, written, values, columns);
        return Optional.of(
                new SignColumn(place, words, rule(words, written).orElseThrow(() -> contradiction(place, columns))));
    }

    /** A kind may hold many words that say nothing; it decides where some do and no amount is negative without them. */
    private static Optional<SignColumn> byKind(int place, ColumnValues values, Columns columns, ReadOptions options) {
        Map<String, Signs> written = values.of(place).orElse(Map.of());
        Map<String, Direction> words = directions(written, options, false);
        if (words.isEmpty()) {
            boolean says = written.keySet().stream().anyMatch(value -> !value.isEmpty());
            if (says
                    && columns.hasOneAmount()
                    && values.negative() == 0
                    && values.positive() > 0
                    && written.size() > 1) {
                throw ask(place, written, columns);
            }
            return Optional.empty();
        }
        requireBothDirections(place, words, written, values, columns);
        Optional<Rule> rule = rule(words, written);
        if (rule.isEmpty()) {
            throw contradiction(place, columns);
        }
        if (rule.get() == Rule.SIGNS && contradictions(words, written) * 4 > total(words, written)) {
            return Optional.empty();
        }
        return Optional.of(new SignColumn(place, words, rule.get()));
    }

    private static Optional<SignColumn> byValues(int place, ColumnValues values, ReadOptions options) {
        Map<String, Signs> written = values.of(place).orElse(Map.of());
        Map<String, Direction> words = directions(written, options, false);
        boolean all = !words.isEmpty()
                && written.keySet().stream()
                        .map(SignWords::fold)
                        .allMatch(word -> word.isEmpty() || words.containsKey(word));
        if (!all || (written.containsKey("") && written.size() == 1)) {
            return Optional.empty();
        }
        // Where it contradicts the signs, it is about something else.
        return rule(words, written).map(rule -> new SignColumn(place, words, rule));
    }

    /** Where no amount is negative, a column of which some words are known to tell has to be asked about. */
    private static void requireNoOtherTells(ColumnValues values, Columns columns, ReadOptions options) {
        if (values.negative() > 0
                || values.positive() == 0
                || !columns.hasOneAmount()
                || options.reversed().isPresent()) {
            return;
        }
        for (int place = 0; place < values.places(); place++) {
            Map<String, Signs> written = values.of(place).orElse(Map.of());
            if (!columns.labels().contains(place)
                    && !columns.isUsed(place, Role.ACCOUNT)
                    && !directions(written, options, false).isEmpty()) {
                throw ask(place, written, columns);
            }
        }
    }

    /** Where no amount is negative and the words of one direction alone are known, most lines being of others, those are asked about. */
    private static void requireBothDirections(
            int place, Map<String, Direction> words, Map<String, Signs> written, ColumnValues values, Columns columns) {
        if (values.negative() > 0 || words.values().stream().distinct().count() > 1) {
            return;
        }
        long[] lines = new long[2];
        written.forEach((value, signs) -> {
            String word = SignWords.fold(value);
            lines[words.containsKey(word) ? 0 : 1] += word.isEmpty() ? 0 : signs.positive();
        });
        if (lines[1] > lines[0]) {
            throw ask(place, written, columns);
        }
    }

    private static RuntimeException ask(int place, Map<String, Signs> written, Columns columns) {
        String choices = written.keySet().stream()
                .filter(value -> !value.isEmpty())
                .sorted()
                .collect(Collectors.joining("|"));
        SequencedMap<ReadOption, String> answers = new LinkedHashMap<>();
        answers.put(ReadOption.SIGN_COLUMN, columns.nameOf(place));
        answers.put(ReadOption.OUT, choices);
        answers.put(ReadOption.IN, choices);
        return Unreadable.AMBIGUOUS_SIGNS.because(
                "no amount carries a minus, and the column " + Quoted.of(columns.nameOf(place))
                        + " could tell spent from received; its values are "
                        + new TreeSet<>(written.keySet())
                                .stream().map(Quoted::of).collect(Collectors.joining(", "))
                        + ": say which mean spent and received with out and in, or sign_column=none",
                ReadOption.SIGN_COLUMN,
                answers);
    }

    private static RuntimeException contradiction(int place, Columns columns) {
        return Unreadable.AMBIGUOUS_SIGNS.because(
                "the words of the column " + Quoted.of(columns.nameOf(place))
                        + " and the signs of the amounts contradict each other as often as they agree",
                ReadOption.SIGN_COLUMN);
    }

    private static Map<String, Direction> directions(Map<String, Signs> written, ReadOptions options, boolean named) {
        List<String> folded = written.keySet().stream()
                .map(SignWords::fold)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        Map<String, Direction> words = new HashMap<>(SignWords.of(folded, named));
        folded.stream().filter(options.out()::contains).forEach(word -> words.put(word, Direction.SPENT));
        folded.stream().filter(options.in()::contains).forEach(word -> words.put(word, Direction.RECEIVED));
        return words;
    }

    /** Returns the rule that most lines follow; empty if there is none. */
    private static Optional<Rule> rule(Map<String, Direction> words, Map<String, Signs> written) {
        long[] spent = signs(words, written, Direction.SPENT);
        long[] received = signs(words, written, Direction.RECEIVED);
        if (spent[0] + received[0] == 0) {
            return Optional.of(Rule.WORDS);
        }
        if (spent[1] + received[0] == 0) {
            return Optional.of(Rule.SIGNS);
        }
        if (spent[0] + received[1] == 0) {
            return Optional.of(spent[1] == 0 ? Rule.WORDS : Rule.WORDS_AGAINST_SIGNS);
        }
        if (spent[0] > spent[1] && received[1] >= received[0]) {
            return Optional.of(Rule.SIGNS);
        }
        if (spent[1] > 0 && spent[1] >= spent[0]) {
            // As often as not: a word means what it says, and the amounts that contradict it are refused.
            return Optional.of(received[0] > received[1] ? Rule.WORDS_AGAINST_SIGNS : Rule.WORDS);
        }
        return Optional.empty();
    }

    private static long contradictions(Map<String, Direction> words, Map<String, Signs> written) {
        return signs(words, written, Direction.SPENT)[1] + signs(words, written, Direction.RECEIVED)[0];
    }

    private static long total(Map<String, Direction> words, Map<String, Signs> written) {
        return IntStream.range(0, 2)
                .mapToLong(sign ->
                        signs(words, written, Direction.SPENT)[sign] + signs(words, written, Direction.RECEIVED)[sign])
                .sum();
    }

    /** Returns how many amounts beside words of {@code direction} are negative, and how many positive. */
    private static long[] signs(Map<String, Direction> words, Map<String, Signs> written, Direction direction) {
        long[] signs = new long[2];
        written.forEach((value, counted) -> {
            if (words.get(SignWords.fold(value)) == direction) {
                signs[0] += counted.negative();
                signs[1] += counted.positive();
            }
        });
        return signs;
    }

    /**
     * Returns {@code amount}, which carries the written sign, as the row's word tells; empty where the written sign decides alone.
     *
     * @param reversed the sender says that spent amounts carry no minus and received ones do
     */
    Optional<BigDecimal> told(Row row, BigDecimal amount, boolean reversed) throws LineRefusedException {
        String text = row.field(place);
        Direction direction = words.get(foldedOnce(text));
        if (direction == null) {
            if (rule == Rule.SIGNS) {
                return Optional.empty();
            }
            throw new LineRefusedException(
                    text.isEmpty()
                            ? "no word tells whether it was spent or received"
                            : "it is not known whether " + Quoted.of(text) + " means spent or received");
        }
        boolean minus = amount.signum() < 0;
        boolean minusExpected = switch (rule) {
            case WORDS -> false;
            case SIGNS -> (direction == Direction.SPENT) != reversed;
            case WORDS_AGAINST_SIGNS -> direction == Direction.RECEIVED;
        };
        if (amount.signum() != 0 && minus != minusExpected) {
            throw new LineRefusedException("the amount is " + (minus ? "negative" : "not negative") + ", and "
                    + Quoted.of(text) + " means " + direction);
        }
        return Optional.of(direction == Direction.SPENT ? amount.abs().negate() : amount.abs());
    }

    private String foldedOnce(String text) {
        return folded.size() < MOST_KEPT ? folded.computeIfAbsent(text, SignWords::fold) : SignWords.fold(text);
    }
}
