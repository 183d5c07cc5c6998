package io.prorata.application.ledger;

import io.prorata.application.port.Ledger;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.naming.Naming;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How names are spelled in the books: a new row takes the spelling that is there (formula 13). Rows that are there keep theirs. */
public final class KnownNames {

    private final Map<String, String> byFolded = new HashMap<>();
    private final Map<String, String> answered = new HashMap<>();

    private KnownNames(Collection<String> known) {
        known.forEach(name -> {
            byFolded.putIfAbsent(Naming.folded(name), name);
            // Where there are several spellings, each stays as it is.
            answered.put(name, name);
        });
    }

    /** Returns the categories and subcategories of all rows that are or were there. */
    public static KnownNames ofCategories(HouseholdId household, Ledger ledger) {
        return new KnownNames(ledger.categoryNames(household));
    }

    /** Returns the tags of all rows. */
    static KnownNames ofTags(HouseholdId household, Ledger ledger) {
        return new KnownNames(ledger.tagNames(household));
    }

    /** Returns {@code name} as it is spelled in the books; a new name as it is, from then on for all that are the same. */
    public @Nullable String spelled(@Nullable String name) {
        return name == null
                ? null
                : answered.computeIfAbsent(
                        name, asked -> byFolded.computeIfAbsent(Naming.folded(asked), folded -> asked));
    }

    /** Returns tags as they are spelled in the books, none twice. */
    SortedSet<String> spelled(SortedSet<String> tags) {
        SortedSet<String> spelled = new TreeSet<>();
        tags.forEach(tag -> spelled.add(byFolded.computeIfAbsent(Naming.folded(tag), folded -> tag)));
        return spelled;
    }
}
