package io.prorata.application.view;

import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.TransactionOrder.Place;
import io.prorata.domain.settlement.Basis;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** A query read back from its {@linkplain ViewQuery#canonical canonical text}. */
public final class ViewQueryText {

    private final Map<String, String> parts = new HashMap<>();

    private ViewQueryText(String parameters) {
        for (String parameter : parameters.split("&", -1)) {
            String[] part = parameter.split("=", 2);
            parts.put(part[0], part.length == 1 ? "" : part[1]);
        }
    }

    /** @throws IllegalArgumentException if {@code canonical} is no query's text */
    public static ViewQuery read(String canonical) {
        String[] halves = canonical.split("\\?", 2);
        if (halves.length == 2) {
            ViewQuery query = new ViewQueryText(halves[1]).query(halves[0]);
            if (query.canonical().equals(canonical)) {
                return query;
            }
        }
        throw new IllegalArgumentException("no query is written " + canonical);
    }

    private ViewQuery query(String name) {
        return switch (name) {
            case "summary-slim" -> new ViewQuery.SlimSummary(month("month"));
            case "summary" -> new ViewQuery.Summary(month("month"));
            case "screen" -> new ViewQuery.Screen(month("month"));
            case "savings" -> new ViewQuery.SavingsByCategory(month("month"), category());
            case "expenses" -> new ViewQuery.ExpensesByCategory(month("month"), category());
            case "provision-details" -> new ViewQuery.ProvisionDetails(month("month"));
            case "provisions-summary" -> new ViewQuery.ProvisionsSummary(month("month"));
            case "provisions" -> new ViewQuery.Provisions(month("month"), config());
            case "hierarchy" -> new ViewQuery.Hierarchy(month("month"), types());
            case "categories" -> new ViewQuery.Categories(month("month"), types());
            case "subcategories" -> new ViewQuery.Subcategories(month("month"), types(), category());
            case "category" ->
                new ViewQuery.CategoryPage(month("month"), ExpenseType.valueOf(part("expense_type")), category());
            case "drill-down" -> drillDown();
            case "analytics" -> new ViewQuery.Analytics(new Period(month("from"), month("to")), types());
            case "settlement" ->
                new ViewQuery.Settlement(
                        new Period(month("from"), month("to")),
                        Basis.valueOf(part("basis")),
                        Boolean.parseBoolean(part("with_before")));
            default -> throw new IllegalArgumentException("no view is called " + name);
        };
    }

    private ViewQuery drillDown() {
        Optional<Place> after = Optional.ofNullable(parts.get("after"))
                .map(text -> text.split(",", 2))
                .map(place -> new Place(decoded(place[1]), Long.parseLong(place[0])));
        return new ViewQuery.DrillDown(
                month("month"),
                ExpenseType.valueOf(part("expense_type")),
                category(),
                ViewQuery.DrillDown.Level.valueOf(part("level")),
                Integer.parseInt(part("limit")),
                Long.parseLong(part("offset")),
                after);
    }

    private String part(String name) {
        return Optional.ofNullable(parts.get(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no " + name));
    }

    private YearMonth month(String name) {
        return YearMonth.parse(part(name));
    }

    private OptionalLong config() {
        String id = parts.get("config_id");
        return id == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(id));
    }

    private CategoryChoice category() {
        if (parts.containsKey("uncategorised")) {
            return new CategoryChoice.Uncategorised();
        }
        String name = parts.get("category");
        return name == null ? new CategoryChoice.Every() : new CategoryChoice.Named(decoded(name));
    }

    private Set<ExpenseType> types() {
        return Arrays.stream(part("expense_types").split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(ExpenseType::valueOf)
                .collect(Collectors.toSet());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
