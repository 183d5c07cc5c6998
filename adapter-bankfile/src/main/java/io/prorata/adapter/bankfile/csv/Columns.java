package io.prorata.adapter.bankfile.csv;

import io.prorata.application.bankfile.ColumnRef;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.Unreadable;
import io.prorata.domain.RefusedException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of a file, by role.
 *
 * @param header the columns' names; empty if the file names none
 * @param places of each role, counted from 0
 * @param labels the places of all possible label columns, the best first: a line's label is the first that is not blank
 * @param doubtful roles with two equally good columns
 * @param feeCounts whether the fee is charged on top of the amount
 */
record Columns(
        List<String> header, Map<Role, Integer> places, List<Integer> labels, List<Role> doubtful, boolean feeCounts) {

    /** Uses options alone, for a file without names of columns. */
    static Columns unnamed(ReadOptions options) {
        Map<Role, Integer> places = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            role.option()
                    .flatMap(options::column)
                    .filter(ColumnRef.Numbered.class::isInstance)
                    .map(ColumnRef.Numbered.class::cast)
                    .ifPresent(column -> places.put(role, column.number() - 1));
        }
        List<Integer> labels = Stream.ofNullable(places.get(Role.LABEL)).toList();
        return new Columns(List.of(), places, labels, List.of(), true);
    }

    boolean has(Role role) {
        return places.containsKey(role);
    }

    /** Whether spent and received are in one column. */
    boolean hasOneAmount() {
        return has(Role.AMOUNT) && !(has(Role.DEBIT) && has(Role.CREDIT));
    }

    /** Whether the column is used, also as a label. */
    boolean isUsed(int place) {
        return places.containsValue(place) || labels.contains(place);
    }

    boolean isUsed(int place, Role role) {
        return Integer.valueOf(place).equals(places.get(role));
    }

    /** Returns the place of a column named by an option; empty if the file does not have it. */
    Optional<Integer> placeOf(ColumnRef column) {
        return header.isEmpty() && column instanceof ColumnRef.Numbered numbered
                ? Optional.of(numbered.number() - 1)
                : column.in(header);
    }

    OptionalInt place(Role role) {
        Integer place = places.get(role);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** Returns the field of a role in {@code row}; empty text if the row or the file has none. */
    String text(Row row, Role role) {
        Integer place = places.get(role);
        return place == null ? "" : row.field(place);
    }

    /** Returns the column's name in messages. */
    String nameOf(int place) {
        String name = place < header.size() ? shown(header.get(place)) : "";
        return name.isEmpty() ? Integer.toString(place + 1) : name;
    }

    /** Returns the names of other columns of dates. */
    List<String> otherDates() {
        return IntStream.range(0, header.size())
                .filter(place -> !isUsed(place, Role.DATE))
                .filter(place -> HeaderWords.names(Role.DATE)
                        .contains(HeaderWords.heading(header.get(place)).word()))
                .filter(place -> !isUsed(place, Role.CURRENCY))
                .mapToObj(this::nameOf)
                .toList();
    }

    /** Returns the required roles that this file lacks. */
    Optional<RefusedException> lacking() {
        if (!doubtful.isEmpty()) {
            Role role = doubtful.get(0);
            return Optional.of(Unreadable.AMBIGUOUS_COLUMNS.because(
                    "two columns of one name could be the " + lower(role) + ": " + named(),
                    role.option().orElseThrow()));
        }
        List<Missing> missing = missing();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(missing(missing, new LinkedHashMap<>()));
    }

    /** Asks for all missing columns at once. */
    private RefusedException missing(List<Missing> missing, SequencedMap<ReadOption, String> answers) {
        String what = String.join(", the ", missing.stream().map(Missing::what).toList());
        return Unreadable.MISSING_COLUMN.because(
                "no column is known to hold the " + what + ": " + named(),
                missing.get(0).option(),
                answers);
    }

    /** Returns the missing roles, with proposed columns by the values of {@code rows} below the header. */
    Optional<RefusedException> lacking(SampleValues rows) {
        List<Missing> missing = missing();
        if (!doubtful.isEmpty() || missing.isEmpty()) {
            return lacking();
        }
        return Optional.of(missing(missing, Suggestions.of(this, missing, rows)));
    }

    /** A required role, and the option that names its column. */
    record Missing(String what, ReadOption option) {}

    List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        if (!has(Role.DATE)) {
            missing.add(new Missing("date", ReadOption.DATE_COLUMN));
        }
        if (!has(Role.AMOUNT) && !(has(Role.DEBIT) && has(Role.CREDIT))) {
            missing.add(
                    has(Role.DEBIT)
                            ? new Missing("amount received", ReadOption.CREDIT_COLUMN)
                            : has(Role.CREDIT)
                                    ? new Missing("amount spent", ReadOption.DEBIT_COLUMN)
                                    : new Missing("amount", ReadOption.AMOUNT_COLUMN));
        }
        if (labels.isEmpty()) {
            missing.add(new Missing("label", ReadOption.LABEL_COLUMN));
        }
        return missing;
    }

    /** Returns the number of required roles in this header: date, amount, label. */
    int likeness() {
        boolean amount = has(Role.AMOUNT) || has(Role.DEBIT) || has(Role.CREDIT);
        return (has(Role.DATE) ? 1 : 0) + (amount ? 1 : 0) + (labels.isEmpty() ? 0 : 1);
    }

    /** Returns the columns' names, for a message. */
    String named() {
        return header.isEmpty()
                ? "the columns have no names"
                : "the columns are "
                        + String.join(
                                ", ",
                                header.stream()
                                        .map(name -> Quoted.of(shown(name)))
                                        .toList());
    }

    private static String shown(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    private static String lower(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns the currency that the heading of the amount states, if it does. */
    Optional<Currency> statedCurrency() {
        return Stream.of(Role.AMOUNT, Role.DEBIT, Role.CREDIT)
                .flatMap(role -> Stream.ofNullable(places.get(role)))
                .filter(place -> place < header.size())
                .flatMap(place -> HeaderWords.heading(header.get(place)).currency().stream())
                .findFirst();
    }
}
