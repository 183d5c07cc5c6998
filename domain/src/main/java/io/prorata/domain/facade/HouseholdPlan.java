package io.prorata.domain.facade;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The plan of a household from one month on: incomes, bills and provisions. Common costs are divided in proportion to net incomes, unless
 * {@link #dividedEqually} is called. The odd unit goes to each member in turn, in the order in which they were named.
 *
 * <p>A plan never changes: each method returns a new one. {@link #book} returns the full plan.
 */
public final class HouseholdPlan {

    private final Currency currency;
    private final YearMonth from;
    private final boolean equally;
    private final List<MemberIncome> members;
    private final List<FixedExpense> bills;
    private final List<Provision> provisions;

    private HouseholdPlan(
            Currency currency,
            YearMonth from,
            boolean equally,
            List<MemberIncome> members,
            List<FixedExpense> bills,
            List<Provision> provisions) {
        this.currency = currency;
        this.from = from;
        this.equally = equally;
        this.members = List.copyOf(members);
        this.bills = List.copyOf(bills);
        this.provisions = List.copyOf(provisions);
    }

    /**
     * Begins a plan.
     *
     * @param currency the ISO 4217 code of all its amounts
     * @param month the first planned month
     * @throws IllegalArgumentException if there is no such currency, or it has no minor unit
     */
    public static HouseholdPlan from(YearMonth month, String currency) {
        Currency known = Currency.getInstance(currency);
        Amount.zero(known);
        return new HouseholdPlan(known, month, false, List.of(), List.of(), List.of());
    }

    /**
     * Adds a member with a monthly income of {@code gross}, of which {@code percent} is tax.
     *
     * @param member a small letter, then at most 31 small letters, digits or hyphens
     * @throws IllegalArgumentException if the key or the rate is invalid, or the amount is negative
     */
    public HouseholdPlan member(String member, String gross, String percent) {
        return member(member, Income.taxed(money(gross), Net.rate(percent)));
    }

    /** Adds a member with a known net income; 0 for none. */
    public HouseholdPlan member(String member, String net) {
        return member(member, Income.ofNet(money(net)));
    }

    private HouseholdPlan member(String member, Income income) {
        List<MemberIncome> more = new ArrayList<>(members);
        more.add(new MemberIncome(new MemberKey(member), income));
        return new HouseholdPlan(currency, from, equally, more, bills, provisions);
    }

    /** Divides common costs into equal parts. */
    public HouseholdPlan dividedEqually() {
        return new HouseholdPlan(currency, from, true, members, bills, provisions);
    }

    /** Adds a monthly bill, divided like common costs. */
    public HouseholdPlan bill(String label, String amount) {
        return bill(label, amount, Frequency.MONTHLY);
    }

    /**
     * Adds a bill, divided like common costs. Each month has its part of it (formula 4).
     *
     * @param amount of one bill
     * @throws IllegalArgumentException if there is a bill with this label
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f4">Formula 4, monthly part of a bill</a>
     */
    public HouseholdPlan bill(String label, String amount, Frequency frequency) {
        requireNew(label, bills.stream().map(FixedExpense::label).toList());
        FixedTerms terms = new FixedTerms(money(amount), frequency, new LineSplit.ByKey());
        List<FixedExpense> more = new ArrayList<>(bills);
        more.add(new FixedExpense(bills.size() + 1L, label, label, label, Timeline.from(from, terms)));
        return new HouseholdPlan(currency, from, equally, members, more, provisions);
    }

    /**
     * Puts a share of all net incomes aside each month (formula 5), divided like common costs.
     *
     * @param percent from 0 to 100 with at most four decimals
     * @throws IllegalArgumentException if there is a provision with this name
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f5">Formula 5, monthly amount of a
     *     provision</a>
     */
    public HouseholdPlan provision(String name, String percent) {
        return provision(name, new ProvisionBase.ShareOfAll(Net.rate(percent)));
    }

    /** Puts the same amount aside each month, divided like common costs. */
    public HouseholdPlan provisionOf(String name, String amount) {
        return provision(name, new ProvisionBase.FixedAmount(money(amount)));
    }

    private HouseholdPlan provision(String name, ProvisionBase base) {
        requireNew(name, provisions.stream().map(one -> one.card().name()).toList());
        ProvisionTerms terms = new ProvisionTerms(base, new LineSplit.ByKey(), Optional.empty());
        List<Provision> more = new ArrayList<>(provisions);
        more.add(new Provision(
                provisions.size() + 1L, ProvisionCard.named(name), Money.ZERO, Timeline.from(from, terms), List.of()));
        return new HouseholdPlan(currency, from, equally, members, bills, more);
    }

    /**
     * Returns the plan of a month.
     *
     * @throws IllegalArgumentException if it is before the first planned month, or there is no member
     */
    public PlannedMonth month(YearMonth month) {
        if (month.isBefore(from)) {
            throw new IllegalArgumentException("the plan begins in " + from + ", after " + month);
        }
        return new PlannedMonth(currency, book().at(month));
    }

    /**
     * Returns the full plan.
     *
     * @throws IllegalArgumentException if there is no member
     */
    public PlanBook book() {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("the household has no member");
        }
        SplitKey key = equally ? new SplitKey.Equally() : new SplitKey.ByNetIncome(Weights.equal(members.size()));
        return new PlanBook(Timeline.from(from, new Config(1, from, members, key)), bills, provisions);
    }

    private Money money(String amount) {
        return Amount.of(amount, currency).money();
    }

    private static void requireNew(String name, List<String> known) {
        if (known.contains(name)) {
            throw new IllegalArgumentException("planned twice: " + name);
        }
    }
}
