package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.domain.plan.MonthSummary;

/**
 * The numbers of items of a month.
 *
 * @param provisions the number of provisions in force
 */
@Serdeable.Serializable
public record CountsJson(long provisions, long fixedExpenses, long transactions) {

    public static CountsJson of(MonthSummary summary) {
        return new CountsJson(
                summary.plan().provisions().size(),
                summary.plan().fixed().size(),
                summary.facts().count());
    }
}
