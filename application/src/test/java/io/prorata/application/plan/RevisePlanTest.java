package io.prorata.application.plan;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.APRIL;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.inEuros;
import static io.prorata.application.Examples.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.provision.EndProvision;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.provision.ShowProvision;
import io.prorata.application.request.Precondition;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.Refusal;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.time.Timeline;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Bills and provisions change from a month on, and say exactly what that touches. It is March 2024. */
class RevisePlanTest {

    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final YearMonth FEBRUARY = MARCH.minusMonths(1);
    private static final ViewScopes CATALOGUE = ViewScopes.of(new Scope.Catalogue());
    private static final FixedTerms RENT =
            new FixedTerms(new Money(120_000), Frequency.MONTHLY, new LineSplit.Equally());
    private static final FixedTerms DEARER =
            new FixedTerms(new Money(130_000), Frequency.MONTHLY, new LineSplit.Equally());
    private static final ProvisionTerms SAVED = new ProvisionTerms(
            new ProvisionBase.FixedAmount(new Money(5_000)), new LineSplit.Equally(), Optional.empty());

    private final UnitOfWork work = new InMemoryBooks(CLOCK, new SplittableRandom(1));
    private final HouseholdId household = found(work);
    private final ReviseFixedExpense revise = new ReviseFixedExpense(work, CLOCK);
    private final ReviseProvision reviseProvision = new ReviseProvision(work, CLOCK);

    @Test
    void termsChangeFromTheCurrentMonthUnlessItIsSaid() {
        long id = bill();

        FixedExpense now =
                revise(id, EffectiveFrom.NOW, "Rent", DEARER).result().thing();
        FixedExpense planned =
                revise(id, from(APRIL.plusMonths(1)), "Rent", RENT).result().thing();

        assertEquals(Timeline.from(FEBRUARY, RENT).with(MARCH, DEARER), now.terms());
        assertEquals(now.terms().with(APRIL.plusMonths(1), RENT), planned.terms());
    }

    @Test
    void aCommandSaysOnlyWhatItTouches() {
        long id = bill();
        Stamp catalogue = stamp(CATALOGUE);
        Stamp february = stamp(ViewScopes.ofPlan(FEBRUARY));

        revise(id, EffectiveFrom.NOW, "Rent", DEARER);
        assertEquals(catalogue, stamp(CATALOGUE), "terms are no catalogue");
        assertEquals(february, stamp(ViewScopes.ofPlan(FEBRUARY)));

        Stamp march = revise(id, EffectiveFrom.NOW, "Rent of the flat", DEARER).stamp();
        assertEquals(march, stamp(CATALOGUE));
        assertEquals(
                march.revision() - 1,
                stamp(new ViewScopes(Set.of(), Optional.of(MARCH), Set.of())).revision(),
                "the plan is as it was");

        Stamp both = revise(id, from(APRIL), "Rent", RENT).stamp();
        assertEquals(both, stamp(CATALOGUE));
        assertEquals(both, stamp(ViewScopes.ofPlan(APRIL)));
    }

    @Test
    void whatIsSoAlreadyIsNoChange() {
        long id = bill();
        Stamp before = shown(id).stamp();

        Committed<PlanChange<FixedExpense>> same = revise(id, from(FEBRUARY), "Rent", RENT);

        assertEquals(before, same.stamp());
        assertEquals(before, shown(id).stamp());
    }

    @Test
    void aMonthThatIsOverChangesOnlyIfThatIsMeant() {
        long id = bill();
        long provision = provision();
        var pastMonth = new Refusal.PastMonth(FEBRUARY, MARCH, "from");

        assertEquals(pastMonth, refused(() -> revise(id, from(FEBRUARY), "Rent", DEARER)));
        assertEquals(
                pastMonth,
                refused(() -> new EndFixedExpense(work, CLOCK)
                        .end(household, ANNA, id, Precondition.WHATEVER, from(FEBRUARY))));
        assertEquals(
                pastMonth,
                refused(() -> new EndProvision(work, CLOCK)
                        .end(household, ANNA, provision, Precondition.WHATEVER, from(FEBRUARY))));
        assertEquals(
                new Refusal.PastMonth(FEBRUARY, MARCH, "/opening_balance"),
                refused(() -> reviseProvision.revise(
                        household,
                        ANNA,
                        provision,
                        Precondition.WHATEVER,
                        EffectiveFrom.NOW,
                        inEuros(new ReviseProvision.Command(
                                ProvisionCard.named("Holidays"), new Money(1), Optional.empty())))),
                "an opening balance counts from the first month on");
        assertEquals(1, shown(id).thing().terms().entries().size());

        revise(id, new EffectiveFrom(Optional.of(FEBRUARY), true), "Rent", DEARER);
        assertEquals(Timeline.from(FEBRUARY, DEARER), shown(id).thing().terms());
        revise(id, from(FEBRUARY), "A label may change whatever the month", DEARER);
    }

