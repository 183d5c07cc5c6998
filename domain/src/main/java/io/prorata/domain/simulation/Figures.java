package io.prorata.domain.simulation;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthSummary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * The totals of one side of a simulation, of a month or of several; or how much more one side has than the other.
 *
 * @param provisions put aside
 * @param fixed carried of bills
 * @param variable spent
 * @param netIncome of all members
 * @param members what each member pays of all three, those who are there, in order
 */
public record Figures(Money provisions, Money fixed, Money variable, Money netIncome, Map<MemberKey, Money> members) {

    /** Of nothing and nobody. */
    public static final Figures NONE = new Figures(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Map.of());

    /** Takes a copy of the members, in their order. */
    public Figures {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Returns the totals of a month. */
    public static Figures of(MonthSummary month) {
        return new Figures(
                month.plan().totalProvisions(),
                month.plan().totalFixed(),
                month.totalVariable(),
                month.plan().totalNet(),
                month.plan().byMember(month.memberTotals()));
    }

    /** Returns what the household pays. */
    public Money total() {
        return provisions.plus(fixed).plus(variable);
    }

    /** Returns what it has left; may be negative. */
    public Money netAvailable() {
        return netIncome.minus(total());
    }

    /** Returns both together. */
    public Figures plus(Figures other) {
        return with(other, Money::plus);
    }

    /** Returns how much more this is than {@code other}. */
    public Figures minus(Figures other) {
        return with(other, Money::minus);
    }

    private Figures with(Figures other, BinaryOperator<Money> by) {
        Map<MemberKey, Money> both = new LinkedHashMap<>(members);
        other.members.keySet().forEach(member -> both.putIfAbsent(member, Money.ZERO));
        both.replaceAll((member, amount) -> by.apply(amount, other.members.getOrDefault(member, Money.ZERO)));
        return new Figures(
                by.apply(provisions, other.provisions),
                by.apply(fixed, other.fixed),
                by.apply(variable, other.variable),
                by.apply(netIncome, other.netIncome),
                both);
    }
}
