package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Months;
import io.prorata.adapter.web.json.Warning;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.provision.MoveProvision;
import java.time.YearMonth;
import java.util.List;

/**
 * A new contribution or withdrawal.
 *
 * @param plansMoved the past months whose balance changes
 * @param warnings a warning if the balance falls below 0
 */
@Serdeable.Serializable
record NewMovementResponse(
        @SerdeConfig.SerUnwrapped MovementsResponse.MovementResponse movement,
        List<String> plansMoved,
        List<Warning> warnings) {

    static NewMovementResponse of(PlanChange<MoveProvision.Result> change) {
        var moved = change.thing().moved();
        return new NewMovementResponse(
                MovementsResponse.MovementResponse.of(moved, new AmountText(change.currency())),
                Months.texts(change.plansMoved()),
                Warning.negativeBalance(
                        new AmountText(change.currency()),
                        change.book(),
                        change.thing().provision(),
                        YearMonth.from(moved.movement().date())));
    }
}
