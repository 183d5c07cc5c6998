package io.prorata.adapter.web.operation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.access.Public;
import io.prorata.application.operation.CheckHealth;

/** Whether the server lives, and whether it can serve. */
@Public
@Controller("/health")
final class HealthController {

    private final CheckHealth checkHealth;

    HealthController(CheckHealth checkHealth) {
        this.checkHealth = checkHealth;
    }

    /** @param status {@code UP} or {@code DOWN} */
    @Serdeable.Serializable
    record HealthResponse(String status, String books) {}

    /** @param status {@code UP} */
    @Serdeable.Serializable
    record LifeResponse(String status) {}

    /** Check health. Whether the database can be read. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<HealthResponse> health() {
        return checkHealth
                .check()
                .map(fault -> HttpResponse.<HealthResponse>status(HttpStatus.SERVICE_UNAVAILABLE)
                        .body(new HealthResponse("DOWN", fault.name())))
                .orElseGet(() -> HttpResponse.ok(new HealthResponse("UP", "OPEN")));
    }

    /** Check readiness. Whether the database can be read, so that requests may be sent here; a restart does not help against a 503. */
    @Get("/ready")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<HealthResponse> ready() {
        return health();
    }

    /** Check liveness. Whether the process answers, whatever the state of the database; restart it if it does not. */
    @Get("/live")
    HttpResponse<LifeResponse> live() {
        return HttpResponse.ok(new LifeResponse("UP"));
    }
}
