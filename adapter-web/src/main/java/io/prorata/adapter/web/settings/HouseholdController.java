package io.prorata.adapter.web.settings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.Patches;
import io.prorata.adapter.web.json.MediaTypes;
import io.prorata.adapter.web.json.MergePatch;
import io.prorata.application.household.ReviseHousehold;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.request.Access;

/** The household itself. */
@Controller("/household")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HouseholdController {

    private final ShowHousehold showHousehold;
    private final ReviseHousehold reviseHousehold;

    HouseholdController(ShowHousehold showHousehold, ReviseHousehold reviseHousehold) {
        this.showHousehold = showHousehold;
        this.reviseHousehold = reviseHousehold;
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
        var revised = Patches.applied(
                request,
                () -> showHousehold.show(access.household()),
                (household, read) -> reviseHousehold.revise(
                        access.household(),
                        access.actor(),
                        read,
                        patch.over(HouseholdRequest.of(household)).household()));
        return Answers.changed(revised, HouseholdResponse.of(revised.result()));
    }
}
