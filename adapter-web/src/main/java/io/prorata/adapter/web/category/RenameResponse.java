package io.prorata.adapter.web.category;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.ledger.EffectResponse;
import io.prorata.application.category.RenameCategory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A category with another name, or what would become of it.
 *
 * @param to the new name; that of its alias if the stated one is a former name itself
 * @param subcategory the subcategory whose rows change; null for all rows of the category
 * @param toSubcategory the subcategory that rows get; null: they keep theirs
 * @param effect the rows, and every total that changes
 * @param names that change in bills, provisions, budgets, the category mapping, and the alias for later rows
 */
@Serdeable.Serializable
record RenameResponse(
        String from,
        @Nullable String subcategory,
        String to,
        @Nullable String toSubcategory,
        EffectResponse effect,
        List<NameChangeJson> names) {

    static RenameResponse of(RenameCategory.Renamed renamed) {
        return new RenameResponse(
                renamed.from().category(),
                renamed.from().subcategory(),
                renamed.to().category(),
                renamed.to().subcategory(),
                EffectResponse.of(renamed.effect()),
                NameChangeJson.of(renamed.names()));
    }
}
