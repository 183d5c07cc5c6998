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
import io.prorata.adapter.web.parameter.ExpenseTypes;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.Access;
import io.prorata.application.port.ViewQuery;
import io.prorata.domain.ledger.ExpenseType;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A month's transactions in groups. */
@Controller("/transactions")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HierarchyController {

    private final ViewAnswers answers;
    private final CurrentMonth currentMonth;

    HierarchyController(ViewAnswers answers, CurrentMonth currentMonth) {
        this.answers = answers;
        this.currentMonth = currentMonth;
    }

    /** Shows types, their categories, and their subcategories; of all types unless one is named. */
    @Get("/hierarchy")
    HttpResponse<byte[]> hierarchy(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue("expense_type") @Nullable ExpenseType type,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request,
                access,
                new ViewQuery.Hierarchy(currentMonth.or(month, access), ExpenseTypes.orAll(type)),
                useCache.isTrue());
    }

    /** Shows the categories. */
    @Get("/categories")
    HttpResponse<byte[]> categories(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue("expense_type") @Nullable ExpenseType type,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request,
                access,
                new ViewQuery.Categories(currentMonth.or(month, access), ExpenseTypes.orAll(type)),
                useCache.isTrue());
    }

    /** Shows the subcategories, of all categories unless one is named. */
    @Get("/subcategories")
    HttpResponse<byte[]> subcategories(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue("expense_type") @Nullable ExpenseType type,
            @QueryValue @Nullable String category,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request,
                access,
                new ViewQuery.Subcategories(
                        currentMonth.or(month, access), ExpenseTypes.orAll(type), CategoryNames.inParameter(category)),
                useCache.isTrue());
    }
}
