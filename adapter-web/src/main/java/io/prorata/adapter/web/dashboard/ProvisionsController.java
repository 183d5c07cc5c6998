package io.prorata.adapter.web.dashboard;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.prorata.adapter.web.answer.ViewAnswers;
import io.prorata.adapter.web.parameter.CategoryParameter;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.query.ProvisionDetailsQuery;
import io.prorata.application.query.ProvisionsQuery;
import io.prorata.application.query.ProvisionsSummaryQuery;
import io.prorata.application.query.SavingsQuery;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import jakarta.validation.constraints.Positive;
import java.time.YearMonth;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The provisions of a month. */
@Controller
class ProvisionsController {

    private final ViewAnswers answers;

    ProvisionsController(ViewAnswers answers) {
        this.answers = answers;
    }

    /** Calculate the provisions of a month. With {@code config_id}, as if that configuration version were in force. */
    @Get("/provisions/calculate/optimized")
    CompletionStage<HttpResponse<Document>> calculate(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue("config_id") @Nullable @Positive Long configId,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        OptionalLong config = configId == null ? OptionalLong.empty() : OptionalLong.of(configId);
        return answers.answer(request, access, month, shown -> new ProvisionsQuery(shown, config), useCache.isTrue());
    }

    /** Get provisions of a month in full. */
    @Get("/dashboard/provisions/details")
    CompletionStage<HttpResponse<Document>> details(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(request, access, month, shown -> new ProvisionDetailsQuery(shown), useCache.isTrue());
    }

    /** Get provision totals of a month. In all and by category. */
    @Get("/custom-provisions/summary")
    CompletionStage<HttpResponse<Document>> summary(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(request, access, month, shown -> new ProvisionsSummaryQuery(shown), useCache.isTrue());
    }

    /** Get savings of a month. Provisions by category. */
    @Get("/dashboard/savings")
    CompletionStage<HttpResponse<Document>> savings(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue @Nullable String category,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request,
                access,
                month,
                shown -> new SavingsQuery(shown, CategoryParameter.inParameter(category)),
                useCache.isTrue());
    }
}
