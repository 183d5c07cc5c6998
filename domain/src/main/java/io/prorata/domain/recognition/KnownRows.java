package io.prorata.domain.recognition;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * The rows of a month and of some days around it in which something may be recognised.
 *
 * @param rows in no order, without excluded ones: at least the {@linkplain MatchCandidates candidates}
 * @param rejected keys of the household's matches that somebody has rejected
 * @param complete whether all candidates are there; nothing is recognised in a part of them
 */
public record KnownRows(List<KnownRow> rows, Set<String> rejected, boolean complete) {

    /** So many rows are looked through for a view of the month; a list of what is to confirm looks through any number. */
    public static final int MOST_OF_A_VIEW = 2_000;

    /** More rows than are looked through, or rows that nobody asked for. */
    public static final KnownRows UNKNOWN = new KnownRows(List.of(), Set.of(), false);

    /** A row of the month may be matched with one so many days away, and that one with another. */
    private static final int DAYS_AROUND = 2 * Recognition.MOST_DAYS;

    /** Takes copies. */
    public KnownRows {
        rows = List.copyOf(rows);
        rejected = Set.copyOf(rejected);
    }

    /** Returns the first day whose rows may be matched with one of {@code month}. */
    public static LocalDate first(YearMonth month) {
        return month.atDay(1).minusDays(DAYS_AROUND);
    }

    /** Returns the last day whose rows may be matched with one of {@code month}. */
    public static LocalDate last(YearMonth month) {
        return month.atEndOfMonth().plusDays(DAYS_AROUND);
    }
}
