package io.prorata.adapter.web.operation;

import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Months in a parameter: a number, counted back from the current one, or names, repeated or separated by commas. */
final class MonthList {

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    private MonthList() {}

    /** @throws ProblemException naming {@code parameter} if {@code texts} are no months, or too many */
    static List<YearMonth> read(String parameter, List<String> texts, YearMonth current) {
        List<String> all = texts.stream()
                .flatMap(text -> List.of(text.split(",", -1)).stream())
                .toList();
        if (all.size() == 1 && COUNT.matcher(all.getFirst()).matches()) {
            int count = Integer.parseInt(all.getFirst());
            requireFew(parameter, count);
            return IntStream.range(0, count).mapToObj(current::minusMonths).toList();
        }
        requireFew(parameter, all.size());
        List<YearMonth> months = new ArrayList<>();
        for (String text : all) {
            months.add(month(parameter, text));
        }
        return months.stream().distinct().toList();
    }

    private static YearMonth month(String parameter, String text) {
        try {
            return YearMonth.parse(MONTH.matcher(text).matches() ? text : "");
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.unreadable(new PartError.InParameter(
                    parameter, "how many months, such as 12, or their names, such as 2026-01,2026-02")));
        }
    }

    private static void requireFew(String parameter, int count) {
        if (count > Period.MOST_MONTHS) {
            throw new ProblemException(
                    Problem.invalid(new PartError.InParameter(parameter, "at most " + Period.MOST_MONTHS + " months")));
        }
    }
}
