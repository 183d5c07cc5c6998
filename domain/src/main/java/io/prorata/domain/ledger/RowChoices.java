package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who chose the fields of a row. What neither a person nor a sorting rule chose is as the bank, the mapping of categories, the account or a
 * recognised link has it.
 *
 * @param byPerson fields that a person chose, whatever the value; the expense type is not among them, {@link Transaction#typedBy} says it
 * @param byRule the id of the sorting rule that chose a field; no field is in both
 * @param bankCategory the bank's own category, if another was chosen; absent if the bank gave none, or if the row still has it
 */
public record RowChoices(
        Set<RowField> byPerson,
        SortedMap<RowField, Long> byRule,
        @Nullable String bankCategory) {

    /** Nobody chose anything. */
    public static final RowChoices NONE = new RowChoices(Set.of(), Collections.emptySortedMap(), null);

    private static final String BETWEEN = ",";
    private static final String RULE = ":";

    /** Takes copies; a field that a person chose is by no rule. */
    public RowChoices {
        var persons = EnumSet.noneOf(RowField.class);
        persons.addAll(byPerson);
        persons.remove(RowField.TYPE);
        var rules = new TreeMap<>(byRule);
        rules.keySet().removeAll(persons);
        byPerson = Collections.unmodifiableSet(persons);
        byRule = Collections.unmodifiableSortedMap(rules);
        bankCategory = persons.contains(RowField.CATEGORY) || rules.containsKey(RowField.CATEGORY)
                ? Naming.optionalName(bankCategory)
                : null;
    }

    /** Returns the ids of the rules that chose fields of the row. */
    public SortedSet<Long> rules() {
        return new TreeSet<>(byRule.values());
    }

    /** Returns whether a person or a rule chose {@code field}. */
    boolean has(RowField field) {
        return byPerson.contains(field) || byRule.containsKey(field);
    }

    /** Returns these choices after a person has chosen {@code fields} of {@code row}, which has them. */
    RowChoices byPerson(Collection<RowField> fields, Transaction row) {
        var persons = EnumSet.noneOf(RowField.class);
        persons.addAll(byPerson);
        persons.addAll(fields);
        var rules = new TreeMap<>(byRule);
        rules.keySet().removeAll(fields);
        return new RowChoices(persons, rules, row.bankCategory());
    }

    /** Returns these choices after rules have chosen {@code fields} of {@code row}, which has them. */
    RowChoices byRules(Map<RowField, Long> fields, Transaction row) {
        var rules = new TreeMap<>(byRule);
        rules.putAll(fields);
        return new RowChoices(byPerson, rules, row.bankCategory());
    }

    /** Returns these choices without what a rule chose of {@code field}. */
    public RowChoices withoutRule(RowField field) {
        if (!byRule.containsKey(field)) {
            return this;
        }
        var rules = new TreeMap<>(byRule);
        rules.remove(field);
        return new RowChoices(byPerson, rules, bankCategory);
    }

    /**
     * Returns who chose what as one text, the same for equal choices: {@code category,tags:3} is a category that a person chose, and tags
     * of rule 3. Empty if nobody chose anything. The bank's category is not in it.
     */
    public String text() {
        List<String> parts = new ArrayList<>();
        for (RowField field : RowField.values()) {
            Long rule = byRule.get(field);
            if (rule != null) {
                parts.add(field.text() + RULE + rule);
            } else if (byPerson.contains(field)) {
                parts.add(field.text());
            }
        }
        return String.join(BETWEEN, parts);
    }

    /**
     * Returns the choices that have {@code text}.
     *
     * @throws IllegalArgumentException if none have
     */
    public static RowChoices parse(@Nullable String text, @Nullable String bankCategory) {
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        var persons = EnumSet.noneOf(RowField.class);
        var rules = new EnumMap<RowField, Long>(RowField.class);
        for (String part : text.split(BETWEEN, -1)) {
            int end = part.indexOf(RULE);
            RowField field = field(end < 0 ? part : part.substring(0, end));
            if (end < 0) {
                persons.add(field);
            } else {
                rules.put(field, Long.valueOf(part.substring(end + 1)));
            }
        }
        return new RowChoices(persons, new TreeMap<>(rules), bankCategory);
    }

    private static RowField field(String text) {
        for (RowField field : RowField.values()) {
            if (field.text().equals(text)) {
                return field;
            }
        }
        throw new IllegalArgumentException("no field of a row: " + text);
    }
}
