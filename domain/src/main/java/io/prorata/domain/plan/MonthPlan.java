package io.prorata.domain.plan;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Progress;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.SavingMonth;
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

    static MonthPlan of(PlanBook book, YearMonth month) {
        Optional<Config> config = book.configs().at(month);
        KeyWeights key = config.map(Config::keyWeights).orElse(KeyWeights.OF_NOBODY);
        var plan = new MonthPlan(month, config, key, List.of(), List.of(), List.of(), List.of());
        return new MonthPlan(
                month,
                config,
                key,
                book.provisions().stream()
                        .flatMap(provision -> plan.line(book, provision).stream())
                        .toList(),
                book.provisions().stream()
                        .filter(provision -> provision.endedIn(month))
                        .map(provision -> plan.endedLine(book, provision))
                        .filter(line -> !line.balance().isZero())
                        .toList(),
                book.fixed().stream()
                        .flatMap(expense -> plan.line(expense).stream())
                        .toList(),
                book.budgets().stream()
                        .flatMap(budget -> plan.line(budget).stream())
                        .toList());
    }

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
        return key.weights()
                .map(weights -> split.among(members(), weights))
                .map(divided ->
                        new Divided(divided.weights().allocate(amount, Weights.turnOf(month)), divided.keyInstead()))
                // Without members, no named member is present either.
                .orElseGet(() -> new Divided(Shares.none(0), !split.names().isEmpty()));
    }

    Shares sum(Collection<Shares> shares) {
        return shares.stream().reduce(Shares.none(members().size()), Shares::plus);
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

    /** The figures of a provision in a month. */
    private record Saved(Money monthly, Money balance, Money reached) {}

    private Saved saved(PlanBook book, Provision provision) {
        if (provision.isMovedByFactsAlone(month)) {
            Money balance = provision.balanceAt(month);
            Money monthly = provision
                    .terms()
                    .at(month)
                    .map(terms -> terms.base().monthly(members(), nets()))
                    .orElse(Money.ZERO);
            return new Saved(monthly, balance, balance);
        }
        List<SavingMonth> months = book.savings(provision, month);
        SavingMonth last = months.get(months.size() - 1);
        return new Saved(last.planned(), last.balance(), last.reached());
    }

    private Optional<ProvisionLine> line(PlanBook book, Provision provision) {
        return provision.terms().at(month).map(terms -> {
            Saved saved = saved(book, provision);
            Divided divided = divide(saved.monthly(), terms.split());
            return new ProvisionLine(
                    provision,
                    Optional.of(terms),
                    saved.monthly(),
                    divided.shares(),
                    divided.keyInstead(),
                    saved.balance(),
                    saved.reached(),
                    Progress.towards(terms.target(), saved.reached()));
        });
    }

    private ProvisionLine endedLine(PlanBook book, Provision provision) {
        Money balance = book.balance(provision, month);
        return new ProvisionLine(
                provision,
                Optional.empty(),
                Money.ZERO,
                Shares.none(members().size()),
                false,
                balance,
                balance,
                Optional.empty());
    }

    private Optional<BudgetPlan> line(Budget budget) {
        return budget.terms().at(month).map(terms -> {
            Divided divided = divide(terms.amount(), terms.split());
            return new BudgetPlan(budget, terms, divided.shares(), divided.keyInstead());
        });
    }

    private Optional<FixedLine> line(FixedExpense expense) {
        return expense.terms().at(month).map(terms -> {
            Money monthly = expense.partOf(month);
            Divided divided = divide(monthly, terms.split());
            return new FixedLine(expense, terms, monthly, divided.shares(), divided.keyInstead());
        });
    }
}
