package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.plan.ShowPlanEffect.Effect;
import io.prorata.application.plan.ShowPlanEffect.Paid;
import io.prorata.domain.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What each member pays of bills and provisions in a month.
 *
 * @param month that is looked at
 * @param before what each pays as it is planned
 * @param after what each would pay
 * @param totalBefore of all members
 * @param totalAfter of all members
 */
@Serdeable.Serializable
record PlanEffectResponse(
        String month,
        String currency,
        Map<String, String> before,
        Map<String, String> after,
        String totalBefore,
        String totalAfter) {

    static PlanEffectResponse of(Effect effect) {
        var amounts = new AmountText(effect.currency());
        return new PlanEffectResponse(
                effect.month().toString(),
                effect.currency().getCurrencyCode(),
                shares(effect, amounts, Paid::before),
                shares(effect, amounts, Paid::after),
                amounts.text(effect.before()),
                amounts.text(effect.after()));
    }

    private static Map<String, String> shares(Effect effect, AmountText amounts, Function<Paid, Money> paid) {
        Map<String, String> shares = new LinkedHashMap<>();
        effect.members().forEach(member -> shares.put(member.member().text(), amounts.text(paid.apply(member))));
        return shares;
    }
}
