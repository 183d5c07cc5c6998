package io.prorata.adapter.web.rendering.fragment;

import io.prorata.adapter.web.json.CategoryNames;
import io.prorata.domain.ledger.CategoryChoice;
import org.jspecify.annotations.Nullable;

/**
 * How an answer says which categories it shows.
 *
 * @param kind {@code category}, {@code all} or {@code none}, which no name can be taken for
 * @param name of the category, if it is one
 */
public record SelectionJson(String kind, @Nullable String name) {

    public static SelectionJson of(CategoryChoice choice) {
        return switch (choice) {
            case CategoryChoice.Every() -> new SelectionJson(CategoryNames.EVERY, null);
            case CategoryChoice.Uncategorised() -> new SelectionJson(CategoryNames.UNCATEGORISED, null);
            case CategoryChoice.Named(String name) -> new SelectionJson("category", name);
        };
    }
}
