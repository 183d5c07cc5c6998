package io.prorata.domain.provision;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What the monthly amount of a provision is reckoned from; formula 5. Never gross, never divided by twelve.
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f5">Formula 5, monthly amount of a provision</a>
 */
public sealed interface ProvisionBase {

    /** Returns the amount of a month in which the members {@code present} earn {@code nets}, both in member order. */
    Money monthly(List<MemberKey> present, List<Money> nets);

    /** A share of all nets together, rounded half up. */
    record ShareOfAll(Rate rate) implements ProvisionBase {
        @Override
        public Money monthly(List<MemberKey> present, List<Money> nets) {
            return rate.of(Money.sum(nets));
        }
    }

    /** A share of one member's net, rounded half up; nothing while that member is not there. */
    record ShareOfOne(MemberKey member, Rate rate) implements ProvisionBase {
        @Override
        public Money monthly(List<MemberKey> present, List<Money> nets) {
            int index = present.indexOf(member);
            return index < 0 ? Money.ZERO : rate.of(nets.get(index));
        }
    }

    /** The same each month. */
    record FixedAmount(Money amount) implements ProvisionBase {
        /** Refuses an amount that is negative or too large with an {@link IllegalArgumentException}. */
        public FixedAmount {
            amount.notNegative();
        }

        @Override
        public Money monthly(List<MemberKey> present, List<Money> nets) {
            return amount;
        }
    }

    /**
     * What is still missing, spread over the months that are left (formula 17).
     *
     * @param by the month in which the target is due
     * @param every months until the next due month, if it comes back
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f17">Formula 17, provisions that land</a>
     */
    record ToTarget(YearMonth by, Optional<Integer> every) implements ProvisionBase {
        /** Refuses a cycle that is too short or too long with an {@link IllegalArgumentException}. */
        public ToTarget {
            // It has the bounds.
            pace(by, every);
        }

        /** Returns how it puts aside. */
        SavingPlan.Towards pace() {
            return pace(by, every);
        }

        private static SavingPlan.Towards pace(YearMonth by, Optional<Integer> every) {
            return new SavingPlan.Towards(by, every);
        }

        /** Nothing by income: what is missing decides. */
        @Override
        public Money monthly(List<MemberKey> present, List<Money> nets) {
            return Money.ZERO;
        }
    }
}
