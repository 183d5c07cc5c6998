package io.prorata.adapter.web.page.categories;

import java.util.List;

/**
 * Another name for a category.
 *
 * @param from the category as it is
 * @param subcategory whose rows are meant; empty for all of the category
 * @param to the category that rows get
 * @param toSubcategory the subcategory that rows get; empty: they keep theirs
 * @param known names of categories, to choose from
 * @param wrong what it was refused for; empty if it was not
 * @param looked whether what would change is shown
 * @param said how many rows change
 * @param totals that move, in words
 * @param names that are replaced in other things than rows, in words
 */
public record RenameModel(
        String from,
        String subcategory,
        String to,
        String toSubcategory,
        List<String> known,
        String wrong,
        boolean looked,
        String said,
        List<String> totals,
        List<String> names) {}
