package io.prorata.application.rule;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Rules;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.TreeSet;

/** Puts the rules in another order: a later one overrides an earlier one. */
public final class OrderRules {

    private final UnitOfWork work;

    public OrderRules(UnitOfWork work) {
        this.work = work;
    }

    /** The ids of the rules, the first that runs first. */
    public record RuleOrder(List<Long> rules) {

        /** Takes a copy. */
        public RuleOrder {
            rules = List.copyOf(rules);
        }
    }

    /**
     * @param wanted all rules, each once
     * @throws RefusedException if {@code expected} is overtaken, or {@code wanted} are not the rules
     */
    public Committed<RuleOrder> order(HouseholdId household, Actor actor, Precondition expected, RuleOrder wanted) {
        return work.write(household, actor, books -> {
            Stamp stamp = books.revisions().stampOf(household, RuleLookup.SCOPES);
            expected.check(stamp);
            List<Long> before = books.rules().all(household).stream()
                    .map(Rules.Entry::rule)
                    .map(rule -> rule.id())
                    .toList();
            if (wanted.rules().size() != before.size()
                    || !new TreeSet<>(wanted.rules()).equals(new TreeSet<>(before))) {
                throw new RefusedException(new Refusal.BrokenRule("/rules", "the ids of all rules, each once"));
            }
            if (wanted.rules().equals(before)) {
                return Decision.unchanged(wanted, stamp);
            }
            books.rules().order(household, wanted.rules());
            return new Decision<>(
                    wanted,
                    new Change.RulesRevised(),
                    AuditEntry.changed("rules ordered", new RuleOrder(before), wanted));
        });
    }
}
