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
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.Access;
import io.prorata.application.port.ViewQuery;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The month's dashboard. */
@Controller("/dashboard/summary")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SummaryController {

    private final ViewAnswers answers;
    private final CurrentMonth currentMonth;

    SummaryController(ViewAnswers answers, CurrentMonth currentMonth) {
        this.answers = answers;
        this.currentMonth = currentMonth;
    }

    /** Shows the month in the few figures of a first screen; both names are one handler. */
    @Get(uris = {"/slim", "/optimized"})
    HttpResponse<byte[]> slim(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request, access, new ViewQuery.SlimSummary(currentMonth.or(month, access)), useCache.isTrue());
    }

    /** Shows the month with incomes, plan beside actual, and the shares of every line. */
    @Get
    HttpResponse<byte[]> summary(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request, access, new ViewQuery.Summary(currentMonth.or(month, access)), useCache.isTrue());
    }
}
