package io.prorata.adapter.web.rendering.fragment;

import io.prorata.adapter.web.json.CategoryNames;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of further views, that work as they are. */
public final class Links {

    /** What servers and proxies leave alone in a path, encoded where it must be; a name with anything else goes into a parameter. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_~ -]+");

    /** These mean something else in a path. */
    private static final Set<String> TAKEN =
            Set.of(CategoryNames.EVERY, CategoryNames.UNCATEGORISED, CategoryNames.IN_PARAMETER);

    private Links() {}

    public static String provisions(YearMonth month) {
        return "/dashboard/provisions/details?month=" + month;
    }

    public static String hierarchy(YearMonth month) {
        return "/transactions/hierarchy?month=" + month;
    }

    public static CategoryChoice choice(@Nullable String category) {
        return category == null ? new CategoryChoice.Uncategorised() : new CategoryChoice.Named(category);
    }

    /** The page of a category; of its everyday spending if no type is said. */
    public static String category(CategoryChoice choice, YearMonth month) {
        return to("/dashboard/categories/", choice, month);
    }

    public static String category(CategoryChoice choice, YearMonth month, ExpenseType type) {
        return category(choice, month) + type(type);
    }

    public static String drillDown(CategoryChoice choice, YearMonth month, ExpenseType type, Enum<?> level) {
        return to("/dashboard/drill-down/", choice, month) + "&level="
                + level.name().toLowerCase(Locale.ROOT) + type(type);
    }

    public static String page(String drillDown, int limit, String cursor) {
        return drillDown + "&limit=" + limit + "&cursor=" + encoded(cursor);
    }

    public static String page(String drillDown, int limit, long offset) {
        return drillDown + "&limit=" + limit + "&offset=" + offset;
    }

    private static String to(String path, CategoryChoice choice, YearMonth month) {
        String parameter = "month=" + month;
        return switch (choice) {
            case CategoryChoice.Every() -> path + CategoryNames.EVERY + "?" + parameter;
            case CategoryChoice.Uncategorised() -> path + CategoryNames.UNCATEGORISED + "?" + parameter;
            case CategoryChoice.Named(String name) ->
                PLAIN.matcher(name).matches() && !TAKEN.contains(name)
                        ? path + encoded(name) + "?" + parameter
                        : path + CategoryNames.IN_PARAMETER + "?category=" + encoded(name) + "&" + parameter;
        };
    }

    private static String type(ExpenseType type) {
        return type == ExpenseType.VARIABLE ? "" : "&expense_type=" + type;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
