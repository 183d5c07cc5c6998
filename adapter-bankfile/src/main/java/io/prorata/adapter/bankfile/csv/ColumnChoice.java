package io.prorata.adapter.bankfile.csv;

import io.prorata.adapter.bankfile.csv.HeaderWords.Heading;
import io.prorata.application.bankfile.ColumnRef;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses the column of each role by the names in the header, by options, and, if names are ambiguous, by the values of rows. */
final class ColumnChoice {

    private final List<String> header;
    private final List<Heading> headings;
    private final ReadOptions options;
    private final SampleValues values;

    private final Map<Role, Integer> places = new EnumMap<>(Role.class);
    private final List<Role> doubtful = new ArrayList<>();

    private ColumnChoice(List<String> header, ReadOptions options, SampleValues values) {
        this.header = header;
        this.headings = header.stream().map(HeaderWords::heading).toList();
        this.options = options;
        this.values = values;
    }

    /** Returns the columns of a file with this header. */
    static Columns of(List<String> header, ReadOptions options, SampleValues values) {
        var choice = new ColumnChoice(header, options, values);
        choice.choose();
        return new Columns(header, choice.places, choice.labels(), choice.doubtful, choice.feeCounts());
    }

    private void choose() {
        for (Role role : Role.values()) {
            Optional<ColumnRef> stated = role.option().flatMap(options::column);
            if (stated.isPresent()) {
                stated.get().in(header).ifPresent(place -> places.put(role, place));
                continue;
            }
            List<Integer> best = best(role);
            if (best.size() == 1 || (!best.isEmpty() && (role == Role.LABEL || role == Role.BALANCE))) {
                places.put(role, best.get(0));
            } else if (best.size() > 1 && role.option().isPresent()) {
                doubtful.add(role);
            }
        }
        if (places.containsKey(Role.DEBIT) && places.containsKey(Role.CREDIT)) {
            dropWeakAmount();
        }
        settleCurrency();
        settleCategories();
    }

    private String word(int place) {
        return headings.get(place).word();
    }

    private IntStream all() {
        return IntStream.range(0, headings.size());
    }

    /** Returns the places of the best name for {@code role}; more than one if columns share that name. */
    private List<Integer> best(Role role) {
        List<Integer> serving =
                all().filter(place -> serves(place, role)).boxed().toList();
        List<Integer> fitting =
                serving.stream().filter(place -> fits(place, role)).toList();
        // A name with one meaning decides, whatever the values of the rows; invalid rows are refused, each with
        // its reason.
        List<Integer> left = fitting.isEmpty() && role != Role.CURRENCY && isSure(serving, role) ? serving : fitting;
        List<String> names = HeaderWords.names(role);
        int best = left.stream()
                .mapToInt(place -> names.indexOf(word(place)))
                .min()
                .orElse(-1);
        return best < 0
                ? List.of()
                : left.stream()
                        .filter(place -> word(place).equals(names.get(best)))
                        .toList();
    }

    private boolean isSure(List<Integer> serving, Role role) {
        return serving.stream()
                .allMatch(place -> Stream.of(Role.values())
                        .filter(other -> other != role && other != Role.LABEL)
                        .noneMatch(other -> HeaderWords.names(other).contains(word(place))));
    }

    private boolean fits(int place, Role role) {
        return switch (role) {
            case DATE -> !values.isNoDate(place);
            case AMOUNT, DEBIT, CREDIT, FEE, BALANCE -> !values.isNoAmount(place);
            case CURRENCY -> !values.isNoCurrency(place);
            default -> true;
        };
    }

    private boolean serves(int place, Role role) {
        return HeaderWords.names(role).contains(word(place)) && !(role == Role.ACCOUNT && isOfTheOther(place));
    }

    /** The account that stands right behind the payee is the payee's. */
    private boolean isOfTheOther(int place) {
        return place > 0 && HeaderWords.PAYEES.contains(word(place - 1));
    }

