package io.prorata.application.port;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.view.AttributionFilter;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.account.BankBalance;
import io.prorata.domain.account.OpeningBalance;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.provision.SavingFacts;
import io.prorata.domain.settlement.Settlement;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What accounts, links, budgets and settlements promise of every kind of books. */
public interface SharingContract extends BooksContract {

    /** A member, as a party. */
    Party ANNAS_PARTY = Party.of(A);

    @Test
    default void anAccountIsKeptWithItsOwners() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Account joint = account(1, Timeline.from(MARCH, Party.POT), Optional.empty());
        Account own = new Account(
                2,
                "Hers",
                new TreeSet<>(Set.of("H1", "H2")),
                AccountKind.SAVINGS,
                Timeline.from(MARCH, Party.POT).with(MARCH.plusMonths(2), ANNAS_PARTY),
                Optional.of(false),
                Optional.of(new OpeningBalance(MARCH.atDay(1), new Money(-5))));
        sharing(work, household, books -> {
            assertEquals(1, books.accounts().nextId(household));
            assertEquals(2, books.accounts().nextId(household));
            books.accounts().add(household, joint);
            books.accounts().add(household, own);
        });
        assertEquals(List.of(joint, own), accounts(work, household));
        Account renamed = account(1, Timeline.from(MARCH, ANNAS_PARTY), Optional.of(true));
        sharing(work, household, books -> {
            books.accounts().replace(household, renamed);
            books.accounts().remove(household, 2);
        });
        assertEquals(List.of(renamed), accounts(work, household));
        assertEquals(
                List.of(renamed),
                work.read(
                        household,
                        books -> books.plans().book(household).accounts().described()));
        assertEquals(
                List.of(renamed),
                work.read(household, books -> books.plans().accounts(household).described()));
    }

    @Test
    default void thePotAndTheFirstMonthOfSettlingUpAreKept() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Timeline<Boolean> pot = Timeline.from(MARCH, false).with(MARCH.plusMonths(3), true);
        sharing(work, household, books -> {
            books.accounts().keepPot(household, pot);
            books.accounts().settleSince(household, Optional.of(MARCH));
        });
        assertEquals(
                pot,
                work.read(
                        household,
                        books -> books.plans().book(household).accounts().pot()));
        assertEquals(
                pot,
                work.read(household, books -> books.plans().accounts(household).pot()));
        assertEquals(
                Optional.of(MARCH),
                work.read(household, books -> books.plans().book(household).settleSince()));
        sharing(work, household, books -> books.accounts().settleSince(household, Optional.empty()));
        assertEquals(
                Optional.empty(),
                work.read(household, books -> books.plans().book(household).settleSince()));
    }

    @Test
    default void aBudgetIsKeptWithItsTerms() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Timeline<BudgetTerms> terms = Timeline.from(MARCH, new BudgetTerms(new Money(100), new LineSplit.AllTo(A)))
                .endedFrom(MARCH.plusMonths(1));
        sharing(work, household, books -> {
            assertEquals(1, books.plans().nextBudgetId(household));
            books.plans().add(household, new Budget(1, "Food", terms));
        });
        assertEquals(
                List.of(new Budget(1, "Food", terms)),
                work.read(household, books -> books.plans().book(household).budgets()));
        var other = new Budget(1, "Fun", Timeline.from(MARCH, new BudgetTerms(Money.ZERO, new LineSplit.ByKey())));
        sharing(work, household, books -> books.plans().replace(household, other));
        assertEquals(
                Optional.of(other),
                work.read(household, books -> books.plans().budget(household, 1))
                        .map(Planned::thing));
        sharing(work, household, books -> books.plans().removeBudget(household, 1));
        assertEquals(
                Optional.empty(), work.read(household, books -> books.plans().budget(household, 1)));
    }

    @Test
    default void aSettlementIsKeptWithItsRowsUntilTheyGo() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var settlement = new Settlement(
                1,
                MARCH.plusMonths(1).atDay(2),
                Optional.of(MARCH),
                ANNAS_PARTY,
                Party.POT,
                new Money(4120),
                "cash",
                new TreeSet<>(Set.of(1L, 2L)));
        sharing(work, household, books -> {
            books.ledger().add(household, OptionalLong.empty(), List.of(row(1, 100, null), row(2, 200, null)));
            assertEquals(1, books.settlements().nextId(household));
            books.settlements().add(household, settlement);
        });
        assertEquals(settlement, settlement(work, household));
        assertEquals(
                1,
                work.read(household, books -> books.settlements().list(household, MARCH, MARCH))
                        .size());
        assertEquals(
                List.of(),
                work.read(
                        household,
                        books -> books.settlements().list(household, MARCH.plusMonths(1), MARCH.plusMonths(9))));
        assertEquals(
                Set.of(MARCH),
                work.read(household, books -> books.settlements().monthsNamingRowsOf(household, List.of(MARCH))));
        assertEquals(
                Set.of(),
                work.read(
                        household,
                        books -> books.settlements().monthsNamingRowsOf(household, List.of(MARCH.plusMonths(1)))));
        sharing(work, household, books -> books.ledger().remove(household, 1));
        assertEquals(Set.of(2L), settlement(work, household).rows());
        assertThrows(
                RuntimeException.class,
                () -> sharing(
                        work,
                        household,
                        books -> books.settlements()
                                .add(
                                        household,
                                        new Settlement(
                                                2,
                                                MARCH.atDay(1),
                                                Optional.empty(),
                                                ANNAS_PARTY,
                                                Party.POT,
                                                new Money(1),
                                                null,
                                                new TreeSet<>(Set.of(77L))))));
        sharing(work, household, books -> books.settlements().remove(household, 1));
        assertEquals(
                Optional.empty(),
                work.read(household, books -> books.settlements().find(household, 1)));
    }

    @Test
    default void whatAnAccountHoldsIsTheSumOfItsRowsWhateverTheyCountFor() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        sharing(
                work,
                household,
                books -> books.ledger()
                        .add(
                                household,
                                OptionalLong.empty(),
                                List.of(
                                        row(1, 100, "A"),
                                        row(2, 20, "A").with(Attribution.PERSONAL),
                                        row(3, 3, "B"),
                                        row(4, 4000, null))));
        LocalDate day = MARCH.atDay(5);
        assertEquals(new Money(120), sum(work, household, Set.of("A"), Optional.empty(), day));
        assertEquals(new Money(123), sum(work, household, Set.of("A", "B"), Optional.empty(), day));
        assertEquals(Money.ZERO, sum(work, household, Set.of("A"), Optional.of(day), day));
        assertEquals(Money.ZERO, sum(work, household, Set.of("A"), Optional.empty(), day.minusDays(1)));
        for (String alias : List.of("A", "C")) {
            boolean there = work.read(household, books -> books.accounts().hasRows(household, Set.of(alias)));
            assertEquals(alias.equals("A"), there);
        }
    }

    /** The groups have what every formula needs: derived from random rows, through edits and removals. */
    @Test
    default void groupsTellRowsApartByAllThatIsStatedOfThem() {
        for (long seed = 0; seed < 5; seed++) {
            UnitOfWork work = empty();
            HouseholdId household = found(work);
            var random = new SplittableRandom(seed);
            Map<Long, Transaction> rows = new TreeMap<>();
            for (long id = 1; id <= 40; id++) {
                rows.put(id, any(id, random));
            }
            sharing(work, household, books -> {
                books.plans().add(household, provision());
                books.ledger().add(household, OptionalLong.empty(), List.copyOf(rows.values()));
            });
            for (long id = 1; id <= 10; id++) {
                rows.put(id, any(id, random));
            }
            sharing(work, household, books -> {
                books.ledger()
                        .replace(household, rows.values().stream().limit(10).toList());
                books.ledger().remove(household, 40);
            });
            rows.remove(40L);

            String example = "seed " + seed;
            assertEquals(
                    MonthFacts.of(rows.values()).groups().stream()
                            .map(GroupTotal::key)
                            .toList(),
                    work.read(household, books -> books.ledger().facts(household, MARCH)).groups().stream()
                            .map(GroupTotal::key)
                            .toList(),
                    example);
            assertEquals(
                    MonthFacts.of(rows.values()),
                    work.read(household, books -> books.ledger().facts(household, MARCH)),
                    example);
            assertEquals(
                    SavingFacts.ofRows(7, Map.of(MARCH, MonthFacts.of(rows.values()))),
                    work.read(
                            household,
                            books -> books.plans()
                                    .book(household)
                                    .provisions()
                                    .getFirst()
                                    .rows()),
                    example);
            List<Transaction> listed = new ArrayList<>();
            work.read(
                            household,
                            books -> books.ledger()
                                    .list(
                                            household,
                                            TransactionFilter.ALL,
                                            TransactionOrder.LATEST_FIRST,
                                            Optional.empty(),
                                            99,
                                            0))
                    .forEach(entry -> listed.add(entry.transaction()));
            assertEquals(Set.copyOf(rows.values()), Set.copyOf(listed), example);
            for (AttributionFilter wanted : filters()) {
                TransactionFilter filter = TransactionFilter.ALL.with(wanted);
                List<Transaction> matching =
                        rows.values().stream().filter(filter::matches).toList();
                long counted = work.read(household, books -> books.ledger().count(household, filter));
                assertEquals(matching.size(), counted, example + " " + wanted);
                Statistics all = Statistics.sum(matching.stream()
                        .map(row -> Statistics.of(row.line().amount()))
                        .toList());
                assertEquals(
                        Statistics.summed(all.count(), all.sum()),
                        work.read(household, books -> books.ledger().sum(household, filter)),
                        example + " " + wanted);
            }
            for (PlanLink link : List.of(new PlanLink.Bill(3), new PlanLink.Provision(7), new PlanLink.Bill(99))) {
                boolean named = work.read(household, books -> books.ledger().isNamed(household, link));
                assertEquals(
                        rows.values().stream()
                                .anyMatch(row -> row.attribution().link().equals(Optional.of(link))),
                        named,
                        example);
            }
        }
    }

    private static List<AttributionFilter> filters() {
        var all = AttributionFilter.ALL;
        return List.of(
                all,
                new AttributionFilter(
                        Optional.of(false),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of()),
                new AttributionFilter(
                        Optional.empty(),
                        Optional.of(true),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of()),
                new AttributionFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ANNAS_PARTY),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of()),
                new AttributionFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new PlanLink.Provision(7)),
                        Optional.empty(),
                        Set.of()),
                new AttributionFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new MoneySource.Everybody()),
                        Set.of()),
                all.ofAccount(Set.of("A")));
    }

    private static Transaction any(long id, SplittableRandom random) {
        List<ExpenseType> types = List.of(ExpenseType.values());
        ExpenseType type = types.get(random.nextInt(types.size()));
        Optional<PlanLink> link = switch (random.nextInt(4)) {
            case 0 -> Optional.of(new PlanLink.Bill(3));
            case 1 -> Optional.of(new PlanLink.Provision(7));
            default -> Optional.empty();
        };
        var attribution = new Attribution(
                true,
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(
                                random.nextBoolean()
                                        ? new LineSplit.AllTo(A)
                                        : new LineSplit.ByWeights(Map.of(A, 1L + random.nextInt(2)))),
                random.nextBoolean() ? Optional.empty() : Optional.of(random.nextBoolean() ? ANNAS_PARTY : Party.POT),
                link,
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(random.nextBoolean() ? new MoneySource.Everybody() : new MoneySource.One(A)));
        return new Transaction(
                id,
                new BankLine(
                        random.nextBoolean() ? "A" : null,
                        MARCH.atDay(1 + random.nextInt(28)),
                        new Money(random.nextInt(-500, 500)),
                        "row " + id,
                        null),
                new Classification(type, random.nextBoolean() ? "Food" : null, null, random.nextInt(5) == 0),
                attribution.withCommon(random.nextInt(4) > 0).of(type),
                Transaction.TypedBy.PERSON,
                new TreeSet<>(),
                random.nextBoolean() ? "a note" : null);
    }

    private static Provision provision() {
        return new Provision(
                7,
                ProvisionCard.named("Trip"),
                Money.ZERO,
                Timeline.from(
                        MARCH,
                        new ProvisionTerms(
                                new ProvisionBase.FixedAmount(new Money(100)),
                                new LineSplit.ByKey(),
                                Optional.empty())),
                List.of());
    }

    private static Account account(long id, Timeline<Party> owner, Optional<Boolean> common) {
        return new Account(
                id,
                "Account " + id,
                new TreeSet<>(Set.of("A" + id)),
                AccountKind.CURRENT,
                owner,
                common,
                Optional.empty());
    }

    private static Transaction row(long id, long amount, @Nullable String account) {
        return new Transaction(
                id,
                new BankLine(account, MARCH.atDay(5), new Money(amount), "row", null),
                new Classification(ExpenseType.TRANSFER, null, null, false),
                Transaction.TypedBy.PERSON,
                new TreeSet<>());
    }

    @Test
    default void whatTheBankSaidLastIsKeptByDayAndGoesWithItsImport() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        LocalDate day = MARCH.atDay(5);
        sharing(work, household, books -> {
            long importId = books.imports().nextId(household);
            books.imports()
                    .add(household, new Import(importId, null, NOON, "ANNA", 0, 0, 0, 0, 1, OptionalLong.empty()));
            books.accounts().keepBalance(household, OptionalLong.empty(), "A", new BankBalance(day, new Money(7)));
            books.accounts()
                    .keepBalance(household, OptionalLong.of(importId), "A", new BankBalance(day, new Money(-120)));
            books.accounts()
                    .keepBalance(
                            household, OptionalLong.of(importId), "B", new BankBalance(day.plusDays(2), new Money(5)));
            books.accounts()
                    .keepBalance(household, OptionalLong.empty(), "A", new BankBalance(day.minusDays(1), Money.ZERO));
        });
        assertEquals(Optional.of(new BankBalance(day, new Money(-120))), balance(work, household, Set.of("A"), day));
        assertEquals(
                Optional.of(new BankBalance(day.plusDays(2), new Money(5))),
                balance(work, household, Set.of("A", "B"), day.plusDays(9)));
        assertEquals(Optional.empty(), balance(work, household, Set.of("B", "C"), day));
        sharing(work, household, books -> books.accounts().removeBalances(household, 1));
        assertEquals(
                Optional.of(new BankBalance(day.minusDays(1), Money.ZERO)),
                balance(work, household, Set.of("A", "B"), day.plusDays(9)));
    }

    private static Optional<BankBalance> balance(
            UnitOfWork work, HouseholdId household, Set<String> aliases, LocalDate upTo) {
        return work.read(household, books -> books.accounts().balance(household, aliases, upTo));
    }

    private static List<Account> accounts(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.accounts().all(household)).stream()
                .map(Planned::thing)
                .toList();
    }

    private static Settlement settlement(UnitOfWork work, HouseholdId household) {
        return Objects.requireNonNull(
                        work.read(household, books -> books.settlements().find(household, 1))
                                .orElse(null))
                .settlement();
    }

    private static Money sum(
            UnitOfWork work, HouseholdId household, Set<String> aliases, Optional<LocalDate> after, LocalDate upTo) {
        return work.read(household, books -> books.accounts().sum(household, aliases, after, upTo));
    }

    private static void sharing(UnitOfWork work, HouseholdId household, Consumer<Books> writing) {
        write(work, household, new Change.HouseholdRevised(), writing);
    }
}
