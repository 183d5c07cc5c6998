package io.prorata.application.ledger;

import io.prorata.application.port.Ledger;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.mapping.CategoryAliases;
import io.prorata.domain.mapping.CategoryName;
import io.prorata.domain.naming.Naming;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The spellings of names in the books: a new row takes the existing spelling (formula 13). Existing rows keep theirs. */
public final class KnownNames {

    private final Map<String, String> byFolded = new HashMap<>();
    private final Map<String, String> answered = new HashMap<>();
    private final CategoryAliases aliases;

    private KnownNames(Collection<String> known, CategoryAliases aliases) {
        this.aliases = aliases;
        known.forEach(name -> {
            byFolded.putIfAbsent(Naming.folded(name), name);
            // If there are several spellings, each stays as it is.
            answered.put(name, name);
        });
    }

    /** Returns the categories and subcategories of all present and former rows. */
    public static KnownNames ofCategories(HouseholdId household, Ledger ledger) {
        Ledger.CategoryNames names = ledger.categoryNames(household);
        return new KnownNames(names.spellings(), names.aliases());
    }

    /** Returns names that are known already. */
    public static KnownNames of(Collection<String> known) {
        return new KnownNames(known, CategoryAliases.NONE);
    }

    /** Returns the tags of all rows. */
    public static KnownNames ofTags(HouseholdId household, Ledger ledger) {
        return new KnownNames(ledger.tagNames(household), CategoryAliases.NONE);
    }

    /** A category and a subcategory that rows get. */
    public record Names(@Nullable String category, @Nullable String subcategory) {}

    /** Returns the names that a new row gets in the place of these: those of an alias, in the spelling of the books. */
    public Names named(@Nullable String category, @Nullable String subcategory) {
        if (category == null || aliases.isEmpty()) {
            return new Names(spelled(category), spelled(subcategory));
        }
        var stated = new CategoryName(category, subcategory);
        CategoryName now = aliases.resolved(stated);
        return now.equals(stated)
                ? new Names(spelled(category), spelled(subcategory))
                // The alias has the spelling; that of the subcategory is the row's own, unless the alias has one.
                : new Names(
                        now.category(),
                        Objects.equals(now.subcategory(), subcategory) ? spelled(subcategory) : now.subcategory());
    }

    /** Returns {@code name} in the spelling of the books; a new name is unchanged and becomes the spelling. */
    public @Nullable String spelled(@Nullable String name) {
        return name == null
                ? null
                : answered.computeIfAbsent(
                        name, asked -> byFolded.computeIfAbsent(Naming.folded(asked), folded -> asked));
    }

    /** Returns tags in the spelling of the books, without duplicates. */
    public SortedSet<String> spelled(SortedSet<String> tags) {
        SortedSet<String> spelled = new TreeSet<>();
        tags.forEach(tag -> spelled.add(byFolded.computeIfAbsent(Naming.folded(tag), folded -> tag)));
        return spelled;
    }
}
