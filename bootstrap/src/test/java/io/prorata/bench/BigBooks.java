package io.prorata.bench;

import io.prorata.application.household.CreateHousehold;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
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
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Books of any size: a household of two with six provisions, eight bills and 30 categories, and as many months as wanted. */
final class BigBooks {

    static final YearMonth LAST = YearMonth.of(2024, 12);

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final MemberKey ANNA = new MemberKey("anna");
    private static final MemberKey BRUNO = new MemberKey("bruno");
    private static final int CATEGORIES = 30;
    private static final List<ExpenseType> TYPES = List.of(ExpenseType.values());

    private BigBooks() {}

    /** Fills {@code months} months up to {@link #LAST} with {@code rows} rows each, the same rows for the same month every time. */
    static HouseholdId fill(UnitOfWork work, int months, int rows) {
        HouseholdId household = new CreateHousehold(work)
                .create(
                        Actor.COMMAND_LINE,
                        new Household(
                                "Big",
                                EUR,
                                ZoneOffset.UTC,
                                List.of(new Member(ANNA, "Anna"), new Member(BRUNO, "Bruno"))));
        YearMonth first = LAST.minusMonths(months - 1L);
        write(work, household, new Change.ConfigAdopted(first), books -> plan(books, household, first));
        for (int m = 0; m < months; m++) {
            YearMonth month = LAST.minusMonths(m);
            write(work, household, new Change.TransactionRecorded(month), books -> {
                long id = books.ledger().nextIds(household, rows);
                books.ledger().add(household, OptionalLong.empty(), rows(id, rows, month));
            });
        }
        return household;
    }

    private interface Writing {
        void in(Books books);
    }

    private static void write(UnitOfWork work, HouseholdId household, Change change, Writing writing) {
        work.write(household, Actor.COMMAND_LINE, books -> {
            writing.in(books);
            return new Decision<>("done", change, AuditEntry.added("filled", household));
        });
    }

    private static void plan(Books books, HouseholdId household, YearMonth from) {
        books.plans()
                .add(
                        household,
                        new Config(
                                1,
                                from,
                                List.of(
                                        new MemberIncome(ANNA, Income.taxed(new Money(300_000), new Rate(150_000))),
                                        new MemberIncome(BRUNO, Income.taxed(new Money(400_000), new Rate(200_000)))),
                                new SplitKey.ByNetIncome(Weights.equal(2))));
        for (int i = 1; i <= 6; i++) {
            books.plans()
                    .add(
                            household,
                            new Provision(
                                    i,
                                    ProvisionCard.named("Provision " + i),
                                    Money.ZERO,
                                    Timeline.from(
                                            from,
                                            new ProvisionTerms(
                                                    new ProvisionBase.ShareOfAll(new Rate(10_000 * i)),
                                                    new LineSplit.ByKey(),
                                                    Optional.of(new Money(300_000)))),
                                    List.of()));
        }
        for (int i = 1; i <= 8; i++) {
            books.plans()
                    .add(
                            household,
                            new FixedExpense(
                                    i,
                                    "Bill " + i,
                                    "Category " + i,
                                    "Category " + i,
                                    Timeline.from(
                                            from,
                                            new FixedTerms(
                                                    new Money(10_000L * i),
                                                    Frequency.QUARTERLY,
                                                    new LineSplit.ByKey()))));
        }
    }

    private static List<Transaction> rows(long first, int count, YearMonth month) {
        var random = new SplittableRandom(month.hashCode());
        List<Transaction> rows = new ArrayList<>(count);
        for (long id = first; id < first + count; id++) {
            int number = random.nextInt(CATEGORIES + 2);
            String category = number < CATEGORIES ? "Category " + number : null;
            // By rules, as bank files are typed: all rows of a category are of one type.
            ExpenseType type = number % 6 == 0 ? TYPES.get(number / 6 % TYPES.size()) : ExpenseType.VARIABLE;
            String subcategory = random.nextInt(3) == 0 ? "Sub " + random.nextInt(3) : null;
            rows.add(new Transaction(
                    id,
                    new BankLine(
                            "Current account",
                            month.atDay(random.nextInt(1, month.lengthOfMonth() + 1)),
                            new Money(-random.nextLong(1, 20_000)),
                            "CARD PAYMENT " + random.nextInt(1_000_000),
                            null),
                    new Classification(type, category, subcategory, random.nextInt(50) == 0),
                    TypedBy.RULE,
                    new TreeSet<>()));
        }
        return rows;
    }
}
