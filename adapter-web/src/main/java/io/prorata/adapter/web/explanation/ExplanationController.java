package io.prorata.adapter.web.explanation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.explanation.ExplainFigure;
import io.prorata.application.explanation.FigureQuery;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.request.Access;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The derivation of figures. */
@Controller("/explain")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExplanationController {

    private final ExplainFigure explainFigure;
    private final ShowCurrentMonth showCurrentMonth;

    ExplanationController(ExplainFigure explainFigure, ShowCurrentMonth showCurrentMonth) {
        this.explainFigure = explainFigure;
        this.showCurrentMonth = showCurrentMonth;
    }

    /**
     * Explain a figure. {@code figure} is a JSON pointer (RFC 6901) to an amount or a percentage of a view: of {@code /dashboard/summary}
     * ({@code summary}), {@code /settlement} ({@code settlement}) or {@code /dashboard/provisions/details} ({@code provisions}). The view's
     * own parameters are stated too. {@code of} names a figure by what it is about in place of a pointer: {@code member:ines}, {@code bill:Rent}
     * (a label or an id), {@code provision:Holidays}, {@code category:Groceries}, {@code transfer:jules:ines}. The answer is the tree of steps that lead to the figure, each with its value; its leaves are stated
     * values and sums of rows.
     */
    @Get
    HttpResponse<ExplanationResponse> explain(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable String figure,
            @QueryValue @Nullable String of,
            @QueryValue(defaultValue = "summary") String view,
            @QueryValue @Nullable YearMonth month,
            @QueryValue @Nullable YearMonth from,
            @QueryValue @Nullable YearMonth to,
            @QueryValue @Nullable String basis,
            @QueryValue("include_before") @Nullable Flag includeBefore) {
        var asked = new FigureRequest(view, figure, of, month, from, to, basis, includeBefore);
        FigureQuery query = asked.query(showCurrentMonth.show(access.household()));
        var shown = FigureRequest.shown(explainFigure.explain(access.household(), query));
        return Answers.listed(request, shown, query, ExplanationResponse::of);
    }
}
