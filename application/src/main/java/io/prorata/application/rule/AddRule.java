package io.prorata.application.rule;

import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.sorting.SortingRule;

/** Adds a rule that sorts rows. Rows that are there stay as they are until the rules are applied to them. */
public final class AddRule {

    private final UnitOfWork work;

    public AddRule(UnitOfWork work) {
        this.work = work;
    }

    /**
     * @param stated the rule, read in the currency that the household has to have still; it runs after all others
     * @throws RefusedException if there are {@link SortingRule#MOST_RULES}, or it names what is not there
     */
    public Committed<KeptRule> add(HouseholdId household, Actor actor, InCurrency<RuleTerms> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            if (books.rules().all(household).size() >= SortingRule.MOST_RULES) {
                throw new RefusedException(
                        new Refusal.BrokenRule("", "a household has at most " + SortingRule.MOST_RULES + " rules"));
            }
            SortingRule rule =
                    BrokenRules.at("", () -> stated.thing().as(books.rules().nextId(household)));
            RuleCheck.Checked checked = new RuleCheck(household, settings, books).checked(rule);
            books.rules().add(household, checked.rule());
            return new Decision<>(
                    new KeptRule(checked.rule(), checked.unknownCategories(), settings.currency()),
                    new Change.RulesRevised(),
                    AuditEntry.added("rule added", checked.rule()));
        });
    }
}
