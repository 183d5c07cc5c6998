package io.prorata.adapter.bankfile.statement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates of formats that lay down how they are written. */
public final class StatementDates {

    private StatementDates() {}

    /** Returns the day of {@code 20240131}, {@code 2024-01-31} and of either with a time behind it: the day that the bank wrote. */
    public static Optional<LocalDate> day(String text) {
        String date = text.strip();
        if (date.length() >= 10 && date.charAt(4) == '-' && date.charAt(7) == '-') {
            boolean ends = date.length() == 10 || !isDigit(date.charAt(10));
            return ends ? of(date.substring(0, 4) + date.substring(5, 7) + date.substring(8, 10)) : Optional.empty();
        }
        return date.length() >= 8 ? of(date.substring(0, 8)) : Optional.empty();
    }

    /** Returns the day of eight digits, year first. */
    private static Optional<LocalDate> of(String digits) {
        for (int i = 0; i < 8; i++) {
            if (!isDigit(digits.charAt(i))) {
                return Optional.empty();
            }
        }
        return of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8));
    }

    /** Returns a day; empty if there is none such. */
    public static Optional<LocalDate> of(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
