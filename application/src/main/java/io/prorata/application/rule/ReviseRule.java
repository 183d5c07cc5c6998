package io.prorata.application.rule;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Rules;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.Precondition;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.sorting.SortingRule;

/** Replaces a rule, or switches it on or off; it keeps its place. Rows stay as they are until the rules are applied to them. */
public final class ReviseRule {

    private final UnitOfWork work;

    public ReviseRule(UnitOfWork work) {
        this.work = work;
    }

    /**
     * @param stated the whole rule, read in the currency that the household has to have still
     * @throws RefusedException if there is no such rule, {@code expected} is overtaken, or it names what is not there
     */
    public Committed<KeptRule> revise(
            HouseholdId household, Actor actor, long id, Precondition expected, InCurrency<RuleTerms> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Rules.Entry before = RuleLookup.of(household, books, id);
            Stamp stamp = RuleLookup.stamp(household, books, before);
            expected.check(stamp);
            SortingRule rule = BrokenRules.at("", () -> stated.thing().as(id));
            RuleCheck.Checked checked = new RuleCheck(household, settings, books).checked(rule);
            KeptRule kept = new KeptRule(checked.rule(), checked.unknownCategories(), settings.currency());
            if (checked.rule().equals(before.rule())) {
                return Decision.unchanged(kept, stamp);
            }
            books.rules().replace(household, checked.rule());
            return new Decision<>(
                    kept, new Change.RulesRevised(), AuditEntry.changed("rule changed", before.rule(), checked.rule()));
        });
    }
}
