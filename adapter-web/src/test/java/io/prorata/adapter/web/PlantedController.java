package io.prorata.adapter.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Two routes as none should be, for {@link AnyRequestTest} to find; no other server has them. */
@Requires(property = PlantedController.PLANTED)
@Controller("/planted")
class PlantedController {

    static final String PLANTED = "test.planted";

    @Get("/throws")
    HttpResponse<String> fail() {
        throw new IllegalStateException("planted");
    }

    @Get("/silent")
    HttpResponse<String> refuseWithoutAProblem() {
        return HttpResponse.badRequest("no");
    }
}
