package io.prorata.domain.settlement;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.time.Dates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A payment of one party to another: a dated fact that no row of the pot with the member's name shows.
 *
 * @param settles the month that it settles; empty for that of its date
 * @param amount more than zero
 * @param note a note of a person
 * @param rows ids of the transactions that show it
 */
public record Settlement(
        long id,
        LocalDate date,
        Optional<YearMonth> settles,
        Party from,
        Party to,
        Money amount,
        @Nullable String note,
        SortedSet<Long> rows) {

    /** The maximum number of rows. */
    public static final int MOST_ROWS = 20;

    /** Refuses a settlement with oneself, of zero, out of bounds or with too many rows, with an {@link IllegalArgumentException}. */
    public Settlement {
        Dates.withinBounds(date);
        settles.ifPresent(Dates::withinBounds);
        if (amount.withinBounds().minor() <= 0) {
            throw new IllegalArgumentException("a settlement is of more than zero");
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("nobody settles with themselves");
        }
        note = note == null ? null : Naming.label(note);
        rows = Collections.unmodifiableSortedSet(new TreeSet<>(rows));
        if (rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException("a settlement names at most " + MOST_ROWS + " rows");
        }
    }

    /** Returns the month in which it counts. */
    public YearMonth month() {
        return settles.orElseGet(() -> YearMonth.from(date));
    }

    /** Returns whether the pot is one of its parties. */
    public boolean isWithPot() {
        return from.equals(Party.POT) || to.equals(Party.POT);
    }

    /** Returns its parties that are members. */
    public Set<MemberKey> members() {
        Set<MemberKey> members = new HashSet<>();
        Stream.of(from, to).forEach(party -> {
            if (party instanceof Party.One one) {
                members.add(one.member());
            }
        });
        return members;
    }
}
