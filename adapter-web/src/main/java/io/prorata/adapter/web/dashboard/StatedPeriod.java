package io.prorata.adapter.web.dashboard;

import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters {@code month}, {@code from} and {@code to} of a view of several months. */
final class StatedPeriod {

    private StatedPeriod() {}

    /** Returns the months from one to another, if they are stated so. */
    static Optional<Period> of(@Nullable YearMonth month, @Nullable YearMonth from, @Nullable YearMonth to) {
        if (from == null && to == null) {
            return Optional.empty();
        }
        if (month != null) {
            throw unreadable("month", "give a month, or from and to");
        }
        if (from == null || to == null) {
            throw unreadable(from == null ? "from" : "to", "from and to go together");
        }
        try {
            return Optional.of(new Period(from, to));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.invalid(new PartError.InParameter("to", String.valueOf(e.getMessage()))));
        }
    }

    private static ProblemException unreadable(String parameter, String detail) {
        return new ProblemException(Problem.unreadable(new PartError.InParameter(parameter, detail)));
    }
}
