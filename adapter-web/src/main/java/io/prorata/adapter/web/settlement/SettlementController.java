package io.prorata.adapter.web.settlement;

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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.GivesRows;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.answer.PageLinks;
import io.prorata.adapter.web.answer.Patches;
import io.prorata.adapter.web.answer.Preconditions;
import io.prorata.adapter.web.answer.RowForm;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.MediaTypes;
import io.prorata.adapter.web.json.MergePatch;
import io.prorata.adapter.web.parameter.Limit;
import io.prorata.adapter.web.parameter.Offset;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.settlement.RecordSettlement;
import io.prorata.application.settlement.RemoveSettlement;
import io.prorata.application.settlement.ReviseSettlement;
import io.prorata.application.settlement.ShowSettlement;
import io.prorata.application.settlement.ShowSettlements;
import io.prorata.domain.settlement.Settlement;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Payments between members and the pot. */
@Controller("/settlements")
@ExecuteOn(TaskExecutors.BLOCKING)
class SettlementController {

    private final RecordSettlement recordSettlement;
    private final ReviseSettlement reviseSettlement;
    private final RemoveSettlement removeSettlement;
    private final ShowSettlement showSettlement;
    private final ShowSettlements showSettlements;
    private final IdempotencyKeys once;

    SettlementController(
            RecordSettlement recordSettlement,
            ReviseSettlement reviseSettlement,
            RemoveSettlement removeSettlement,
            ShowSettlement showSettlement,
            ShowSettlements showSettlements,
            IdempotencyKeys once) {
        this.recordSettlement = recordSettlement;
        this.reviseSettlement = reviseSettlement;
        this.removeSettlement = removeSettlement;
        this.showSettlement = showSettlement;
        this.showSettlements = showSettlements;
        this.once = once;
    }

    /** List settlements. The latest month first, from the month {@code from} to the month {@code to}. */
    @Get
    @GivesRows("settlements")
    HttpResponse<SettlementsResponse> list(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth from,
            @QueryValue @Nullable YearMonth to,
            @QueryValue(defaultValue = Limit.USUAL) Limit limit,
            @QueryValue @Nullable Offset offset) {
        long start = offset == null ? 0 : offset.items();
        int most = RowForm.most(request, limit.items());
        var shown = showSettlements.show(
                access.household(), Optional.ofNullable(from), Optional.ofNullable(to), most, start);
        ShowSettlements.SettlementPage page = shown.thing();
        Optional<PageLinks.Next> next =
                PageLinks.Next.behind(start, page.settlements().size(), page.hasMore());
        HttpResponse<SettlementsResponse> response = Answers.listed(
                request,
                shown,
                Arrays.asList(from, to, most, start),
                read -> SettlementsResponse.of(
                        read, next.map(place -> place.url(request)).orElse(null)));
        return PageLinks.linked(response, request, OptionalLong.of(start), most, next);
    }

    /** Create a settlement. It counts in the month of its date, unless it names the {@code month} that it settles. */
    @Post
    HttpResponse<RecordedSettlementResponse> record(
            HttpRequest<?> request, Access access, @Body @Valid SettlementRequest body) {
        var terms = new InCurrency<>(body.terms(new AmountText(access.currency())), access.currency());
        return once.answer(request, access, body, actor -> {
            var recorded = recordSettlement.record(access.household(), actor, terms);
            return Answers.created(
                    recorded,
                    URI.create("/settlements/"
                            + recorded.result().thing().settlement().id()),
                    new RecordedSettlementResponse(
                            SettlementResponse.of(
                                    recorded.result().thing().settlement(),
                                    new AmountText(recorded.result().currency())),
                            recorded.result().thing().offered()));
        });
    }

    /** Get a settlement. */
    @Get("/{id}")
    HttpResponse<SettlementResponse> show(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(
                request,
                showSettlement.show(access.household(), id),
                settlement -> SettlementResponse.of(settlement.thing(), new AmountText(settlement.currency())));
    }

    /** Update a settlement. A merge patch (RFC 7396). */
    @Patch("/{id}")
    @Consumes({MediaTypes.JSON, MediaTypes.MERGE_PATCH})
    HttpResponse<SettlementResponse> change(
            HttpRequest<?> request, Access access, long id, @Body MergePatch<SettlementRequest> patch) {
        var amounts = new AmountText(access.currency());
        var revised = Patches.applied(
                request,
                () -> showSettlement.show(access.household(), id),
                (settlement, read) -> reviseSettlement.revise(
                        access.household(),
                        access.actor(),
                        id,
                        read,
                        new InCurrency<>(
                                patch.over(SettlementRequest.of(settlement, amounts))
                                        .terms(amounts),
                                access.currency())));
        return Answers.changed(revised, response(revised.result()));
    }

    /** Delete a settlement. */
    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<Void> remove(HttpRequest<?> request, Access access, long id) {
        return Answers.gone(
                removeSettlement.remove(access.household(), access.actor(), id, Preconditions.expected(request)));
    }

    private static SettlementResponse response(PlanChange<Settlement> change) {
        return SettlementResponse.of(change.thing(), new AmountText(change.currency()));
    }
}
