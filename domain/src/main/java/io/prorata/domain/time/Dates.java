package io.prorata.domain.time;

import java.time.LocalDate;
import java.time.YearMonth;

/** The allowed dates and months: from 1900-01-01 to 9999-12-31, so that every year has four digits. */
public final class Dates {

    /** The first month. */
    public static final YearMonth FIRST_MONTH = YearMonth.of(1900, 1);

    /** The last month. */
    public static final YearMonth LAST_MONTH = YearMonth.of(9999, 12);

    private Dates() {}

    /**
     * Checks a date.
     *
     * @param date any date
     * @return the date itself
     * @throws IllegalArgumentException if it lies outside 1900-01-01 to 9999-12-31
     */
    public static LocalDate withinBounds(LocalDate date) {
        if (isOutside(YearMonth.from(date))) {
            throw new IllegalArgumentException("a date lies between 1900-01-01 and 9999-12-31");
        }
        return date;
    }

    /**
     * Checks a month.
     *
     * @param month any month
     * @return the month itself
     * @throws IllegalArgumentException if it lies outside 1900-01 to 9999-12
     */
    public static YearMonth withinBounds(YearMonth month) {
        if (isOutside(month)) {
            throw new IllegalArgumentException("a month lies between 1900-01 and 9999-12");
        }
        return month;
    }

    private static boolean isOutside(YearMonth month) {
        return month.isBefore(FIRST_MONTH) || month.isAfter(LAST_MONTH);
    }
}
