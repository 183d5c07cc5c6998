package io.prorata.domain.facade;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.Shares;
import io.prorata.domain.split.Weights;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Divides one amount among members by formula 3, largest remainder, so that portions always add up. In a tie, another member gets the odd
 * unit each month, in the order of the members' keys.
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f3">Formula 3, allocation</a>
 */
public final class Split {

    private Split() {}

    /**
     * Divides {@code amount} into parts that differ by at most one unit.
     *
     * @param month decides who gets the odd unit
     * @param members their keys, at least one, in any order
     * @throws IllegalArgumentException if there is no member, or one is named twice
     */
    public static Portions equally(Amount amount, YearMonth month, Collection<String> members) {
        Map<String, Long> weights = new TreeMap<>();
        new TreeSet<>(members).forEach(member -> weights.put(member, 1L));
        if (weights.size() != members.size()) {
            throw new IllegalArgumentException("a member is named twice among " + members);
        }
        return byWeights(amount, month, weights);
    }

    /**
     * Divides {@code amount} in proportion to net incomes (formula 2).
     *
     * @param month decides who gets the odd unit
     * @param nets net incomes by key; none negative and at least one positive
     * @throws IllegalArgumentException if all are zero, or their currency is not that of the amount
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f2">Formula 2, weights of the key</a>
     */
    public static Portions byNet(Amount amount, YearMonth month, Map<String, Amount> nets) {
        Map<String, Long> weights = new TreeMap<>();
        nets.forEach((member, net) ->
                weights.put(member, net.inThis(amount.currency()).minor()));
        return byWeights(amount, month, weights);
    }

    /**
     * Divides {@code amount} by weights.
     *
     * @param month decides who gets the odd unit
     * @param weights by key; none negative and at least one positive
     * @throws IllegalArgumentException if there is none, or one is negative
     */
    public static Portions byWeights(Amount amount, YearMonth month, Map<String, Long> weights) {
        Map<MemberKey, Long> byMember = new TreeMap<>();
        weights.forEach((member, weight) -> byMember.put(new MemberKey(member), weight));
        Shares shares = new Weights(List.copyOf(byMember.values())).allocate(amount.money(), Weights.turnOf(month));
        Map<MemberKey, Money> portions = new LinkedHashMap<>();
        for (MemberKey member : byMember.keySet()) {
            portions.put(member, shares.of(portions.size()));
        }
        return Portions.of(portions, amount.currency());
    }
}
