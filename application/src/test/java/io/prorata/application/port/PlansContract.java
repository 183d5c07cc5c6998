package io.prorata.application.port;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.APRIL;
import static io.prorata.application.Examples.B;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static io.prorata.application.port.BooksContract.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every {@link Plans} promises. */
public interface PlansContract extends BooksContract {

    MemberKey STRANGER = new MemberKey("stranger");

    @Test
    default void aNewHouseholdHasPlannedNothing() {
        UnitOfWork work = empty();

        assertEquals(PlanBook.EMPTY, book(work, found(work)));
    }

    @Test
    default void configsComeBackAsTheyWereAdded() {
        List<SplitKey> keys = List.of(
                new SplitKey.ByNetIncome(Weights.of(3, 2)),
                new SplitKey.Equally(),
                new SplitKey.Agreed(Weights.of(0, Weights.LARGEST)));
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        List<Config> configs = new ArrayList<>();
        for (SplitKey key : keys) {
            long id = configs.size() + 1L;
            configs.add(new Config(
                    id,
                    MARCH.plusMonths(id),
                    List.of(
                            new MemberIncome(B, Income.taxed(Money.LARGEST, new Rate(125_001))),
                            new MemberIncome(A, id == 1 ? Income.NONE : Income.ofNet(new Money(255_001)))),
                    key));
        }

        configs.forEach(config -> plan(work, household, plans -> plans.add(household, config)));

        for (Config config : configs) {
            assertEquals(Optional.of(config), config(work, household, config.id()));
            assertEquals(Optional.of(config), book(work, household).configs().at(config.from()));
        }
        assertEquals(Optional.empty(), book(work, household).configs().at(MARCH));
        assertEquals(Optional.empty(), config(work, household, 4));
    }

    @Test
    default void aConfigSupersedesTheOneFromTheSameMonthWhichStaysReadable() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Config march = config(1, MARCH, A);
        Config april = config(2, APRIL, A, B);
        Config restated = config(3, MARCH, B);
        Config again = config(4, MARCH, B, A);

        for (Config config : List.of(march, april, restated, again)) {
            plan(work, household, plans -> plans.add(household, config));
        }

