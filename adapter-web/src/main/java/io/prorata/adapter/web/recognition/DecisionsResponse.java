package io.prorata.adapter.web.recognition;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.Months;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.recognition.DecideConfirmations.Decided;
import java.util.List;

/**
 * The decisions that were made.
 *
 * @param confirmed the ids of the confirmed matches
 * @param rejected the ids of the rejected matches
 * @param months the months of the rows
 * @param plansMoved the past months whose figures change
 */
@Serdeable.Serializable
record DecisionsResponse(List<String> confirmed, List<String> rejected, List<String> months, List<String> plansMoved) {

    static DecisionsResponse of(PlanChange<Decided> change) {
        return new DecisionsResponse(
                List.copyOf(change.thing().confirmed()),
                List.copyOf(change.thing().rejected()),
                Months.texts(change.thing().months()),
                Months.texts(change.plansMoved()));
    }
}
