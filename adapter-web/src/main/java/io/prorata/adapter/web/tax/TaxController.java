package io.prorata.adapter.web.tax;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.application.tax.EstimateTax;
import jakarta.validation.Valid;

/** Published income tax scales, and estimates by them. */
@Controller("/tax")
@ExecuteOn(TaskExecutors.BLOCKING)
class TaxController {

    private final EstimateTax estimateTax;

    TaxController(EstimateTax estimateTax) {
        this.estimateTax = estimateTax;
    }

    /** List tax scales. Each with its source and the day on which it was compared with it. */
    @Get("/scales")
    HttpResponse<TaxScalesResponse> scales() {
        return HttpResponse.ok(TaxScalesResponse.of(estimateTax.scales()));
    }

    /**
     * Estimate income tax. By a published scale, with the rates that the household could state in its configuration. The rates of single
     * members are an approximation. Nothing is changed, so a token of scope read is enough.
     */
    @Post("/estimates")
    @RequiresScope(TokenScope.READ)
    HttpResponse<TaxEstimateResponse> estimate(@Body @Valid TaxEstimateRequest body) {
        var scale = estimateTax.scale(body.scale());
        var amounts = new AmountText(scale.currency());
        var estimate = estimateTax.estimate(scale, body.taxable(amounts), body.halfParts());
        return HttpResponse.ok(TaxEstimateResponse.of(estimate, amounts));
    }
}
