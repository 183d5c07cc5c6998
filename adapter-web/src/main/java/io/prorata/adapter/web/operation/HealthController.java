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

    /** Says whether the books can be read. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<HealthResponse> health() {
        return checkHealth
                .check()
                .map(fault -> HttpResponse.<HealthResponse>status(HttpStatus.SERVICE_UNAVAILABLE)
                        .body(new HealthResponse("DOWN", fault.name())))
                .orElseGet(() -> HttpResponse.ok(new HealthResponse("UP", "OPEN")));
    }

    /** Says whether requests may be sent here: the books can be read. A 503 passes; starting anew does not help. */
    @Get("/ready")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<HealthResponse> ready() {
        return health();
    }

    /** Says that the process answers, whatever the books are like: where this is silent, starting anew helps. */
    @Get("/live")
    HttpResponse<LifeResponse> live() {
        return HttpResponse.ok(new LifeResponse("UP"));
    }
}
