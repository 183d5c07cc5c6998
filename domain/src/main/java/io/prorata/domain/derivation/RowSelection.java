package io.prorata.domain.derivation;

import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.split.LineSplit;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows of a month are meant, of those that are common and not excluded. What is not asked for does not narrow; all that is asked for has to
 * hold, and an absent value of what is asked for is that of rows that have none.
 *
 * @param types any of these
 */
public record RowSelection(
        YearMonth month,
        Set<ExpenseType> types,
        Asked<String> category,
        Asked<String> account,
        Asked<PlanLink> link,
        Asked<LineSplit> split,
        Asked<MoneySource> source,
        Asked<Party> payer) {

    /** Takes a copy of the types, in their order. */
    public RowSelection {
        types = Collections.unmodifiableSet(EnumSet.copyOf(types));
    }

    /**
     * What is asked of one property of a row.
     *
     * @param any whether it may be anything
     * @param wanted what it has to be, else; empty where rows that have none are meant
     */
    public record Asked<T>(boolean any, Optional<T> wanted) {

        /** Whatever it is. */
        public static <T> Asked<T> anything() {
            return new Asked<>(true, Optional.empty());
        }

        /** Exactly this, or nothing. */
        public static <T> Asked<T> exactly(Optional<T> wanted) {
            return new Asked<>(false, wanted);
        }

        boolean has(Optional<T> found) {
            return any || wanted.equals(found);
        }
    }

    /** All rows of {@code types} in {@code month}. */
    public static RowSelection of(YearMonth month, Set<ExpenseType> types) {
        return new RowSelection(
                month,
                types,
                Asked.anything(),
                Asked.anything(),
                Asked.anything(),
                Asked.anything(),
                Asked.anything(),
                Asked.anything());
    }

    /** Returns this selection of one category alone; without one, of the uncategorised. */
    public RowSelection category(Optional<String> wanted) {
        return new RowSelection(month, types, Asked.exactly(wanted), account, link, split, source, payer);
    }

    /** Returns this selection of one account alone. */
    public RowSelection account(Optional<String> wanted) {
        return new RowSelection(month, types, category, Asked.exactly(wanted), link, split, source, payer);
    }

    /** Returns this selection of rows that name this of the plan; without one, that name nothing. */
    public RowSelection link(Optional<PlanLink> wanted) {
        return new RowSelection(month, types, category, account, Asked.exactly(wanted), split, source, payer);
    }

    /** Returns this selection of rows that divide so by themselves; without one, by the key. */
    public RowSelection split(Optional<LineSplit> wanted) {
        return new RowSelection(month, types, category, account, link, Asked.exactly(wanted), source, payer);
    }

    /** Returns this selection of rows that come from there; without one, of those that do not say. */
    public RowSelection source(Optional<MoneySource> wanted) {
        return new RowSelection(month, types, category, account, link, split, Asked.exactly(wanted), payer);
    }

    /** Returns this selection of rows that state this payer; without one, of those that state none. */
    public RowSelection payer(Optional<Party> wanted) {
        return new RowSelection(month, types, category, account, link, split, source, Asked.exactly(wanted));
    }

    /** Returns whether rows of {@code key} are meant. */
    boolean has(GroupKey key) {
        return key.attribution().common()
                && types.contains(key.type())
                && category.has(Optional.ofNullable(key.category()))
                && account.has(Optional.ofNullable(key.account()))
                && link.has(key.attribution().link())
                && split.has(key.attribution().split())
                && source.has(key.attribution().source())
                && payer.has(key.attribution().payer());
    }
}
