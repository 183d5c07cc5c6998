package io.prorata.domain.sorting;

import io.prorata.domain.account.Account;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.sorting.LabelPatterns.LabelPattern;
import io.prorata.domain.sorting.RowLabel.FoldedText;
import java.util.Optional;
import java.util.Set;

/** A rule, ready for many rows: its texts are folded, and its pattern is compiled. */
final class CompiledRule {

    private final long id;
    private final RuleConditions conditions;
    private final RuleEffects effects;
    private final Set<RowField> implied;
    private final Optional<FoldedText> contains;
    private final Optional<FoldedText> is;
    private final Optional<FoldedText> beginsWith;
    private final Optional<LabelPattern> pattern;
    private final Set<String> accountNames;

    CompiledRule(SortingRule rule, Accounts accounts, LabelPatterns patterns) {
        this.id = rule.id();
        this.conditions = rule.conditions();
        this.effects = rule.effects().withImplied();
        this.implied = effects.fields();
        this.implied.removeAll(rule.effects().fields());
        this.contains = conditions.contains().map(FoldedText::of);
        this.is = conditions.equalTo().map(FoldedText::of);
        this.beginsWith = conditions.beginsWith().map(FoldedText::of);
        this.pattern = conditions.matches().map(patterns::compile);
        this.accountNames = conditions
                .account()
                .map(name -> accounts.called(name)
                        .map(Account::aliases)
                        .<Set<String>>map(Set::copyOf)
                        .orElse(Set.of(name)))
                .orElse(Set.of());
    }

    long id() {
        return id;
    }

    RuleEffects effects() {
        return effects;
    }

    /** Returns the fields that a link chooses besides, unless the rule says them itself. */
    Set<RowField> implied() {
        return implied;
    }

    /** The part of the label comes first, which few labels have, and the pattern last: it costs most. */
    boolean matches(Transaction row, RowLabel label) {
        return contains.map(label::contains).orElse(true)
                && matchesAmount(row.line().amount())
                && (accountNames.isEmpty()
                        || (row.line().account() != null
                                && accountNames.contains(row.line().account())))
                && conditions.includesDay(row.line().date().getDayOfMonth())
                && conditions
                        .bankCategory()
                        .filter(wanted -> !Naming.isSame(wanted, row.bankCategory()))
                        .isEmpty()
                && matchesLabel(label);
    }

    private boolean matchesAmount(Money amount) {
        long size = Math.abs(amount.minor());
        return conditions
                        .received()
                        .filter(wanted -> wanted != amount.minor() > 0)
                        .isEmpty()
                && conditions.least().filter(least -> size < least.minor()).isEmpty()
                && conditions.most().filter(most -> size > most.minor()).isEmpty();
    }

    private boolean matchesLabel(RowLabel label) {
        return is.filter(whole -> !label.is(whole)).isEmpty()
                && beginsWith.filter(begin -> !label.beginsWith(begin)).isEmpty()
                && pattern.filter(compiled -> !compiled.occursIn(label.label())).isEmpty();
    }
}
