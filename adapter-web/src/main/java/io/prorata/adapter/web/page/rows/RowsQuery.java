package io.prorata.adapter.web.page.rows;

import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Links;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionFilter.Named;
import io.prorata.application.view.TransactionOrder;
import io.prorata.application.view.TransactionOrder.By;
import io.prorata.domain.ledger.ExpenseType;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are listed, as the fields of the filter have it; empty for all.
 *
 * @param category a name, or {@code -} for those without
 * @param order date, amount, label or category, with a minus before it the other way round
 */
public record RowsQuery(String month, String category, String subcategory, String type, String text, String order) {

    private static final String NONE = "-";

    static RowsQuery of(
            @Nullable String month,
            @Nullable String category,
            @Nullable String subcategory,
            @Nullable String type,
            @Nullable String text,
            @Nullable String order) {
        return new RowsQuery(
                filled(month), filled(category), filled(subcategory), filled(type), filled(text), filled(order));
    }

    static RowsQuery of(Form form) {
        return new RowsQuery(
                form.text("month"),
                form.text("in_category"),
                form.text("in_subcategory"),
                form.text("of_type"),
                form.text("text"),
                form.text("order"));
    }

    private static String filled(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    TransactionFilter filter() {
        try {
            Optional<YearMonth> in = month.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(month));
            return new TransactionFilter(
                    in.map(first -> first.atDay(1)),
                    in.map(YearMonth::atEndOfMonth),
                    named(category),
                    named(subcategory),
                    Optional.empty(),
                    type.isEmpty() ? Set.of() : Set.of(Form.constant("type", type, ExpenseType.class)),
                    Optional.empty(),
                    Optional.empty(),
                    text.isEmpty() ? Optional.empty() : Optional.of(text),
                    Optional.empty(),
                    Optional.empty());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Form.unreadable("", "the filter cannot be read: " + e.getMessage());
        }
    }

    private static Optional<Named> named(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(new Named(name.equals(NONE) ? null : name));
    }

    TransactionOrder sorted() {
        if (order.isEmpty()) {
            return TransactionOrder.LATEST_FIRST;
        }
        boolean descending = order.startsWith("-");
        try {
            By by = By.valueOf((descending ? order.substring(1) : order).toUpperCase(Locale.ROOT));
            return new TransactionOrder(by, descending);
        } catch (IllegalArgumentException e) {
            throw Form.unreadable(
                    "/order", "date, amount, label or category, with a minus before it for the other way");
        }
    }

    /** Returns the address of the list. */
    public String path() {
        return "/rows?month=" + month + part("category", category) + part("subcategory", subcategory)
                + part("type", type) + part("text", text) + part("order", order);
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + Links.encoded(value);
    }
}
