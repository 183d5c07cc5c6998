package io.prorata.adapter.web.operation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.access.OperatorOnly;
import io.prorata.adapter.web.settings.NewHouseholdRequest;
import io.prorata.application.household.CreateHousehold;
import io.prorata.application.household.DeleteHousehold;
import io.prorata.application.household.ShowHouseholds;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Households;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import jakarta.validation.Valid;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Households, for the operator's command line while the server holds the database. */
@OperatorOnly
@Controller("/operator/households")
@ExecuteOn(TaskExecutors.BLOCKING)
class OperatorController {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorController.class);

    private final ShowHouseholds showHouseholds;
    private final CreateHousehold createHousehold;
    private final DeleteHousehold deleteHousehold;

    OperatorController(
            ShowHouseholds showHouseholds, CreateHousehold createHousehold, DeleteHousehold deleteHousehold) {
        this.showHouseholds = showHouseholds;
        this.createHousehold = createHousehold;
        this.deleteHousehold = deleteHousehold;
    }

    @Serdeable.Serializable
    record ListedMember(String key, String name) {}

    @Serdeable.Serializable
    record ListedHousehold(long id, String name, String currency, String timeZone, List<ListedMember> members) {

        static ListedHousehold of(HouseholdId id, Household household) {
            return new ListedHousehold(
                    id.value(),
                    household.name(),
                    household.currency().getCurrencyCode(),
                    household.zone().getId(),
                    household.members().stream()
                            .map(member -> new ListedMember(member.key().text(), member.name()))
                            .toList());
        }

        static ListedHousehold of(Households.Listed listed) {
            return of(listed.id(), listed.household());
        }
    }

    @Serdeable.Serializable
    record ListedHouseholds(List<ListedHousehold> households) {}

    /** List households. All of the database. */
    @Get
    ListedHouseholds show() {
        return new ListedHouseholds(
                showHouseholds.show().stream().map(ListedHousehold::of).toList());
    }

    /** Create a household. */
    @Post
    HttpResponse<ListedHousehold> create(@Body @Valid NewHouseholdRequest body) {
        Household household = body.household();
        HouseholdId id = createHousehold.create(Actor.COMMAND_LINE, household);
        return HttpResponse.created(ListedHousehold.of(id, household));
    }

    /**
     * Deletes a household with all its data, if it is unchanged since its backup, and lists the remaining households.
     */
    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    ListedHouseholds delete(long id, @QueryValue String name, @QueryValue long revision) {
        deleteHousehold.delete(new HouseholdId(id), new DeleteHousehold.Command(name, revision));
        LOG.info("household {} was deleted by the operator", id);
        return show();
    }
}
