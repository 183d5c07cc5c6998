package io.prorata.adapter.web.explanation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.explanation.ExplainFigure;
import io.prorata.application.request.Access;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The derivation of figures. */
@Controller("/explain")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExplanationController {

    private final ExplainFigure explainFigure;

    ExplanationController(ExplainFigure explainFigure) {
        this.explainFigure = explainFigure;
    }

    /**
     * Explain a figure. {@code figure} is a JSON pointer (RFC 6901) into the month's {@code /dashboard/summary}: an amount or a percentage.
     * The answer is the tree of steps that lead to it, each with its value; its leaves are stated values and sums of rows.
     */
    @Get
    HttpResponse<ExplanationResponse> explain(
            HttpRequest<?> request, Access access, @QueryValue String figure, @QueryValue @Nullable YearMonth month) {
        var shown = explainFigure.explain(access.household(), Optional.ofNullable(month), figure);
        if (shown.thing().step().isEmpty()) {
            throw new ProblemException(Problem.invalid(new PartError.InParameter(
                    "figure", "the summary of " + shown.thing().month() + " shows no figure there")));
        }
        return Answers.listed(request, shown, List.of(shown.thing().month(), figure), ExplanationResponse::of);
    }
}
