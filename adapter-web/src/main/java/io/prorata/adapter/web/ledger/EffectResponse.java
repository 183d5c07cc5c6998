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
 * What a change of many did, or would do.
 *
 * @param matched rows that the filter means
 * @param changed those of them that differ now
 * @param months that they were in and are in
 * @param plansMoved the months that are over in which a total moves
 * @param totals that move, each with what it was and what it is
 */
@Serdeable.Serializable
record EffectResponse(
        long matched,
        long changed,
        List<String> months,
        List<String> plansMoved,
        String currency,
        List<MovedTotal> totals,
        boolean dryRun) {

    /**
     * A total that moves.
     *
     * @param figure {@code total_expenses}, {@code net_available}, {@code member_total}, {@code expense_type}, {@code category},
     *     {@code subcategory}, {@code bills_paid} or {@code unplanned}
     * @param expenseType of the rows; absent where the figure is of no type
     * @param category of the rows, or that pays the bills; absent for the uncategorised
     * @param countBefore of how many rows; absent where rows are not what is totalled
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

    static EffectResponse of(ChangeTransactions.Effect effect) {
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
