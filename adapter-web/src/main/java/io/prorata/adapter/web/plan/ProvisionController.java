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
import io.prorata.adapter.web.answer.Preconditions;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.MediaTypes;
import io.prorata.adapter.web.json.MergePatch;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.plan.MovementsResponse.MovementResponse;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.provision.EndProvision;
import io.prorata.application.provision.MoveProvision;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.provision.RemoveProvision;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.provision.ShowMovement;
import io.prorata.application.provision.ShowMovements;
import io.prorata.application.provision.ShowProvision;
import io.prorata.application.provision.ShowProvisions;
import io.prorata.application.provision.TakeBackMovement;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.PatchField;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.provision.Movement.Way;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.time.Timeline;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Money set aside each month. */
@Controller("/provisions")
@ExecuteOn(TaskExecutors.BLOCKING)
class ProvisionController {

    private final PlanProvision planProvision;
    private final ShowProvision showProvision;
    private final ShowProvisions showProvisions;
    private final MoveProvision moveProvision;
    private final TakeBackMovement takeBackMovement;
    private final ShowMovement showMovement;
    private final ShowMovements showMovements;
    private final IdempotencyKeys once;
    private final PlanResource<
                    Provision, ProvisionTerms, ProvisionRequest, ReviseProvision.Command, WrittenProvisionResponse>
            provisions;

    ProvisionController(
            PlanProvision planProvision,
            ReviseProvision reviseProvision,
            EndProvision endProvision,
            RemoveProvision removeProvision,
            ShowProvision showProvision,
            ShowProvisions showProvisions,
            MoveProvision moveProvision,
            TakeBackMovement takeBackMovement,
            ShowMovement showMovement,
            ShowMovements showMovements,
            ShowCurrentMonth showCurrentMonth,
            IdempotencyKeys once) {
        this.planProvision = planProvision;
        this.showProvision = showProvision;
        this.showProvisions = showProvisions;
        this.moveProvision = moveProvision;
        this.takeBackMovement = takeBackMovement;
        this.showMovement = showMovement;
        this.showMovements = showMovements;
        this.once = once;
        this.provisions = new PlanResource<>(
                showProvision::show,
                reviseProvision::revise,
                endProvision::end,
                removeProvision::remove,
                showCurrentMonth,
                new ProvisionForm(),
                change -> WrittenProvisionResponse.of(change, false));
    }

    record ProvisionForm()
            implements PlanResource.Form<Provision, ProvisionTerms, ProvisionRequest, ReviseProvision.Command> {

        @Override
        public Timeline<ProvisionTerms> terms(Provision provision) {
            return provision.terms();
        }

        @Override
        public ProvisionRequest body(Provision provision, ProvisionTerms terms, AmountText amounts) {
            return ProvisionRequest.of(provision, terms, amounts);
        }

        @Override
        public PatchField<YearMonth> until(ProvisionRequest body) {
            return body.until();
        }

        @Override
        public ReviseProvision.Command command(ProvisionRequest body, AmountText amounts, PatchField<YearMonth> until) {
            return body.command(amounts, until);
        }
    }

    /** List provisions of a month, ended ones until they are empty. With {@code all}, also those that are empty or have not begun. */
    @Get
    @GivesRows("provisions")
    HttpResponse<PlannedProvisionsResponse> list(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(defaultValue = "false") Flag all) {
        var shown = showProvisions.show(access.household(), Optional.ofNullable(month), all.isTrue());
        return Answers.listed(request, shown, List.of(shown.thing().month(), all), PlannedProvisionsResponse::of);
    }

    /** Create a provision. {@code dry_run} reports without creating; {@code plans_moved} names the past months it changes. */
    @Post
    HttpResponse<WrittenProvisionResponse> plan(
            HttpRequest<?> request,
            Access access,
            @QueryValue(value = "dry_run", defaultValue = "false") Flag dryRun,
            @Body @Valid NewProvisionRequest body) {
        var command =
                new InCurrency<>(body.command(new AmountText(access.currency()), dryRun.isTrue()), access.currency());
        return once.answer(request, access, body, actor -> {
            var planned = planProvision.plan(access.household(), actor, command);
            var response = WrittenProvisionResponse.of(planned.result(), dryRun.isTrue());
            return dryRun.isTrue()
                    ? Answers.done(planned, response)
                    : Answers.created(
                            planned,
                            URI.create("/provisions/" + planned.result().thing().id()),
                            response);
        });
    }

    /** Get a provision. With all its terms. */
    @Get("/{id}")
    HttpResponse<ProvisionResponse> show(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(request, showProvision.show(access.household(), id), ProvisionController::response);
    }

    /** Get the timeline of a provision. Its terms, and from which month on each is in effect. */
    @Get("/{id}/timeline")
    @GivesRows("timeline")
    HttpResponse<ProvisionResponse.TimelineResponse> timeline(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(
                request,
                showProvision.show(access.household(), id),
                provision -> new ProvisionResponse.TimelineResponse(
                        response(provision).timeline()));
    }

    /** Replace a provision. From a month on; {@code restate} allows a month that is over. */
    @Put("/{id}")
    HttpResponse<WrittenProvisionResponse> replace(
            HttpRequest<?> request,
            Access access,
            long id,
            @QueryValue @Nullable YearMonth from,
            @QueryValue(defaultValue = "false") Flag restate,
            @Body @Valid ProvisionRequest body) {
        return provisions.replace(request, access, id, from, restate, body);
    }

