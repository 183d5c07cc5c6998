package io.prorata.domain.expense;

import java.time.LocalDate;

/**
 * The days in which a recurring bill is due once: it is paid at most once in them.
 *
 * @param first day of the period
 * @param last day of the period
 */
public record DuePeriod(LocalDate first, LocalDate last) {

    /** Refuses a period that ends before it begins with an {@link IllegalArgumentException}. */
    public DuePeriod {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a period ends before it begins");
        }
    }
}
