package io.prorata.adapter.web.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.domain.plan.MonthSummary;

/**
 * How many of each a month has.
 *
 * @param provisions those in force
 */
@Serdeable.Serializable
record Counts(long provisions, long fixedExpenses, long transactions) {

    static Counts of(MonthSummary summary) {
        return new Counts(
                summary.plan().provisions().size(),
                summary.plan().fixed().size(),
                summary.facts().count());
    }
}
