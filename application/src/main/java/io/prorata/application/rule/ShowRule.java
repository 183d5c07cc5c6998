package io.prorata.application.rule;

import io.prorata.application.port.Rules;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.sorting.SortingRule;

/** Shows one rule. */
public final class ShowRule {

    private final UnitOfWork work;

    public ShowRule(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such rule */
    public ReadResult<SortingRule> show(HouseholdId household, long id) {
        return work.read(household, books -> {
            Rules.Entry entry = RuleLookup.of(household, books, id);
            return ReadResult.of(books, household, entry.rule(), RuleLookup.stamp(household, books, entry));
        });
    }
}
