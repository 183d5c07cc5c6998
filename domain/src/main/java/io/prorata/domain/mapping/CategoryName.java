package io.prorata.domain.mapping;

import io.prorata.domain.naming.Naming;
import org.jspecify.annotations.Nullable;

/**
 * A category, or one of its subcategories.
 *
 * @param subcategory absent for the category with all its subcategories
 */
public record CategoryName(String category, @Nullable String subcategory) {

    /** Between the names; no name holds a control character. */
    private static final char BETWEEN = '\n';

    /** Refuses what is no name with an {@link IllegalArgumentException}. */
    public CategoryName {
        category = Naming.name(category);
        subcategory = Naming.optionalName(subcategory);
    }

    /** Returns a category with all its subcategories. */
    public static CategoryName of(String category) {
        return new CategoryName(category, null);
    }

    /** Returns the name that {@link #text} wrote. */
    public static CategoryName parse(String text) {
        int between = text.indexOf(BETWEEN);
        return between < 0 ? of(text) : new CategoryName(text.substring(0, between), text.substring(between + 1));
    }

    /** Returns this name as one text. */
    public String text() {
        return subcategory == null ? category : category + BETWEEN + subcategory;
    }

    /** Returns by what equal names are found, whatever case and accents. */
    public String folded() {
        return subcategory == null
                ? Naming.folded(category)
                : Naming.folded(category) + BETWEEN + Naming.folded(subcategory);
    }

    /** Returns whether both are the same, whatever case and accents. */
    public boolean isSame(CategoryName other) {
        return folded().equals(other.folded());
    }

    /** Returns whether rows of {@code rowCategory} and {@code rowSubcategory} belong to it. */
    public boolean includes(@Nullable String rowCategory, @Nullable String rowSubcategory) {
        return Naming.isSame(category, rowCategory)
                && (subcategory == null || Naming.isSame(subcategory, rowSubcategory));
    }
}
