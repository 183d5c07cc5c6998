package io.prorata.domain.plan;

import io.prorata.domain.household.Household;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.KeyWeights;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.time.Dates;
import java.time.YearMonth;
import java.util.List;

/**
 * The members who are present from a month on, their incomes, and their key. A version never changes: a restatement is a new version that
 * replaces it.
 *
 * @param id of the version
 * @param from the month from which it is in force
 * @param members the members present, in order
 */
public record Config(long id, YearMonth from, List<MemberIncome> members, SplitKey key) {

    /**
     * Refuses no or too many members, a member named twice, and a key for another number of members, with an {@link
     * IllegalArgumentException}.
     */
    public Config {
        Dates.withinBounds(from);
        members = List.copyOf(members);
        if (members.isEmpty() || members.size() > Household.MOST_MEMBERS) {
            throw new IllegalArgumentException("a config has 1 to " + Household.MOST_MEMBERS + " members");
        }
        if (members.stream().map(MemberIncome::member).distinct().count() < members.size()) {
            throw new IllegalArgumentException("a member is named twice");
        }
        key.requireFor(members.size());
    }

    /** Returns the members present, in order. */
    public List<MemberKey> present() {
        return members.stream().map(MemberIncome::member).toList();
    }

    /** Returns the net incomes, in member order. */
    public List<Money> nets() {
        return members.stream().map(member -> member.income().net()).toList();
    }

    /**
     * Returns how common costs are divided (formula 2).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f2">Formula 2, weights of the key</a>
     */
    public KeyWeights keyWeights() {
        return key.weightsFor(nets());
    }
}
