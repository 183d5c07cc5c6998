package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
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
 * @param choices who chose its fields
 */
public record Transaction(
        long id,
        BankLine line,
        Classification classification,
        Attribution attribution,
        TypedBy typedBy,
        SortedSet<String> tags,
        @Nullable String note,
        RowChoices choices) {

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
        choices = typedBy == TypedBy.PERSON ? choices.withoutRule(RowField.TYPE) : choices;
        choices = attribution.link().isEmpty() ? choices.withoutRule(RowField.LINK) : choices;
        choices = attribution.source().isEmpty() ? choices.withoutRule(RowField.SOURCE) : choices;
    }

    /** A row of which nobody chose anything but perhaps the type. */
    public Transaction(
            long id,
            BankLine line,
            Classification classification,
            Attribution attribution,
            TypedBy typedBy,
            SortedSet<String> tags,
            @Nullable String note) {
        this(id, line, classification, attribution, typedBy, tags, note, RowChoices.NONE);
    }

    /** A row with a classification and tags alone. */
    public Transaction(long id, BankLine line, Classification classification, TypedBy typedBy, SortedSet<String> tags) {
        this(id, line, classification, Attribution.USUAL, typedBy, tags, null, RowChoices.NONE);
    }

    /** Returns this row with another classification, and its attribution without what a row of that type cannot have. */
    public Transaction with(Classification other, TypedBy by) {
        return new Transaction(id, line, other, attribution.of(other.type()), by, tags, note, choices);
    }

    /** Returns this row with another attribution. */
    public Transaction with(Attribution other) {
        return new Transaction(id, line, classification, other, typedBy, tags, note, choices);
    }

    /** Returns this row under another id. */
    public Transaction withId(long other) {
        return new Transaction(other, line, classification, attribution, typedBy, tags, note, choices);
    }

    /** Returns this row with the choices of another. */
    public Transaction with(RowChoices other) {
        return new Transaction(id, line, classification, attribution, typedBy, tags, note, other);
    }

    /**
     * Returns this row, of which a person has chosen {@code fields}; the expense type is noted by {@link #typedBy}.
     *
     * @param before the row before, which has the bank's category; this row itself if it is new
     */
    public Transaction chosenByPerson(Collection<RowField> fields, Transaction before) {
        return fields.isEmpty() ? this : with(choices.byPerson(fields, before));
    }

    /**
     * Returns this row, of which sorting rules have chosen fields.
     *
     * @param rules the id of the rule that chose a field
     * @param before the row before
     */
    public Transaction chosenByRules(Map<RowField, Long> rules, Transaction before) {
        return with(choices.byRules(rules, before));
    }

    /** Returns whether a person chose {@code field}: it is never overridden. */
    public boolean isPersons(RowField field) {
        return field == RowField.TYPE
                ? typedBy == TypedBy.PERSON
                : choices.byPerson().contains(field);
    }

    /** Returns whether the mapping of categories decides the type: neither a person nor a sorting rule does. */
    public boolean isTypedByMapping() {
        return typedBy == TypedBy.RULE && !choices.byRule().containsKey(RowField.TYPE);
    }

    /** Returns the bank's own category: the one that the row had before anybody chose another. */
    public @Nullable String bankCategory() {
        return choices.has(RowField.CATEGORY) ? choices.bankCategory() : classification.category();
    }

    /** Returns the month of its date, in which it counts. */
    public YearMonth month() {
        return YearMonth.from(line.date());
    }
}
