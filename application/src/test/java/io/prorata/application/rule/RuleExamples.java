package io.prorata.application.rule;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.AT_NOON;
import static io.prorata.application.Examples.inEuros;

import io.prorata.application.ledger.ApplyRules;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.view.TransactionFilter;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.sorting.RuleConditions;
import io.prorata.domain.sorting.RuleEffects;
import java.util.Optional;

/** Rules that sort rows, for tests to begin with. */
public final class RuleExamples {

    private RuleExamples() {}

    /** Returns the condition that the label contains {@code text}. */
    public static RuleConditions contains(String text) {
        return conditions(Optional.of(text), Optional.empty());
    }

    /** Returns the condition that the label matches {@code pattern}. */
    public static RuleConditions matches(String pattern) {
        return conditions(Optional.empty(), Optional.of(pattern));
    }

    private static RuleConditions conditions(Optional<String> contains, Optional<String> matches) {
        RuleConditions none = RuleConditions.NONE;
        return new RuleConditions(
                contains,
                none.equalTo(),
                none.beginsWith(),
                matches,
                none.least(),
                none.most(),
                none.received(),
                none.account(),
                none.bankCategory(),
                none.firstDay(),
                none.lastDay());
    }

    /** Returns the effect that a row gets the category {@code name}. */
    public static RuleEffects category(String name) {
        return RuleEffects.NONE.spelled(Optional.of(name), Optional.empty(), Optional.empty());
    }

    /** Applies the rules to all rows. */
    public static ApplyRules.Applied apply(UnitOfWork work, HouseholdId household, boolean dryRun) {
        return new ApplyRules(work, AT_NOON)
                .apply(household, ANNA, inEuros(new ApplyRules.Command(TransactionFilter.ALL, dryRun)))
                .result();
    }
}
