package io.prorata.adapter.bankfile.csv;

import io.prorata.adapter.bankfile.csv.HeaderWords.Heading;
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

    /** Chooses columns by the names in {@code header}, by options, and, if names are ambiguous, by the values of rows. */
    static Columns of(List<String> header, ReadOptions options, SampleValues values) {
        List<Heading> headings = header.stream().map(HeaderWords::heading).toList();
        Map<Role, Integer> places = new EnumMap<>(Role.class);
        List<Role> doubtful = new ArrayList<>();
        for (Role role : Role.values()) {
            Optional<ColumnRef> stated = role.option().flatMap(options::column);
            if (stated.isPresent()) {
                stated.get().in(header).ifPresent(place -> places.put(role, place));
                continue;
            }
            List<Integer> best = best(headings, role, values);
            if (best.size() == 1 || (!best.isEmpty() && (role == Role.LABEL || role == Role.BALANCE))) {
                places.put(role, best.get(0));
            } else if (best.size() > 1 && role.option().isPresent()) {
                doubtful.add(role);
            }
        }
        if (places.containsKey(Role.DEBIT) && places.containsKey(Role.CREDIT)) {
            dropWeakAmount(headings, places, options);
        }
        settleCurrency(header, headings, places, doubtful, options, values);
        settleCategories(headings, places, options);
        return new Columns(
                header, places, labels(headings, places, options), doubtful, feeCounts(headings, places, options));
    }

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

    /** Returns the places of the best name for {@code role}; more than one if columns share that name. */
    private static List<Integer> best(List<Heading> headings, Role role, SampleValues values) {
        List<Integer> places = IntStream.range(0, headings.size())
                .filter(place -> serves(headings, place, role))
                .boxed()
                .toList();
        List<Integer> fitting =
                places.stream().filter(place -> fits(place, role, values)).toList();
        // A name with one meaning decides, whatever the values of the rows; invalid rows are refused, each with
        // its reason.
        List<Integer> left =
                fitting.isEmpty() && role != Role.CURRENCY && isSure(headings, places, role) ? places : fitting;
        List<String> names = HeaderWords.names(role);
        int best = left.stream()
                .mapToInt(place -> names.indexOf(headings.get(place).word()))
                .min()
                .orElse(-1);
        return best < 0
                ? List.of()
                : left.stream()
                        .filter(place -> headings.get(place).word().equals(names.get(best)))
                        .toList();
    }

    private static boolean isSure(List<Heading> headings, List<Integer> places, Role role) {
        return places.stream()
                .allMatch(place -> java.util.Arrays.stream(Role.values())
                        .filter(other -> other != role && other != Role.LABEL)
                        .noneMatch(other -> HeaderWords.names(other)
                                .contains(headings.get(place).word())));
    }

    private static boolean fits(int place, Role role, SampleValues values) {
        return switch (role) {
            case DATE -> !values.isNoDate(place);
            case AMOUNT, DEBIT, CREDIT, FEE, BALANCE -> !values.isNoAmount(place);
            case CURRENCY -> !values.isNoCurrency(place);
            default -> true;
        };
    }

    private static boolean serves(List<Heading> headings, int place, Role role) {
        return HeaderWords.names(role).contains(headings.get(place).word())
                && !(role == Role.ACCOUNT && isOfTheOther(headings, place));
    }

    /** The account that stands right behind the payee is the payee's. */
    private static boolean isOfTheOther(List<Heading> headings, int place) {
        return place > 0 && HeaderWords.PAYEES.contains(headings.get(place - 1).word());
    }

    /** Beside columns of spent and received, one that may be an amount by a name of many meanings is none. */
    private static void dropWeakAmount(List<Heading> headings, Map<Role, Integer> places, ReadOptions options) {
        Integer amount = places.get(Role.AMOUNT);
        if (amount != null
                && options.column(ReadOption.AMOUNT_COLUMN).isEmpty()
                && HeaderWords.WEAK_AMOUNTS.contains(headings.get(amount).word())) {
            places.remove(Role.AMOUNT);
        }
    }

    /**
     * Of several columns that name a currency, the one right behind the amount is the amount's; and a column of which all values are
     * currencies is one, whatever its name, unless it stands beside an amount that is not used.
     */
    private static void settleCurrency(
            List<String> header,
            List<Heading> headings,
            Map<Role, Integer> places,
            List<Role> doubtful,
            ReadOptions options,
            SampleValues values) {
        if (options.column(ReadOption.CURRENCY_COLUMN).isPresent()) {
            return;
        }
        Integer amount = places.get(Role.AMOUNT);
        if (amount != null
                && amount + 1 < headings.size()
                && (values.isCurrency(amount + 1)
                        || (doubtful.contains(Role.CURRENCY) && serves(headings, amount + 1, Role.CURRENCY)))) {
            places.put(Role.CURRENCY, amount + 1);
            doubtful.remove(Role.CURRENCY);
            return;
        }
        if (places.containsKey(Role.CURRENCY) || doubtful.contains(Role.CURRENCY) || statesCurrency(headings, places)) {
            return;
        }
        List<Integer> found = IntStream.range(0, header.size())
                .filter(values::isCurrency)
                .filter(place -> !places.containsValue(place))
                .filter(place -> !isOfAnotherAmount(headings, place, places))
                .boxed()
                .toList();
        if (found.size() == 1) {
            places.put(Role.CURRENCY, found.get(0));
        } else if (found.size() > 1) {
            boolean alike = found.stream().map(values::values).distinct().count() == 1;
            if (alike) {
                places.put(Role.CURRENCY, found.get(0));
            } else {
                doubtful.add(Role.CURRENCY);
            }
        }
    }

    private static boolean statesCurrency(List<Heading> headings, Map<Role, Integer> places) {
        return Stream.of(Role.AMOUNT, Role.DEBIT, Role.CREDIT)
                .flatMap(role -> Stream.ofNullable(places.get(role)))
                .anyMatch(place -> headings.get(place).currency().isPresent());
    }

    /** A currency beside an amount that is not the line's, such as that in which it was paid abroad, is that one's. */
    private static boolean isOfAnotherAmount(List<Heading> headings, int place, Map<Role, Integer> places) {
        List<Integer> amounts = Stream.of(Role.AMOUNT, Role.DEBIT, Role.CREDIT)
                .flatMap(role -> Stream.ofNullable(places.get(role)))
                .toList();
        return Stream.of(place - 1, place + 1)
                .filter(beside -> beside >= 0 && beside < headings.size())
                .filter(beside -> !amounts.contains(beside))
                .anyMatch(beside -> {
                    String word = headings.get(beside).word();
                    return HeaderWords.names(Role.AMOUNT).stream()
                                    .anyMatch(name -> name.length() > 4 && word.contains(name))
                            && !places.containsValue(beside);
                });
    }

    /** A fee is on top of the amount where the sender says so, and with the banks of which it is known. */
    private static boolean feeCounts(List<Heading> headings, Map<Role, Integer> places, ReadOptions options) {
        if (options.column(ReadOption.FEE_COLUMN).isPresent()) {
            return true;
        }
        Integer date = places.get(Role.DATE);
        Integer fee = places.get(Role.FEE);
        return date != null
                && fee != null
                && HeaderWords.COMPLETION.contains(headings.get(date).word());
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
                .filter(place -> !isOtherwiseUsed(place, places))
                .boxed()
                .sorted(Comparator.comparingInt(
                        place -> names.indexOf(headings.get(place).word())))
                .toList();
    }

    private static boolean isOtherwiseUsed(int place, Map<Role, Integer> places) {
        return places.entrySet().stream()
                .anyMatch(
                        used -> used.getValue() == place && used.getKey() != Role.LABEL && used.getKey() != Role.KIND);
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
