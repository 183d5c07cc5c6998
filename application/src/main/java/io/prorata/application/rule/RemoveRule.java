package io.prorata.application.rule;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Rules;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.sorting.SortingRule;

/** Removes a rule. What it has chosen of rows stays. */
public final class RemoveRule {

    private final UnitOfWork work;

    public RemoveRule(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if there is no such rule, or {@code expected} is overtaken */
    public Committed<SortingRule> remove(HouseholdId household, Actor actor, long id, Precondition expected) {
        return work.write(household, actor, books -> {
            Rules.Entry before = RuleLookup.of(household, books, id);
            expected.check(RuleLookup.stamp(household, books, before));
            books.rules().remove(household, id);
            return new Decision<>(
                    before.rule(), new Change.RulesRevised(), AuditEntry.removed("rule removed", before.rule()));
        });
    }
}
