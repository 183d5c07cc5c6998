package io.prorata.adapter.web.page.explain;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.explanation.ExplanationResponse;
import io.prorata.adapter.web.explanation.ExplanationText;
import io.prorata.adapter.web.explanation.FigureRequest;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.explanation.ExplainFigure;
import io.prorata.application.explanation.FigureQuery;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.request.Access;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The screen that explains a figure in words. */
@OfPage
@Controller("/explained")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExplainController {

    private final Screens screens;
    private final ExplainFigure explainFigure;
    private final ShowCurrentMonth showCurrentMonth;

    ExplainController(Screens screens, ExplainFigure explainFigure, ShowCurrentMonth showCurrentMonth) {
        this.screens = screens;
        this.explainFigure = explainFigure;
        this.showCurrentMonth = showCurrentMonth;
    }

    @Get
    HttpResponse<byte[]> show(
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
        FigureQuery query = new FigureRequest(view, figure, of, month, from, to, basis, includeBefore)
                .query(showCurrentMonth.show(access.household()));
        boolean settling = query instanceof FigureQuery.OfSettlement;
        Frame frame = screens.frame(request, access, settling ? "settle" : "months", "explained");
        Words words = frame.words();
        var explained = FigureRequest.shown(explainFigure.explain(access.household(), query));
        List<ExplanationText.Line> lines = ExplanationText.of(ExplanationResponse.of(explained), words.language());
        String back = settling
                ? "/settle?month=" + query.month() + (basis == null ? "" : "&basis=" + basis)
                : "/months/" + query.month();
        var model = new ExplainModel(
                lines.getFirst().text(), words.month(query.month()), back, lines.subList(1, lines.size()));
        return screens.show(frame, "explained.jte", model);
    }
}
