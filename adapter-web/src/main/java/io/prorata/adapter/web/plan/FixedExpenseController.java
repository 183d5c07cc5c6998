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
import io.prorata.application.request.InCurrency;
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

    /** Lists the bills that hold in a month; {@code all}: also those that have ended or not yet begun. */
    @Get
    HttpResponse<FixedExpensesResponse> list(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(defaultValue = "false") Flag all) {
        var shown = showFixedExpenses.show(access.household(), Optional.ofNullable(month), all.isTrue());
        return Answers.listed(request, shown, List.of(shown.thing().thing().month(), all), FixedExpensesResponse::of);
    }

    /**
     * Plans a bill; {@code dry_run}: only says what would happen. The answer names the months that are over and are not as they were
     * ({@code plans_moved}).
     */
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

    /** Shows a bill with all its terms. */
    @Get("/{id}")
    HttpResponse<FixedExpenseResponse> show(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(request, showFixedExpense.show(access.household(), id), FixedExpenseController::response);
    }

    /** Shows what holds of a bill from which month on. */
    @Get("/{id}/timeline")
    HttpResponse<List<FixedExpenseResponse.TermsResponse>> timeline(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(
                request,
                showFixedExpense.show(access.household(), id),
                bill -> response(bill).timeline());
    }

    /** States a bill anew from a month on; {@code restate}: although that month is over. */
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

    /** Changes what the body names of a bill (RFC 7396), its terms from a month on. */
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
     * Ends a bill: {@code from} is the first month without it. Its past stays. {@code as=mistake}: removes it wholly, where no
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

    private static FixedExpenseResponse response(InCurrency<FixedExpense> expense) {
        return FixedExpenseResponse.of(expense.thing(), new AmountText(expense.currency()));
    }
}
