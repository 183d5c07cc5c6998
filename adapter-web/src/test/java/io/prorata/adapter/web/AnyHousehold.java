package io.prorata.adapter.web;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Plans;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
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
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A household of one to five that a seed makes up, with a plan and bank lines from November 2023 to January 2024.
 *
 * @param rows all its transactions
 */
public record AnyHousehold(HouseholdId id, List<MemberKey> members, List<Transaction> rows) {

    public static final YearMonth JANUARY = YearMonth.of(2024, 1);

    /** Names that a careless address would take for something else; the last is no name at all. */
    public static final List<@Nullable String> NAMES = Arrays.asList(
            "Courses",
            "courses",
            "Eau/Gaz",
            "50 % ?#:*",
            "all",
            "none",
            "-",
            "..",
            "É\u00E9 \"d'été\"",
            "\uD83D\uDE00 fête",
            "a+b&c=d;e",
            "%2F",
            "x".repeat(200),
            null);

    private static final List<ExpenseType> TYPES = List.of(ExpenseType.values());
    private static final List<Frequency> FREQUENCIES = List.of(Frequency.values());
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");

    static AnyHousehold of(long seed, WebServer server) {
        var random = new SplittableRandom(seed);
        List<MemberKey> members = IntStream.rangeClosed(1, 1 + (int) (seed % 5))
                .mapToObj(m -> new MemberKey("member" + m))
                .toList();
        HouseholdId id = server.found(new Household(
                "Home",
                Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size()))),
                ZoneId.of("Europe/Paris"),
                members.stream().map(key -> new Member(key, "Name of " + key)).toList()));
        List<Transaction> rows = rows(random);
        server.books().write(id, Actor.COMMAND_LINE, books -> {
            plan(books.plans(), id, members, random);
            books.ledger().add(id, OptionalLong.empty(), rows);
            return new Decision<>(
                    "done",
                    new Change.BankFileImported(
                            Change.months(rows.stream().map(Transaction::month).toList())),
                    AuditEntry.added("made up", id));
        });
        return new AnyHousehold(id, members, rows);
    }

    List<Transaction> counted(YearMonth month) {
        return rows.stream()
                .filter(row ->
                        row.month().equals(month) && !row.classification().excluded())
                .toList();
    }

    /**
     * Changes anything, and returns what.
     *
     * @param honest whether the change says what it makes stale; without that it adds to January and says that it was in 2019
     */
    String change(UnitOfWork books, SplittableRandom random, long id, boolean honest) {
        YearMonth month = JANUARY.minusMonths(random.nextInt(-1, 15));
        return books.write(this.id, Actor.COMMAND_LINE, all -> {
                    Change change = honest ? change(all, month, random, id) : secretly(all, random, id);
                    return new Decision<>(change.toString(), change, AuditEntry.added("changed", this.id));
                })
                .result();
    }

    private Change change(Books books, YearMonth month, SplittableRandom random, long id) {
        return switch (random.nextInt(9)) {
            case 0 -> {
                books.plans().add(this.id, config(books.plans().nextConfigId(this.id), month, members, random));
                yield new Change.ConfigAdopted(month);
            }
            case 1 -> {
                books.plans().add(this.id, bill(books.plans().nextFixedExpenseId(this.id), month, members, random));
                yield new Change.FixedExpensePlanned(month);
            }
            case 2 -> {
                books.plans().add(this.id, provision(books.plans().nextProvisionId(this.id), month, members, random));
                yield new Change.ProvisionPlanned(month);
            }
            case 3 -> {
                Household now = books.households().get(this.id);
                books.households()
                        .keep(
                                this.id,
                                new Household(
                                        "Home",
                                        now.currency(),
                                        now.zone(),
                                        members.stream()
                                                .map(key -> new Member(key, "Person " + random.nextInt(100)))
                                                .toList()));
                yield new Change.HouseholdRevised();
            }
            case 4 -> {
                long budget = books.plans().nextBudgetId(this.id);
                books.plans()
                        .add(
                                this.id,
                                new Budget(
                                        budget,
                                        "Budget " + budget,
                                        Timeline.from(
                                                month,
                                                new BudgetTerms(
                                                        new Money(random.nextLong(50_000)), split(members, random)))));
                yield new Change.BudgetPlanned(month);
            }
            default -> {
                books.ledger().add(this.id, OptionalLong.empty(), List.of(row(id, month, random)));
                yield new Change.TransactionRecorded(month);
            }
        };
    }

    private Change secretly(Books books, SplittableRandom random, long id) {
        Transaction row = row(id, JANUARY, random);
        var counted = new Classification(ExpenseType.VARIABLE, "Courses", null, false);
        books.ledger()
                .add(
                        this.id,
                        OptionalLong.empty(),
                        List.of(new Transaction(id, row.line(), counted, TypedBy.PERSON, row.tags())));
        return new Change.TransactionRecorded(YearMonth.of(2019, 5));
    }

    private static void plan(Plans plans, HouseholdId id, List<MemberKey> members, SplittableRandom random) {
        YearMonth from = JANUARY.minusMonths(2);
        plans.add(id, config(plans.nextConfigId(id), from, members, random));
        plans.add(id, config(plans.nextConfigId(id), JANUARY, members, random));
        for (String category : List.of("Courses", "Eau/Gaz")) {
            plans.add(
                    id,
                    new Budget(
                            plans.nextBudgetId(id),
                            category,
                            Timeline.from(
                                    from,
                                    new BudgetTerms(new Money(random.nextLong(50_000)), split(members, random)))));
        }
        for (int i = 0; i < 7; i++) {
            plans.add(id, bill(plans.nextFixedExpenseId(id), from, members, random));
            plans.add(id, provision(plans.nextProvisionId(id), from, members, random));
        }
    }

    private static FixedExpense bill(long id, YearMonth from, List<MemberKey> members, SplittableRandom random) {
        return new FixedExpense(
                id,
                "Bill " + id,
                Optional.ofNullable(name(random)).orElse("Logement"),
                Optional.ofNullable(name(random)).orElse("Logement"),
                Timeline.from(
                        from,
                        new FixedTerms(
                                new Money(random.nextLong(200_000)),
                                FREQUENCIES.get(random.nextInt(FREQUENCIES.size())),
                                split(members, random))));
    }

    private static Provision provision(long id, YearMonth from, List<MemberKey> members, SplittableRandom random) {
        return new Provision(
                id,
                new ProvisionCard("Provision " + id, null, name(random), null, null, random.nextInt(3)),
                new Money(random.nextLong(-1_000, 100_000)),
                Timeline.from(
                        from,
                        new ProvisionTerms(
                                base(members, random),
                                split(members, random),
                                random.nextBoolean()
                                        ? Optional.empty()
                                        : Optional.of(new Money(random.nextLong(500_000))))),
                List.of(new Movement(JANUARY.atDay(5), new Money(random.nextLong(-5_000, 5_000)))));
    }

    private static Config config(long id, YearMonth from, List<MemberKey> members, SplittableRandom random) {
        List<MemberIncome> incomes = members.stream()
                .map(member -> new MemberIncome(
                        member,
                        Income.taxed(
                                new Money(random.nextInt(4) == 0 ? 0 : random.nextLong(500_000)),
                                new Rate(random.nextInt(400_000)))))
                .toList();
        return new Config(id, from, incomes, new SplitKey.ByNetIncome(Weights.equal(members.size())));
    }

    private static ProvisionBase base(List<MemberKey> members, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new ProvisionBase.ShareOfAll(new Rate(random.nextInt(100_000)));
            case 1 -> new ProvisionBase.ToTarget(JANUARY.plusMonths(random.nextInt(24)), Optional.empty());
            case 2 ->
                new ProvisionBase.ShareOfOne(
                        members.get(random.nextInt(members.size())), new Rate(random.nextInt(100_000)));
            default -> new ProvisionBase.FixedAmount(new Money(random.nextLong(30_000)));
        };
    }

    private static LineSplit split(List<MemberKey> members, SplittableRandom random) {
        Map<MemberKey, Long> weights = new HashMap<>();
        members.forEach(member -> weights.put(member, random.nextLong(1, 100)));
        return switch (random.nextInt(4)) {
            case 0 -> new LineSplit.ByKey();
            case 1 -> new LineSplit.Equally();
            case 2 -> new LineSplit.AllTo(members.get(random.nextInt(members.size())));
            default -> new LineSplit.ByWeights(weights);
        };
    }

    private static List<Transaction> rows(SplittableRandom random) {
        List<Transaction> rows = new ArrayList<>();
        for (int id = 1; id <= 400; id++) {
            YearMonth month = JANUARY.minusMonths(id <= 300 ? 0 : id % 3);
            rows.add(row(id, month, random));
        }
        return rows;
    }

    private static Transaction row(long id, YearMonth month, SplittableRandom random) {
        ExpenseType type = random.nextInt(3) > 0 ? ExpenseType.VARIABLE : TYPES.get(random.nextInt(TYPES.size()));
        return new Transaction(
                id,
                new BankLine(
                        "1234",
                        month.atDay(random.nextInt(1, 29)),
                        new Money(random.nextLong(-20_000, 5_000)),
                        "Row " + id,
                        null),
                new Classification(
                        type, name(random), random.nextBoolean() ? null : name(random), random.nextInt(9) == 0),
                TypedBy.RULE,
                new TreeSet<>());
    }

    private static @Nullable String name(SplittableRandom random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }
}
