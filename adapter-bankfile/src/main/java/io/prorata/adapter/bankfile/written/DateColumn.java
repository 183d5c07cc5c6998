package io.prorata.adapter.bankfile.written;

import io.prorata.application.bankfile.DateFormat;
import io.prorata.application.bankfile.DateFormat.Order;
import io.prorata.application.bankfile.Days;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.Unreadable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Detects the order of dates from a whole column. */
public final class DateColumn {

    /** In days. If the dates of a file span so many in one order and far fewer with the year first, they may well begin with it. */
    private static final long LONG_SPAN = 300;

    /** A date and where it stands. */
    private record Example(int line, String text) {
        @Override
        public String toString() {
            return "line " + line + " has " + Quoted.of(text);
        }
    }

    private final Optional<DateFormat> stated;
    private final Map<Order, Example> unreadable = new EnumMap<>(Order.class);
    private final Range ofDayFirst = new Range();
    private final Range ofMonthFirst = new Range();
    private final Range ofYearFirst = new Range();
    private final Range ofStated = new Range();
    private @Nullable Example doubtful;
    private boolean usualOnly = true;
    private boolean momentSeen;
    private boolean countedSeen;
    private boolean writtenSeen;
    private @Nullable DateFormat decided;

    /** @param stated by the sender, if they did */
    public DateColumn(Optional<DateFormat> stated) {
        this.stated = stated;
    }

    private Range range(Order order) {
        return switch (order) {
            case DAY_FIRST -> ofDayFirst;
            case MONTH_FIRST -> ofMonthFirst;
            case YEAR_FIRST -> ofYearFirst;
        };
    }

    /** Adds a date, and returns whether it is valid. */
    public boolean observe(int line, String text) {
        if (stated.isPresent()) {
            Optional<LocalDate> date = WrittenDate.read(text, stated.get());
            date.ifPresent(ofStated::include);
            return date.isPresent();
        }
        WrittenDate written = WrittenDate.read(text);
        if (!written.isDate()) {
            return false;
        }
        if (SerialDate.read(text).isPresent()) {
            countedSeen = true;
            momentSeen |= SerialDate.isMoment(text);
        } else {
            writtenSeen = true;
        }
        if (written.isCertain()) {
            ofStated.include(written.dayFirst().orElseThrow());
            return true;
        }
        for (Order order : Order.values()) {
            Optional<LocalDate> date = written.in(order);
            date.ifPresent(range(order)::include);
            if (date.isEmpty()) {
                unreadable.putIfAbsent(order, new Example(line, text));
            }
        }
        if (doubtful == null && !written.dayFirst().equals(written.monthFirst())) {
            doubtful = new Example(line, text);
        } else if (doubtful == null && written.yearFirst().isPresent()) {
            doubtful = new Example(line, text);
        }
        usualOnly &= written.usual().isPresent();
        return true;
    }

    /**
     * Returns how to read the dates.
     *
     * @throws io.prorata.domain.RefusedException if the column does not tell
     */
    public DateFormat format() {
        return stated.isPresent() ? stated.get() : order();
    }

    private Order order() {
        if (Arrays.stream(Order.values()).map(this::range).allMatch(Range::isEmpty)) {
            return Order.DAY_FIRST;
        }
        List<Order> possible = Arrays.stream(Order.values())
                .filter(order -> !unreadable.containsKey(order))
                .toList();
        if (possible.isEmpty()) {
            throw Unreadable.AMBIGUOUS_DATES.because(
                    unreadable.get(Order.MONTH_FIRST) + ", where the month cannot come first, and "
                            + unreadable.get(Order.DAY_FIRST) + ", where the day cannot",
                    ReadOption.DATE_FORMAT);
        }
        boolean same =
                possible.stream().map(this::range).map(Range::sum).distinct().count() == 1;
        if (possible.size() == 1 || same) {
            return possible.get(0);
        }
        boolean dayOrMonth = possible.contains(Order.DAY_FIRST) && possible.contains(Order.MONTH_FIRST);
        if (dayOrMonth && !usualOnly && !range(Order.DAY_FIRST).sameAs(range(Order.MONTH_FIRST))) {
            throw Unreadable.AMBIGUOUS_DATES.because(
                    doubtful + ", and no date of the file tells whether the day or the month comes first",
                    ReadOption.DATE_FORMAT);
        }
        Order likeliest = possible.contains(Order.DAY_FIRST) ? Order.DAY_FIRST : Order.MONTH_FIRST;
        if (possible.contains(Order.YEAR_FIRST)) {
            long span = range(likeliest).span();
            long withYearFirst = range(Order.YEAR_FIRST).span();
            if (span >= LONG_SPAN && withYearFirst * 2 < span) {
                throw Unreadable.AMBIGUOUS_DATES.because(
                        doubtful + ", and read " + likeliest
                                + " the dates of the file are years apart: does the year come first?",
                        ReadOption.DATE_FORMAT);
            }
        }
        return likeliest;
    }

    /**
     * Reads a date as the column decided.
     *
     * @throws LineRefusedException if it is none; and if it is counted where others are written: a spreadsheet that has understood some
     *     dates of a file may have misunderstood them
     */
    public LocalDate read(String text) throws LineRefusedException {
        if (decided == null) {
            decided = format();
        }
        LocalDate date = WrittenDate.read(text, decided)
                .orElseThrow(() -> new LineRefusedException("not a date as the file writes them: " + Quoted.of(text)));
        if (countedSeen && writtenSeen && SerialDate.read(text).isPresent()) {
            throw new LineRefusedException(
                    "a date that is counted, where others of the file are written: " + Quoted.of(text));
        }
        return date;
    }

    /** Returns how the dates are read, if that made a difference. */
    public Optional<DateFormat> decided() {
        return stated.or(() -> doubtful == null ? Optional.empty() : Optional.of(order()));
    }

    /** Whether some dates are moments, whose day is that of Greenwich. */
    public boolean hasMoments() {
        return momentSeen;
    }

    /** Returns the first and the last date; empty if there is none. */
    public Optional<Days> days() {
        Range all = new Range();
        all.include(ofStated);
        if (stated.isEmpty()) {
            all.include(range(order()));
        }
        return all.days();
    }

    private static final class Range {
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;
        private long sum;

        void include(LocalDate date) {
            first = first == null || date.isBefore(first) ? date : first;
            last = last == null || date.isAfter(last) ? date : last;
            sum = sum * 31 + date.toEpochDay();
        }

        void include(Range other) {
            if (other.first != null && other.last != null) {
                include(other.first);
                include(other.last);
            }
        }

        boolean isEmpty() {
            return first == null;
        }

        /** Tells ranges of different dates apart. */
        long sum() {
            return sum;
        }

        boolean sameAs(Range other) {
            return other.sum == sum;
        }

        long span() {
            return first == null || last == null ? 0 : ChronoUnit.DAYS.between(first, last);
        }

        Optional<Days> days() {
            return first == null || last == null ? Optional.empty() : Optional.of(new Days(first, last));
        }
    }
}
