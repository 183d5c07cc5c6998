package io.prorata.domain.provision;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.time.Dates;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money put into a provision or taken out of it: a dated fact.
 *
 * @param amount contributed if positive, withdrawn if negative
 * @param member who put it in or took it out, if that is stated; it moves no share
 * @param note for people
 */
public record Movement(
        LocalDate date,
        Money amount,
        Optional<MemberKey> member,
        @Nullable String note) {

    /** Of nobody in particular, without a note. */
    public Movement(LocalDate date, Money amount) {
        this(date, amount, Optional.empty(), null);
    }

    /** The direction of the money. */
    public enum Way {
        /** Into the provision. */
        CONTRIBUTION,
        /** Out of it. */
        WITHDRAWAL
    }

    /** Refuses a date or an amount out of bounds, and what is no note, with an {@link IllegalArgumentException}. */
    public Movement {
        Dates.withinBounds(date);
        amount.withinBounds();
        note = note == null ? null : Naming.label(note);
    }

    /** Returns the direction of the money. */
    public Way way() {
        return amount.isNegative() ? Way.WITHDRAWAL : Way.CONTRIBUTION;
    }
}
