package io.prorata.adapter.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.prorata.domain.money.Money;

/** Routes as none should be, for {@link AnyRequestTest} to find, and one that adds up too much; no other server has them. */
@Requires(property = PlantedController.PLANTED)
@Controller("/planted")
class PlantedController {

    static final String PLANTED = "test.planted";

    @Get("/throws")
    HttpResponse<String> fail() {
        throw new IllegalStateException("planted");
    }

    @Get("/overflow")
    HttpResponse<String> addUp() {
        return HttpResponse.ok(new Money(Long.MAX_VALUE).plus(new Money(1)).toString());
    }

    @Get("/silent")
    HttpResponse<String> refuseWithoutAProblem() {
        return HttpResponse.badRequest("no");
    }
}
