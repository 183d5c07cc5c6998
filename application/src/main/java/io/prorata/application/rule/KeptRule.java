package io.prorata.application.rule;

import io.prorata.domain.sorting.SortingRule;
import java.util.Currency;
import java.util.SortedSet;

/**
 * A rule after a write.
 *
 * @param unknownCategories categories that no row has had yet
 * @param currency of its amounts
 */
public record KeptRule(SortingRule rule, SortedSet<String> unknownCategories, Currency currency) {}
