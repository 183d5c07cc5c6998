package io.prorata.adapter.web.rule;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.sorting.RuleConditions;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a rule: all have to hold; an absent one asks nothing.
 *
 * @param labelContains a part of the label
 * @param labelIs the whole label
 * @param labelBeginsWith the begin of the label
 * @param labelMatches a regular expression in RE2 syntax that occurs in the label, whatever case
 * @param minAmount the smallest amount, without a sign
 * @param maxAmount the largest amount, without a sign
 * @param sign the direction of the money: {@code spent} or {@code received}
 * @param account one of the account's names in files
 * @param bankCategory the bank's own category
 * @param dayFrom the first day of the month
 * @param dayTo the last day of the month; one before day_from is a day of the next month
 */
@Serdeable.Serializable
record RuleConditionsResponse(
        @Nullable String labelContains,
        @Nullable String labelIs,
        @Nullable String labelBeginsWith,
        @Nullable String labelMatches,
        @Nullable String minAmount,
        @Nullable String maxAmount,
        @Nullable String sign,
        @Nullable String account,
        @Nullable String bankCategory,
        @Nullable Integer dayFrom,
        @Nullable Integer dayTo) {

    static RuleConditionsResponse of(RuleConditions conditions, AmountText amounts) {
        return new RuleConditionsResponse(
                conditions.contains().orElse(null),
                conditions.equalTo().orElse(null),
                conditions.beginsWith().orElse(null),
                conditions.matches().orElse(null),
                conditions.least().map(amounts::text).orElse(null),
                conditions.most().map(amounts::text).orElse(null),
                conditions.received().map(it -> it ? "received" : "spent").orElse(null),
                conditions.account().orElse(null),
                conditions.bankCategory().orElse(null),
                conditions.firstDay().orElse(null),
                conditions.lastDay().orElse(null));
    }
}
