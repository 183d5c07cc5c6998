package io.prorata.domain.sorting;

import io.prorata.domain.account.Account;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.sorting.LabelPatterns.LabelPattern;
import io.prorata.domain.sorting.RowTexts.FoldedText;
import java.util.List;
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
    private final Optional<String> bankCategory;
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
        this.bankCategory = conditions.bankCategory().map(Naming::folded);
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

    /** Returns texts of which a row that matches has at least one in its folded label or its payee; empty if there is no telling. */
    List<String> neededTexts() {
        return is.or(() -> beginsWith)
                .or(() -> contains)
                .map(text -> List.of(text.text()))
                .or(() -> pattern.map(LabelPattern::needed))
                .orElse(List.of());
    }

    /** What costs little comes first, then the texts, and the pattern last: it costs most. */
    boolean matches(Transaction row, RowTexts texts) {
        return matchesAmount(row.line().amount())
                && conditions.includesDay(row.line().date().getDayOfMonth())
                && (accountNames.isEmpty()
                        || (row.line().account() != null
                                && accountNames.contains(row.line().account())))
                && (bankCategory.isEmpty() || bankCategory.get().equals(texts.bankCategory()))
                && matchesLabel(texts);
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

    private boolean matchesLabel(RowTexts texts) {
        return (is.isEmpty() || texts.is(is.get()))
                && (beginsWith.isEmpty() || texts.beginsWith(beginsWith.get()))
                && (contains.isEmpty() || texts.contains(contains.get()))
                && (pattern.isEmpty() || pattern.get().occursIn(texts.label()));
    }
}
