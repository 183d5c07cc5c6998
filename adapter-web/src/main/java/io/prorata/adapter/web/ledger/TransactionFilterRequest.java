package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.constraint.Label;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.application.request.PatchField;
import io.prorata.application.view.AttributionFilter;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionFilter.Named;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.PlanLink;
import jakarta.validation.constraints.Size;
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
 * @param common those that are the household's business, or those that are not
 * @param payer those that state this payer, {@code pot} or a member's key
 * @param billId those that name this bill
 * @param provisionId those that name this provision; not together with a bill
 * @param member those that come from this member, or from {@code everybody}
 * @param ids any of these
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
        @Nullable @Amount DecimalText maxAmount,
        @Nullable Boolean common,
        @Nullable @MemberKey String payer,
        @Nullable Long billId,
        @Nullable Long provisionId,
        @Nullable @MemberKey String member,

        @Nullable @Size(max = MOST_IDS, message = TOO_MANY_IDS)
        List<Long> ids)
        implements Contradictory {

    private static final int MOST_IDS = 1_000;
    private static final String TOO_MANY_IDS = "at most " + MOST_IDS + " ids; more are meant by another filter";

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
        if (billId != null && provisionId != null) {
            contradictions.at("a row names a bill or a provision, not both", "provision_id");
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
                        Optional.ofNullable(maxAmount).map(amounts::of),
                        attribution())
                .ofIds(ids == null ? List.of() : ids);
    }

    private AttributionFilter attribution() {
        Optional<PlanLink> link = billId != null
                ? Optional.of(new PlanLink.Bill(billId))
                : Optional.ofNullable(provisionId).map(PlanLink.Provision::new);
        return new AttributionFilter(
                Optional.ofNullable(common),
                Optional.empty(),
                Optional.ofNullable(PartyJson.partyOrNone(payer)),
                link,
                Optional.ofNullable(PartyJson.sourceOrNone(member)),
                Set.of());
    }

    private static Optional<Named> named(PatchField<String> field) {
        return field.named() ? Optional.of(new Named(field.value())) : Optional.empty();
    }
}
