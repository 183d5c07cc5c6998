package io.prorata.domain.sorting;

import io.prorata.domain.account.Accounts;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Transaction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * The rules of a household that are on, in order, ready for many rows. Each pattern is compiled once, the texts of a row are folded once, and
 * only rules whose texts may be in its label are tried ({@link RuleIndex}). One thread at a time may use them.
 */
public final class SortingRules {

    private final List<CompiledRule> rules = new ArrayList<>();
    private final RuleIndex index;
    private final Accounts accounts;

    /**
     * Compiles the rules that are on.
     *
     * @param stated in the order in which they run
     * @param accounts the described accounts: a rule about one holds for all its names
     * @throws LabelPatterns.BadPatternException if a pattern is none
     */
    public SortingRules(Collection<SortingRule> stated, Accounts accounts, LabelPatterns patterns) {
        this.accounts = accounts;
        stated.stream().filter(SortingRule::on).forEach(rule -> rules.add(new CompiledRule(rule, accounts, patterns)));
        this.index = new RuleIndex(rules);
    }

    /** Returns whether a rule matches {@code row}. */
    public boolean match(Transaction row) {
        RowTexts texts = RowTexts.of(row);
        return index.candidates(texts).stream()
                .anyMatch(place -> rules.get(place).matches(row, texts));
    }

    /**
     * Returns {@code row} as the rules have it: each field as the last matching rule chooses it, unless a person chose it. Fields that no
     * matching rule chooses stay.
     */
    public Transaction sorted(Transaction row) {
        if (rules.isEmpty()) {
            return row;
        }
        RowTexts texts = RowTexts.of(row);
        BitSet candidates = index.candidates(texts);
        var merged = new MergedEffects();
        for (int place = candidates.nextSetBit(0); place >= 0; place = candidates.nextSetBit(place + 1)) {
            CompiledRule rule = rules.get(place);
            if (rule.matches(row, texts)) {
                merged.add(rule);
            }
        }
        return merged.isEmpty() ? row : merged.over(row);
    }

    /**
     * As {@link #sorted}, of a row that arrives: whether it is common follows from its account and from the type that the rules give it, unless a
     * person or a rule says it.
     */
    public Transaction arrived(Transaction row) {
        Transaction sorted = sorted(row);
        boolean said = sorted.isPersons(RowField.COMMON)
                || sorted.choices().byRule().containsKey(RowField.COMMON)
                || sorted.attribution().link().isPresent()
                || sorted.attribution().source().isPresent();
        if (said || sorted.classification().type() == row.classification().type()) {
            return sorted;
        }
        Attribution usual = accounts.onArrival(
                sorted.line().account(), sorted.classification().type(), sorted.month());
        return sorted.with(sorted.attribution().withCommon(usual.common()));
    }
}
