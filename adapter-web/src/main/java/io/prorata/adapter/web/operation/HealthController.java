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

/** Health of the server: whether it runs, and whether it can serve requests. */
@Public
@Controller("/health")
final class HealthController {

    private final CheckHealth checkHealth;

    HealthController(CheckHealth checkHealth) {
        this.checkHealth = checkHealth;
    }

    /**
     * @param status {@code UP} or {@code DOWN}
     * @param books {@code OPEN}, or the reason why not: {@code BUSY}, {@code FULL}, {@code READ_ONLY}, {@code DAMAGED}, {@code REPLACED},
     *     {@code AWAY}
     */
    @Serdeable.Serializable
    record HealthResponse(String status, String books) {}

    /** @param status {@code UP} */
    @Serdeable.Serializable
    record LifeResponse(String status) {}

    /** Check health. Whether the database can be read and written. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<HealthResponse> health() {
        return checkHealth
                .check()
                .map(fault -> HttpResponse.<HealthResponse>status(HttpStatus.SERVICE_UNAVAILABLE)
                        .body(new HealthResponse("DOWN", fault.name())))
                .orElseGet(() -> HttpResponse.ok(new HealthResponse("UP", "OPEN")));
    }

    /**
     * Check readiness. Whether the database can be read and written, so that the server can take requests. A 503 names the cause: BUSY
     * passes by itself, the others need an operator.
     */
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
