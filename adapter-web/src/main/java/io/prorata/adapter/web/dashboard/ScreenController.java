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

/** The complete dashboard in one call, and its part of bills. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ScreenController {

    private final ViewAnswers answers;
    private final CurrentMonth currentMonth;

    ScreenController(ViewAnswers answers, CurrentMonth currentMonth) {
        this.answers = answers;
        this.currentMonth = currentMonth;
    }

    /** Shows a whole screen: summary, savings, expenses, the tree of categories, and the month before beside it. */
    @Get("/summary/enhanced")
    HttpResponse<byte[]> enhanced(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(request, access, new ViewQuery.Screen(currentMonth.or(month, access)), useCache.isTrue());
    }

    /** Shows the month's bills by category, beside what paid them. */
    @Get("/dashboard/expenses")
    HttpResponse<byte[]> expenses(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue @Nullable String category,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request,
                access,
                new ViewQuery.ExpensesByCategory(currentMonth.or(month, access), CategoryNames.inParameter(category)),
                useCache.isTrue());
    }
}
