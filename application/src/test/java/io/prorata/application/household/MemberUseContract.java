package io.prorata.application.household;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.B;
import static io.prorata.application.Examples.HOUSEHOLD;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.application.port.Books;
import io.prorata.application.port.BooksContract;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.Refusal.NamingThing;
import io.prorata.domain.RefusedException;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.settlement.Settlement;
import io.prorata.domain.sorting.RuleConditions;
import io.prorata.domain.sorting.RuleEffects;
import io.prorata.domain.sorting.SortingRule;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.time.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A member whom anything names is not removed from the list, in every store alike. */
public interface MemberUseContract extends BooksContract {

    /**
     * One way to name {@link io.prorata.application.Examples#A}, in books without anything else.
     *
     * @param how in words
     */
    record Naming(NamingThing thing, String how, BiConsumer<Books, HouseholdId> writing) {}

    @Test
    default void whoeverIsNamedStays() {
        assertEquals(
                Set.of(NamingThing.values()), ways().stream().map(Naming::thing).collect(Collectors.toSet()));
        UnitOfWork work = empty();
        for (Naming way : ways()) {
            String what = way.thing() + ", " + way.how();
            HouseholdId household = found(work);
            write(
                    work,
                    household,
                    new Change.ConfigAdopted(MARCH),
                    books -> way.writing().accept(books, household));

            var refused = assertThrows(RefusedException.class, () -> leave(work, household, A), what);
            assertEquals(
                    new Refusal.MemberInUse(A, new TreeMap<>(Map.of(way.thing(), List.of(1L)))),
                    refused.refusal(),
                    what);
            assertEquals(HOUSEHOLD, settings(work, household), what);

            leave(work, household, B);
            assertEquals(
                    HOUSEHOLD.members().subList(0, 1), settings(work, household).members(), what);
        }
    }

