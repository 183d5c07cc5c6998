package io.prorata.application.formula;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.B;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;

import io.prorata.application.port.Books;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
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
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A random household: all that the formulas look at beside rows, and rows with everything that they may state. */
final class AnyLedger {

    static final List<YearMonth> MONTHS = List.of(MARCH, MARCH.plusMonths(1), MARCH.plusMonths(2), MARCH.plusMonths(3));

    /** One of a member, one of the pot; a third one nobody has described. */
    static final List<@Nullable String> ACCOUNTS = new ArrayList<>(List.of("Own", "Joint", "Unknown"));

    private static final List<String> CATEGORIES = List.of("Courses", "courses", "Loyer", "Épargne");
    private static final int ROWS = 45;
    private static final int THINGS = 3;

    private final SplittableRandom random;
    private final List<Transaction> rows = new ArrayList<>();
    private final List<Settlement> settlements = new ArrayList<>();

    private AnyLedger(SplittableRandom random) {
        this.random = random;
    }

    /**
     * What is in the books.
     *
     * @param rows as they are after some were changed and some removed
     */
    record Kept(HouseholdId household, List<Transaction> rows, List<Settlement> settlements) {}

    /** Founds the household in {@code work} that {@code random} gives. */
    static Kept keep(UnitOfWork work, SplittableRandom random) {
        HouseholdId household = found(work);
        var any = new AnyLedger(random);
        // Names and settings may be in any view.
        var everything = new Change.HouseholdRevised();
        write(work, household, everything, books -> any.plan(books, household));
        write(work, household, everything, books -> any.add(books, household));
        write(work, household, everything, books -> any.edit(books, household));
        write(work, household, everything, books -> any.settle(books, household));
        return new Kept(household, List.copyOf(any.rows), List.copyOf(any.settlements));
    }

    private void plan(Books books, HouseholdId household) {
        books.plans()
                .add(
                        household,
                        config(
                                books.plans().nextConfigId(household),
                                MONTHS.get(random.nextInt(4) == 0 ? 1 : 0),
                                List.of(A, B)));
        if (random.nextInt(4) == 0) {
            books.plans()
                    .add(
                            household,
                            config(books.plans().nextConfigId(household), MONTHS.get(2), List.of(any(List.of(A, B)))));
        }
        account(books, household, "Own", Timeline.from(MARCH, Party.of(A)).with(MONTHS.get(2), any(parties())));
        account(books, household, "Joint", Timeline.from(MARCH, Party.POT));
        if (random.nextInt(3) == 0) {
            books.accounts().keepPot(household, Timeline.from(any(MONTHS), random.nextInt(4) == 0));
        }
        if (random.nextBoolean()) {
            books.accounts().settleSince(household, Optional.of(MARCH));
        }
        for (int i = 0; i < THINGS; i++) {
            books.plans().add(household, bill(books.plans().nextFixedExpenseId(household)));
            books.plans().add(household, provision(books.plans().nextProvisionId(household)));
        }
        books.plans()
                .add(
                        household,
                        new Budget(
                                books.plans().nextBudgetId(household),
                                "Courses",
                                Timeline.from(any(MONTHS), new BudgetTerms(positive(), split()))));
    }

    private Config config(long id, YearMonth from, List<MemberKey> present) {
        return new Config(
                id,
                from,
                present.stream()
                        .map(member ->
                                new MemberIncome(member, Income.taxed(positive(), new Rate(random.nextInt(400_000)))))
                        .toList(),
                new SplitKey.Equally());
    }

    private void account(Books books, HouseholdId household, String alias, Timeline<Party> owner) {
        books.accounts()
                .add(
                        household,
                        new Account(
                                books.accounts().nextId(household),
                                alias,
                                new TreeSet<>(Set.of(alias)),
                                AccountKind.CURRENT,
                                owner,
                                Optional.empty(),
                                Optional.empty()));
    }

    private FixedExpense bill(long id) {
        String category = any(CATEGORIES);
        Optional<YearMonth> due = random.nextInt(3) == 0 ? Optional.of(any(MONTHS)) : Optional.empty();
        Timeline<FixedTerms> terms =
                Timeline.from(any(MONTHS), new FixedTerms(positive(), Frequency.QUARTERLY, due, split()));
        return new FixedExpense(id, "Bill " + id, category, category, terms);
    }

    private Provision provision(long id) {
        var terms = new ProvisionTerms(
                base(), split(), Optional.of(positive()), random.nextBoolean(), random.nextBoolean());
        Timeline<ProvisionTerms> timeline = Timeline.from(any(MONTHS), terms);
        return new Provision(
                id,
                ProvisionCard.named("Provision " + id),
                amount(),
                random.nextInt(4) == 0 ? timeline.endedFrom(MONTHS.get(3)) : timeline,
                List.of(new Movement(any(MONTHS).atDay(3), amount())));
    }

