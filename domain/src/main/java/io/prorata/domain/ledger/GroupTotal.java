package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one month that share type, category and subcategory; excluded rows are in none.
 *
 * @param statistics in the sense of the type (formula 12)
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f12">Formula 12, signs</a>
 */
public record GroupTotal(
        ExpenseType type,
        @Nullable String category,
        @Nullable String subcategory,
        Statistics statistics) {

    /** By type, then by name; the uncategorised last. */
    public static final Comparator<GroupTotal> ORDER = Comparator.comparing(GroupTotal::type)
            .thenComparing(GroupTotal::category, Naming.ORDER)
            .thenComparing(GroupTotal::subcategory, Naming.ORDER);

    /** Makes a group from the statistics of the bank's signed amounts. */
    public static GroupTotal ofBank(
            ExpenseType type, @Nullable String category, @Nullable String subcategory, Statistics signed) {
        return new GroupTotal(type, category, subcategory, type.isOutgoing() ? signed.negated() : signed);
    }
}
