package io.prorata.domain.ledger;

import io.prorata.domain.money.Money;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The sum of the rows of one month with one key; excluded rows are in no sum.
 *
 * @param statistics with the sign of the type (formula 12)
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f12">Formula 12, signs</a>
 */
public record GroupTotal(GroupKey key, Statistics statistics) {

    /** In the order of their keys. */
    public static final Comparator<GroupTotal> ORDER = Comparator.comparing(GroupTotal::key, GroupKey.ORDER);

    /** A group of rows without further statements. */
    public GroupTotal(
            ExpenseType type, @Nullable String category, @Nullable String subcategory, Statistics statistics) {
        this(new GroupKey(type, category, subcategory), statistics);
    }

    /** Makes a group from the statistics of the bank's signed amounts. */
    public static GroupTotal ofBank(GroupKey key, Statistics signed) {
        return new GroupTotal(key, key.type().isOutgoing() ? signed.negated() : signed);
    }

    /** Returns the type of the rows. */
    public ExpenseType type() {
        return key.type();
    }

    /** Returns the category of the rows; absent for the uncategorised. */
    public @Nullable String category() {
        return key.category();
    }

    /** Returns the subcategory of the rows, if they have one. */
    public @Nullable String subcategory() {
        return key.subcategory();
    }

    /** Returns the attribution of the rows. */
    public Attribution attribution() {
        return key.attribution();
    }

    /** Returns the sum with the bank's sign: what was spent is negative. */
    public Money signed() {
        return key.type().inSense(statistics.sum());
    }
}