    private ProvisionBase base() {
        return random.nextInt(3) == 0
                ? new ProvisionBase.ToTarget(
                        any(MONTHS), random.nextInt(3) == 0 ? Optional.empty() : Optional.of(random.nextInt(1, 4)))
                : new ProvisionBase.FixedAmount(positive());
    }

    private void add(Books books, HouseholdId household) {
        long first = books.ledger().nextIds(household, ROWS);
        for (int i = 0; i < ROWS; i++) {
            rows.add(i > 0 && random.nextInt(3) == 0 ? like(any(rows), first + i) : row(first + i));
        }
        books.ledger().add(household, OptionalLong.empty(), rows);
    }

    /** Totals follow rows that change, move to other months and go. */
    private void edit(Books books, HouseholdId household) {
        List<Transaction> replaced = new ArrayList<>();
        for (int i = 0; i < ROWS; i += 6) {
            Transaction other = row(rows.get(i).id());
            rows.set(i, other);
            replaced.add(other);
        }
        books.ledger().replace(household, replaced);
        for (int i = 0; i < 4; i++) {
            Transaction gone = rows.remove(random.nextInt(rows.size()));
            books.ledger().remove(household, gone.id());
        }
    }

    private void settle(Books books, HouseholdId household) {
        for (int i = 0; i < 6; i++) {
            Party from = any(parties());
            Party to =
                    any(parties().stream().filter(party -> !party.equals(from)).toList());
            var named = new TreeSet<Long>();
            if (random.nextInt(3) > 0) {
                named.add(any(rows).id());
            }
            var settlement = new Settlement(
                    books.settlements().nextId(household),
                    any(MONTHS).atDay(9),
                    random.nextBoolean() ? Optional.of(any(MONTHS)) : Optional.empty(),
                    from,
                    to,
                    positive(),
                    null,
                    named);
            settlements.add(settlement);
            books.settlements().add(household, settlement);
        }
    }

    private Transaction row(long id) {
        ExpenseType type = any(List.of(ExpenseType.values()));
        String account = random.nextInt(8) == 0 ? null : any(ACCOUNTS);
        return new Transaction(
                id,
                new BankLine(account, any(MONTHS).atDay(random.nextInt(1, 29)), amount(), "Row " + id, null),
                new Classification(
                        type,
                        random.nextInt(6) == 0 ? null : any(CATEGORIES),
                        random.nextBoolean() ? "Bio" : null,
                        random.nextInt(8) == 0),
                attribution().of(type),
                TypedBy.RULE,
                new TreeSet<>(),
                null);
    }

    /** Another row of the same group, if it is in the same month and does not name a provision in the other direction. */
    private Transaction like(Transaction other, long id) {
        return new Transaction(
                id,
                new BankLine(
                        other.line().account(),
                        random.nextInt(4) == 0
                                ? any(MONTHS).atDay(17)
                                : other.month().atDay(17),
                        amount(),
                        "Row " + id,
                        null),
                other.classification(),
                other.attribution(),
                TypedBy.RULE,
                new TreeSet<>(),
                null);
    }

    /** More than any one type can have: a type keeps what fits it. */
    private Attribution attribution() {
        long thing = random.nextInt(1, THINGS + 1);
        Optional<PlanLink> link = switch (random.nextInt(4)) {
            case 0 -> Optional.of(new PlanLink.Bill(thing));
            case 1 -> Optional.of(new PlanLink.Provision(thing));
            default -> Optional.empty();
        };
        Optional<MoneySource> source = switch (random.nextInt(4)) {
            case 0 -> Optional.of(new MoneySource.Everybody());
            case 1, 2 -> Optional.of(new MoneySource.One(any(List.of(A, B))));
            default -> Optional.empty();
        };
        return new Attribution(
                link.isPresent() || random.nextInt(6) > 0,
                random.nextBoolean() ? Optional.of(split()) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(any(parties())) : Optional.empty(),
                link,
                source);
    }

    private LineSplit split() {
        return switch (random.nextInt(4)) {
            case 0 -> new LineSplit.Equally();
            case 1 -> new LineSplit.AllTo(any(List.of(A, B)));
            case 2 -> new LineSplit.ByWeights(Map.of(A, 1L, B, 2L));
            default -> new LineSplit.ByKey();
        };
    }

    private static List<Party> parties() {
        return List.of(Party.of(A), Party.of(B), Party.POT);
    }

    private Money positive() {
        return new Money(random.nextLong(1, 100_000));
    }

    private Money amount() {
        return new Money(random.nextLong(-50_000, 30_001));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
