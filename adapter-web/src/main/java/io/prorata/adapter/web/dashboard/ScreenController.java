package io.prorata.adapter.web.dashboard;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.prorata.adapter.web.answer.ViewAnswers;
import io.prorata.adapter.web.parameter.CategoryParameter;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.query.ExpensesQuery;
import io.prorata.application.query.ScreenQuery;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import java.time.YearMonth;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The complete dashboard in one request, and its fixed expenses. */
@Controller
final class ScreenController {

    private final ViewAnswers answers;

    ScreenController(ViewAnswers answers) {
        this.answers = answers;
    }

    /** Get a whole screen. Summary, savings, expenses and categories of a month, with the month before for comparison. */
    @Get("/summary/enhanced")
    CompletionStage<HttpResponse<Document>> enhanced(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(request, access, month, shown -> new ScreenQuery(shown), useCache.isTrue());
    }

    /** Get fixed expenses of a month. By category, beside the transactions that paid them. */
    @Get("/dashboard/expenses")
    CompletionStage<HttpResponse<Document>> expenses(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue @Nullable String category,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request,
                access,
                month,
                shown -> new ExpensesQuery(shown, CategoryParameter.inParameter(category)),
                useCache.isTrue());
    }
}
