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
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.answer.Preconditions;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.MediaTypes;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.EndFixedExpense;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.plan.RemoveFixedExpense;
import io.prorata.application.plan.ReviseFixedExpense;
import io.prorata.application.plan.ShowFixedExpense;
import io.prorata.application.plan.ShowFixedExpenses;
import io.prorata.application.request.Access;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.expense.FixedExpense;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bills that come back. */
@Controller("/fixed-expenses")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FixedExpenseController {

    private final PlanFixedExpense planFixedExpense;
    private final ReviseFixedExpense reviseFixedExpense;
    private final EndFixedExpense endFixedExpense;
    private final RemoveFixedExpense removeFixedExpense;
    private final ShowFixedExpense showFixedExpense;
    private final ShowFixedExpenses showFixedExpenses;
    private final IdempotencyKeys once;

    FixedExpenseController(
            PlanFixedExpense planFixedExpense,
            ReviseFixedExpense reviseFixedExpense,
            EndFixedExpense endFixedExpense,
            RemoveFixedExpense removeFixedExpense,
            ShowFixedExpense showFixedExpense,
            ShowFixedExpenses showFixedExpenses,
            IdempotencyKeys once) {
        this.planFixedExpense = planFixedExpense;
        this.reviseFixedExpense = reviseFixedExpense;
        this.endFixedExpense = endFixedExpense;
        this.removeFixedExpense = removeFixedExpense;
        this.showFixedExpense = showFixedExpense;
        this.showFixedExpenses = showFixedExpenses;
        this.once = once;
    }

    /** List fixed expenses of a month. With {@code all}, also those that have ended or not yet begun. */
    @Get
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
            @Body byte[] body) {
        return once.answer(request, access, body, () -> {
            var planned = planFixedExpense.plan(
                    access.household(),
                    access.actor(),
                    currency -> FixedExpenseRequest.read(body, currency, dryRun.isTrue()));
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
    HttpResponse<List<FixedExpenseResponse.TermsResponse>> timeline(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(
                request,
                showFixedExpense.show(access.household(), id),
                bill -> response(bill).timeline());
    }

    /** Replace a fixed expense. From a month on; {@code restate} allows a month that is over. */
    @Put("/{id}")
    HttpResponse<WrittenFixedExpenseResponse> replace(
            HttpRequest<?> request,
            Access access,
            long id,
            @QueryValue @Nullable YearMonth from,
            @QueryValue(defaultValue = "false") Flag restate,
            @Body byte[] body) {
        var revised = reviseFixedExpense.revise(
                access.household(),
                access.actor(),
                id,
                Preconditions.expected(request),
                new EffectiveFrom(Optional.ofNullable(from), restate.isTrue()),
                (currency, before, inForce) -> FixedExpenseRequest.readWhole(body, currency));
        return Answers.changed(revised, WrittenFixedExpenseResponse.of(revised.result(), false));
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
            @Body byte[] body) {
        var revised = reviseFixedExpense.revise(
                access.household(),
                access.actor(),
                id,
                Preconditions.expected(request),
                new EffectiveFrom(Optional.ofNullable(from), restate.isTrue()),
                (currency, before, inForce) -> FixedExpenseRequest.readPatch(body, currency, before, inForce));
        return Answers.changed(revised, WrittenFixedExpenseResponse.of(revised.result(), false));
    }

    /**
     * End a fixed expense. {@code from} is the first month without it; earlier months stay. {@code as=mistake} removes it wholly, where no
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
        if (Mistake.isMeant(as, from, restate)) {
            var removed =
                    removeFixedExpense.remove(access.household(), access.actor(), id, Preconditions.expected(request));
            return Answers.done(removed, WrittenFixedExpenseResponse.of(removed.result(), false));
        }
        var ended = endFixedExpense.end(
                access.household(),
                access.actor(),
                id,
                Preconditions.expected(request),
                new EffectiveFrom(Optional.ofNullable(from), restate.isTrue()));
        return Answers.changed(ended, WrittenFixedExpenseResponse.of(ended.result(), false));
    }

    private static FixedExpenseResponse response(ReadResult<FixedExpense> expense) {
        return FixedExpenseResponse.of(expense.thing(), new AmountText(expense.currency()));
    }
}
