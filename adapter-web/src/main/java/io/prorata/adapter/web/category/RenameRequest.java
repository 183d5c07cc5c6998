package io.prorata.adapter.web.category;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.application.category.RenameCategory;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.mapping.CategoryName;
import org.jspecify.annotations.Nullable;

/**
 * Another name for a category, or for one of its subcategories.
 *
 * @param from the category as it is
 * @param subcategory if it is stated, only rows of this subcategory
 * @param to the category that rows get
 * @param toSubcategory the subcategory that rows get; absent: they keep theirs
 */
@Serdeable
record RenameRequest(
        @Name String from,
        @Nullable @Name String subcategory,
        @Name String to,
        @Nullable @Name String toSubcategory) {

    RenameCategory.Command command(boolean dryRun) {
        if (toSubcategory != null && subcategory == null) {
            throw new RefusedException(
                    new Refusal.BrokenRule("/to_subcategory", "only together with subcategory, which it replaces"));
        }
        return new RenameCategory.Command(
                new CategoryName(from, subcategory), new CategoryName(to, toSubcategory), dryRun);
    }
}
