package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.APRIL;
import static io.prorata.application.Examples.B;
import static io.prorata.application.Examples.HOUSEHOLD;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.bankImport;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;

import io.prorata.application.access.IssueToken;
import io.prorata.application.household.CreateHousehold;
import io.prorata.application.port.Books;
import io.prorata.application.port.Changes.NameChange;
import io.prorata.application.port.Changes.NamedThing;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.account.BankBalance;
import io.prorata.domain.account.OpeningBalance;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryAliases;
import io.prorata.domain.mapping.CategoryName;
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
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Timeline;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Two households, of which the first has something of every kind. */
public final class EveryKind {

    private EveryKind() {}

    /** Founds both, and returns the first. */
    public static HouseholdId keep(UnitOfWork work) {
        HouseholdId first = new CreateHousehold(work).create(ANNA, HOUSEHOLD);
        new CreateHousehold(work).create(ANNA, HOUSEHOLD);
        for (int id = 1; id <= 2; id++) {
            Config config = config(id, MARCH);
            write(
                    work,
                    first,
                    new Change.ConfigAdopted(MARCH),
                    books -> books.plans().add(first, config(books.plans().nextConfigId(first), config.from())));
        }
        write(work, first, new Change.FixedExpensePlanned(MARCH), books -> {
            plan(books, first);
            describe(books, first);
        });
        importRows(work, first, 1, MARCH, APRIL);
        importRows(work, first, 2, APRIL);
        write(work, first, new Change.ImportUndone(Change.months(List.of(APRIL))), books -> {
            books.ledger().removeImport(first, 2);
            books.imports().undone(first, 2);
        });
        write(work, first, new Change.BillsMarked(Change.months(List.of(MARCH))), books -> {
            books.ledger().retype(first, Set.of(1L), ExpenseType.FIXED);
            settle(books, first);
        });
        new IssueToken(work, Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom())
                .issue(first, ANNA, new IssueToken.Command("phone", Tokens.TokenScope.READ));
        return first;
    }

    private static void describe(Books books, HouseholdId household) {
        var shared = new Account(
                books.accounts().nextId(household),
                "Shared",
                new TreeSet<>(Set.of("Shared 1")),
                AccountKind.SAVINGS,
                Timeline.from(MARCH, Party.POT),
                Optional.of(true),
                Optional.of(new OpeningBalance(MARCH.atDay(1), new Money(500))));
        books.accounts().add(household, shared);
        books.accounts()
                .keepBalance(
                        household, OptionalLong.empty(), "Shared 1", new BankBalance(MARCH.atDay(9), new Money(700)));
        books.accounts().keepPot(household, Timeline.from(MARCH, true));
        books.accounts().settleSince(household, Optional.of(MARCH));
        books.plans()
                .add(
                        household,
                        new Budget(
                                books.plans().nextBudgetId(household),
                                "Courses",
                                Timeline.from(MARCH, new BudgetTerms(new Money(40_000), new LineSplit.ByKey()))));
    }

    private static void settle(Books books, HouseholdId household) {
        books.ledger().rejectMatches(household, Set.of("bill:1:1"));
        books.mappings()
                .keepAlias(
                        household,
                        new CategoryAliases.Alias(
                                new CategoryName("Courses", "Bio"), new CategoryName("Courses", "Organic")));
        books.changes()
                .note(
                        household,
                        List.of(
                                new NameChange(NamedThing.BILL, "1", "Logement", "Home"),
                                new NameChange(NamedThing.ALIAS, "Courses\nBio", null, "Courses\nOrganic")));
        books.settlements()
                .add(
                        household,
                        new Settlement(
                                books.settlements().nextId(household),
                                APRIL.atDay(3),
                                Optional.of(MARCH),
                                Party.of(A),
                                Party.POT,
                                new Money(2_000),
                                "in cash",
                                new TreeSet<>(Set.of(1L))));
    }

    static Config config(long id, YearMonth from) {
        return new Config(
                id,
                from,
                List.of(
                        new MemberIncome(A, Income.taxed(new Money(300_000), new Rate(150_000))),
                        new MemberIncome(B, Income.ofNet(new Money(320_000)))),
                new SplitKey.ByNetIncome(Weights.of(1, 1)));
    }

    private static void plan(Books books, HouseholdId household) {
        var roof = new FixedTerms(
                new Money(145_000),
                Frequency.valueOf("EVERY_18_MONTHS"),
                Optional.of(APRIL.plusMonths(6)),
                new LineSplit.ByKey());
        var rent = new FixedTerms(new Money(120_001), Frequency.MONTHLY, new LineSplit.ByWeights(Map.of(A, 1L, B, 2L)));
        books.plans()
                .add(
                        household,
                        new FixedExpense(
                                books.plans().nextFixedExpenseId(household),
                                "Rent",
                                "Logement",
                                "Logement",
                                Timeline.from(MARCH, rent).with(APRIL, roof)));
        var trip = new ProvisionTerms(
                new ProvisionBase.ShareOfAll(new Rate(50_000)),
                new LineSplit.ByWeights(Map.of(A, 2L, B, 1L)),
                Optional.of(new Money(500_000)),
                true,
                true);
        var tax = new ProvisionTerms(
                new ProvisionBase.ToTarget(APRIL.plusMonths(6), Optional.of(12)),
                new LineSplit.ByKey(),
                Optional.of(new Money(145_000)),
                false,
                false);
        books.plans()
                .add(
                        household,
                        new Provision(
                                books.plans().nextProvisionId(household),
                                ProvisionCard.named("Trip"),
                                Money.ZERO,
                                Timeline.from(APRIL, trip).with(APRIL.plusMonths(1), tax),
                                List.of(new Movement(
                                        APRIL.atDay(2), new Money(1_000), Optional.of(A), "from the bonus"))));
    }

    private static void importRows(UnitOfWork work, HouseholdId household, long id, YearMonth... months) {
        write(work, household, new Change.BankFileImported(Change.months(List.of(months))), books -> {
            books.imports().nextId(household);
            books.imports()
                    .add(
                            household,
                            bankImport(
                                    id,
                                    months.length * 2,
                                    books.revisions().current(household).number()));
            List<Transaction> rows = new ArrayList<>();
            for (YearMonth month : months) {
                long next = books.ledger().nextIds(household, 2);
                rows.add(row(next, month, -next * 100, ExpenseType.VARIABLE, "Courses"));
                rows.add(row(next + 1, month, next * 1_000, ExpenseType.INCOME, null));
            }
            books.ledger().add(household, OptionalLong.of(id), rows);
        });
    }
}
