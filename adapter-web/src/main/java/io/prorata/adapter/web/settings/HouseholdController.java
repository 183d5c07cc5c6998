package io.prorata.adapter.web.settings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.Patches;
import io.prorata.adapter.web.answer.Preconditions;
import io.prorata.adapter.web.json.MediaTypes;
import io.prorata.adapter.web.json.MergePatch;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.account.StatePot;
import io.prorata.application.household.ReviseHousehold;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.request.Access;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The household itself. */
@Controller("/household")
@ExecuteOn(TaskExecutors.BLOCKING)
class HouseholdController {

    private final ShowHousehold showHousehold;
    private final ReviseHousehold reviseHousehold;
    private final StatePot statePot;

    HouseholdController(ShowHousehold showHousehold, ReviseHousehold reviseHousehold, StatePot statePot) {
        this.showHousehold = showHousehold;
        this.reviseHousehold = reviseHousehold;
        this.statePot = statePot;
    }

    /** Get the household. Its name, currency, time zone and members. */
    @Get
    HttpResponse<HouseholdResponse> show(HttpRequest<?> request, Access access) {
        return Answers.shown(
                request, showHousehold.show(access.household()), household -> HouseholdResponse.of(household.thing()));
    }

    /** Update the household. A merge patch (RFC 7396); a list of members replaces the whole list. */
    @Patch
    @Consumes({MediaTypes.JSON, MediaTypes.MERGE_PATCH})
    HttpResponse<HouseholdResponse> revise(
            HttpRequest<?> request, Access access, @Body MergePatch<HouseholdRequest> patch) {
        var revised = Patches.applied(request, () -> showHousehold.show(access.household()), (settings, read) -> {
            HouseholdRequest after = patch.over(HouseholdRequest.of(settings));
            return reviseHousehold.revise(
                    access.household(),
                    access.actor(),
                    read,
                    after.household(),
                    Optional.ofNullable(after.settleSince()));
        });
        return Answers.changed(revised, HouseholdResponse.of(revised.result()));
    }

    /** Whether there is a pot. */
    @Serdeable
    record PotRequest(Boolean inUse) {}

    /**
     * Whether there is a pot, after a write.
     *
     * @param pot in all months: the months from which it is in use or not
     */
    @Serdeable.Serializable
    record WrittenPotResponse(String from, boolean inUse, List<HouseholdResponse.PotResponse> pot) {}

    /** State whether there is a pot. From a month on; {@code restate} allows a month that is over. */
    @Put("/pot")
    HttpResponse<WrittenPotResponse> pot(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth from,
            @QueryValue(defaultValue = "false") Flag restate,
            @Body @Valid PotRequest body) {
        var stated = statePot.state(
                access.household(),
                access.actor(),
                Preconditions.expected(request),
                new EffectiveFrom(Optional.ofNullable(from), restate.isTrue()),
                body.inUse());
        StatePot.Pot pot = stated.result();
        return Answers.changed(
                stated,
                new WrittenPotResponse(
                        pot.from().toString(), pot.there(), HouseholdResponse.PotResponse.all(pot.all())));
    }
}
