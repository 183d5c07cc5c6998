package io.prorata.application.ledger;

import io.prorata.application.request.PatchField;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a person changes of transactions; what is not named stays, the type too.
 *
 * @param type the type a person chooses; taken away, it is as the rules say
 * @param tags all tags from now on
 * @param addTags tags to have besides
 * @param dropTags tags to have no more
 * @param note what is to stand beside it
 * @param form whether a form has stated it, which states everything: a person has chosen only what it changes
 */
public record TransactionEdit(
        Optional<LocalDate> date,
        Optional<String> label,
        Optional<Money> amount,
        PatchField<String> category,
        PatchField<String> subcategory,
        PatchField<String> account,
        PatchField<ExpenseType> type,
        Optional<Boolean> excluded,
        Optional<SortedSet<String>> tags,
        Set<String> addTags,
        Set<String> dropTags,
        PatchField<String> note,
        AttributionEdit attribution,
        boolean form) {

    /** Returns the builder of an edit that leaves everything as it is. */
    public static Builder builder() {
        return new Builder();
    }

    /** States one thing after the other; what is not stated stays as it is. */
    public static final class Builder {

        private Optional<LocalDate> date = Optional.empty();
        private Optional<String> label = Optional.empty();
        private Optional<Money> amount = Optional.empty();
        private PatchField<String> category = PatchField.not();
        private PatchField<String> subcategory = PatchField.not();
        private PatchField<String> account = PatchField.not();
        private PatchField<ExpenseType> type = PatchField.not();
        private Optional<Boolean> excluded = Optional.empty();
        private Optional<SortedSet<String>> tags = Optional.empty();
        private Set<String> addTags = Set.of();
        private Set<String> dropTags = Set.of();
        private PatchField<String> note = PatchField.not();
        private AttributionEdit attribution = AttributionEdit.NONE;
        private boolean form;

        private Builder() {}

        public Builder date(LocalDate on) {
            date = Optional.of(on);
            return this;
        }

        public Builder label(String text) {
            label = Optional.of(text);
            return this;
        }

        public Builder amount(Money of) {
            amount = Optional.of(of);
            return this;
        }

        public Builder category(PatchField<String> name) {
            category = name;
            return this;
        }

        /** @param name null takes the category away */
        public Builder category(@Nullable String name) {
            return category(PatchField.to(name));
        }

        public Builder subcategory(PatchField<String> name) {
            subcategory = name;
            return this;
        }

        public Builder account(PatchField<String> name) {
            account = name;
            return this;
        }

        public Builder type(PatchField<ExpenseType> chosen) {
            type = chosen;
            return this;
        }

        /** @param chosen null leaves the type to the rules again */
        public Builder type(@Nullable ExpenseType chosen) {
            return type(PatchField.to(chosen));
        }

        public Builder excluded(Optional<Boolean> isExcluded) {
            excluded = isExcluded;
            return this;
        }

        public Builder tags(Optional<SortedSet<String>> all) {
            tags = all;
            return this;
        }

        public Builder addTags(Set<String> names) {
            addTags = names;
            return this;
        }

        public Builder dropTags(Set<String> names) {
            dropTags = names;
            return this;
        }

        public Builder note(PatchField<String> text) {
            note = text;
            return this;
        }

        public Builder attribution(AttributionEdit edit) {
            attribution = edit;
            return this;
        }

        /** States that a form states it, which states everything. */
        public Builder ofForm() {
            form = true;
            return this;
        }

        public TransactionEdit build() {
            return new TransactionEdit(
                    date,
                    label,
                    amount,
                    category,
                    subcategory,
                    account,
                    type,
                    excluded,
                    tags,
                    addTags,
                    dropTags,
                    note,
                    attribution,
                    form);
        }
    }

    /**
     * Returns {@code before} with this edit.
     *
     * @param refundIn whether money received in a category is a refund; asked only where the type is left to the rules and no rule is
     */
    Transaction over(Transaction before, Typing typing, Predicate<String> refundIn) {
        BankLine was = before.line();
        var line = new BankLine(
                account.over(was.account()),
                date.orElse(was.date()),
                amount.orElse(was.amount()),
                label.orElse(was.label()),
                was.bankId());
        String inCategory = category.over(before.classification().category());
        String inSubcategory = subcategory.over(before.classification().subcategory());
        // A form that leaves the type to the rules changes nothing of what a sorting rule has chosen.
        boolean states = type.named() && !(form && type.value() == null && isSorted(before));
        ExpenseType chosen = states ? type.value() : attribution.type().orElse(typedByPerson(before));
        boolean byRule = chosen == null;
        // A row keeps its type, whatever its category, unless the edit names the type: a renamed category must not turn
        // a paid bill into
        // everyday spending.
        ExpenseType typed;
        if (chosen != null) {
            typed = chosen;
        } else {
            typed = states
                    ? typing.of(line.amount(), inCategory, inSubcategory, refundIn)
                    : before.classification().type();
        }
        Transaction after = new Transaction(
                before.id(),
                line,
                new Classification(
                        typed,
                        inCategory,
                        inSubcategory,
                        excluded.orElse(before.classification().excluded())),
                attribution.over(before.attribution(), typed),
                byRule ? TypedBy.RULE : TypedBy.PERSON,
                tagsOver(before.tags()),
                note.over(before.note()),
                states && byRule ? before.choices().withoutRule(RowField.TYPE) : before.choices());
        return after.chosenByPerson(chosen(before, after), before);
    }

    /** Returns what a person chooses of {@code before} besides the type: what is named, or changed by a form. */
    private Set<RowField> chosen(Transaction before, Transaction after) {
        Set<RowField> named = attribution.chosen();
        add(named, RowField.CATEGORY, category.named());
        add(named, RowField.SUBCATEGORY, subcategory.named());
        add(named, RowField.TAGS, tags.isPresent() || !addTags.isEmpty() || !dropTags.isEmpty());
        add(named, RowField.EXCLUDED, excluded.isPresent());
        if (form) {
            named.removeIf(field -> Objects.equals(field.of(before), field.of(after)));
        }
        return named;
    }

    private static void add(Set<RowField> fields, RowField field, boolean chosen) {
        if (chosen) {
            fields.add(field);
        }
    }

    private SortedSet<String> tagsOver(SortedSet<String> before) {
        var after = new TreeSet<>(tags.orElse(before));
        addTags.stream()
                .filter(added -> after.stream().noneMatch(there -> Naming.isSame(there, added)))
                .forEach(after::add);
        after.removeIf(there -> dropTags.stream().anyMatch(dropped -> Naming.isSame(there, dropped)));
        return after;
    }

    private static boolean isSorted(Transaction row) {
        return row.choices().byRule().containsKey(RowField.TYPE);
    }

    private static @Nullable ExpenseType typedByPerson(Transaction before) {
        return before.typedBy() == TypedBy.PERSON ? before.classification().type() : null;
    }
}
