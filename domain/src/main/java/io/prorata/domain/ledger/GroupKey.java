package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What rows are summed by: whatever any figure of a month tells rows apart by. Rows of one key differ only in date, amount and words.
 *
 * @param category absent for the uncategorised
 * @param account as files name it; its owner, who may be the payer, is dated and no part of this
 * @param received of rows that name a provision, whether money came in: what is put in and what is brought back are never set off against
 *     each other (formula 17); false for all others
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f17">Formula 17, provisions that land</a>
 */
public record GroupKey(
        ExpenseType type,
        @Nullable String category,
        @Nullable String subcategory,
        @Nullable String account,
        Attribution attribution,
        boolean received) {

    /** By type, then by name, the uncategorised last; then by all the rest. */
    public static final Comparator<GroupKey> ORDER = Comparator.comparing(GroupKey::type)
            .thenComparing(GroupKey::category, Naming.ORDER)
            .thenComparing(GroupKey::subcategory, Naming.ORDER)
            .thenComparing(GroupKey::account, Naming.ORDER)
            .thenComparing(GroupKey::attribution, Attribution.ORDER)
            .thenComparing(GroupKey::received);

    /** The key of rows of which nothing else is stated. */
    public GroupKey(ExpenseType type, @Nullable String category, @Nullable String subcategory) {
        this(type, category, subcategory, null, Attribution.USUAL, false);
    }

    /** Returns the key that {@code row} is summed by. */
    public static GroupKey of(Transaction row) {
        return new GroupKey(
                row.classification().type(),
                row.classification().category(),
                row.classification().subcategory(),
                row.line().account(),
                row.attribution(),
                row.attribution().provision().isPresent() && row.line().amount().minor() > 0);
    }

    /** Returns whether rows of this key are in the sums and counts of their type and category. */
    public boolean counts() {
        return attribution.common() && !isPaidFromProvision();
    }

    /** Returns whether rows of this key were paid out of a provision, which has a sum of its own. */
    public boolean isPaidFromProvision() {
        return type != ExpenseType.PROVISION && attribution.provision().isPresent();
    }

    /** Returns this key with another type, and of the attribution what a row of that type can have. */
    public GroupKey withType(ExpenseType other) {
        Attribution left = attribution.of(other);
        return new GroupKey(
                other,
                category,
                subcategory,
                account,
                left,
                received && left.provision().isPresent());
    }
}
