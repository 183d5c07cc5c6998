package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The payments out of one provision in one category. They are in no sum of their type, because the provision was counted before.
 *
 * @param statistics spent is positive, a refund negative
 */
public record PaidFromProvision(Kind kind, Statistics statistics) {

    /**
     * The provision, category and type of the rows.
     *
     * @param provision its id
     * @param category absent for the uncategorised
     */
    public record Kind(long provision, @Nullable String category) {

        static final Comparator<Kind> ORDER =
                Comparator.comparingLong(Kind::provision).thenComparing(Kind::category, Naming.ORDER);

        static Kind of(GroupKey key) {
            return new Kind(key.attribution().provision().orElseThrow(), key.category());
        }
    }
}
