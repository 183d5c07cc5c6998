package io.prorata.adapter.bankfile.mt940;

import io.prorata.adapter.bankfile.statement.Decimals;
import io.prorata.adapter.bankfile.statement.StatementDates;
import io.prorata.adapter.bankfile.written.LineRefusedException;
import io.prorata.application.bankfile.Quoted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a field {@code :61:} says: value date, entry date, direction, amount, references.
 *
 * @param date of the entry, else of the value
 * @param amount spent is negative
 * @param bankId the bank's reference; may be empty
 * @param details behind the references, in lines of their own
 * @param code of the kind of entry, and the reference of the customer
 */
record Mt940Line(LocalDate date, BigDecimal amount, String bankId, String details, String code) {

    /** The value date may be missing, and so may be the entry date, which has no year. */
    private static final Pattern FORM = Pattern.compile(
            "(\\d{6})?(\\d{4})?(RC|RD|EC|ED|C|D)([A-Z])?(\\d[\\d.]*[,.]?\\d*)(?:([A-Z][A-Z0-9]{3})(.*))?",
            Pattern.DOTALL);

    private static final int FIRST_TWO_DIGIT_YEAR = 70;

    static Mt940Line of(Mt940Field field) throws LineRefusedException {
        List<String> lines = field.lines();
        // Some banks break the field wherever a line is full: what is left is read as if it were one line.
        String first = lines.get(0).strip();
        Matcher form = FORM.matcher(first);
        int used = 1;
        while ((!form.matches() || form.group(6) == null) && used < lines.size()) {
            first = first + lines.get(used++).strip();
            form = FORM.matcher(first);
        }
        if (!form.matches()) {
            form = FORM.matcher(lines.get(0).strip());
            used = 1;
            if (!form.matches()) {
                throw new LineRefusedException("not a line of a statement: " + Quoted.of(lines.get(0)));
            }
        }
        String direction = form.group(3);
        if (direction.startsWith("E")) {
            throw new LineRefusedException("not settled: expected");
        }
        String references = Optional.ofNullable(form.group(7)).orElse("");
        int slashes = references.indexOf("//");
        return new Mt940Line(
                date(Optional.ofNullable(form.group(1)), Optional.ofNullable(form.group(2))),
                amount(direction, form.group(5)),
                slashes < 0 ? "" : references.substring(slashes + 2).strip(),
                String.join(" ", lines.subList(used, lines.size())),
                (Optional.ofNullable(form.group(6)).orElse("") + " "
                                + (slashes < 0 ? references : references.substring(0, slashes)))
                        .strip());
    }

    /** A reversal of what was received is spent, and the other way round. */
    static BigDecimal amount(String direction, String text) throws LineRefusedException {
        BigDecimal amount = Decimals.read(text.endsWith(",") || text.endsWith(".") ? text + "0" : text)
                .orElseThrow(() -> new LineRefusedException("not an amount: " + Quoted.of(text)));
        boolean spent = direction.equals("D") || direction.equals("RC");
        return spent ? amount.negate() : amount;
    }

    private static LocalDate date(Optional<String> valued, Optional<String> entered) throws LineRefusedException {
        if (valued.isEmpty()) {
            throw new LineRefusedException(
                    entered.isEmpty() ? "no date" : "a date without a year: " + Quoted.of(entered.get()));
        }
        Optional<LocalDate> value = valueDate(valued.get());
        int year = year(valued.get());
        if (entered.isPresent()) {
            Optional<LocalDate> entry = entryDate(entered.get(), value.orElse(LocalDate.of(year, 7, 1)), year);
            if (entry.isPresent()) {
                return entry.get();
            }
        }
        return value.orElseThrow(() -> new LineRefusedException("not a date: " + Quoted.of(valued.get())));
    }

    static Optional<LocalDate> valueDate(String digits) {
        return StatementDates.of(year(digits), number(digits, 2), number(digits, 4));
    }

    /** The entry date has no year: it is the day nearest to the value date, across New Year if need be. */
    private static Optional<LocalDate> entryDate(String digits, LocalDate value, int year) {
        return IntStream.rangeClosed(year - 1, year + 1)
                .mapToObj(near -> StatementDates.of(near, number(digits, 0), number(digits, 2)))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(day, value))));
    }

    private static int year(String digits) {
        int year = number(digits, 0);
        return year >= FIRST_TWO_DIGIT_YEAR ? 1900 + year : 2000 + year;
    }

    private static int number(String digits, int from) {
        return Integer.parseInt(digits, from, from + 2, 10);
    }
}
