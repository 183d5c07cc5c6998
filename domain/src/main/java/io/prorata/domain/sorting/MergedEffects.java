package io.prorata.domain.sorting;

import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.split.LineSplit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The effects of all rules that match one row, merged field by field: a later rule overrides an earlier one. Only then is it decided what the
 * row can have, so that the outcome follows from the rules and the row's line, and not from how often they have run.
 */
final class MergedEffects {

    private final Map<RowField, CompiledRule> chosen = new EnumMap<>(RowField.class);
    private final Set<RowField> implied = EnumSet.noneOf(RowField.class);

    boolean isEmpty() {
        return chosen.isEmpty();
    }

    /** Adds the effects of a rule after those that are there. */
    void add(CompiledRule rule) {
        for (RowField field : rule.effects().fields()) {
            chosen.put(field, rule);
            if (rule.implied().contains(field)) {
                implied.add(field);
            } else {
                implied.remove(field);
            }
        }
    }

    /** Returns {@code row} with these effects, without those that a person's choice or the row's type does not allow. */
    Transaction over(Transaction row) {
        for (RowField field : RowField.values()) {
            if (row.isPersons(field)) {
                drop(field);
            }
        }
        dropWhatContradictsPersons(row);
        dropLinkUnless(commonOver(row));
        Optional<PlanLink> link = value(RowField.LINK, RuleEffects::link);
        if (link.filter(named -> !named.fits(typeOver(row))).isPresent()) {
            drop(RowField.LINK);
        }
        Optional<MoneySource> source = value(RowField.SOURCE, RuleEffects::source);
        if (source.filter(named -> !named.fits(typeOver(row))).isPresent()) {
            drop(RowField.SOURCE);
        }
        return chosen.isEmpty() ? row : applied(row);
    }

    /** A link or a source that a person chose needs a type, and a link makes the row common. */
    private void dropWhatContradictsPersons(Transaction row) {
        Attribution attribution = row.attribution();
        boolean linked = row.isPersons(RowField.LINK) && attribution.link().isPresent();
        ExpenseType type = typeOver(row);
        if ((linked && attribution.link().filter(named -> named.fits(type)).isEmpty())
                || (row.isPersons(RowField.SOURCE)
                        && attribution
                                .source()
                                .filter(named -> !named.fits(type))
                                .isPresent())) {
            drop(RowField.TYPE);
        }
        if (linked && !commonOver(row)) {
            drop(RowField.COMMON);
        }
    }

    private void dropLinkUnless(boolean common) {
        if (!common) {
            drop(RowField.LINK);
        }
    }

    /** Takes a field away, and with a link what only it has chosen. */
    private void drop(RowField field) {
        CompiledRule rule = chosen.remove(field);
        if (field == RowField.LINK && rule != null) {
            chosen.entrySet().removeIf(other -> other.getValue() == rule && implied.contains(other.getKey()));
        }
    }

    private ExpenseType typeOver(Transaction row) {
        return value(RowField.TYPE, RuleEffects::type)
                .orElse(row.classification().type());
    }

    private boolean commonOver(Transaction row) {
        return value(RowField.COMMON, RuleEffects::common)
                .orElse(row.attribution().common());
    }

    private Transaction applied(Transaction row) {
        Classification was = row.classification();
        ExpenseType type = typeOver(row);
        boolean common = commonOver(row);
        Attribution before = row.attribution();
        Optional<LineSplit> split = value(RowField.SPLIT, RuleEffects::split).or(before::split);
        Optional<Party> payer = value(RowField.PAYER, RuleEffects::payer).or(before::payer);
        Optional<PlanLink> link = value(RowField.LINK, RuleEffects::link).or(before::link);
        Optional<MoneySource> source =
                value(RowField.SOURCE, RuleEffects::source).or(before::source);
        SortedSet<String> tags = value(RowField.TAGS, RuleEffects::tags).orElse(row.tags());
        Map<RowField, Long> rules = new EnumMap<>(RowField.class);
        chosen.forEach((field, rule) -> rules.put(field, rule.id()));
        return new Transaction(
                        row.id(),
                        row.line(),
                        new Classification(
                                type,
                                or(RowField.CATEGORY, RuleEffects::category, was.category()),
                                or(RowField.SUBCATEGORY, RuleEffects::subcategory, was.subcategory()),
                                value(RowField.EXCLUDED, RuleEffects::excluded).orElse(was.excluded())),
                        new Attribution(common, split, payer, common ? link : Optional.empty(), source).of(type),
                        row.typedBy(),
                        tags,
                        row.note(),
                        row.choices())
                .chosenByRules(rules, row);
    }

    private @Nullable String or(
            RowField field, Function<RuleEffects, Optional<String>> of, @Nullable String otherwise) {
        return value(field, of).orElse(otherwise);
    }

    private <T> Optional<T> value(RowField field, Function<RuleEffects, Optional<T>> of) {
        CompiledRule rule = chosen.get(field);
        return rule == null ? Optional.empty() : of.apply(rule.effects());
    }
}
