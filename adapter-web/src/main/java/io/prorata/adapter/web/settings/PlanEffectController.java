package io.prorata.adapter.web.settings;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.plan.ShowPlanEffect;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import jakarta.validation.Valid;

/** The effect of a planned change on each member, before it is made. */
@Controller("/plan-effects")
@ExecuteOn(TaskExecutors.BLOCKING)
class PlanEffectController {

    private final ShowPlanEffect showPlanEffect;

    PlanEffectController(ShowPlanEffect showPlanEffect) {
        this.showPlanEffect = showPlanEffect;
    }

    /**
     * Preview a change of the plan. The amounts that each member pays for bills and provisions in its first month, before and after.
     * Nothing is changed, so a token of scope read is enough.
     */
    @Post
    @RequiresScope(TokenScope.READ)
    HttpResponse<PlanEffectResponse> show(Access access, @Body @Valid PlanEffectRequest body) {
        var command = new InCurrency<>(body.command(new AmountText(access.currency())), access.currency());
        var effect = showPlanEffect.show(access.household(), command);
        return Answers.done(effect, PlanEffectResponse.of(effect.result()));
    }
}
