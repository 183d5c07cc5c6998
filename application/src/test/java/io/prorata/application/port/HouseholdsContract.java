package io.prorata.application.port;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.B;
import static io.prorata.application.Examples.HOUSEHOLD;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static io.prorata.application.port.BooksContract.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.time.Timeline;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every {@link Households} promises. */
public interface HouseholdsContract extends BooksContract {

    @Test
    default void settingsComeBackAsTheyWereKept() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        assertEquals(HOUSEHOLD, get(work, household));

        var revised = new Household(
                "家 🏡",
                Currency.getInstance("JPY"),
                ZoneId.of("Asia/Tokyo"),
                List.of(new Member(B, "Bruno B."), new Member(new MemberKey("c-3"), "Chloé"), new Member(A, "Anna")));
        revise(work, household, revised);
        assertEquals(revised, get(work, household));

        var alone = new Household("Alone", HOUSEHOLD.currency(), HOUSEHOLD.zone(), List.of());
        revise(work, household, alone);
        assertEquals(alone, get(work, household));
    }

    @Test
    default void allHouseholdsAreListedById() {
        UnitOfWork work = empty();
        HouseholdId us = found(work);
        HouseholdId neighbours = found(work);
        var renamed = new Household("Neighbours", HOUSEHOLD.currency(), HOUSEHOLD.zone(), List.of());
        revise(work, neighbours, renamed);

        assertEquals(
                List.of(new Households.Listed(us, HOUSEHOLD), new Households.Listed(neighbours, renamed)),
                work.read(us, books -> books.households().all()));
    }

    @Test
    default void aHouseholdThatIsNotThereHasNoSettings() {
        UnitOfWork work = empty();
        var nobody = new HouseholdId(found(work).value() + 1);

        assertRejected(() -> get(work, nobody));
    }

    @Test
    default void amountsOfAnyKindFixTheCurrency() {
        UnitOfWork work = empty();
        List<HouseholdId> empties = List.of(found(work), found(work), found(work), found(work), found(work));
        empties.forEach(id -> assertFalse(holdAmounts(work, id)));

        plan(work, empties.get(0), books -> books.plans().add(empties.get(0), config(A)));
        plan(work, empties.get(1), books -> books.plans().add(empties.get(1), bill(new LineSplit.ByKey())));
        plan(work, empties.get(2), books -> books.plans().add(empties.get(2), provision(new LineSplit.ByKey())));
        plan(
                work,
                empties.get(3),
                books -> books.ledger()
                        .add(
                                empties.get(3),
                                OptionalLong.empty(),
                                List.of(row(1, MARCH, -1, ExpenseType.VARIABLE, null))));

        empties.subList(0, 4).forEach(id -> assertTrue(holdAmounts(work, id)));
        assertFalse(holdAmounts(work, empties.get(4)));
    }

    @Test
    default void membersToWhomThePlanRefersAreKept() {
        var c = new MemberKey("c");
        var d = new MemberKey("d");
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        List<Member> five = List.of(A, B, c, d, new MemberKey("e")).stream()
                .map(key -> new Member(key, key.text()))
                .toList();
        revise(work, household, new Household("Five", HOUSEHOLD.currency(), HOUSEHOLD.zone(), five));
        plan(work, household, books -> {
            books.plans().add(household, config(A));
            books.plans().add(household, bill(new LineSplit.ByWeights(Map.of(B, 3L))));
            books.plans().add(household, provision(new LineSplit.AllTo(c)));
            books.plans().add(household, shareOf(2, d));
        });

        for (MemberKey named : List.of(A, B, c, d)) {
            var without = new Household(
                    "Four",
                    HOUSEHOLD.currency(),
                    HOUSEHOLD.zone(),
                    five.stream().filter(member -> !member.key().equals(named)).toList());
            assertRejected(() -> revise(work, household, without));
        }
        var four = new Household("Four", HOUSEHOLD.currency(), HOUSEHOLD.zone(), five.subList(0, 4));
        revise(work, household, four);
        assertEquals(four, get(work, household));
    }

    private static Household get(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.households().get(household));
    }

    private static boolean holdAmounts(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.households().holdAmounts(household));
    }

    private static void revise(UnitOfWork work, HouseholdId household, Household settings) {
        write(
                work,
                household,
                new Change.HouseholdRevised(),
                books -> books.households().keep(household, settings));
    }

    private static void plan(UnitOfWork work, HouseholdId household, Consumer<Books> writing) {
        write(work, household, new Change.ConfigAdopted(MARCH), writing);
    }

    private static Config config(MemberKey member) {
        return new Config(1, MARCH, List.of(new MemberIncome(member, Income.NONE)), new SplitKey.Equally());
    }

    private static FixedExpense bill(LineSplit split) {
        return new FixedExpense(
                1,
                "Rent",
                "Logement",
                "Loyer",
                Timeline.from(MARCH, new FixedTerms(new Money(1), Frequency.MONTHLY, split)));
    }

    private static Provision provision(LineSplit split) {
        var terms = new ProvisionTerms(new ProvisionBase.FixedAmount(new Money(1)), split, Optional.empty());
        return new Provision(1, ProvisionCard.named("Trip"), Money.ZERO, Timeline.from(MARCH, terms), List.of());
    }

    private static Provision shareOf(long id, MemberKey member) {
        var terms = new ProvisionTerms(
                new ProvisionBase.ShareOfOne(member, new Rate(10_000)), new LineSplit.ByKey(), Optional.empty());
        return new Provision(id, ProvisionCard.named("Bike"), Money.ZERO, Timeline.from(MARCH, terms), List.of());
    }
}
