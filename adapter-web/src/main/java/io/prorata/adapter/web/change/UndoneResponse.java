package io.prorata.adapter.web.change;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.category.NameChangeJson;
import io.prorata.adapter.web.ledger.EffectResponse;
import io.prorata.application.change.UndoRevision;
import java.util.List;

/**
 * A change that was undone, or what would become of it.
 *
 * @param undone the revision that is undone
 * @param what its description
 * @param effect the rows that are put back, and every total that changes
 * @param names of categories that are put back in other things than rows
 */
@Serdeable.Serializable
record UndoneResponse(long undone, String what, EffectResponse effect, List<NameChangeJson> names) {

    static UndoneResponse of(UndoRevision.Undone undone) {
        return new UndoneResponse(
                undone.change().revision(),
                undone.change().what(),
                EffectResponse.of(undone.effect()),
                NameChangeJson.of(undone.names()));
    }
}
