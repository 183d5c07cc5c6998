package io.prorata.domain.derivation;

import io.prorata.domain.settlement.Basis;
import java.time.YearMonth;

/** A view whose figures have derivations. The month of a figure is the month that the view shows, the last one of several. */
public sealed interface ExplainedView {

    /** The summary of a month. */
    record Summary() implements ExplainedView {}

    /** The provisions of a month in full. */
    record Provisions() implements ExplainedView {}

    /**
     * Who owes whom over months.
     *
     * @param from the first month
     */
    record Settlement(YearMonth from, Basis basis) implements ExplainedView {}
}
