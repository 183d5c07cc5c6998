package io.prorata.application.port;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.APRIL;
import static io.prorata.application.Examples.B;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static io.prorata.application.port.BooksContract.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Plans.Moved;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.Plans.Version;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
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
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Plans} promises of what is planned already and changes. */
public interface RevisedPlansContract extends BooksContract {

    FixedTerms RENT =
            new FixedTerms(new Money(120_000), Frequency.MONTHLY, new LineSplit.ByWeights(Map.of(A, 2L, B, 1L)));
    FixedTerms DEARER = new FixedTerms(new Money(130_000), Frequency.QUARTERLY, new LineSplit.AllTo(B));
    ProvisionTerms SHARE = new ProvisionTerms(
            new ProvisionBase.ShareOfOne(A, new Rate(50_000)),
            new LineSplit.ByWeights(Map.of(A, 1L)),
            Optional.of(new Money(9)));
    ProvisionTerms FIXED = new ProvisionTerms(
            new ProvisionBase.FixedAmount(new Money(5_000)), new LineSplit.Equally(), Optional.empty());

    @Test
    default void whatIsRemovedIsAsIfItHadNeverBeenAndItsIdIsNotGivenAgain() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        var rent = new FixedExpense(
                1, "Rent", "Housing", "Rent", Timeline.from(MARCH, RENT).with(APRIL, DEARER));
        var internet = new FixedExpense(2, "Internet", "Housing", "Internet", Timeline.from(MARCH, DEARER));
        var card = new ProvisionCard("Trip", null, null, null, null, 0);
        var trip =
                new Provision(1, card, Money.ZERO, Timeline.from(MARCH, SHARE).endedFrom(APRIL), List.of());
        var car = new Provision(2, card, Money.ZERO, Timeline.from(MARCH, FIXED), List.of());
        for (HouseholdId each : List.of(household, neighbours)) {
            plan(work, each, plans -> {
                plans.nextFixedExpenseId(each);
                plans.nextFixedExpenseId(each);
                plans.nextProvisionId(each);
                plans.nextProvisionId(each);
                plans.add(each, rent);
                plans.add(each, internet);
                plans.add(each, trip);
                plans.add(each, car);
            });
        }

        plan(work, household, plans -> {
            plans.removeFixedExpense(household, 1);
            plans.removeProvision(household, 1);
        });

