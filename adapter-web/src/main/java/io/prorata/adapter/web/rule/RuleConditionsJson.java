package io.prorata.adapter.web.rule;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.constraint.Label;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.domain.sorting.RuleConditions;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a rule: all have to hold, at least one is stated. Labels are compared without case and accents, as they are and without
 * digits.
 *
 * @param labelContains a part of the label
 * @param labelIs the whole label
 * @param labelBeginsWith the begin of the label
 * @param labelMatches a regular expression in RE2 syntax that occurs in the label, whatever case; at most 500 characters
 * @param minAmount the smallest amount, without a sign
 * @param maxAmount the largest amount, without a sign
 * @param sign the direction of the money
 * @param account one of the account's names in files
 * @param bankCategory the bank's own category
 * @param dayFrom the first day of the month, 1 to 31
 * @param dayTo the last day of the month, 1 to 31; one before day_from is a day of the next month
 */
@Coherent
@Serdeable
record RuleConditionsJson(
        @Nullable @Label String labelContains,
        @Nullable @Label String labelIs,
        @Nullable @Label String labelBeginsWith,
        @Nullable String labelMatches,
        @Nullable @Amount(sign = Amount.Sign.NOT_NEGATIVE) DecimalText minAmount,
        @Nullable @Amount(sign = Amount.Sign.NOT_NEGATIVE) DecimalText maxAmount,
        @Nullable Sign sign,
        @Nullable @Name String account,
        @Nullable @Name String bankCategory,

        @Nullable @Min(1) @Max(31) Integer dayFrom,
        @Nullable @Min(1) @Max(31) Integer dayTo)
        implements Contradictory {

    /** The direction of the money. */
    enum Sign {
        SPENT,
        RECEIVED
    }

    @Override
    public void check(Contradictions contradictions) {
        if (labelMatches != null
                && (labelMatches.isEmpty()
                        || labelMatches.codePointCount(0, labelMatches.length()) > RuleConditions.LONGEST_PATTERN)) {
            contradictions.at("a pattern has 1 to " + RuleConditions.LONGEST_PATTERN + " characters", "label_matches");
        }
        if (minAmount != null && maxAmount != null && maxAmount.value().compareTo(minAmount.value()) < 0) {
            contradictions.at("it is smaller than min_amount", "max_amount");
        }
    }

    RuleConditions conditions(AmountText amounts) {
        return new RuleConditions(
                Optional.ofNullable(labelContains),
                Optional.ofNullable(labelIs),
                Optional.ofNullable(labelBeginsWith),
                Optional.ofNullable(labelMatches),
                Optional.ofNullable(minAmount).map(amounts::of),
                Optional.ofNullable(maxAmount).map(amounts::of),
                Optional.ofNullable(sign).map(stated -> stated == Sign.RECEIVED),
                Optional.ofNullable(account),
                Optional.ofNullable(bankCategory),
                Optional.ofNullable(dayFrom),
                Optional.ofNullable(dayTo));
    }
}
