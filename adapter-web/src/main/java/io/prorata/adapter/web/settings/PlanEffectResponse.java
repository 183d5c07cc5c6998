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
 * The amounts that each member pays for bills and provisions in a month.
 *
 * @param month the month of the amounts
 * @param before each member's amount by the current plan
 * @param after each member's amount after the change
 * @param totalBefore the total of all members before
 * @param totalAfter the total of all members after
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
