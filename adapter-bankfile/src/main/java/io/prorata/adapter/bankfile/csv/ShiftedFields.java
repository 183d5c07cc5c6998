package io.prorata.adapter.bankfile.csv;

import io.prorata.application.bankfile.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Recognises rows whose fields are shifted by a delimiter that stands inside a text or an amount without quotes around it.
 *
 * @param nameless columns without a name that are empty in most rows: what stands in one has come from the left
 * @param delimiter between fields
 * @param decimalsSeen whether other amounts of the file have decimals: one without, followed by three digits, is suspicious
 * @param centsApart whether all amounts of the sample have none, and two digits follow each of them
 */
record ShiftedFields(List<Integer> nameless, char delimiter, boolean decimalsSeen, boolean centsApart) {

    private static final Pattern WHOLE = Pattern.compile("[^\\d.,]*\\d{1,3}");
    private static final Pattern WITH_DECIMALS = Pattern.compile(".*\\d[.,]\\d{1,2}\\D*");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{3}(?:[.,]\\d{1,2})?\\D*");
    private static final Pattern CENTS = Pattern.compile("\\d{2}");

    static ShiftedFields of(Columns columns, char delimiter, SampleValues values) {
        List<Integer> nameless = IntStream.range(0, columns.header().size())
                .filter(place -> columns.header().get(place).isBlank())
                .filter(place -> !values.isFilled(place))
                .boxed()
                .toList();
        int[] amounts = amounts(columns);
        boolean decimals = values.rows().stream()
                .anyMatch(row -> IntStream.of(amounts)
                        .anyMatch(
                                place -> WITH_DECIMALS.matcher(row.field(place)).matches()));
        boolean cents = !decimals
                && delimiter == ','
                && amounts.length == 1
                && !values.rows().isEmpty()
                && values.rows().stream()
                        .allMatch(row -> WHOLE.matcher(row.field(amounts[0])).matches()
                                && CENTS.matcher(row.field(amounts[0] + 1)).matches());
        return new ShiftedFields(nameless, delimiter, decimals, cents);
    }

    private static int[] amounts(Columns columns) {
        return IntStream.concat(
                        columns.place(Role.AMOUNT).stream(),
                        IntStream.concat(columns.place(Role.DEBIT).stream(), columns.place(Role.CREDIT).stream()))
                .toArray();
    }

    /** Returns why {@code row} is not what it seems; empty if nothing is wrong with it. */
    Optional<String> reason(Row row, Columns columns) {
        for (int place : nameless) {
            if (!row.field(place).isEmpty()) {
                return Optional.of(
                        Quoted.of(row.field(place)) + " stands in a column without a name, which is empty in other"
                                + " lines: perhaps a text or an amount holds the delimiter without quotes around it");
            }
        }
        if (delimiter != ',' || !(decimalsSeen || centsApart)) {
            return Optional.empty();
        }
        return amountCut(row, columns.place(Role.AMOUNT).orElse(-1))
                .or(() -> amountCut(row, columns.place(Role.DEBIT).orElse(-1)))
                .or(() -> amountCut(row, columns.place(Role.CREDIT).orElse(-1)));
    }

    private Optional<String> amountCut(Row row, int place) {
        if (place < 0) {
            return Optional.empty();
        }
        String amount = row.field(place);
        String next = row.field(place + 1);
        if (next.isEmpty() || amount.isEmpty() || !WHOLE.matcher(amount).matches()) {
            return Optional.empty();
        }
        boolean cut = decimalsSeen
                ? THOUSANDS.matcher(next).matches()
                : CENTS.matcher(next).matches();
        return cut
                ? Optional.of("the amount " + Quoted.of(amount) + " is followed by " + Quoted.of(next)
                        + ": perhaps it is one amount that holds the delimiter without quotes around it")
                : Optional.empty();
    }
}
