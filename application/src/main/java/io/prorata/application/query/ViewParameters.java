package io.prorata.application.query;

import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of a view as text: writing and parsing of each kind. */
public final class ViewParameters {

    private final Map<String, String> values = new HashMap<>();

    ViewParameters(String text) {
        for (String parameter : text.split("&", -1)) {
            String[] part = parameter.split("=", 2);
            values.put(part[0], part.length == 1 ? "" : part[1]);
        }
    }

    static String text(YearMonth month) {
        return "month=" + month;
    }

    static String text(CategoryChoice choice) {
        return switch (choice) {
            case CategoryChoice.Every() -> "";
            case CategoryChoice.Uncategorised() -> "&uncategorised";
            case CategoryChoice.Named(String name) -> "&category=" + encoded(name);
        };
    }

    static String text(Set<ExpenseType> types) {
        return "&expense_types=" + types.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /** The name of a list of transactions, to which cursors belong. */
    static String list(YearMonth month, ExpenseType type, CategoryChoice category) {
        return text(month) + "&expense_type=" + type + text(category);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** In the order of their declaration, so that equal queries have the same text. */
    static Set<ExpenseType> inOrder(Set<ExpenseType> types) {
        return types.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(types));
    }

    YearMonth month() {
        return month("month");
    }

    YearMonth month(String name) {
        return YearMonth.parse(required(name));
    }

    CategoryChoice category() {
        if (values.containsKey("uncategorised")) {
            return new CategoryChoice.Uncategorised();
        }
        String name = values.get("category");
        return name == null ? new CategoryChoice.Every() : new CategoryChoice.Named(decoded(name));
    }

    ExpenseType type() {
        return ExpenseType.valueOf(required("expense_type"));
    }

    Set<ExpenseType> types() {
        return Arrays.stream(required("expense_types").split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(ExpenseType::valueOf)
                .collect(Collectors.toSet());
    }

    OptionalLong number(String name) {
        String number = values.get(name);
        return number == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number));
    }

    Optional<Place> place(String name) {
        return Optional.ofNullable(values.get(name))
                .map(text -> text.split(",", 2))
                .map(place -> new Place(decoded(place[1]), Long.parseLong(place[0])));
    }

    /** @throws IllegalArgumentException if it is missing */
    String required(String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no " + name));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
