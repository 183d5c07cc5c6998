package io.prorata.adapter.web.settlement;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.prorata.adapter.web.answer.ViewAnswers;
import io.prorata.adapter.web.parameter.Bases;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.query.SettlementQuery;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.settlement.Basis;
import java.time.YearMonth;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Who owes whom. */
@Controller("/settlement")
final class SettlingController {

    private final ViewAnswers answers;

    SettlingController(ViewAnswers answers) {
        this.answers = answers;
    }

    /**
     * Get who owes whom. From the month {@code from} to the month {@code to}, by the actual rows or by the plan ({@code basis}), with the
     * smallest set of transfers that settles it; with {@code include_before}, also the rest of earlier months.
     */
    @Get
    CompletionStage<HttpResponse<Document>> settle(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth from,
            @QueryValue @Nullable YearMonth to,
            @QueryValue(defaultValue = "actual") String basis,
            @QueryValue(value = "include_before", defaultValue = "false") Flag includeBefore,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        Basis by = Bases.read(basis);
        return answers.answer(
                request,
                access,
                to == null ? from : to,
                shown -> new SettlementQuery(period(from == null ? shown : from, shown), by, includeBefore.isTrue()),
                useCache.isTrue());
    }

    private static Period period(YearMonth from, YearMonth to) {
        try {
            return new Period(from, to);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.invalid(new PartError.InParameter("to", String.valueOf(e.getMessage()))));
        }
    }
}
