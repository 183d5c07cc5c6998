package io.prorata.adapter.bankfile;

import io.prorata.adapter.bankfile.HeaderWords.Heading;
import io.prorata.application.bankfile.ColumnRef;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.Unreadable;
import io.prorata.domain.RefusedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which columns serve for what.
 *
 * @param header the columns' names; empty where the file names none
 * @param places of each role, counted from 0
 * @param labels the places of all columns that can serve as label, the best first: a line's label is the first that is not blank
 * @param doubtful roles for which two columns serve equally well
 */
record Columns(List<String> header, Map<Role, Integer> places, List<Integer> labels, List<Role> doubtful) {

    /** Chooses by the names in {@code header}, and by what the sender says. */
    static Columns of(List<String> header, ReadOptions options) {
        List<Heading> headings = header.stream().map(HeaderWords::heading).toList();
        Map<Role, Integer> places = new EnumMap<>(Role.class);
        List<Role> doubtful = new ArrayList<>();
        for (Role role : Role.values()) {
            Optional<ColumnRef> stated = role.option().flatMap(options::column);
            if (stated.isPresent()) {
                stated.get().in(header).ifPresent(place -> places.put(role, place));
                continue;
            }
            List<Integer> best = best(headings, role);
            if (best.size() == 1 || (!best.isEmpty() && role == Role.LABEL)) {
                places.put(role, best.get(0));
            } else if (best.size() > 1 && role.option().isPresent()) {
                doubtful.add(role);
            }
        }
        settleCurrency(headings, places, doubtful);
        settleCategories(headings, places, options);
        if (places.containsKey(Role.FEE)
                && (!places.containsKey(Role.DATE)
                        || !HeaderWords.COMPLETION.contains(
                                headings.get(places.get(Role.DATE)).word()))) {
            places.remove(Role.FEE);
        }
        return new Columns(header, places, labels(headings, places, options), doubtful);
    }

    /** Takes what the sender says alone, for a file that names no column. */
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
        return new Columns(List.of(), places, labels, List.of());
    }

    boolean has(Role role) {
        return places.containsKey(role);
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
        return place < header.size() ? header.get(place).strip() : Integer.toString(place + 1);
    }

    /** Returns what a bank file cannot do without and this one lacks. */
    Optional<RefusedException> lacking() {
        if (!doubtful.isEmpty()) {
            Role role = doubtful.get(0);
            return Optional.of(Unreadable.AMBIGUOUS_COLUMNS.because(
                    "two columns of one name could be the " + lower(role) + ": " + named(),
                    role.option().orElseThrow()));
        }
        if (!has(Role.DATE)) {
            return Optional.of(missing("date", ReadOption.DATE_COLUMN));
        }
        if (!has(Role.AMOUNT) && !(has(Role.DEBIT) && has(Role.CREDIT))) {
            return Optional.of(
                    has(Role.DEBIT)
                            ? missing("amount received", ReadOption.CREDIT_COLUMN)
                            : has(Role.CREDIT)
                                    ? missing("amount spent", ReadOption.DEBIT_COLUMN)
                                    : missing("amount", ReadOption.AMOUNT_COLUMN));
        }
        return labels.isEmpty() ? Optional.of(missing("label", ReadOption.LABEL_COLUMN)) : Optional.empty();
    }

    /** Returns how much of a bank file's header this is: a date, an amount, a label. */
    int likeness() {
        boolean amount = has(Role.AMOUNT) || has(Role.DEBIT) || has(Role.CREDIT);
        return (has(Role.DATE) ? 1 : 0) + (amount ? 1 : 0) + (labels.isEmpty() ? 0 : 1);
    }

    /** Returns the columns' names, for a message. */
    String named() {
        return header.isEmpty()
                ? "the columns have no names"
                : "the columns are " + Quoted.of(String.join(", ", header));
    }

    private RefusedException missing(String what, ReadOption option) {
        return Unreadable.MISSING_COLUMN.because("no column is known to hold the " + what + ": " + named(), option);
    }

    private static String lower(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns the places of the best name for {@code role}; more than one if columns share that name. */
    private static List<Integer> best(List<Heading> headings, Role role) {
        List<String> names = HeaderWords.names(role);
        int best = IntStream.range(0, headings.size())
                .filter(place -> serves(headings, place, role))
                .map(place -> names.indexOf(headings.get(place).word()))
                .min()
                .orElse(-1);
        return best < 0
                ? List.of()
                : IntStream.range(0, headings.size())
                        .filter(place -> serves(headings, place, role))
                        .filter(place -> headings.get(place).word().equals(names.get(best)))
                        .boxed()
                        .toList();
    }

    private static boolean serves(List<Heading> headings, int place, Role role) {
        return HeaderWords.names(role).contains(headings.get(place).word())
                && !(role == Role.ACCOUNT && isOfTheOther(headings, place));
    }

    /** The account that stands right behind the payee is the payee's. */
    private static boolean isOfTheOther(List<Heading> headings, int place) {
        return place > 0 && HeaderWords.PAYEES.contains(headings.get(place - 1).word());
    }

    /** Of several columns that name a currency, the one right behind the amount is the amount's. */
    private static void settleCurrency(List<Heading> headings, Map<Role, Integer> places, List<Role> doubtful) {
        Integer amount = places.get(Role.AMOUNT);
        if (doubtful.contains(Role.CURRENCY)
                && amount != null
                && amount + 1 < headings.size()
                && serves(headings, amount + 1, Role.CURRENCY)) {
            places.put(Role.CURRENCY, amount + 1);
            doubtful.remove(Role.CURRENCY);
        }
    }

    /** Where a parent category is there, the category beside it is the lower level. */
    private static void settleCategories(List<Heading> headings, Map<Role, Integer> places, ReadOptions options) {
        Integer upper = places.get(Role.CATEGORY);
        if (upper == null
                || !HeaderWords.PARENTS.contains(headings.get(upper).word())
                || options.column(ReadOption.SUBCATEGORY_COLUMN).isPresent()) {
            return;
        }
        List<String> names = HeaderWords.names(Role.CATEGORY);
        IntStream.range(0, headings.size())
                .filter(place ->
                        !HeaderWords.PARENTS.contains(headings.get(place).word()))
                .filter(place -> names.contains(headings.get(place).word()))
                .boxed()
                .min(Comparator.comparingInt(
                        place -> names.indexOf(headings.get(place).word())))
                .ifPresent(place -> places.put(Role.SUBCATEGORY, place));
    }

    private static List<Integer> labels(List<Heading> headings, Map<Role, Integer> places, ReadOptions options) {
        if (options.column(ReadOption.LABEL_COLUMN).isPresent()) {
            return Stream.ofNullable(places.get(Role.LABEL)).toList();
        }
        List<String> names = HeaderWords.names(Role.LABEL);
        return IntStream.range(0, headings.size())
                .filter(place -> names.contains(headings.get(place).word()))
                .boxed()
                .sorted(Comparator.comparingInt(
                        place -> names.indexOf(headings.get(place).word())))
                .toList();
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
