package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Months;
import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.MovedTotals;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.ExpenseType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The effect of a change of many transactions, made or in a dry run.
 *
 * @param matched the number of rows that match the filter
 * @param changed the number of matching rows that change
 * @param months the months of the rows, before and after the change
 * @param plansMoved the past months in which a total changes
 * @param totals the totals that change, each with its old and its new value
 */
@Serdeable.Serializable
public record EffectResponse(
        long matched,
        long changed,
        List<String> months,
        List<String> plansMoved,
        String currency,
        List<MovedTotal> totals,
        boolean dryRun) {

    /**
     * A total that changes.
     *
     * @param figure {@code total_expenses}, {@code net_available}, {@code member_total}, {@code expense_type}, {@code category},
     *     {@code subcategory}, {@code bills_paid} or {@code unplanned}
     * @param expenseType the type of the rows; absent if the figure has no type
     * @param category the category of the rows, or the one that pays the bills; absent for uncategorised rows
     * @param countBefore the number of rows before; absent if the total is not a sum of rows
     */
    @Serdeable.Serializable
    record MovedTotal(
            String month,
            String figure,
            @Nullable String expenseType,
            @Nullable String category,
            @Nullable String subcategory,
            @Nullable String member,
            String before,
            String after,
            @Nullable Long countBefore,
            @Nullable Long countAfter) {

        static MovedTotal of(MovedTotals.Moved moved, AmountText amounts) {
            MovedTotals.Total total = moved.total();
            return new MovedTotal(
                    moved.month().toString(),
                    total.figure().name().toLowerCase(Locale.ROOT),
                    Optional.ofNullable(total.type()).map(ExpenseType::name).orElse(null),
                    total.category(),
                    total.subcategory(),
                    Optional.ofNullable(total.member()).map(MemberKey::text).orElse(null),
                    amounts.text(moved.before().amount()),
                    amounts.text(moved.after().amount()),
                    moved.before().rows().orElse(null),
                    moved.after().rows().orElse(null));
        }
    }

    public static EffectResponse of(ChangeTransactions.Effect effect) {
        var amounts = new AmountText(effect.currency());
        return new EffectResponse(
                effect.matched(),
                effect.changed(),
                Months.texts(effect.months()),
                Months.texts(effect.plansMoved()),
                effect.currency().getCurrencyCode(),
                effect.totals().stream()
                        .map(moved -> MovedTotal.of(moved, amounts))
                        .toList(),
                effect.dryRun());
    }
}
