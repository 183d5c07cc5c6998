package io.prorata.adapter.web.budget;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.GivesRows;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.MediaTypes;
import io.prorata.adapter.web.json.MergePatch;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.plan.PlanResource;
import io.prorata.application.budget.EndBudget;
import io.prorata.application.budget.PlanBudget;
import io.prorata.application.budget.RemoveBudget;
import io.prorata.application.budget.ReviseBudget;
import io.prorata.application.budget.ShowBudget;
import io.prorata.application.budget.ShowBudgets;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.PatchField;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.time.Timeline;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The expected monthly spending of categories. */
@Controller("/budgets")
@ExecuteOn(TaskExecutors.BLOCKING)
class BudgetController {

    private final PlanBudget planBudget;
    private final ShowBudget showBudget;
    private final ShowBudgets showBudgets;
    private final IdempotencyKeys once;
    private final PlanResource<Budget, BudgetTerms, BudgetRequest, ReviseBudget.Command, WrittenBudgetResponse> budgets;

    BudgetController(
            PlanBudget planBudget,
            ReviseBudget reviseBudget,
            EndBudget endBudget,
            RemoveBudget removeBudget,
            ShowBudget showBudget,
            ShowBudgets showBudgets,
            ShowCurrentMonth showCurrentMonth,
            IdempotencyKeys once) {
        this.planBudget = planBudget;
        this.showBudget = showBudget;
        this.showBudgets = showBudgets;
        this.once = once;
        this.budgets = new PlanResource<>(
                showBudget::show,
                reviseBudget::revise,
                endBudget::end,
                removeBudget::remove,
                showCurrentMonth,
                new BudgetForm(),
                change -> WrittenBudgetResponse.of(change, false));
    }

    record BudgetForm() implements PlanResource.Form<Budget, BudgetTerms, BudgetRequest, ReviseBudget.Command> {

        @Override
        public Timeline<BudgetTerms> terms(Budget budget) {
            return budget.terms();
        }

        @Override
        public BudgetRequest body(Budget budget, BudgetTerms terms, AmountText amounts) {
            return BudgetRequest.of(budget, terms, amounts);
        }

        @Override
        public PatchField<YearMonth> until(BudgetRequest body) {
            return body.until();
        }

        @Override
        public ReviseBudget.Command command(BudgetRequest body, AmountText amounts, PatchField<YearMonth> until) {
            return body.command(amounts, until);
        }
    }

    /** List budgets of a month. With {@code all}, also those that have ended or not begun. */
    @Get
    @GivesRows("budgets")
    HttpResponse<BudgetsResponse> list(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(defaultValue = "false") Flag all) {
        var shown = showBudgets.show(access.household(), Optional.ofNullable(month), all.isTrue());
        return Answers.listed(request, shown, List.of(shown.thing().month(), all), BudgetsResponse::of);
    }

    /** Create a budget. {@code dry_run} reports without creating; {@code plans_moved} names the past months it changes. */
    @Post
    HttpResponse<WrittenBudgetResponse> plan(
            HttpRequest<?> request,
            Access access,
            @QueryValue(value = "dry_run", defaultValue = "false") Flag dryRun,
            @Body @Valid NewBudgetRequest body) {
        var command =
                new InCurrency<>(body.command(new AmountText(access.currency()), dryRun.isTrue()), access.currency());
        return once.answer(request, access, body, actor -> {
            var planned = planBudget.plan(access.household(), actor, command);
            var response = WrittenBudgetResponse.of(planned.result(), dryRun.isTrue());
            return dryRun.isTrue()
                    ? Answers.done(planned, response)
                    : Answers.created(
                            planned,
                            URI.create("/budgets/" + planned.result().thing().id()),
                            response);
        });
    }

    /** Get a budget. With all its terms. */
    @Get("/{id}")
    HttpResponse<BudgetResponse> show(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(request, showBudget.show(access.household(), id), BudgetController::response);
    }

    /** Get the timeline of a budget. Its terms, and from which month on each is in effect. */
    @Get("/{id}/timeline")
    @GivesRows("timeline")
    HttpResponse<BudgetResponse.TimelineResponse> timeline(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(
                request,
                showBudget.show(access.household(), id),
                budget -> new BudgetResponse.TimelineResponse(response(budget).timeline()));
    }

    /** Replace a budget. From a month on; {@code restate} allows a month that is over. */
    @Put("/{id}")
    HttpResponse<WrittenBudgetResponse> replace(
            HttpRequest<?> request,
            Access access,
            long id,
            @QueryValue @Nullable YearMonth from,
            @QueryValue(defaultValue = "false") Flag restate,
            @Body @Valid BudgetRequest body) {
        return budgets.replace(request, access, id, from, restate, body);
    }

    /** Update a budget. A merge patch (RFC 7396); new terms take effect in a month. */
    @Patch("/{id}")
    @Consumes({MediaTypes.JSON, MediaTypes.MERGE_PATCH})
    HttpResponse<WrittenBudgetResponse> change(
            HttpRequest<?> request,
            Access access,
            long id,
            @QueryValue @Nullable YearMonth from,
            @QueryValue(defaultValue = "false") Flag restate,
            @Body MergePatch<BudgetRequest> patch) {
        return budgets.patch(request, access, id, from, restate, patch);
    }

    /**
     * End a budget. {@code from} is the first month without it; earlier months stay. {@code as=mistake} removes it wholly.
     */
    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<WrittenBudgetResponse> end(
            HttpRequest<?> request,
            Access access,
            long id,
            @QueryValue @Nullable String as,
            @QueryValue @Nullable YearMonth from,
            @QueryValue(defaultValue = "false") Flag restate) {
        return budgets.end(request, access, id, as, from, restate);
    }

    private static BudgetResponse response(ReadResult<Budget> budget) {
        return BudgetResponse.of(budget.thing(), new AmountText(budget.currency()));
    }
}
