package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Months;
import io.prorata.adapter.web.json.Warning;
import io.prorata.application.plan.PlanChange;
import io.prorata.domain.provision.Provision;
import java.util.List;

/**
 * A provision after a write.
 *
 * @param plansMoved the past months whose figures change
 * @param warnings a warning if its balance falls below 0
 * @param dryRun whether it was a dry run: nothing is stored
 */
@Serdeable.Serializable
record WrittenProvisionResponse(
        @SerdeConfig.SerUnwrapped ProvisionResponse provision,
        List<String> plansMoved,
        List<Warning> warnings,
        boolean dryRun) {

    static WrittenProvisionResponse of(PlanChange<Provision> change, boolean dryRun) {
        var amounts = new AmountText(change.currency());
        Provision provision = change.thing();
        return new WrittenProvisionResponse(
                ProvisionResponse.of(provision, amounts),
                Months.texts(change.plansMoved()),
                Warning.negativeBalance(
                        amounts,
                        change.book(),
                        provision,
                        provision.terms().entries().getFirst().from()),
                dryRun);
    }
}
