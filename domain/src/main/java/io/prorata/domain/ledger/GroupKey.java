package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The key by which rows are summed: everything by which any figure of a month distinguishes rows. Rows of one key differ only in date,
 * amount and texts.
 *
 * @param category absent for the uncategorised
 * @param account its name in files; its owner, who may be the payer, is dated and not part of the key
 * @param received for rows that name a provision, whether money came in: the two directions are summed separately (formula 17); false for
 *     all others
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f17">Formula 17, provisions that land</a>
 */
public record GroupKey(
        ExpenseType type,
        @Nullable String category,
        @Nullable String subcategory,
        @Nullable String account,
        Attribution attribution,
        boolean received) {

    /** By type, then by name, the uncategorised last; then by the other components. */
    public static final Comparator<GroupKey> ORDER = Comparator.comparing(GroupKey::type)
            .thenComparing(GroupKey::category, Naming.ORDER)
            .thenComparing(GroupKey::subcategory, Naming.ORDER)
            .thenComparing(GroupKey::account, Naming.ORDER)
            .thenComparing(GroupKey::attribution, Attribution.ORDER)
            .thenComparing(GroupKey::received);

    /** The key of rows without further statements. */
    public GroupKey(ExpenseType type, @Nullable String category, @Nullable String subcategory) {
        this(type, category, subcategory, null, Attribution.USUAL, false);
    }

    /** Returns the key of {@code row}. */
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

    /** Returns whether rows of this key were paid out of a provision; these have a separate sum. */
    public boolean isPaidFromProvision() {
        return type != ExpenseType.PROVISION && attribution.provision().isPresent();
    }

    /** Returns this key with another type, and the attribution without what a row of that type cannot have. */
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
