package io.prorata.adapter.web.dashboard;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.prorata.adapter.web.answer.ViewAnswers;
import io.prorata.adapter.web.parameter.CategoryParameter;
import io.prorata.adapter.web.parameter.ExpenseTypes;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.query.CategoriesQuery;
import io.prorata.application.query.HierarchyQuery;
import io.prorata.application.query.SubcategoriesQuery;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import io.prorata.domain.ledger.ExpenseType;
import java.time.YearMonth;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A month's transactions in groups. */
@Controller("/transactions")
final class HierarchyController {

    private final ViewAnswers answers;

    HierarchyController(ViewAnswers answers) {
        this.answers = answers;
    }

    /** Get the category hierarchy of a month. Expense types, their categories and subcategories; of one type if it is named. */
    @Get("/hierarchy")
    CompletionStage<HttpResponse<Document>> hierarchy(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue("expense_type") @Nullable ExpenseType type,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request,
                access,
                month,
                shown -> new HierarchyQuery(shown, ExpenseTypes.orAll(type)),
                useCache.isTrue());
    }

    /** List categories of a month. */
    @Get("/categories")
    CompletionStage<HttpResponse<Document>> categories(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue("expense_type") @Nullable ExpenseType type,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request,
                access,
                month,
                shown -> new CategoriesQuery(shown, ExpenseTypes.orAll(type)),
                useCache.isTrue());
    }

    /** List subcategories of a month. Of one category if it is named. */
    @Get("/subcategories")
    CompletionStage<HttpResponse<Document>> subcategories(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue("expense_type") @Nullable ExpenseType type,
            @QueryValue @Nullable String category,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request,
                access,
                month,
                shown -> new SubcategoriesQuery(
                        shown, ExpenseTypes.orAll(type), CategoryParameter.inParameter(category)),
                useCache.isTrue());
    }
}
