package io.prorata.adapter.web.settings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.plan.ShowPlanEffect;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import jakarta.validation.Valid;

/** The effect of a planned change on each member, before it is made. */
@Controller("/plan-effects")
@ExecuteOn(TaskExecutors.BLOCKING)
class PlanEffectController {

    private final ShowPlanEffect showPlanEffect;
    private final IdempotencyKeys once;

    PlanEffectController(ShowPlanEffect showPlanEffect, IdempotencyKeys once) {
        this.showPlanEffect = showPlanEffect;
        this.once = once;
    }

    /**
     * Preview a change of the plan. The amounts that each member pays for bills and provisions in its first month, before and after.
     * Nothing is changed.
     */
    @Post
    HttpResponse<PlanEffectResponse> show(HttpRequest<?> request, Access access, @Body @Valid PlanEffectRequest body) {
        var command = new InCurrency<>(body.command(new AmountText(access.currency())), access.currency());
        return once.answer(request, access, body, actor -> {
            var effect = showPlanEffect.show(access.household(), command);
            return Answers.done(effect, PlanEffectResponse.of(effect.result()));
        });
    }
}
