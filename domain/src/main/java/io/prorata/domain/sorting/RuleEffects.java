package io.prorata.domain.sorting;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.split.LineSplit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a rule chooses of a row. What is empty stays as it is.
 *
 * @param tags all tags of the row
 * @param link a bill makes the row FIXED unless a type is chosen; both kinds make it common
 * @param source the member, or everybody, whom an income or a transfer comes from
 */
public record RuleEffects(
        Optional<String> category,
        Optional<String> subcategory,
        Optional<ExpenseType> type,
        Optional<SortedSet<String>> tags,
        Optional<Boolean> excluded,
        Optional<Boolean> common,
        Optional<LineSplit> split,
        Optional<Party> payer,
        Optional<PlanLink> link,
        Optional<MoneySource> source) {

    /** Nothing is chosen; no rule has it. */
    public static final RuleEffects NONE = new RuleEffects(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Refuses effects that contradict each other, and invalid names, with an {@link IllegalArgumentException}. */
    public RuleEffects {
        category = category.map(Naming::name);
        subcategory = subcategory.map(Naming::name);
        tags = tags.map(RuleEffects::names);
        if (link.isPresent() && common.equals(Optional.of(false))) {
            throw new IllegalArgumentException("a row that names a bill or a provision is common");
        }
        ExpenseType typed = type.or(() -> impliedType(link.orElse(null))).orElse(null);
        if (typed != null && link.isPresent() && !link.get().fits(typed)) {
            throw new IllegalArgumentException("a row of type " + typed + " names no such bill or provision");
        }
        if (typed != null && source.isPresent() && !source.get().fits(typed)) {
            throw new IllegalArgumentException("a row of type " + typed + " does not say whom it comes from");
        }
        if (link.isPresent() && source.isPresent()) {
            throw new IllegalArgumentException("a row names a bill or a provision, or whom it comes from, not both");
        }
    }

    private static SortedSet<String> names(SortedSet<String> tags) {
        SortedSet<String> named = new TreeSet<>(Naming.ORDER);
        tags.forEach(tag -> named.add(Naming.name(tag)));
        if (named.isEmpty() || named.size() > Transaction.MOST_TAGS) {
            throw new IllegalArgumentException("a rule gives 1 to " + Transaction.MOST_TAGS + " tags");
        }
        return Collections.unmodifiableSortedSet(named);
    }

    private static Optional<ExpenseType> impliedType(@org.jspecify.annotations.Nullable PlanLink link) {
        return link instanceof PlanLink.Bill ? Optional.of(ExpenseType.FIXED) : Optional.empty();
    }

    /** Returns whether nothing is chosen. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Returns the members that are named; they have to be members of the household. */
    public Set<MemberKey> members() {
        return new Attribution(true, split, payer, Optional.empty(), source).members();
    }

    /** Returns the fields that are chosen. */
    Set<RowField> fields() {
        var fields = EnumSet.noneOf(RowField.class);
        add(fields, RowField.CATEGORY, category);
        add(fields, RowField.SUBCATEGORY, subcategory);
        add(fields, RowField.TYPE, type);
        add(fields, RowField.TAGS, tags);
        add(fields, RowField.EXCLUDED, excluded);
        add(fields, RowField.COMMON, common);
        add(fields, RowField.SPLIT, split);
        add(fields, RowField.PAYER, payer);
        add(fields, RowField.LINK, link);
        add(fields, RowField.SOURCE, source);
        return fields;
    }

    private static void add(Set<RowField> fields, RowField field, Optional<?> value) {
        if (value.isPresent()) {
            fields.add(field);
        }
    }

    /** Returns these effects with what a link makes of a row, which is said by itself. */
    RuleEffects withImplied() {
        if (link.isEmpty()) {
            return this;
        }
        return new RuleEffects(
                category,
                subcategory,
                type.or(() -> impliedType(link.orElse(null))),
                tags,
                excluded,
                Optional.of(true),
                split,
                payer,
                link,
                source);
    }

    /** Returns these effects with other names of categories and tags. */
    public RuleEffects spelled(
            Optional<String> otherCategory, Optional<String> otherSubcategory, Optional<SortedSet<String>> otherTags) {
        return new RuleEffects(
                otherCategory, otherSubcategory, type, otherTags, excluded, common, split, payer, link, source);
    }

    /** Returns these effects with another category. */
    RuleEffects inCategory(String other) {
        return new RuleEffects(
                Optional.of(other), subcategory, type, tags, excluded, common, split, payer, link, source);
    }
}
