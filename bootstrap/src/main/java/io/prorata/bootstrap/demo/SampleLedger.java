package io.prorata.bootstrap.demo;

import static io.prorata.bootstrap.demo.SamplePlan.INES;
import static io.prorata.bootstrap.demo.SamplePlan.JULES;
import static io.prorata.bootstrap.demo.SamplePlan.eur;

import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import io.prorata.domain.mapping.StarterRules;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.split.Weights;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The bank rows of the sample household for one month: always the same for the same month. */
final class SampleLedger {

    private static final String JOINT = "Joint account";
    private static final String SAVINGS = "Savings account";
    private static final Typing TYPING = StarterRules.MAPPING.typing();

    private final YearMonth month;
    private final MonthPlan plan;
    private final YearMonth first;
    private final SplittableRandom random;
    private final List<Transaction> rows = new ArrayList<>();

    private SampleLedger(PlanBook book, YearMonth first, YearMonth month) {
        this.month = month;
        this.plan = book.at(month);
        this.first = first;
        this.random = new SplittableRandom(Weights.turnOf(month));
    }

    /** Returns the rows of {@code month} up to {@code today}, by date; the books give their ids. */
    static List<Transaction> of(PlanBook book, YearMonth first, YearMonth month, LocalDate today) {
        var ledger = new SampleLedger(book, first, month);
        ledger.earn();
        ledger.moveBetweenAccounts();
        ledger.payBills();
        ledger.setAside();
        ledger.live();
        return ledger.rows.stream()
                .filter(row -> !row.line().date().isAfter(today))
                .sorted(Comparator.comparing(row -> row.line().date()))
                .toList();
    }

    private void earn() {
        for (int member = 0; member < plan.members().size(); member++) {
            MemberKey earner = plan.members().get(member);
            add(
                    27,
                    accountOf(earner),
                    "SALARY " + SamplePlan.nameOf(earner),
                    plan.nets().get(member),
                    "Salary",
                    null);
        }
        if (month.getMonth() == Month.DECEMBER) {
            add(20, accountOf(INES), "YEAR-END BONUS", eur("640"), "Salary", "Bonus");
        }
    }

    private void moveBetweenAccounts() {
        move(2, accountOf(INES), JOINT, eur("1300"));
        move(2, accountOf(JULES), JOINT, eur("1050"));
    }

    private void move(int day, String from, String to, Money amount) {
        add(day, from, "TRANSFER TO " + to, amount.negated(), "Transfers", null);
        add(day, to, "TRANSFER FROM " + from, amount, "Transfers", null);
    }

    /** Whole bills, in the months in which they are due; the plan spreads them. */
    private void payBills() {
        for (FixedLine line : plan.fixed()) {
            Frequency frequency = line.terms().frequency();
            if (ChronoUnit.MONTHS.between(first, month) % frequency.months() == 0) {
                Money billed = line.expense().label().equals("Electricity")
                        ? metered(line.terms().amount())
                        : line.terms().amount();
                addTyped(
                        3 + Math.toIntExact(line.expense().id()),
                        JOINT,
                        "DIRECT DEBIT " + line.expense().label(),
                        billed.negated(),
                        new Classification(ExpenseType.FIXED, line.expense().paidBy(), null, false),
                        TypedBy.PERSON);
            }
        }
    }

    /** The actual amount usually differs from the plan. */
    private Money metered(Money planned) {
        int season = month.getMonth().firstMonthOfQuarter() == Month.JANUARY ? 900 : -350;
        return planned.plus(new Money(season + random.nextInt(-600, 601)));
    }

    private void setAside() {
        Money together = plan.totalProvisions();
        add(5, JOINT, "STANDING ORDER SAVINGS", together.negated(), "Savings", null);
        if (month.getMonth() == Month.AUGUST) {
            add(2, SAVINGS, "WITHDRAWAL FOR THE HOLIDAYS", eur("2450"), "Savings", null);
            add(8, JOINT, "HOLIDAY HOUSE", eur("1480").negated(), "Travel", "Lodging");
            add(9, JOINT, "FERRY", eur("312.40").negated(), "Travel", "Tickets");
        }
    }

    private void live() {
        for (RecurringSpend recurring : RecurringSpend.ALL) {
            for (int times = recurring.times(random); times > 0; times--) {
                add(
                        anyDay(),
                        random.nextInt(4) == 0 ? accountOf(random.nextBoolean() ? INES : JULES) : JOINT,
                        recurring.label(random),
                        new Money(-recurring.costMinor(random)),
                        recurring.category(),
                        recurring.subcategory());
            }
        }
        fallIll();
        sendBack();
        add(anyDay(), JOINT, "CASH WITHDRAWAL", new Money(-1_000L * random.nextInt(2, 9)), null, null);
        if (random.nextInt(3) == 0) {
            int day = anyDay();
            BankLine journey = line(day, accountOf(JULES), "TRAIN FOR WORK, REIMBURSED", new Money(-7_840));
            rows.add(new Transaction(
                    1,
                    journey,
                    new Classification(ExpenseType.VARIABLE, "Transport", "Work", true),
                    TypedBy.PERSON,
                    new TreeSet<>(List.of("work"))));
        }
    }

    private void fallIll() {
        if (random.nextInt(2) == 0) {
            int day = random.nextInt(1, 20);
            String account = accountOf(random.nextBoolean() ? INES : JULES);
            add(day, account, "DR LEFEBVRE", eur("30").negated(), "Health", "Doctor");
            add(day + 8, account, "HEALTH INSURANCE REFUND", eur("19"), "Health", "Doctor");
        }
    }

    private void sendBack() {
        if (random.nextInt(4) == 0) {
            add(
                    anyDay(),
                    JOINT,
                    "REFUND ATELIER COTON",
                    new Money(random.nextInt(1_500, 6_000)),
                    "Shopping",
                    "Clothes");
        }
    }

    private int anyDay() {
        return random.nextInt(1, month.lengthOfMonth() + 1);
    }

    private void add(
            int day,
            String account,
            String label,
            Money amount,
            @Nullable String category,
            @Nullable String subcategory) {
        addTyped(
                day,
                account,
                label,
                amount,
                new Classification(TYPING.of(amount, category, subcategory), category, subcategory, false),
                TypedBy.RULE);
    }

    private void addTyped(
            int day, String account, String label, Money amount, Classification classification, TypedBy typedBy) {
        rows.add(new Transaction(
                1, line(day, account, label, amount), classification, typedBy, Collections.emptySortedSet()));
    }

    private BankLine line(int day, String account, String label, Money amount) {
        return new BankLine(account, month.atDay(day), amount, label, null);
    }

    private static String accountOf(MemberKey member) {
        return SamplePlan.nameOf(member) + "'s account";
    }
}
