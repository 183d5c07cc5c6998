package io.prorata.adapter.web.dashboard;

import io.prorata.domain.ledger.CategoryChoice;
import org.jspecify.annotations.Nullable;

/**
 * How an answer says which categories it shows.
 *
 * @param kind {@code category}, {@code all} or {@code none}, which no name can be taken for
 * @param name of the category, if it is one
 */
record Selection(String kind, @Nullable String name) {

    static Selection of(CategoryChoice choice) {
        return switch (choice) {
            case CategoryChoice.Every() -> new Selection(CategoryNames.EVERY, null);
            case CategoryChoice.Uncategorised() -> new Selection(CategoryNames.UNCATEGORISED, null);
            case CategoryChoice.Named(String name) -> new Selection("category", name);
        };
    }
}
