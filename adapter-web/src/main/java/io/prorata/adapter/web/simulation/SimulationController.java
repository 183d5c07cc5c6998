package io.prorata.adapter.web.simulation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.application.request.Access;
import io.prorata.application.simulation.Simulate;
import jakarta.validation.Valid;

/** What changes of the plan would mean, before anybody makes them. */
@Controller("/simulations")
@ExecuteOn(TaskExecutors.BLOCKING)
class SimulationController {

    private final Simulate simulate;
    private final SimulatedChanges changes;

    SimulationController(Simulate simulate, SimulatedChanges changes) {
        this.simulate = simulate;
        this.changes = changes;
    }

    /**
     * Simulate changes. Each is the request that would make it: configurations, fixed expenses, provisions, their contributions and
     * withdrawals, budgets, and transactions. The answer has each month as it is (baseline), as it would be (outcome), and the difference, also by
     * member and by line. Nothing is changed, so a token of scope read is enough.
     */
    @Post
    @RequiresScope(TokenScope.READ)
    HttpResponse<SimulationResponse> simulate(Access access, @Body @Valid SimulationRequest body) {
        var simulated = simulate.simulate(
                access.household(), new Simulate.Command(body.from(), body.to(), changes.read(access, body.changes())));
        return Answers.done(simulated, SimulationResponse.of(simulated.result()));
    }
}
