package io.prorata.adapter.web.recognition;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.Months;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.recognition.DecideConfirmations.Decided;
import java.util.List;

/**
 * What was decided.
 *
 * @param confirmed the ids of what was confirmed
 * @param rejected the ids of what was rejected
 * @param months those of the rows
 * @param plansMoved the months that are over in which figures are not as they were
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
