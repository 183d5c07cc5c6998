package io.prorata.adapter.web.dashboard;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.CurrentMonth;
import io.prorata.adapter.web.answer.ViewAnswers;
import io.prorata.adapter.web.parameter.ExpenseTypes;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.Access;
import io.prorata.application.port.ViewQuery;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Categories over one month or several. */
@Controller("/analytics")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AnalyticsController {

    private final ViewAnswers answers;
    private final CurrentMonth currentMonth;

    AnalyticsController(ViewAnswers answers, CurrentMonth currentMonth) {
        this.answers = answers;
        this.currentMonth = currentMonth;
    }

    /** Shows each category's statistics, its months, and how they changed; of {@code month}, or {@code from} and {@code to}. */
    @Get("/categories/optimized")
    HttpResponse<byte[]> categories(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue @Nullable YearMonth from,
            @QueryValue @Nullable YearMonth to,
            @QueryValue(value = "expense_types", defaultValue = "VARIABLE,FIXED") List<String> types,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request,
                access,
                new ViewQuery.Analytics(period(month, from, to, access), ExpenseTypes.read("expense_types", types)),
                useCache.isTrue());
    }

    private Period period(@Nullable YearMonth month, @Nullable YearMonth from, @Nullable YearMonth to, Access access) {
        if (from == null && to == null) {
            YearMonth only = currentMonth.or(month, access);
            return new Period(only, only);
        }
        if (month != null) {
            throw unreadable("month", "give a month, or from and to");
        }
        if (from == null || to == null) {
            throw unreadable(from == null ? "from" : "to", "from and to go together");
        }
        try {
            return new Period(from, to);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.invalid(new PartError.InParameter("to", String.valueOf(e.getMessage()))));
        }
    }

    private static ProblemException unreadable(String parameter, String detail) {
        return new ProblemException(Problem.unreadable(new PartError.InParameter(parameter, detail)));
    }
}
