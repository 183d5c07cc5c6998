package io.prorata.domain.mapping;

import io.prorata.domain.naming.Naming;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Former names of categories, and the names that new rows take instead. An alias may lead to another one; none leads back to itself.
 *
 * @param byName by their former names, folded
 */
public record CategoryAliases(SortedMap<String, Alias> byName) {

    public static final CategoryAliases NONE = new CategoryAliases(new TreeMap<>());

    /**
     * One of them.
     *
     * @param from the former name
     * @param to the name instead; without a subcategory, rows keep theirs
     */
    public record Alias(CategoryName from, CategoryName to) {}

    /** Takes a copy. */
    public CategoryAliases {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /** Returns these aliases and another one, in the place of one of the same name. */
    public CategoryAliases with(Alias alias) {
        SortedMap<String, Alias> all = new TreeMap<>(byName);
        all.put(alias.from().folded(), alias);
        return new CategoryAliases(all);
    }

    /** Returns the alias of exactly this name. */
    public Optional<Alias> of(CategoryName name) {
        return Optional.ofNullable(byName.get(name.folded()));
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** Returns the name that rows of {@code name} take: {@code name} itself if no alias concerns it. */
    public CategoryName resolved(CategoryName name) {
        CategoryName current = name;
        Set<String> seen = new HashSet<>();
        while (seen.add(current.folded())) {
            Alias alias = applying(current);
            if (alias == null) {
                return current;
            }
            CategoryName to = alias.to();
            current = to.subcategory() == null ? new CategoryName(to.category(), current.subcategory()) : to;
        }
        return current;
    }

    /** Returns whether rows of {@code to} take the name {@code from}, so that {@code from} cannot become {@code to}. */
    public boolean leadsBack(CategoryName from, CategoryName to) {
        CategoryName last = resolved(to);
        return !from.isSame(to)
                && (from.includes(last.category(), last.subcategory())
                        || (from.subcategory() == null && anySubcategoryLeads(to.category(), from.category())));
    }

    private boolean anySubcategoryLeads(String from, String to) {
        return byName.values().stream()
                .anyMatch(alias -> Naming.isSame(alias.from().category(), from)
                        && Naming.isSame(alias.to().category(), to)
                        && !Naming.isSame(from, to));
    }

    private @Nullable Alias applying(CategoryName name) {
        Alias exact = byName.get(name.folded());
        return exact != null || name.subcategory() == null
                ? exact
                : byName.get(CategoryName.of(name.category()).folded());
    }

    /** Returns these aliases without the one of {@code name}. */
    public CategoryAliases without(CategoryName name) {
        Map<String, Alias> all = new TreeMap<>(byName);
        all.remove(name.folded());
        return new CategoryAliases(new TreeMap<>(all));
    }
}