        Timeline<Config> configs = book(work, household).configs();
        assertEquals(
                List.of(MARCH, APRIL),
                configs.entries().stream().map(Timeline.Entry::from).toList());
        assertEquals(Optional.of(again), configs.at(MARCH));
        assertEquals(Optional.of(april), configs.at(APRIL));
        assertEquals(Optional.of(march), config(work, household, 1));
        assertEquals(Optional.of(restated), config(work, household, 3));
    }

    @Test
    default void billsComeBackAsTheyWereAdded() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var terms = new FixedTerms(Money.LARGEST, Frequency.WEEKLY, new LineSplit.ByWeights(Map.of(A, 0L, B, 7L)));
        var rising = new FixedExpense(
                1,
                "Loyer 🏠",
                "Logement",
                "loyer",
                Timeline.from(MARCH, terms)
                        .with(APRIL, new FixedTerms(Money.ZERO, Frequency.ANNUAL, new LineSplit.AllTo(A)))
                        .endedFrom(APRIL.plusMonths(2))
                        .with(APRIL.plusMonths(5), terms));
        List<FixedExpense> bills = new ArrayList<>();
        for (Frequency frequency : Frequency.values()) {
            LineSplit split = frequency.bills() > 1 ? new LineSplit.ByKey() : new LineSplit.Equally();
            bills.add(new FixedExpense(
                    bills.size() + 2,
                    "Bill",
                    "Bills",
                    "Bills",
                    Timeline.from(MARCH, new FixedTerms(new Money(1), frequency, split))));
        }
        bills.addFirst(rising);
        bills.add(new FixedExpense(
                bills.size() + 1,
                "Roof",
                "Bills",
                "Bills",
                Timeline.from(
                                MARCH,
                                new FixedTerms(
                                        new Money(9),
                                        Frequency.valueOf("EVERY_60_MONTHS"),
                                        Optional.of(APRIL),
                                        new LineSplit.Equally()))
                        .with(
                                APRIL,
                                new FixedTerms(
                                        new Money(9), Frequency.valueOf("EVERY_52_WEEKS"), new LineSplit.ByKey()))));

        bills.reversed().forEach(bill -> plan(work, household, plans -> plans.add(household, bill)));

        assertEquals(bills, book(work, household).fixed());
    }

    @Test
    default void provisionsComeBackAsTheyWereAdded() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var split = new LineSplit.ByWeights(Map.of(A, 70L, B, 30L));
        var full = new Provision(
                1,
                new ProvisionCard("Vacances 🏖", "Deux semaines", "Loisirs", "🏖", "#00aaFF", 10_000),
                Money.LARGEST.negated(),
                Timeline.from(
                                MARCH,
                                new ProvisionTerms(
                                        new ProvisionBase.ShareOfAll(new Rate(50_001)),
                                        split,
                                        Optional.of(Money.LARGEST)))
                        .with(
                                APRIL,
                                new ProvisionTerms(
                                        new ProvisionBase.ShareOfOne(B, new Rate(1_000_000)),
                                        new LineSplit.AllTo(A),
                                        Optional.of(Money.ZERO)))
                        .endedFrom(APRIL.plusMonths(1)),
                List.of(
                        new Movement(LocalDate.of(2024, 5, 31), new Money(-100)),
                        new Movement(LocalDate.of(2024, 3, 1), Money.LARGEST, Optional.of(B), "from the bonus"),
                        new Movement(LocalDate.of(2024, 5, 31), new Money(-100))));
        var bare = new Provision(
                2,
                ProvisionCard.named("Bare"),
                Money.ZERO,
                Timeline.from(
                        MARCH,
                        new ProvisionTerms(
                                new ProvisionBase.FixedAmount(Money.ZERO), new LineSplit.Equally(), Optional.empty())),
                List.of());

        var landing = new Provision(
                3,
                ProvisionCard.named("Landing"),
                Money.ZERO,
                Timeline.from(
                                MARCH,
                                new ProvisionTerms(
                                        new ProvisionBase.ToTarget(APRIL, Optional.of(600)),
                                        split,
                                        Optional.of(new Money(1)),
                                        false,
                                        false))
                        .with(
                                APRIL,
                                new ProvisionTerms(
                                        new ProvisionBase.ToTarget(APRIL, Optional.empty()),
                                        new LineSplit.ByKey(),
                                        Optional.of(Money.LARGEST)))
                        .with(
                                APRIL.plusMonths(1),
                                new ProvisionTerms(
                                        new ProvisionBase.FixedAmount(new Money(3)),
                                        new LineSplit.ByKey(),
                                        Optional.of(new Money(7)),
                                        true,
                                        true)),
                List.of());

        plan(work, household, plans -> plans.add(household, full));
        plan(work, household, plans -> plans.add(household, bare));
        plan(work, household, plans -> plans.add(household, landing));

        assertEquals(List.of(bare, landing, full), book(work, household).provisions());
    }

    @Test
    default void whoeverIsNamedHasToBeAMember() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var byStranger = new ProvisionTerms(
                new ProvisionBase.ShareOfOne(STRANGER, new Rate(1)), new LineSplit.ByKey(), Optional.empty());
        var terms = new FixedTerms(new Money(1), Frequency.MONTHLY, new LineSplit.AllTo(STRANGER));

        assertRejected(() -> plan(work, household, plans -> plans.add(household, config(1, MARCH, A, STRANGER))));
        assertRejected(() -> plan(
                work,
                household,
                plans -> plans.add(
                        household, new FixedExpense(1, "Bill", "Bills", "Bills", Timeline.from(MARCH, terms)))));
        assertRejected(() -> plan(
                work,
                household,
                plans -> plans.add(
                        household,
                        new Provision(
                                1,
                                ProvisionCard.named("P"),
                                Money.ZERO,
                                Timeline.from(MARCH, byStranger),
                                List.of()))));

        assertEquals(PlanBook.EMPTY, book(work, household));
    }

    @Test
    default void aNeighboursPlanIsNotOurs() {
        UnitOfWork work = empty();
        HouseholdId us = found(work);
        HouseholdId neighbours = found(work);
        Config theirs = config(1, MARCH, A);
        plan(work, neighbours, plans -> plans.add(neighbours, theirs));
        plan(work, us, plans -> plans.add(us, config(2, MARCH, B)));

        assertEquals(Optional.of(theirs), book(work, neighbours).configs().at(MARCH));
        assertEquals(Optional.empty(), config(work, us, 1));
    }

    @Test
    default void idsOfPlansAreGivenOncePerKind() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);

        plan(work, household, plans -> {
            assertEquals(1, plans.nextConfigId(household));
            assertEquals(1, plans.nextFixedExpenseId(household));
            assertEquals(1, plans.nextProvisionId(household));
        });
        plan(work, household, plans -> {
            assertEquals(2, plans.nextConfigId(household));
            assertEquals(2, plans.nextFixedExpenseId(household));
            assertEquals(2, plans.nextProvisionId(household));
        });

        plan(work, household, plans -> plans.add(household, config(1, MARCH, A)));
        assertRejected(() -> plan(work, household, plans -> plans.add(household, config(1, APRIL, A))));
    }

    private static Config config(long id, YearMonth from, MemberKey... members) {
        List<MemberIncome> incomes = List.of(members).stream()
                .map(member -> new MemberIncome(member, Income.ofNet(new Money(id))))
                .toList();
        return new Config(id, from, incomes, new SplitKey.Equally());
    }

    private static PlanBook book(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.plans().book(household));
    }

    private static Optional<Config> config(UnitOfWork work, HouseholdId household, long id) {
        return work.read(household, books -> books.plans().config(household, id));
    }

    private static void plan(UnitOfWork work, HouseholdId household, Consumer<Plans> writing) {
        write(work, household, new Change.ConfigAdopted(MARCH), books -> writing.accept(books.plans()));
    }
}
