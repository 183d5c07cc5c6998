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
 * A filter of transactions. A row matches if it meets all stated conditions.
 *
 * @param month the month; not together with from or to
 * @param from the first day
 * @param to the last day
 * @param category null: rows without one
 * @param subcategory null: rows without one
 * @param account null: rows without one
 * @param expenseTypes any of these
 * @param excluded only rows that are left out of all sums, or only the others
 * @param tag only rows with this tag
 * @param text only rows whose label contains this text; case and accents are ignored
 * @param minAmount only rows of at least this amount, with the bank's sign
 * @param maxAmount only rows of at most this amount, with the bank's sign
 * @param common only rows that are common to the household, or only the others
 * @param payer only rows that state this payer, {@code pot} or a member's key
 * @param billId only rows that refer to this bill
 * @param provisionId only rows that refer to this provision; not together with a bill
 * @param member only rows that come from this member, or from {@code everybody}
 * @param sortedBy only rows of which this rule chose something
 * @param ids any of these; an empty list means no row
 */
@Coherent
@Serdeable
public record TransactionFilterRequest(
        @Nullable YearMonth month,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Name PatchField<String> category,
        @Name PatchField<String> subcategory,
        @Name PatchField<String> account,
        @Nullable @Size(min = 1, message = NO_TYPE) List<ExpenseType> expenseTypes,
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
        @Nullable Long sortedBy,

        @Nullable @Size(max = MOST_IDS, message = TOO_MANY_IDS)
        List<Long> ids)
        implements Contradictory {

    private static final String NO_TYPE = "it names no type; without it, all are meant";
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

    /** Returns the filter, with amounts of one currency. */
    public TransactionFilter filter(AmountText amounts) {
        var filter = new TransactionFilter(
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
                attribution());
        return ids == null ? filter : filter.ofIds(ids);
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
                Set.of(),
                Optional.ofNullable(sortedBy));
    }

    private static Optional<Named> named(PatchField<String> field) {
        return field.named() ? Optional.of(new Named(field.value())) : Optional.empty();
    }
}
