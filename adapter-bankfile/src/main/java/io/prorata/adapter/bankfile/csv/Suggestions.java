package io.prorata.adapter.bankfile.csv;

import io.prorata.adapter.bankfile.written.SignWords;
import io.prorata.adapter.bankfile.written.WrittenDate;
import io.prorata.application.bankfile.ReadOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** Proposes columns by their values, for a person to confirm; they are never used without confirmation. */
final class Suggestions {

    private Suggestions() {}

    /** @param missing what has to be found */
    static SequencedMap<ReadOption, String> of(Columns columns, List<Columns.Missing> missing, SampleValues rows) {
        SequencedMap<ReadOption, String> answers = new LinkedHashMap<>();
        List<Integer> taken = new ArrayList<>(columns.places().values());
        int width = width(rows);
        for (Columns.Missing one : missing) {
            find(one.option(), rows, width, taken).ifPresent(place -> {
                taken.add(place);
                answers.put(one.option(), columns.nameOf(place));
            });
        }
        return answers;
    }

    /**
     * Returns options for a file in which no line names columns by known names; empty if it does not look like a table of a bank. If the
     * first line looks unlike the others, it names them by names of its own.
     */
    static SequencedMap<ReadOption, String> withoutHeader(SampleValues all) {
        if (all.rows().size() < 2) {
            return answers(all, Optional.empty());
        }
        Row first = all.rows().get(0);
        var rows = new SampleValues(all.rows().subList(1, all.rows().size()), all.currency());
        Optional<Integer> date = find(ReadOption.DATE_COLUMN, rows, width(rows), List.of());
        boolean named = date.isPresent()
                && !first.field(date.get()).isEmpty()
                && !WrittenDate.read(first.field(date.get())).isDate();
        return named ? answers(rows, Optional.of(first)) : answers(all, Optional.empty());
    }

    private static int width(SampleValues rows) {
        return rows.rows().stream().mapToInt(row -> row.fields().size()).max().orElse(0);
    }

    private static SequencedMap<ReadOption, String> answers(SampleValues rows, Optional<Row> names) {
        SequencedMap<ReadOption, String> answers = new LinkedHashMap<>();
        List<Integer> taken = new ArrayList<>();
        int width = width(rows);
        if (names.isEmpty()) {
            answers.put(ReadOption.HEADER, "no");
        }
        for (ReadOption option : List.of(ReadOption.DATE_COLUMN, ReadOption.AMOUNT_COLUMN, ReadOption.LABEL_COLUMN)) {
            Optional<Integer> place = find(option, rows, width, taken);
            if (place.isEmpty()) {
                return new LinkedHashMap<>();
            }
            taken.add(place.get());
            answers.put(option, nameOf(place.get(), names));
        }
        IntStream.range(0, width)
                .filter(place -> !taken.contains(place) && rows.isCurrency(place))
                .findFirst()
                .ifPresent(place -> answers.put(ReadOption.CURRENCY_COLUMN, nameOf(place, names)));
        IntStream.range(0, width)
                .filter(place -> !taken.contains(place) && isSign(rows, place))
                .findFirst()
                .ifPresent(place -> answers.put(ReadOption.SIGN_COLUMN, nameOf(place, names)));
        return answers;
    }

    private static String nameOf(int place, Optional<Row> names) {
        return names.map(row -> row.field(place))
                .filter(name -> !name.isEmpty())
                .orElse(Integer.toString(place + 1));
    }

    private static boolean isSign(SampleValues rows, int place) {
        var words = rows.values(place).stream().map(SignWords::fold).toList();
        return words.size() == 2 && SignWords.of(words, true).size() == 2;
    }

    private static Optional<Integer> find(ReadOption option, SampleValues rows, int width, List<Integer> taken) {
        List<Integer> free = IntStream.range(0, width)
                .filter(place -> !taken.contains(place) && rows.isFilled(place))
                .boxed()
                .toList();
        return switch (option) {
            case DATE_COLUMN ->
                free.stream().filter(place -> !rows.isNoDate(place)).findFirst();
            case AMOUNT_COLUMN, DEBIT_COLUMN, CREDIT_COLUMN ->
                free.stream()
                        .filter(place -> !rows.isNoAmount(place) && rows.isNoDate(place))
                        .max(Comparator.comparingLong(rows::withDecimals).thenComparing(Comparator.reverseOrder()));
            case LABEL_COLUMN ->
                free.stream()
                        .filter(place -> rows.isNoAmount(place) && rows.isNoDate(place) && !rows.isCurrency(place))
                        .max(Comparator.comparingInt(
                                        (Integer place) -> rows.values(place).size())
                                .thenComparing(Comparator.comparingLong(rows::length)));
            default -> Optional.empty();
        };
    }
}
