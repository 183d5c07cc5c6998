package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.imports.MarkBills;
import java.util.Collection;
import java.util.List;

/** Rows marked as payments of planned bills, and their months. */
@Serdeable.Serializable
record MarkedBillsResponse(long importId, Collection<Long> transactions, List<String> months) {

    static MarkedBillsResponse of(MarkBills.Marked marked) {
        return new MarkedBillsResponse(
                marked.importId(),
                marked.transactions(),
                marked.months().stream().map(Object::toString).toList());
    }
}
