package io.prorata.domain.sorting;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the rules that a label may match, among many, without trying each: a rule that asks for a text is found by three characters of it in
 * a row, or by two if it has no more, which the label has to have. Rules that ask for less are always found.
 */
final class RuleIndex {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 3;

    private final BitSet always = new BitSet();
    private final Map<Long, BitSet> byGram = new HashMap<>();

    /** @param rules in the order in which they run */
    RuleIndex(List<CompiledRule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            List<String> needed = rules.get(i).neededTexts();
            if (needed.isEmpty() || needed.stream().anyMatch(text -> text.length() < SHORTEST)) {
                always.set(i);
            } else {
                for (String text : needed) {
                    byGram.computeIfAbsent(rarestGram(text), gram -> new BitSet())
                            .set(i);
                }
            }
        }
    }

    /** Returns the places of the rules that may match, in a set of the caller's own. */
    BitSet candidates(RowTexts row) {
        var found = (BitSet) always.clone();
        if (!byGram.isEmpty()) {
            addCandidates(row.folded(), found);
            if (!row.payee().equals(row.folded())) {
                addCandidates(row.payee(), found);
            }
        }
        return found;
    }

    private void addCandidates(String text, BitSet found) {
        for (int at = 0; at + SHORTEST <= text.length(); at++) {
            add(gram(text, at, SHORTEST), found);
            if (at + LONGEST <= text.length()) {
                add(gram(text, at, LONGEST), found);
            }
        }
    }

    private void add(long gram, BitSet found) {
        BitSet rules = byGram.get(gram);
        if (rules != null) {
            found.or(rules);
        }
    }

    /** Returns the one that the fewest rules are found by as yet: many texts begin alike. */
    private long rarestGram(String text) {
        int length = Math.min(text.length(), LONGEST);
        long rarest = gram(text, 0, length);
        for (int at = 1; at + length <= text.length(); at++) {
            if (rules(gram(text, at, length)) < rules(rarest)) {
                rarest = gram(text, at, length);
            }
        }
        return rarest;
    }

    private int rules(long gram) {
        BitSet rules = byGram.get(gram);
        return rules == null ? 0 : rules.cardinality();
    }

    private static long gram(String text, int from, int length) {
        long gram = 0;
        for (int at = from; at < from + length; at++) {
            gram = gram << 16 | text.charAt(at);
        }
        return gram;
    }
}