        PlanBook left = work.read(household, books -> books.plans().book(household));
        assertEquals(List.of(internet), left.fixed());
        assertEquals(List.of(car), left.provisions());
        assertEquals(Optional.empty(), bill(work, household, 1));
        plan(work, household, plans -> {
            assertEquals(3, plans.nextFixedExpenseId(household));
            assertEquals(3, plans.nextProvisionId(household));
        });
        PlanBook theirs = work.read(neighbours, books -> books.plans().book(neighbours));
        assertEquals(List.of(rent, internet), theirs.fixed());
        assertEquals(List.of(trip, car), theirs.provisions());
        assertRejected(() -> plan(work, household, plans -> plans.removeFixedExpense(household, 1)));
        assertRejected(() -> plan(work, household, plans -> plans.removeProvision(household, 7)));
    }

    @Test
    default void aProvisionThatHasMovedIsNotRemoved() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var card = new ProvisionCard("Trip", null, null, null, null, 0);
        var moved = List.of(new Movement(LocalDate.of(2024, 3, 5), new Money(100)));
        plan(
                work,
                household,
                plans -> plans.add(household, new Provision(1, card, Money.ZERO, Timeline.from(MARCH, FIXED), moved)));
        assertRejected(() -> plan(work, household, plans -> plans.removeProvision(household, 1)));
        assertEquals(
                1,
                work.read(household, books -> books.plans().book(household))
                        .provisions()
                        .size());
    }

    @Test
    default void aBillIsReplacedWithAllItsTermsAndSaysWhenItChanged() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var before = new FixedExpense(1, "Rent", "Housing", "Rent", Timeline.from(MARCH, RENT));
        var neighbour = new FixedExpense(2, "Internet", "Housing", "Internet", Timeline.from(MARCH, DEARER));
        long added = plan(work, household, plans -> {
            plans.add(household, before);
            plans.add(household, neighbour);
        });
        assertEquals(Optional.of(new Planned<>(before, added)), bill(work, household, 1));

        var after = new FixedExpense(
                1,
                "Rent of the flat",
                "Home",
                "Loyer",
                Timeline.from(MARCH, RENT).with(APRIL, DEARER).endedFrom(APRIL.plusMonths(7)));
        long replaced = plan(work, household, plans -> plans.replace(household, after));

        assertEquals(Optional.of(new Planned<>(after, replaced)), bill(work, household, 1));
        assertEquals(Optional.of(new Planned<>(neighbour, added)), bill(work, household, 2));
        assertEquals(Optional.empty(), bill(work, household, 3));
        assertEquals(
                List.of(after, neighbour),
                work.read(household, books -> books.plans().book(household)).fixed());
    }

    @Test
    default void aProvisionIsReplacedAndItsMovementsStay() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var first = new Movement(LocalDate.of(2024, 3, 5), new Money(100));
        var before = new Provision(
                1, ProvisionCard.named("Holidays"), Money.ZERO, Timeline.from(MARCH, SHARE), List.of(first));
        plan(work, household, plans -> plans.add(household, before));
        var second = new Movement(LocalDate.of(2024, 3, 4), new Money(-30));
        plan(work, household, plans -> plans.move(household, 1, second));

        var after = new Provision(
                1,
                new ProvisionCard("Summer", "At the sea", "Leisure", "sun", "#00aaff", 7),
                new Money(-5),
                Timeline.from(MARCH, SHARE).with(APRIL, FIXED),
                List.of());
        long replaced = plan(work, household, plans -> plans.replace(household, after));

        var expected = new Provision(1, after.card(), after.opening(), after.terms(), List.of(first, second));
        assertEquals(Optional.of(new Planned<>(expected, replaced)), provision(work, household, 1));
        plan(work, household, plans -> plans.move(household, 1, first));
        assertEquals(
                replaced,
                provision(work, household, 1).orElseThrow().changedAt(),
                "a movement is no change of the plan");
        assertEquals(Optional.empty(), provision(work, household, 2));
    }

    @Test
    default void aMovementIsTakenBackAndItsIdIsNotGivenAgain() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var opening = new Movement(LocalDate.of(2024, 3, 5), new Money(100));
        for (long id = 1; id <= 2; id++) {
            var provision = new Provision(
                    id, ProvisionCard.named("Holidays"), Money.ZERO, Timeline.from(MARCH, FIXED), List.of(opening));
            plan(work, household, plans -> plans.add(household, provision));
        }
        var taken = new Movement(LocalDate.of(2024, 3, 4), new Money(-30));
        long noted = plan(work, household, plans -> plans.move(household, 1, taken));
        List<Moved> both = movements(work, household, 1);
        assertEquals(List.of(opening, taken), both.stream().map(Moved::movement).toList());
        assertEquals(noted, both.get(1).notedAt());
        Moved last = both.get(1);

        plan(work, household, plans -> plans.takeBack(household, 1, last.id()));

        assertEquals(List.of(both.get(0)), movements(work, household, 1));
        assertEquals(
                List.of(opening),
                provision(work, household, 1).orElseThrow().thing().movements());
        assertEquals(1, movements(work, household, 2).size());
        plan(work, household, plans -> plans.move(household, 1, taken));
        assertTrue(movements(work, household, 1).get(1).id() > last.id());
        assertRejected(() -> plan(work, household, plans -> plans.takeBack(household, 1, last.id())));
        assertRejected(() -> plan(
                work,
                household,
                plans -> plans.takeBack(household, 2, both.get(0).id())));
        assertEquals(List.of(), movements(work, household, 3));
        assertEquals(
                Map.of(1L, movements(work, household, 1), 2L, movements(work, household, 2)),
                work.read(household, books -> books.plans().movements(household)));
    }

    /** All at once is what each says by itself. */
    @Test
    default void lastChangesAndTheirStampsAreReadAtOnce() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        for (long id = 1; id <= 2; id++) {
            var provision = new Provision(
                    id, ProvisionCard.named("Holidays"), Money.ZERO, Timeline.from(MARCH, FIXED), List.of());
            plan(work, household, plans -> plans.add(household, provision));
        }
        work.read(household, books -> {
            var changes = books.plans().lastChanges(household);
            assertEquals(Map.of(), changes.bills());
            assertEquals(Map.of(), changes.budgets());
            for (long id = 1; id <= 2; id++) {
                assertEquals(
                        books.plans().provision(household, id).orElseThrow().changedAt(),
                        changes.provisions().get(id));
            }
            var revisions = new HashSet<>(changes.provisions().values());
            var stamps = books.revisions().stampsAt(household, revisions);
            assertEquals(revisions, stamps.keySet());
            revisions.forEach(
                    revision -> assertEquals(books.revisions().stampAt(household, revision), stamps.get(revision)));
            return 0;
        });
    }

    private static List<Moved> movements(UnitOfWork work, HouseholdId household, long provision) {
        return work.read(household, books -> books.plans().movements(household, provision));
    }

    @Test
    default void onlyWhatIsThereIsReplacedOrMoved() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        var theirs = new FixedExpense(1, "Rent", "Housing", "Rent", Timeline.from(MARCH, DEARER));
        var provision =
                new Provision(1, ProvisionCard.named("Holidays"), Money.ZERO, Timeline.from(MARCH, FIXED), List.of());
        plan(work, neighbours, plans -> {
            plans.add(neighbours, theirs);
            plans.add(neighbours, provision);
        });

        assertRejected(() -> plan(work, household, plans -> plans.replace(household, theirs)));
        assertRejected(() -> plan(work, household, plans -> plans.replace(household, provision)));
        assertRejected(() ->
                plan(work, household, plans -> plans.move(household, 1, new Movement(LocalDate.EPOCH, Money.ZERO))));
        assertEquals(Optional.empty(), bill(work, household, 1));
        assertEquals(Optional.empty(), provision(work, household, 1));
    }

    @Test
    default void allVersionsOfTheConfigAreListedTheLatestFirst() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var key = new SplitKey.Equally();
        var alone = new Config(1, MARCH, List.of(new MemberIncome(A, Income.NONE)), key);
        var together =
                new Config(2, MARCH, List.of(new MemberIncome(B, Income.NONE), new MemberIncome(A, Income.NONE)), key);
        var later = new Config(3, APRIL, List.of(new MemberIncome(B, Income.NONE)), key);
        plan(work, household, plans -> {
            plans.add(household, alone);
            plans.add(household, together);
            plans.add(household, later);
        });

        assertEquals(
                List.of(
                        new Version(later, OptionalLong.empty()),
                        new Version(together, OptionalLong.empty()),
                        new Version(alone, OptionalLong.of(2))),
                work.read(household, books -> books.plans().versions(household)));
    }

    @Test
    default void aVersionIsRemovedAsIfItHadNeverBeenMade() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        List<Config> fromMarch = Stream.of(1L, 2L, 3L)
                .map(id -> new Config(
                        id, MARCH, List.of(new MemberIncome(A, Income.ofNet(new Money(id)))), new SplitKey.Equally()))
                .toList();
        for (HouseholdId home : List.of(household, neighbours)) {
            plan(work, home, plans -> fromMarch.forEach(config -> plans.add(home, config)));
        }
        List<Version> theirs = versions(work, neighbours);

        plan(work, household, plans -> plans.removeConfig(household, 2));
        assertEquals(
                List.of(
                        new Version(fromMarch.get(2), OptionalLong.empty()),
                        new Version(fromMarch.get(0), OptionalLong.of(3))),
                versions(work, household),
                "what it superseded is superseded by what superseded it");

        plan(work, household, plans -> plans.removeConfig(household, 3));
        assertEquals(List.of(new Version(fromMarch.get(0), OptionalLong.empty())), versions(work, household));
        assertEquals(
                Optional.of(fromMarch.get(0)),
                work.read(
                        household,
                        books -> books.plans().book(household).configs().at(MARCH)),
                "the one before counts again");

        plan(work, household, plans -> plans.removeConfig(household, 1));
        assertEquals(List.of(), versions(work, household));
        assertRejected(() -> plan(work, household, plans -> plans.removeConfig(household, 1)));
        assertEquals(theirs, versions(work, neighbours));
    }

    private static List<Version> versions(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.plans().versions(household));
    }

    /** Returns the revision that it makes. */
    private static long plan(UnitOfWork work, HouseholdId household, Consumer<Plans> planning) {
        return write(work, household, new Change.ConfigAdopted(MARCH), books -> planning.accept(books.plans()))
                .revision()
                .number();
    }

    private static Optional<Planned<FixedExpense>> bill(UnitOfWork work, HouseholdId household, long id) {
        return work.read(household, books -> books.plans().fixedExpense(household, id));
    }

    private static Optional<Planned<Provision>> provision(UnitOfWork work, HouseholdId household, long id) {
        return work.read(household, books -> books.plans().provision(household, id));
    }
}
