package io.prorata.adapter.web.dashboard;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.prorata.adapter.web.answer.ViewAnswers;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.query.YearQuery;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Months side by side. */
@Controller("/dashboard")
final class YearController {

    private final ViewAnswers answers;

    YearController(ViewAnswers answers) {
        this.answers = answers;
    }

    /**
     * Get months side by side. The twelve that end with {@code month}, or those from {@code from} to {@code to}, at most 36: totals, member
     * totals, plan beside actual, spending by category, and what is put aside.
     */
    @Get("/year")
    CompletionStage<HttpResponse<Document>> year(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue @Nullable YearMonth from,
            @QueryValue @Nullable YearMonth to,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        Optional<YearQuery> stated = StatedPeriod.of(month, from, to).map(YearController::query);
        return answers.answer(
                request,
                access,
                stated.map(YearQuery::month).orElse(month),
                shown -> stated.orElseGet(() -> YearQuery.to(shown)),
                useCache.isTrue());
    }

    private static YearQuery query(Period period) {
        try {
            return new YearQuery(period);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.invalid(new PartError.InParameter("to", String.valueOf(e.getMessage()))));
        }
    }
}
