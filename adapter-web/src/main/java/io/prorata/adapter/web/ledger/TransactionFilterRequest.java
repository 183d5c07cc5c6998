package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.constraint.Label;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.application.request.PatchField;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionFilter.Named;
import io.prorata.domain.ledger.ExpenseType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions are meant. All that is stated has to hold.
 *
 * @param month all days of it; not together with from or to
 * @param from the first day
 * @param to the last day
 * @param category null: those that have none
 * @param subcategory null: those that have none
 * @param account null: those that have none
 * @param expenseTypes any of these
 * @param excluded those that are left out of all sums, or those that are not
 * @param tag those that have it
 * @param text those whose label has this in it, whatever the case and the accents
 * @param minAmount those of this amount or more, with the bank's sign
 * @param maxAmount those of this amount or less, with the bank's sign
 */
@Coherent
@Serdeable
record TransactionFilterRequest(
        @Nullable YearMonth month,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Name PatchField<String> category,
        @Name PatchField<String> subcategory,
        @Name PatchField<String> account,
        @Nullable List<ExpenseType> expenseTypes,
        @Nullable Boolean excluded,
        @Nullable @Name String tag,
        @Nullable @Label String text,
        @Nullable @Amount DecimalText minAmount,
        @Nullable @Amount DecimalText maxAmount)
        implements Contradictory {

    @Override
    public void check(Contradictions contradictions) {
        if (month != null && from != null) {
            contradictions.at("it has no meaning beside the other fields", "from");
        }
        if (month != null && to != null) {
            contradictions.at("it has no meaning beside the other fields", "to");
        }
        if (from != null && to != null && to.isBefore(from)) {
            contradictions.at("it ends before it begins", "to");
        }
        if (minAmount != null && maxAmount != null && maxAmount.value().compareTo(minAmount.value()) < 0) {
            contradictions.at("it is smaller than min_amount", "max_amount");
        }
    }

    TransactionFilter filter(AmountText amounts) {
        return new TransactionFilter(
                month == null ? Optional.ofNullable(from) : Optional.of(month.atDay(1)),
                month == null ? Optional.ofNullable(to) : Optional.of(month.atEndOfMonth()),
                named(category),
                named(subcategory),
                named(account),
                expenseTypes == null ? Set.of() : new HashSet<>(expenseTypes),
                Optional.ofNullable(excluded),
                Optional.ofNullable(tag),
                Optional.ofNullable(text),
                Optional.ofNullable(minAmount).map(amounts::of),
                Optional.ofNullable(maxAmount).map(amounts::of));
    }

    private static Optional<Named> named(PatchField<String> field) {
        return field.named() ? Optional.of(new Named(field.value())) : Optional.empty();
    }
}
