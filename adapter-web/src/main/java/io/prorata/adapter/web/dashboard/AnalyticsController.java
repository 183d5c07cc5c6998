package io.prorata.adapter.web.dashboard;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.prorata.adapter.web.answer.ViewAnswers;
import io.prorata.adapter.web.parameter.ExpenseTypes;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.query.AnalyticsQuery;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.ledger.ExpenseType;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Categories over one month or several. */
@Controller("/analytics")
final class AnalyticsController {

    private final ViewAnswers answers;

    AnalyticsController(ViewAnswers answers) {
        this.answers = answers;
    }

    /**
     * Get category statistics. For {@code month}, or for the months from {@code from} to {@code to}: totals, the single months, and how
     * they changed.
     */
    @Get("/categories/optimized")
    CompletionStage<HttpResponse<Document>> categories(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue @Nullable YearMonth from,
            @QueryValue @Nullable YearMonth to,
            @QueryValue(value = "expense_types", defaultValue = "VARIABLE,FIXED") List<String> types,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        Set<ExpenseType> wanted = ExpenseTypes.read("expense_types", types);
        Optional<Period> stated = StatedPeriod.of(month, from, to);
        return answers.answer(
                request,
                access,
                stated.map(Period::to).orElse(month),
                shown -> new AnalyticsQuery(stated.orElseGet(() -> new Period(shown, shown)), wanted),
                useCache.isTrue());
    }
}
