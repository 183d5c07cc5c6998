package io.prorata.adapter.web.plan;

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
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.plan.EndFixedExpense;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.plan.RemoveFixedExpense;
import io.prorata.application.plan.ReviseFixedExpense;
import io.prorata.application.plan.ShowFixedExpense;
import io.prorata.application.plan.ShowFixedExpenses;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.PatchField;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.time.Timeline;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recurring bills. */
@Controller("/fixed-expenses")
@ExecuteOn(TaskExecutors.BLOCKING)
class FixedExpenseController {

    private final PlanFixedExpense planFixedExpense;
    private final ShowFixedExpense showFixedExpense;
    private final ShowFixedExpenses showFixedExpenses;
    private final IdempotencyKeys once;
    private final PlanResource<
                    FixedExpense,
                    FixedTerms,
                    FixedExpenseRequest,
                    ReviseFixedExpense.Command,
                    WrittenFixedExpenseResponse>
            bills;

    FixedExpenseController(
            PlanFixedExpense planFixedExpense,
            ReviseFixedExpense reviseFixedExpense,
            EndFixedExpense endFixedExpense,
            RemoveFixedExpense removeFixedExpense,
            ShowFixedExpense showFixedExpense,
            ShowFixedExpenses showFixedExpenses,
            ShowCurrentMonth showCurrentMonth,
            IdempotencyKeys once) {
        this.planFixedExpense = planFixedExpense;
        this.showFixedExpense = showFixedExpense;
        this.showFixedExpenses = showFixedExpenses;
        this.once = once;
        this.bills = new PlanResource<>(
                showFixedExpense::show,
                reviseFixedExpense::revise,
                endFixedExpense::end,
                removeFixedExpense::remove,
                showCurrentMonth,
                new BillForm(),
                change -> WrittenFixedExpenseResponse.of(change, false));
    }

    record BillForm()
            implements PlanResource.Form<FixedExpense, FixedTerms, FixedExpenseRequest, ReviseFixedExpense.Command> {

        @Override
        public Timeline<FixedTerms> terms(FixedExpense bill) {
            return bill.terms();
        }

        @Override
        public FixedExpenseRequest body(FixedExpense bill, FixedTerms terms, AmountText amounts) {
            return FixedExpenseRequest.of(bill, terms, amounts);
        }

        @Override
        public PatchField<YearMonth> until(FixedExpenseRequest body) {
            return body.until();
        }

        @Override
        public ReviseFixedExpense.Command command(
                FixedExpenseRequest body, AmountText amounts, PatchField<YearMonth> until) {
            return body.command(amounts, until);
        }
    }

    /** List fixed expenses of a month. With {@code all}, also those that have ended or not begun. */
    @Get
    @GivesRows("fixed_expenses")
    HttpResponse<FixedExpensesResponse> list(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(defaultValue = "false") Flag all) {
        var shown = showFixedExpenses.show(access.household(), Optional.ofNullable(month), all.isTrue());
        return Answers.listed(request, shown, List.of(shown.thing().month(), all), FixedExpensesResponse::of);
    }

    /** Create a fixed expense. {@code dry_run} reports without creating; {@code plans_moved} names the past months it changes. */
    @Post
    HttpResponse<WrittenFixedExpenseResponse> plan(
            HttpRequest<?> request,
            Access access,
            @QueryValue(value = "dry_run", defaultValue = "false") Flag dryRun,
            @Body @Valid NewFixedExpenseRequest body) {
        var command =
                new InCurrency<>(body.command(new AmountText(access.currency()), dryRun.isTrue()), access.currency());
        return once.answer(request, access, body, actor -> {
            var planned = planFixedExpense.plan(access.household(), actor, command);
            var response = WrittenFixedExpenseResponse.of(planned.result(), dryRun.isTrue());
            return dryRun.isTrue()
                    ? Answers.done(planned, response)
                    : Answers.created(
                            planned,
                            URI.create("/fixed-expenses/"
                                    + planned.result().thing().id()),
                            response);
        });
    }

    /** Get a fixed expense. With all its terms. */
    @Get("/{id}")
    HttpResponse<FixedExpenseResponse> show(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(request, showFixedExpense.show(access.household(), id), FixedExpenseController::response);
    }

    /** Get the timeline of a fixed expense. Its terms, and from which month on each is in effect. */
    @Get("/{id}/timeline")
    @GivesRows("timeline")
    HttpResponse<FixedExpenseResponse.TimelineResponse> timeline(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(
                request,
                showFixedExpense.show(access.household(), id),
                bill -> new FixedExpenseResponse.TimelineResponse(response(bill).timeline()));
    }

    /** Replace a fixed expense. From a month on; {@code restate} allows a month that is over. */
    @Put("/{id}")
    HttpResponse<WrittenFixedExpenseResponse> replace(
            HttpRequest<?> request,
            Access access,
            long id,
            @QueryValue @Nullable YearMonth from,
            @QueryValue(defaultValue = "false") Flag restate,
            @Body @Valid FixedExpenseRequest body) {
        return bills.replace(request, access, id, from, restate, body);
    }

    /** Update a fixed expense. A merge patch (RFC 7396); new terms take effect in a month. */
    @Patch("/{id}")
    @Consumes({MediaTypes.JSON, MediaTypes.MERGE_PATCH})
    HttpResponse<WrittenFixedExpenseResponse> change(
            HttpRequest<?> request,
            Access access,
            long id,
            @QueryValue @Nullable YearMonth from,
            @QueryValue(defaultValue = "false") Flag restate,
            @Body MergePatch<FixedExpenseRequest> patch) {
        return bills.patch(request, access, id, from, restate, patch);
    }

    /**
     * End a fixed expense. {@code from} is the first month without it; earlier months stay. {@code as=mistake} removes it wholly, if no
     * transaction pays it.
     */
    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<WrittenFixedExpenseResponse> end(
            HttpRequest<?> request,
            Access access,
            long id,
            @QueryValue @Nullable String as,
            @QueryValue @Nullable YearMonth from,
            @QueryValue(defaultValue = "false") Flag restate) {
        return bills.end(request, access, id, as, from, restate);
    }

    private static FixedExpenseResponse response(ReadResult<FixedExpense> expense) {
        return FixedExpenseResponse.of(expense.thing(), new AmountText(expense.currency()));
    }
}
