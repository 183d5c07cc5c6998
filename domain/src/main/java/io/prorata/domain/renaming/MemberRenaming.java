package io.prorata.domain.renaming;

import io.prorata.domain.account.Account;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.settlement.Settlement;
import io.prorata.domain.sorting.RuleEffects;
import io.prorata.domain.sorting.SortingRule;
import io.prorata.domain.split.LineSplit;
import java.util.HashMap;
import java.util.Map;

/**
 * Another key for a member. What names nobody of the former key stays as it is; all amounts and the order of members stay.
 *
 * @param from the key as it is
 * @param to the key instead, which no member has
 */
public record MemberRenaming(MemberKey from, MemberKey to) {

    /** Returns the change that takes this one back. */
    public MemberRenaming inverse() {
        return new MemberRenaming(to, from);
    }

    /** Returns the key that stands in the place of {@code key}. */
    public MemberKey of(MemberKey key) {
        return key.equals(from) ? to : key;
    }

    /** Returns the household with the member's new key, at the same place. */
    public Household of(Household household) {
        return new Household(
                household.name(),
                household.currency(),
                household.zone(),
                household.members().stream()
                        .map(member -> new Member(of(member.key()), member.name()))
                        .toList());
    }

    /** Returns a version of the config with the new key; the same version. */
    public Config of(Config config) {
        return new Config(
                config.id(),
                config.from(),
                config.members().stream()
                        .map(member -> new MemberIncome(of(member.member()), member.income()))
                        .toList(),
                config.key());
    }

    /** Returns how a line is divided, under the new key. */
    public LineSplit of(LineSplit split) {
        if (!split.names().contains(from)) {
            return split;
        }
        if (split instanceof LineSplit.ByWeights weighted) {
            Map<MemberKey, Long> weights = new HashMap<>();
            weighted.weights().forEach((member, weight) -> weights.put(of(member), weight));
            return new LineSplit.ByWeights(weights);
        }
        return new LineSplit.AllTo(to);
    }

    /** Returns a party, under the new key. */
    public Party of(Party party) {
        return party.equals(Party.of(from)) ? Party.of(to) : party;
    }

    /** Returns a bill, under the new key. */
    public FixedExpense of(FixedExpense bill) {
        return bill.withTerms(bill.terms()
                .map(terms -> new FixedTerms(terms.amount(), terms.frequency(), terms.due(), of(terms.split()))));
    }

    /** Returns a provision with its movements, under the new key. */
    public Provision of(Provision provision) {
        return new Provision(
                provision.id(),
                provision.card(),
                provision.opening(),
                provision.terms().map(this::of),
                provision.movements().stream().map(this::of).toList(),
                provision.rows());
    }

    private ProvisionTerms of(ProvisionTerms terms) {
        ProvisionBase base = terms.base() instanceof ProvisionBase.ShareOfOne one
                ? new ProvisionBase.ShareOfOne(of(one.member()), one.rate())
                : terms.base();
        return new ProvisionTerms(base, of(terms.split()), terms.target(), terms.stopAtTarget(), terms.accrues());
    }

    /** Returns a movement of a provision, under the new key. */
    public Movement of(Movement movement) {
        return new Movement(
                movement.date(), movement.amount(), movement.member().map(this::of), movement.note());
    }

    /** Returns a budget, under the new key. */
    public Budget of(Budget budget) {
        return new Budget(
                budget.id(),
                budget.category(),
                budget.terms().map(terms -> new BudgetTerms(terms.amount(), of(terms.split()))));
    }

    /** Returns an account, under the new key. */
    public Account of(Account account) {
        return new Account(
                account.id(),
                account.name(),
                account.aliases(),
                account.kind(),
                account.owner().map(this::of),
                account.commonByDefault(),
                account.opening());
    }

    /** Returns a settlement, under the new key. */
    public Settlement of(Settlement settlement) {
        return new Settlement(
                settlement.id(),
                settlement.date(),
                settlement.settles(),
                of(settlement.from()),
                of(settlement.to()),
                settlement.amount(),
                settlement.note(),
                settlement.rows());
    }

    /** Returns a row, under the new key. */
    public Transaction of(Transaction row) {
        Attribution attribution = row.attribution();
        return row.with(new Attribution(
                attribution.common(),
                attribution.split().map(this::of),
                attribution.payer().map(this::of),
                attribution.link(),
                attribution.source().map(this::of)));
    }

    private MoneySource of(MoneySource source) {
        return source instanceof MoneySource.One one ? new MoneySource.One(of(one.member())) : source;
    }

    /** Returns a rule that sorts rows, under the new key. */
    public SortingRule of(SortingRule rule) {
        RuleEffects effects = rule.effects();
        return new SortingRule(
                rule.id(),
                rule.name(),
                rule.on(),
                rule.conditions(),
                new RuleEffects(
                        effects.category(),
                        effects.subcategory(),
                        effects.type(),
                        effects.tags(),
                        effects.excluded(),
                        effects.common(),
                        effects.split().map(this::of),
                        effects.payer().map(this::of),
                        effects.link(),
                        effects.source().map(this::of)));
    }
}
