package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One line of a bank account, and what the household makes of it.
 *
 * @param typedBy who chose the expense type: a rule may change its mind, a person's choice stays
 * @param tags in order, none twice
 */
public record Transaction(
        long id, BankLine line, Classification classification, TypedBy typedBy, SortedSet<String> tags) {

    /** So many tags at most. */
    public static final int MOST_TAGS = 20;

    /** Who chose the expense type. */
    public enum TypedBy {
        /** By the household's mapping of categories. */
        RULE,
        /** By somebody's choice. */
        PERSON
    }

    /** Refuses tags that are no names, and too many, with an {@link IllegalArgumentException}. */
    public Transaction {
        tags = tags.stream().map(Naming::name).collect(Collectors.toCollection(() -> new TreeSet<>(Naming.ORDER)));
        tags = Collections.unmodifiableSortedSet(tags);
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException("a transaction has at most " + MOST_TAGS + " tags");
        }
    }

    /** Returns the month in which it counts: that of its date. */
    public YearMonth month() {
        return YearMonth.from(line.date());
    }
}
