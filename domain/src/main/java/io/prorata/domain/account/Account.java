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
 * An account of a bank, from which rows come.
 *
 * @param name that people see
 * @param aliases its names in files; at least one
 * @param owner its owner, from a month on; the first owner also owns it in all earlier months
 * @param commonByDefault whether new rows of it are common; empty if that follows from the owner
 * @param opening its balance on a day, if it was stated
 */
public record Account(
        long id,
        String name,
        SortedSet<String> aliases,
        AccountKind kind,
        Timeline<Party> owner,
        Optional<Boolean> commonByDefault,
        Optional<OpeningBalance> opening) {

    /** The maximum number of names. */
    public static final int MOST_ALIASES = 20;

    /** Refuses an invalid name, no or too many aliases, and an account without an owner, with an {@link IllegalArgumentException}. */
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

    /** Returns the owner in {@code month}. */
    public Party ownerIn(YearMonth month) {
        return owner.at(month).orElseGet(() -> owner.entries().get(0).terms().orElseThrow());
    }
}
