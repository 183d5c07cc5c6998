package io.prorata.bench;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.Shares;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the rules take alone: an amount divided, and a month's plan of 25 bills and 25 provisions. */
@State(Scope.Benchmark)
public class DomainBench {

    private static final YearMonth FROM = YearMonth.of(2024, 1);
    private static final int LINES_OF_A_KIND = 25;
    private static final List<Frequency> FREQUENCIES =
            List.of(Frequency.MONTHLY, Frequency.QUARTERLY, Frequency.ANNUAL);

    // Nothing that is measured is static or written where it is used: the compiler would reckon it beforehand.
    private final YearMonth month = YearMonth.of(2024, 12);
    private final Money amount = new Money(123_457);
    private final Weights weightsOfTwo = Weights.inProportionTo(configOf(2).nets());
    private final Weights weightsOfFive = Weights.inProportionTo(configOf(5).nets());
    private final PlanBook bookOfTwo = bookOf(2);
    private final PlanBook bookOfFive = bookOf(5);

    @Benchmark
    public Shares amountAmongTwo() {
        return weightsOfTwo.allocate(amount, Weights.turnOf(month));
    }

    @Benchmark
    public Shares amountAmongFive() {
        return weightsOfFive.allocate(amount, Weights.turnOf(month));
    }

    @Benchmark
    public MonthPlan planOfTwo() {
        return bookOfTwo.at(month);
    }

    @Benchmark
    public MonthPlan planOfFive() {
        return bookOfFive.at(month);
    }

    private static PlanBook bookOf(int members) {
        return new PlanBook(
                Timeline.from(FROM, configOf(members)),
                IntStream.rangeClosed(1, LINES_OF_A_KIND)
                        .mapToObj(DomainBench::bill)
                        .toList(),
                IntStream.rangeClosed(1, LINES_OF_A_KIND)
                        .mapToObj(DomainBench::provision)
                        .toList());
    }

    private static Config configOf(int members) {
        List<MemberIncome> incomes = IntStream.rangeClosed(1, members)
                .mapToObj(m -> new MemberIncome(
                        new MemberKey("member-" + m),
                        Income.taxed(new Money(250_000 + 31_337L * m), new Rate(120_000 + 10_000 * m))))
                .toList();
        return new Config(1, FROM, incomes, new SplitKey.ByNetIncome(Weights.equal(members)));
    }

    private static FixedExpense bill(int id) {
        Frequency frequency = FREQUENCIES.get(id % FREQUENCIES.size());
        return new FixedExpense(
                id,
                "Bill " + id,
                "Category " + id,
                "Category " + id,
                Timeline.from(FROM, new FixedTerms(new Money(1_999L * id), frequency, split(id))));
    }

    private static Provision provision(int id) {
        return new Provision(
                id,
                ProvisionCard.named("Provision " + id),
                Money.ZERO,
                Timeline.from(
                        FROM,
                        new ProvisionTerms(
                                new ProvisionBase.ShareOfAll(new Rate(1_000 * id)),
                                split(id),
                                Optional.of(new Money(300_000)))),
                List.of());
    }

    /** Most lines divide as the household does, some equally. */
    private static LineSplit split(int id) {
        return id % 5 == 0 ? new LineSplit.Equally() : new LineSplit.ByKey();
    }
}