    /** What one household names holds nobody of another. */
    @Test
    default void whoIsNamedByNothingLeaves() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        write(
                work,
                neighbours,
                new Change.ConfigAdopted(MARCH),
                books -> ways().forEach(way -> {
                    if (way.how().equals("its split")) {
                        way.writing().accept(books, neighbours);
                    }
                }));
        leave(work, household, A);
        assertEquals(
                HOUSEHOLD.members().subList(1, 2), settings(work, household).members());
        var refused = assertThrows(RefusedException.class, () -> leave(work, neighbours, A));
        assertEquals(
                Set.of(NamingThing.BILL, NamingThing.PROVISION, NamingThing.BUDGET, NamingThing.RULE, NamingThing.ROW),
                ((Refusal.MemberInUse) refused.refusal()).named().keySet());
    }

    private static List<Naming> ways() {
        var all = new LineSplit.AllTo(A);
        var key = new LineSplit.ByKey();
        var rate = new Rate(50_000);
        var fixed = new ProvisionBase.FixedAmount(new Money(500));
        return List.of(
                new Naming(
                        NamingThing.CONFIG,
                        "an income",
                        (books, id) -> books.plans()
                                .add(
                                        id,
                                        new Config(
                                                books.plans().nextConfigId(id),
                                                MARCH,
                                                List.of(new MemberIncome(A, Income.NONE)),
                                                new SplitKey.Equally()))),
                new Naming(
                        NamingThing.BILL,
                        "its split",
                        (books, id) -> books.plans()
                                .add(
                                        id,
                                        new FixedExpense(
                                                1,
                                                "Rent",
                                                "Home",
                                                "Home",
                                                Timeline.from(
                                                        MARCH,
                                                        new FixedTerms(
                                                                new Money(900), Frequency.MONTHLY, weights()))))),
                new Naming(
                        NamingThing.PROVISION,
                        "its split",
                        (books, id) -> books.plans().add(id, provision(fixed, all))),
                new Naming(
                        NamingThing.PROVISION,
                        "its base",
                        (books, id) -> books.plans().add(id, provision(new ProvisionBase.ShareOfOne(A, rate), key))),
                new Naming(NamingThing.MOVEMENT, "who put in", (books, id) -> {
                    books.plans().add(id, provision(fixed, key));
                    books.plans().move(id, 1, new Movement(MARCH.atDay(2), new Money(500), Optional.of(A), null));
                }),
                new Naming(
                        NamingThing.BUDGET,
                        "its split",
                        (books, id) -> books.plans()
                                .add(
                                        id,
                                        new Budget(
                                                1,
                                                "Food",
                                                Timeline.from(MARCH, new BudgetTerms(new Money(300), all))))),
                new Naming(
                        NamingThing.ACCOUNT,
                        "its owner",
                        (books, id) -> books.accounts()
                                .add(
                                        id,
                                        new Account(
                                                1,
                                                "Own",
                                                new TreeSet<>(List.of("FR1")),
                                                AccountKind.CURRENT,
                                                Timeline.from(MARCH, Party.of(A)),
                                                Optional.empty(),
                                                Optional.empty()))),
                new Naming(
                        NamingThing.SETTLEMENT,
                        "who pays",
                        (books, id) -> books.settlements().add(id, settlement(Party.of(A), Party.POT))),
                new Naming(
                        NamingThing.SETTLEMENT,
                        "who is paid",
                        (books, id) -> books.settlements().add(id, settlement(Party.POT, Party.of(A)))),
                rule("its split", Optional.of(all), Optional.empty(), Optional.empty()),
                rule("its payer", Optional.empty(), Optional.of(Party.of(A)), Optional.empty()),
                rule("its source", Optional.empty(), Optional.empty(), Optional.of(new MoneySource.One(A))),
                row("its split", ExpenseType.VARIABLE, Optional.of(all), Optional.empty(), Optional.empty()),
                row("its payer", ExpenseType.VARIABLE, Optional.empty(), Optional.of(Party.of(A)), Optional.empty()),
                row(
                        "its source",
                        ExpenseType.INCOME,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new MoneySource.One(A))));
    }

    private static LineSplit weights() {
        return new LineSplit.ByWeights(Map.of(A, 1L));
    }

    private static Provision provision(ProvisionBase base, LineSplit split) {
        var terms = new ProvisionTerms(base, split, Optional.empty());
        return new Provision(1, ProvisionCard.named("Trip"), Money.ZERO, Timeline.from(MARCH, terms), List.of());
    }

    private static Settlement settlement(Party from, Party to) {
        return new Settlement(1, MARCH.atDay(2), Optional.empty(), from, to, new Money(700), null, new TreeSet<>());
    }

    private static Naming rule(
            String how, Optional<LineSplit> split, Optional<Party> payer, Optional<MoneySource> source) {
        RuleEffects nothing = RuleEffects.NONE;
        RuleConditions all = RuleConditions.NONE;
        var rule = new SortingRule(
                1,
                "Wage",
                true,
                new RuleConditions(
                        Optional.of("wage"),
                        all.equalTo(),
                        all.beginsWith(),
                        all.matches(),
                        all.least(),
                        all.most(),
                        all.received(),
                        all.account(),
                        all.bankCategory(),
                        all.firstDay(),
                        all.lastDay()),
                new RuleEffects(
                        nothing.category(),
                        nothing.subcategory(),
                        nothing.type(),
                        nothing.tags(),
                        nothing.excluded(),
                        nothing.common(),
                        split,
                        payer,
                        nothing.link(),
                        source));
        return new Naming(NamingThing.RULE, how, (books, id) -> books.rules().add(id, rule));
    }

    private static Naming row(
            String how,
            ExpenseType type,
            Optional<LineSplit> split,
            Optional<Party> payer,
            Optional<MoneySource> source) {
        var row = new Transaction(
                1,
                new BankLine(null, MARCH.atDay(5), new Money(-700), "Row", null),
                new Classification(type, null, null, false),
                new Attribution(true, split, payer, Optional.empty(), source),
                TypedBy.PERSON,
                new TreeSet<>(),
                null);
        return new Naming(
                NamingThing.ROW, how, (books, id) -> books.ledger().add(id, OptionalLong.empty(), List.of(row)));
    }

    private static Household settings(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.households().get(household));
    }

    private static void leave(UnitOfWork work, HouseholdId household, MemberKey member) {
        Household before = settings(work, household);
        var after = new Household(
                before.name(),
                before.currency(),
                before.zone(),
                before.members().stream()
                        .filter(one -> !one.key().equals(member))
                        .toList());
        new ReviseHousehold(work).revise(household, ANNA, Precondition.WHATEVER, after, Optional.empty());
    }
}