    @Test
    void aBillEndsAndItsPastStays() {
        long id = bill();
        revise(id, from(APRIL.plusMonths(3)), "Rent", DEARER);

        FixedExpense ended = new EndFixedExpense(work, CLOCK)
                .end(household, ANNA, id, Precondition.WHATEVER, from(APRIL))
                .result()
                .thing();

        assertEquals(Timeline.from(FEBRUARY, RENT).endedFrom(APRIL), ended.terms());
        var bills = new ShowFixedExpenses(work, CLOCK);
        assertEquals(
                1,
                bills.show(household, Optional.of(MARCH), false).thing().bills().size());
        assertEquals(
                List.of(),
                bills.show(household, Optional.of(APRIL), false).thing().bills());
        assertEquals(
                1,
                bills.show(household, Optional.of(APRIL), true).thing().bills().size());
    }

    @Test
    void whoeverEditsAnOlderStateIsTold() {
        long id = bill();
        Stamp read = shown(id).stamp();
        revise(id, EffectiveFrom.NOW, "Rent", DEARER);

        assertEquals(
                new Refusal.Overtaken(),
                refused(() -> revise.revise(
                        household,
                        ANNA,
                        id,
                        Precondition.oneOf(List.of(read)),
                        EffectiveFrom.NOW,
                        inEuros(new ReviseFixedExpense.Command("Mine", "Mine", "Mine", Optional.empty())))));
        assertEquals("Rent", shown(id).thing().label());
        assertNotEquals(read, shown(id).stamp());
    }

    @Test
    void strangersAndUnknownThingsAreRefused() {
        long id = bill();
        var stranger = new MemberKey("stranger");

        assertEquals(
                new Refusal.UnknownMember(stranger, "/split/member"),
                refused(() -> revise(
                        id,
                        EffectiveFrom.NOW,
                        "Rent",
                        new FixedTerms(new Money(1), Frequency.MONTHLY, new LineSplit.AllTo(stranger)))));
        assertEquals(new Refusal.UnknownFixedExpense(99), refused(() -> revise(99, EffectiveFrom.NOW, "Rent", RENT)));
        assertEquals(new Refusal.UnknownProvision(99), refused(() -> new ShowProvision(work).show(household, 99)));
        HouseholdId neighbours = found(work);
        assertEquals(
                new Refusal.UnknownFixedExpense(id), refused(() -> new ShowFixedExpense(work).show(neighbours, id)));
    }

    @Test
    void anOpeningBalanceAndACardChangeTogetherWithTheTerms() {
        long id = provision();

        Committed<PlanChange<Provision>> revised = reviseProvision.revise(
                household,
                ANNA,
                id,
                Precondition.WHATEVER,
                new EffectiveFrom(Optional.of(APRIL), true),
                inEuros(new ReviseProvision.Command(
                        ProvisionCard.named("Summer"),
                        new Money(77),
                        Optional.of(new ProvisionTerms(
                                new ProvisionBase.ShareOfOne(A, new Rate(10)),
                                new LineSplit.ByKey(),
                                Optional.empty())))));

        assertEquals(2, revised.result().thing().terms().entries().size());
        assertEquals(
                revised.stamp(), stamp(ViewScopes.ofPlan(FEBRUARY)), "the balance differs from its first month on");
        assertTrue(
                stamp(ViewScopes.ofPlan(FEBRUARY.minusMonths(1))).revision()
                        == revised.stamp().revision(),
                "and the name in every month");
    }

    private long bill() {
        return new PlanFixedExpense(work, CLOCK)
                .plan(
                        household,
                        ANNA,
                        inEuros(new PlanFixedExpense.Command(
                                "Rent", "Rent", Optional.empty(), RENT, Optional.of(FEBRUARY), Optional.empty())))
                .result()
                .thing()
                .id();
    }

    private long provision() {
        return new PlanProvision(work, CLOCK)
                .plan(
                        household,
                        ANNA,
                        inEuros(new PlanProvision.Command(
                                ProvisionCard.named("Holidays"),
                                Money.ZERO,
                                SAVED,
                                Optional.of(FEBRUARY),
                                Optional.empty())))
                .result()
                .thing()
                .id();
    }

    private Committed<PlanChange<FixedExpense>> revise(long id, EffectiveFrom from, String label, FixedTerms terms) {
        return revise.revise(
                household,
                ANNA,
                id,
                Precondition.WHATEVER,
                from,
                inEuros(new ReviseFixedExpense.Command(label, "Rent", "Rent", Optional.of(terms))));
    }

    private ReadResult<FixedExpense> shown(long id) {
        return new ShowFixedExpense(work).show(household, id);
    }

    private Stamp stamp(ViewScopes scopes) {
        return work.read(household, books -> books.revisions().stampOf(household, scopes));
    }

    private static EffectiveFrom from(YearMonth month) {
        return new EffectiveFrom(Optional.of(month), false);
    }
}
