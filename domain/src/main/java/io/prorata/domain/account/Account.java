package io.prorata.domain.account;

import io.prorata.domain.household.Party;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where rows come from.
 *
 * @param name by which people know it
 * @param aliases its names as files call it; at least one
 * @param owner whose it is, from a month on; what is stated first holds for all months before, too
 * @param commonByDefault whether its rows are common when they arrive; empty as its owner makes them
 * @param opening its balance on a day, if somebody has stated it
 */
public record Account(
        long id,
        String name,
        SortedSet<String> aliases,
        AccountKind kind,
        Timeline<Party> owner,
        Optional<Boolean> commonByDefault,
        Optional<OpeningBalance> opening) {

    /** So many names at most. */
    public static final int MOST_ALIASES = 20;

    /** Refuses what is no name, no or too many names, and an account that nobody owns, with an {@link IllegalArgumentException}. */
    public Account {
        name = Naming.name(name);
        SortedSet<String> checked = new TreeSet<>(Naming.ORDER);
        aliases.forEach(alias -> checked.add(Naming.name(alias)));
        aliases = Collections.unmodifiableSortedSet(checked);
        if (aliases.isEmpty() || aliases.size() > MOST_ALIASES) {
            throw new IllegalArgumentException("an account has 1 to " + MOST_ALIASES + " names in files");
        }
        if (owner.entries().isEmpty()
                || owner.entries().stream().anyMatch(entry -> entry.terms().isEmpty())) {
            throw new IllegalArgumentException("an account has an owner in every month");
        }
    }

    /** Returns whose it is in {@code month}. */
    public Party ownerIn(YearMonth month) {
        return owner.at(month).orElseGet(() -> owner.entries().get(0).terms().orElseThrow());
    }
}
