package io.prorata.adapter.web.category;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.category.RenameCategory;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import jakarta.validation.Valid;

/** The names of categories. */
@Controller("/categories")
@ExecuteOn(TaskExecutors.BLOCKING)
class CategoryNamesController {

    private final RenameCategory renameCategory;
    private final IdempotencyKeys once;

    CategoryNamesController(RenameCategory renameCategory, IdempotencyKeys once) {
        this.renameCategory = renameCategory;
        this.once = once;
    }

    /**
     * Rename or merge a category. In all transactions, bills, provisions, budgets and the category mapping; later rows and bank files of
     * the former name get the new one. If the new name exists, both become one. {@code dry_run} reports without changing: every total
     * that changes, before and after.
     */
    @Post("/renames")
    HttpResponse<RenameResponse> rename(
            HttpRequest<?> request,
            Access access,
            @QueryValue(value = "dry_run", defaultValue = "false") Flag dryRun,
            @Body @Valid RenameRequest body) {
        var command = new InCurrency<>(body.command(dryRun.isTrue()), access.currency());
        return once.answer(request, access, body, actor -> {
            var renamed = renameCategory.rename(access.household(), actor, command);
            return Answers.done(renamed, RenameResponse.of(renamed.result()));
        });
    }
}
