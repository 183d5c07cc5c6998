package io.prorata.domain.sorting;

import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.recognition.Payee;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rules that are proposed: where people gave the rows of one payee the same category at least three times and never otherwise. */
public final class CategorySuggestions {

    /** So many rows make a suggestion. */
    public static final int LEAST_ROWS = 3;

    private CategorySuggestions() {}

    /**
     * A proposed rule.
     *
     * @param payee its label without digits, dates and card numbers, folded
     * @param rows how many rows people gave the category
     * @param rule the rule, without an id
     */
    public record Suggestion(String payee, long rows, SortingRule rule) {}

    /**
     * Returns the suggestions, those of most rows first.
     *
     * @param rows those whose category a person chose are looked at
     * @param rules those that are there: what they give already is not proposed
     */
    public static List<Suggestion> of(Collection<Transaction> rows, SortingRules rules) {
        SortedMap<String, List<Transaction>> byPayee = new TreeMap<>();
        rows.stream()
                .filter(row -> row.isPersons(RowField.CATEGORY))
                .forEach(row -> byPayee.computeIfAbsent(Payee.of(row.line().label()), payee -> new ArrayList<>())
                        .add(row));
        List<Suggestion> suggestions = new ArrayList<>();
        byPayee.forEach((payee, same) -> suggestion(payee, same, rules).ifPresent(suggestions::add));
        suggestions.sort(Comparator.comparingLong(Suggestion::rows).reversed().thenComparing(Suggestion::payee));
        return suggestions;
    }

    private static Optional<Suggestion> suggestion(String payee, List<Transaction> rows, SortingRules rules) {
        String category = rows.get(0).classification().category();
        if (rows.size() < LEAST_ROWS
                || category == null
                || payee.codePointCount(0, payee.length()) > Naming.LONGEST_NAME
                || !rows.stream()
                        .allMatch(row ->
                                Naming.isSame(category, row.classification().category()))
                || rows.stream().allMatch(row -> isGiven(row, category, rules))) {
            return Optional.empty();
        }
        String subcategory = rows.get(0).classification().subcategory();
        boolean sameSubcategory = rows.stream()
                .allMatch(row -> row.isPersons(RowField.SUBCATEGORY)
                        && Objects.equals(subcategory, row.classification().subcategory()));
        boolean received = rows.get(0).line().amount().minor() > 0;
        boolean sameSign = rows.stream().allMatch(row -> row.line().amount().minor() > 0 == received);
        return Optional.of(new Suggestion(
                payee,
                rows.size(),
                rule(
                        payee,
                        category,
                        sameSubcategory ? subcategory : null,
                        sameSign ? Optional.of(received) : Optional.empty())));
    }

    /** Whether the rules would give a row of this line the category, if nobody had chosen it. */
    private static boolean isGiven(Transaction row, String category, SortingRules rules) {
        Transaction open = new Transaction(
                row.id(), row.line(), row.classification(), row.attribution(), row.typedBy(), row.tags(), row.note());
        Transaction sorted = rules.sorted(open);
        return sorted.choices().byRule().containsKey(RowField.CATEGORY)
                && Naming.isSame(category, sorted.classification().category());
    }

    private static SortingRule rule(
            String payee, String category, @Nullable String subcategory, Optional<Boolean> received) {
        RuleConditions none = RuleConditions.NONE;
        RuleEffects nothing = RuleEffects.NONE;
        return new SortingRule(
                0,
                payee,
                true,
                new RuleConditions(
                        none.contains(),
                        Optional.of(payee),
                        none.beginsWith(),
                        none.matches(),
                        none.least(),
                        none.most(),
                        received,
                        none.account(),
                        none.bankCategory(),
                        none.firstDay(),
                        none.lastDay()),
                nothing.spelled(Optional.of(category), Optional.ofNullable(subcategory), Optional.empty()));
    }
}
