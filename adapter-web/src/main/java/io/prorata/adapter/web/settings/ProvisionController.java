package io.prorata.adapter.web.settings;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.application.Access;
import io.prorata.application.PlanProvision;
import io.prorata.domain.provision.Provision;
import java.net.URI;

/** What is put aside. */
@Controller("/provisions")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProvisionController {

    private final PlanProvision planProvision;

    ProvisionController(PlanProvision planProvision) {
        this.planProvision = planProvision;
    }

    /** Plans to set money aside each month. */
    @Post
    HttpResponse<ProvisionResponse> plan(Access access, @Body byte[] body) {
        var planned = planProvision.plan(
                access.household(), access.actor(), currency -> ProvisionRequest.read(body, currency));
        Provision provision = planned.result().thing();
        return Answers.created(
                planned,
                URI.create("/provisions/" + provision.id()),
                ProvisionResponse.of(provision, new Amounts(planned.result().currency())));
    }
}