    /** Beside columns of spent and received, one that may be an amount by a name of many meanings is none. */
    private void dropWeakAmount() {
        Integer amount = places.get(Role.AMOUNT);
        if (amount != null
                && options.column(ReadOption.AMOUNT_COLUMN).isEmpty()
                && HeaderWords.WEAK_AMOUNTS.contains(word(amount))) {
            places.remove(Role.AMOUNT);
        }
    }

    /**
     * Of several columns that name a currency, the one right behind the amount is the amount's; and a column of which all values are
     * currencies is one, whatever its name, unless it stands beside an amount that is not used.
     */
    private void settleCurrency() {
        if (options.column(ReadOption.CURRENCY_COLUMN).isPresent()) {
            return;
        }
        Integer amount = places.get(Role.AMOUNT);
        if (amount != null
                && amount + 1 < headings.size()
                && (values.isCurrency(amount + 1)
                        || (doubtful.contains(Role.CURRENCY) && serves(amount + 1, Role.CURRENCY)))) {
            places.put(Role.CURRENCY, amount + 1);
            doubtful.remove(Role.CURRENCY);
            return;
        }
        if (places.containsKey(Role.CURRENCY) || doubtful.contains(Role.CURRENCY) || statesCurrency()) {
            return;
        }
        List<Integer> found = all().filter(values::isCurrency)
                .filter(place -> !places.containsValue(place))
                .filter(place -> !isOfAnotherAmount(place))
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

    private List<Integer> amounts() {
        return Stream.of(Role.AMOUNT, Role.DEBIT, Role.CREDIT)
                .flatMap(role -> Stream.ofNullable(places.get(role)))
                .toList();
    }

    private boolean statesCurrency() {
        return amounts().stream()
                .anyMatch(place -> headings.get(place).currency().isPresent());
    }

    /** A currency beside an amount that is not the line's, such as that in which it was paid abroad, is that one's. */
    private boolean isOfAnotherAmount(int place) {
        List<Integer> amounts = amounts();
        return Stream.of(place - 1, place + 1)
                .filter(beside -> beside >= 0 && beside < headings.size())
                .filter(beside -> !amounts.contains(beside))
                .anyMatch(beside -> HeaderWords.names(Role.AMOUNT).stream()
                                .anyMatch(name ->
                                        name.length() > 4 && word(beside).contains(name))
                        && !places.containsValue(beside));
    }

    /** A fee is on top of the amount where the sender says so, and with the banks of which it is known. */
    private boolean feeCounts() {
        if (options.column(ReadOption.FEE_COLUMN).isPresent()) {
            return true;
        }
        Integer date = places.get(Role.DATE);
        return date != null && places.containsKey(Role.FEE) && HeaderWords.COMPLETION.contains(word(date));
    }

    /** Where a parent category is there, the category beside it is the lower level. */
    private void settleCategories() {
        Integer upper = places.get(Role.CATEGORY);
        if (upper == null
                || !HeaderWords.PARENTS.contains(word(upper))
                || options.column(ReadOption.SUBCATEGORY_COLUMN).isPresent()) {
            return;
        }
        List<String> names = HeaderWords.names(Role.CATEGORY);
        all().filter(place -> !HeaderWords.PARENTS.contains(word(place)))
                .filter(place -> names.contains(word(place)))
                .boxed()
                .min(Comparator.comparingInt(place -> names.indexOf(word(place))))
                .ifPresent(place -> places.put(Role.SUBCATEGORY, place));
    }

    private List<Integer> labels() {
        if (options.column(ReadOption.LABEL_COLUMN).isPresent()) {
            return Stream.ofNullable(places.get(Role.LABEL)).toList();
        }
        List<String> names = HeaderWords.names(Role.LABEL);
        return all().filter(place -> names.contains(word(place)))
                .filter(place -> !isOtherwiseUsed(place))
                .boxed()
                .sorted(Comparator.comparingInt(place -> names.indexOf(word(place))))
                .toList();
    }

    private boolean isOtherwiseUsed(int place) {
        return places.entrySet().stream()
                .anyMatch(
                        used -> used.getValue() == place && used.getKey() != Role.LABEL && used.getKey() != Role.KIND);
    }
}
