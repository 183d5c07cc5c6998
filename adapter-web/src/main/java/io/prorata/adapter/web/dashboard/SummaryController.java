package io.prorata.adapter.web.dashboard;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.prorata.adapter.web.answer.ViewAnswers;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.query.SlimSummaryQuery;
import io.prorata.application.query.SummaryQuery;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import java.time.YearMonth;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The month's dashboard. */
@Controller("/dashboard/summary")
final class SummaryController {

    private final ViewAnswers answers;

    SummaryController(ViewAnswers answers) {
        this.answers = answers;
    }

    /** Get the short summary of a month. The figures of a first screen; both paths answer the same. */
    @Get(uris = {"/slim", "/optimized"})
    CompletionStage<HttpResponse<Document>> slim(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(request, access, month, shown -> new SlimSummaryQuery(shown), useCache.isTrue());
    }

    /** Get the summary of a month. Incomes, plan beside actual, and the shares of every line. */
    @Get
    CompletionStage<HttpResponse<Document>> summary(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(request, access, month, shown -> new SummaryQuery(shown), useCache.isTrue());
    }
}
