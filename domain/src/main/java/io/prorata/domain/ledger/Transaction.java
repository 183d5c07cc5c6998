package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bank account, with what the household states about it.
 *
 * @param typedBy who chose the expense type: a rule may change it, a person's choice stays
 * @param tags sorted, without duplicates
 * @param note a note of a person
 */
public record Transaction(
        long id,
        BankLine line,
        Classification classification,
        Attribution attribution,
        TypedBy typedBy,
        SortedSet<String> tags,
        @Nullable String note) {

    /** The maximum number of tags. */
    public static final int MOST_TAGS = 20;

    /** Who chose the expense type. */
    public enum TypedBy {
        /** By the household's mapping of categories. */
        RULE,
        /** By a person. */
        PERSON
    }

    /**
     * Refuses invalid or too many tags, an invalid note, and an attribution that the type cannot have, with an {@link
     * IllegalArgumentException}.
     */
    public Transaction {
        note = note == null ? null : Naming.label(note);
        if (!attribution.fits(classification.type())) {
            throw new IllegalArgumentException(
                    "a row of type " + classification.type() + " cannot have " + attribution);
        }
        tags = tags.stream().map(Naming::name).collect(Collectors.toCollection(() -> new TreeSet<>(Naming.ORDER)));
        tags = Collections.unmodifiableSortedSet(tags);
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException("a transaction has at most " + MOST_TAGS + " tags");
        }
    }

    /** A row with a classification and tags alone. */
    public Transaction(long id, BankLine line, Classification classification, TypedBy typedBy, SortedSet<String> tags) {
        this(id, line, classification, Attribution.USUAL, typedBy, tags, null);
    }

    /** Returns this row with another classification, and its attribution without what a row of that type cannot have. */
    public Transaction with(Classification other, TypedBy by) {
        return new Transaction(id, line, other, attribution.of(other.type()), by, tags, note);
    }

    /** Returns this row with another attribution. */
    public Transaction with(Attribution other) {
        return new Transaction(id, line, classification, other, typedBy, tags, note);
    }

    /** Returns the month of its date, in which it counts. */
    public YearMonth month() {
        return YearMonth.from(line.date());
    }
}
