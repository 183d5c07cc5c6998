package io.prorata.adapter.bankfile;

import io.prorata.application.bankfile.DateFormat;
import io.prorata.application.bankfile.Days;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.Unreadable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out from a whole column of dates how each is to be read. */
public final class DateColumn {

    /** A date and where it stands. */
    private record Example(int line, String text) {
        @Override
        public String toString() {
            return "line " + line + " has " + Quoted.of(text);
        }
    }

    private final Optional<DateFormat> stated;
    private @Nullable Example dayFirstOnly;
    private @Nullable Example monthFirstOnly;
    private @Nullable Example either;
    private final Range ofDayFirst = new Range();
    private final Range ofMonthFirst = new Range();

    /** @param stated by the sender, if they did */
    public DateColumn(Optional<DateFormat> stated) {
        this.stated = stated;
    }

    /** Learns from the date {@code text} of a line. */
    public void observe(int line, String text) {
        if (stated.isPresent()) {
            WrittenDate.read(text, stated.get()).ifPresent(ofDayFirst::include);
            return;
        }
        WrittenDate written = WrittenDate.read(text);
        written.dayFirst().ifPresent(ofDayFirst::include);
        written.monthFirst().ifPresent(ofMonthFirst::include);
        if (written.dayFirst().equals(written.monthFirst())) {
            return;
        }
        if (written.monthFirst().isEmpty()) {
            dayFirstOnly = dayFirstOnly == null ? new Example(line, text) : dayFirstOnly;
        } else if (written.dayFirst().isEmpty()) {
            monthFirstOnly = monthFirstOnly == null ? new Example(line, text) : monthFirstOnly;
        } else {
            either = either == null ? new Example(line, text) : either;
        }
    }

    /**
     * Returns how to read the dates.
     *
     * @throws io.prorata.domain.RefusedException if the column does not tell
     */
    public DateFormat format() {
        if (stated.isPresent()) {
            return stated.get();
        }
        if (dayFirstOnly != null && monthFirstOnly != null) {
            throw Unreadable.AMBIGUOUS_DATES.because(
                    dayFirstOnly + ", where the day comes first, and " + monthFirstOnly + ", where the month does",
                    ReadOption.DATE_FORMAT);
        }
        if (either != null && dayFirstOnly == null && monthFirstOnly == null) {
            throw Unreadable.AMBIGUOUS_DATES.because(
                    either + ", and no date of the file tells whether the day or the month comes first",
                    ReadOption.DATE_FORMAT);
        }
        return monthFirstOnly == null ? DateFormat.Order.DAY_FIRST : DateFormat.Order.MONTH_FIRST;
    }

    /** Returns how the dates are read, if that made a difference. */
    public Optional<DateFormat> decided() {
        boolean told = dayFirstOnly != null || monthFirstOnly != null;
        return stated.or(() -> told ? Optional.of(format()) : Optional.empty());
    }

    /** Returns the first and the last date; empty if there is none. */
    public Optional<Days> days() {
        return format() == DateFormat.Order.MONTH_FIRST && stated.isEmpty() ? ofMonthFirst.days() : ofDayFirst.days();
    }

    private static final class Range {
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;

        void include(LocalDate date) {
            first = first == null || date.isBefore(first) ? date : first;
            last = last == null || date.isAfter(last) ? date : last;
        }

        Optional<Days> days() {
            return first == null || last == null ? Optional.empty() : Optional.of(new Days(first, last));
        }
    }
}
