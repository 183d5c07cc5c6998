package io.prorata.adapter.web.operation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.access.Open;
import io.prorata.application.CheckHealth;

/** Whether the server can serve. */
@Open
@Controller("/health")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HealthController {

    private final CheckHealth checkHealth;

    HealthController(CheckHealth checkHealth) {
        this.checkHealth = checkHealth;
    }

    /** @param status {@code UP} or {@code DOWN} */
    @Serdeable.Serializable
    record HealthResponse(String status, String books) {}

    /** Says whether the books can be read. */
    @Get
    HttpResponse<HealthResponse> health() {
        return checkHealth
                .check()
                .map(fault -> HttpResponse.<HealthResponse>status(HttpStatus.SERVICE_UNAVAILABLE)
                        .body(new HealthResponse("DOWN", fault.name())))
                .orElseGet(() -> HttpResponse.ok(new HealthResponse("UP", "OPEN")));
    }
}
