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
import jakarta.validation.constraints.Positive;
import java.time.YearMonth;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is put aside. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ProvisionsController {

    private final ViewAnswers answers;
    private final CurrentMonth currentMonth;

    ProvisionsController(ViewAnswers answers, CurrentMonth currentMonth) {
        this.answers = answers;
        this.currentMonth = currentMonth;
    }

    /** Shows what each provision of the month comes to; {@code config_id}: as if that version of the config were in force. */
    @Get("/provisions/calculate/optimized")
    HttpResponse<byte[]> calculate(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue("config_id") @Nullable @Positive Long configId,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        OptionalLong config = configId == null ? OptionalLong.empty() : OptionalLong.of(configId);
        return answers.answer(
                request, access, new ViewQuery.Provisions(currentMonth.or(month, access), config), useCache.isTrue());
    }

    /** Shows every provision of the month in full. */
    @Get("/dashboard/provisions/details")
    HttpResponse<byte[]> details(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request, access, new ViewQuery.ProvisionDetails(currentMonth.or(month, access)), useCache.isTrue());
    }

    /** Shows what the month's provisions come to, all together and by category. */
    @Get("/custom-provisions/summary")
    HttpResponse<byte[]> summary(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request, access, new ViewQuery.ProvisionsSummary(currentMonth.or(month, access)), useCache.isTrue());
    }

    /** Shows the month's provisions by category. */
    @Get("/dashboard/savings")
    HttpResponse<byte[]> savings(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue @Nullable String category,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request,
                access,
                new ViewQuery.SavingsByCategory(currentMonth.or(month, access), CategoryNames.inParameter(category)),
                useCache.isTrue());
    }
}
