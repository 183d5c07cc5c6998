package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What was paid out of one provision in one category: in no sum of its type, because the provision was paid for before.
 *
 * @param statistics spent is positive, a refund negative
 */
public record PaidFromProvision(Kind kind, Statistics statistics) {

    /**
     * The rows that are meant.
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
