package io.prorata.application.sorting;

import io.prorata.application.port.Books;
import io.prorata.application.port.Rules;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.sorting.LabelPatterns;
import io.prorata.domain.sorting.SortingRule;
import io.prorata.domain.sorting.SortingRules;
import java.util.List;

/** The rules of a household as rows meet them. */
public final class HouseholdRules {

    private HouseholdRules() {}

    /** Returns a compiler of patterns in RE2 syntax, for one thread. */
    public static LabelPatterns patterns() {
        return new Re2Patterns();
    }

    /** Returns the rules that are on, in order; one query. */
    public static SortingRules of(HouseholdId household, Books books, Accounts accounts) {
        return new SortingRules(
                books.rules().all(household).stream().map(Rules.Entry::rule).toList(), accounts, patterns());
    }

    /** Returns one rule by itself, whether it is on or not. */
    public static SortingRules alone(SortingRule rule, Accounts accounts) {
        return new SortingRules(List.of(rule.switched(true)), accounts, patterns());
    }
}
