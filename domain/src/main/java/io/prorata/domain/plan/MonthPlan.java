package io.prorata.domain.plan;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.KeyWeights;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.Shares;
import io.prorata.domain.split.Weights;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plan of one month: incomes, key, and every provision and bill with its shares.
 *
 * @param config in force; empty in a month without members, in which lines have totals but no shares
 * @param key how common costs are divided
 * @param provisions those in force, in the order of display
 * @param ended provisions that have ended with a balance that is not 0 yet, in the order of display; they plan nothing
 * @param fixed those in force, by id
 * @param budgets those in force, by id
 */
public record MonthPlan(
        YearMonth month,
        Optional<Config> config,
        KeyWeights key,
        List<ProvisionLine> provisions,
        List<ProvisionLine> ended,
        List<FixedLine> fixed,
        List<BudgetPlan> budgets) {

    /** Returns the members present, in order; none without a config. */
    public List<MemberKey> members() {
        return config.map(Config::present).orElse(List.of());
    }

    /** Returns the net incomes, in member order. */
    public List<Money> nets() {
        return config.map(Config::nets).orElse(List.of());
    }

    /** Returns the sum of all nets. */
    public Money totalNet() {
        return Money.sum(nets());
    }

    /** Returns the provisions that lists show: those in force, then those that have ended with a balance that is not 0. */
    public List<ProvisionLine> shownProvisions() {
        return Stream.concat(provisions.stream(), ended.stream()).toList();
    }

    /** Returns the sum of all provisions in force. */
    public Money totalProvisions() {
        return Money.sum(provisions.stream().map(ProvisionLine::monthly).toList());
    }

    /** Returns the sum of all bills in force. */
    public Money totalFixed() {
        return Money.sum(fixed.stream().map(FixedLine::monthly).toList());
    }

    /** Returns what each member puts aside, the sum of their shares of every provision. */
    public Shares provisionShares() {
        return sum(provisions.stream().map(ProvisionLine::shares).toList());
    }

    /** Returns what each member pays of the bills, the sum of their shares of every bill. */
    public Shares fixedShares() {
        return sum(fixed.stream().map(FixedLine::shares).toList());
    }

    /**
     * Returns {@code shares} by member, in member order.
     *
     * @param shares of this month: {@link #fixedShares()}, or those of one of its lines
     * @throws IllegalArgumentException if the number of members differs
     */
    public Map<MemberKey, Money> byMember(Shares shares) {
        List<MemberKey> present = members();
        if (shares.amounts().size() != present.size()) {
            throw new IllegalArgumentException(
                    shares.amounts().size() + " shares are not those of " + present.size() + " members");
        }
        Map<MemberKey, Money> byMember = new LinkedHashMap<>();
        for (int member = 0; member < present.size(); member++) {
            byMember.put(present.get(member), shares.of(member));
        }
        return Collections.unmodifiableMap(byMember);
    }

    /** Divides {@code amount} by the household's key of this month; without members there are no shares. */
    Shares byKey(Money amount) {
        return key.weights()
                .map(weights -> weights.allocate(amount, Weights.turnOf(month)))
                .orElse(Shares.none(0));
    }

    Divided divide(Money amount, LineSplit split) {
        return divide(amount, split, members());
    }

    /** @param present the members of this month, in order */
    Divided divide(Money amount, LineSplit split, List<MemberKey> present) {
        return key.weights()
                .map(weights -> split.among(present, weights))
                .map(divided ->
                        new Divided(divided.weights().allocate(amount, Weights.turnOf(month)), divided.keyInstead()))
                // Without members, no named member is present either.
                .orElseGet(() -> new Divided(Shares.none(0), !split.names().isEmpty()));
    }

    Shares sum(Collection<Shares> shares) {
        return Shares.sum(config.map(known -> known.members().size()).orElse(0), shares);
    }

    /**
     * Returns what each member pays of {@code amount}, divided by {@code split} (formulas 3 and 6).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f3">Formula 3, allocation</a>
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f6">Formula 6, split of a line</a>
     */
    public Shares shares(Money amount, LineSplit split) {
        return divide(amount, split).shares();
    }

    /** What each member pays of an amount, and whether the household's key is used because no member of its own split is present. */
    record Divided(Shares shares, boolean keyInstead) {}
}