    /** Update a provision. A merge patch (RFC 7396); new terms take effect in a month. */
    @Patch("/{id}")
    @Consumes({MediaTypes.JSON, MediaTypes.MERGE_PATCH})
    HttpResponse<WrittenProvisionResponse> change(
            HttpRequest<?> request,
            Access access,
            long id,
            @QueryValue @Nullable YearMonth from,
            @QueryValue(defaultValue = "false") Flag restate,
            @Body MergePatch<ProvisionRequest> patch) {
        return provisions.patch(request, access, id, from, restate, patch);
    }

    /**
     * End a provision. {@code from} is the first month without it; earlier months and its balance stay. {@code as=mistake} removes it
     * wholly, if it has no movements.
     */
    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<WrittenProvisionResponse> end(
            HttpRequest<?> request,
            Access access,
            long id,
            @QueryValue @Nullable String as,
            @QueryValue @Nullable YearMonth from,
            @QueryValue(defaultValue = "false") Flag restate) {
        return provisions.end(request, access, id, as, from, restate);
    }

    /** List contributions to a provision. Newest first. */
    @Get("/{id}/contributions")
    @GivesRows("movements")
    HttpResponse<MovementsResponse> contributions(HttpRequest<?> request, Access access, long id) {
        return movements(request, access, id, Way.CONTRIBUTION);
    }

    /** List withdrawals from a provision. Newest first. */
    @Get("/{id}/withdrawals")
    @GivesRows("movements")
    HttpResponse<MovementsResponse> withdrawals(HttpRequest<?> request, Access access, long id) {
        return movements(request, access, id, Way.WITHDRAWAL);
    }

    /** Create a contribution to a provision. {@code {"date": "2024-01-31", "amount": "250.00"}}. */
    @Post("/{id}/contributions")
    HttpResponse<NewMovementResponse> contribute(
            HttpRequest<?> request, Access access, long id, @Body @Valid MovementRequest body) {
        return moved(request, access, id, Way.CONTRIBUTION, body);
    }

    /** Create a withdrawal from a provision. Its amount is positive. */
    @Post("/{id}/withdrawals")
    HttpResponse<NewMovementResponse> withdraw(
            HttpRequest<?> request, Access access, long id, @Body @Valid MovementRequest body) {
        return moved(request, access, id, Way.WITHDRAWAL, body);
    }

    /** Get a contribution. */
    @Get("/{id}/contributions/{movement}")
    HttpResponse<MovementResponse> contribution(HttpRequest<?> request, Access access, long id, long movement) {
        return movement(request, access, id, Way.CONTRIBUTION, movement);
    }

    /** Get a withdrawal. */
    @Get("/{id}/withdrawals/{movement}")
    HttpResponse<MovementResponse> withdrawal(HttpRequest<?> request, Access access, long id, long movement) {
        return movement(request, access, id, Way.WITHDRAWAL, movement);
    }

    /** Delete a contribution. As if it had never been entered. */
    @Delete("/{id}/contributions/{movement}")
    @Consumes(MediaType.ALL)
    HttpResponse<Void> takeBackContribution(HttpRequest<?> request, Access access, long id, long movement) {
        return takenBack(request, access, id, Way.CONTRIBUTION, movement);
    }

    /** Delete a withdrawal. As if it had never been entered. */
    @Delete("/{id}/withdrawals/{movement}")
    @Consumes(MediaType.ALL)
    HttpResponse<Void> takeBackWithdrawal(HttpRequest<?> request, Access access, long id, long movement) {
        return takenBack(request, access, id, Way.WITHDRAWAL, movement);
    }

    private HttpResponse<MovementsResponse> movements(HttpRequest<?> request, Access access, long id, Way way) {
        return Answers.listed(
                request, showMovements.show(access.household(), id, way), way + " " + id, MovementsResponse::of);
    }

    private HttpResponse<MovementResponse> movement(
            HttpRequest<?> request, Access access, long id, Way way, long movement) {
        return Answers.shown(request, showMovement.show(access.household(), id, way, movement), MovementResponse::of);
    }

    private HttpResponse<NewMovementResponse> moved(
            HttpRequest<?> request, Access access, long id, Way way, MovementRequest body) {
        var movement = new InCurrency<>(body.movement(new AmountText(access.currency()), way), access.currency());
        String list = way == Way.CONTRIBUTION ? "contributions" : "withdrawals";
        return once.answer(request, access, body, actor -> {
            var moved = moveProvision.move(access.household(), actor, id, movement);
            return Answers.created(
                    moved,
                    URI.create("/provisions/" + id + "/" + list + "/"
                            + moved.result().thing().moved().id()),
                    NewMovementResponse.of(moved.result()));
        });
    }

    private HttpResponse<Void> takenBack(HttpRequest<?> request, Access access, long id, Way way, long movement) {
        return Answers.gone(takeBackMovement.takeBack(
                access.household(), access.actor(), id, way, movement, Preconditions.expectedIfStated(request)));
    }

    private static ProvisionResponse response(ReadResult<Provision> provision) {
        return ProvisionResponse.of(provision.thing(), new AmountText(provision.currency()));
    }
}
