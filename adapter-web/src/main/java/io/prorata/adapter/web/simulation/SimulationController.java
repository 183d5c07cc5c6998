package io.prorata.adapter.web.simulation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.application.request.Access;
import io.prorata.application.simulation.Simulate;
import jakarta.validation.Valid;

/** What changes of the plan would mean, before anybody makes them. */
@Controller("/simulations")
@ExecuteOn(TaskExecutors.BLOCKING)
class SimulationController {

    private final Simulate simulate;
    private final SimulatedChanges changes;
    private final IdempotencyKeys once;

    SimulationController(Simulate simulate, SimulatedChanges changes, IdempotencyKeys once) {
        this.simulate = simulate;
        this.changes = changes;
        this.once = once;
    }

    /**
     * Simulate changes. Each is the request that would make it: configurations, fixed expenses, provisions, their contributions and
     * withdrawals, and transactions. The answer has each month as it is (baseline), as it would be (outcome), and the difference, also by
     * member and by line. Nothing is changed.
     */
    @Post
    HttpResponse<SimulationResponse> simulate(
            HttpRequest<?> request, Access access, @Body @Valid SimulationRequest body) {
        var command = new Simulate.Command(body.from(), body.to(), changes.read(access, body.changes()));
        return once.answer(request, access, body, actor -> {
            var simulated = simulate.simulate(access.household(), command);
            return Answers.done(simulated, SimulationResponse.of(simulated.result()));
        });
    }
}
