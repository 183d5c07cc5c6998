package io.prorata.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.Shares;
import io.prorata.domain.split.SplitBasis;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Timeline;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One household worked through: a month, and every figure of it as somebody would reckon it on paper. */
class WorkedHouseholdTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final YearMonth BEGUN = YearMonth.of(2023, 1);
    private static final YearMonth JANUARY = YearMonth.of(2024, 1);

    private static final MemberKey A = new MemberKey("member1");
    private static final MemberKey B = new MemberKey("member2");

    private static final LineSplit BY_KEY = new LineSplit.ByKey();
    private static final LineSplit EQUALLY = new LineSplit.Equally();
    private static final LineSplit SEVENTY_THIRTY = new LineSplit.ByWeights(Map.of(A, 70L, B, 30L));

    private static final Config CONFIG = new Config(
            1,
            BEGUN,
            List.of(
                    new MemberIncome(A, Income.taxed(eur("3000"), percent("15"))),
                    new MemberIncome(B, Income.taxed(eur("4000"), percent("20")))),
            new SplitKey.ByNetIncome(Weights.equal(2)));

    private static final PlanBook BOOK = new PlanBook(
            Timeline.from(BEGUN, CONFIG),
            List.of(
                    bill(1, "Rent", "logement", "1200.00", Frequency.MONTHLY, BY_KEY),
                    bill(2, "Internet", "services", "39.99", Frequency.MONTHLY, EQUALLY),
                    bill(3, "Insurance", "transport", "300.00", Frequency.QUARTERLY, new LineSplit.AllTo(A)),
                    bill(4, "Property tax", "logement", "1450.00", Frequency.ANNUAL, BY_KEY)),
            List.of(
                    provision(1, "Vacances", new ProvisionBase.ShareOfAll(percent("5")), BY_KEY, "3000", "750"),
                    provision(2, "Auto", new ProvisionBase.ShareOfOne(A, percent("3")), EQUALLY, null, "0"),
                    provision(
                            3,
                            "Travaux",
                            new ProvisionBase.ShareOfAll(percent("7.5")),
                            SEVENTY_THIRTY,
                            "1000",
                            "333.33"),
                    provision(4, "Urgence", new ProvisionBase.FixedAmount(eur("200")), BY_KEY, "0", "0"),
                    provision(
                            5,
                            "Japon",
                            new ProvisionBase.ShareOfOne(B, percent("4")),
                            new LineSplit.AllTo(B),
                            "500",
                            "900"),
                    provision(6, "Commune", new ProvisionBase.ShareOfAll(percent("1")), BY_KEY, null, "0")));

    private static final List<Transaction> JANUARY_ROWS = Stream.of(
                    row(2, "Logement", "-950.00", ExpenseType.FIXED),
                    row(5, "Logement", "-72.18", ExpenseType.FIXED),
                    row(6, "Courses", "-54.32", ExpenseType.VARIABLE),
                    row(6, "Transport", "-68.45", ExpenseType.VARIABLE),
                    row(12, "Courses", "-8.20", ExpenseType.VARIABLE),
                    row(15, "Sante", "23.50", ExpenseType.VARIABLE),
                    row(18, "Sante", "-12.30", ExpenseType.VARIABLE),
                    row(20, "Courses", "-24.60", ExpenseType.VARIABLE),
                    row(25, "Revenus", "2500.00", ExpenseType.INCOME),
                    row(28, "Transport", "-75.20", ExpenseType.FIXED),
                    excluded(row(29, "Divers", "-500.00", ExpenseType.VARIABLE)),
                    row(30, "Epargne", "-200.00", ExpenseType.PROVISION))
            .toList();

    private static final MonthPlan PLAN = BOOK.at(JANUARY);
    private static final MonthSummary MONTH = MonthSummary.of(PLAN, MonthFacts.of(JANUARY_ROWS));

    private static Money eur(String amount) {
        return Money.of(new BigDecimal(amount), EUR);
    }

    private static Rate percent(String percent) {
        return Rate.ofPercent(new BigDecimal(percent));
    }

    private static Shares shares(String a, String b) {
        return new Shares(List.of(eur(a), eur(b)));
    }

    private static FixedExpense bill(
            long id, String label, String category, String amount, Frequency frequency, LineSplit split) {
        return new FixedExpense(
                id, label, category, category, Timeline.from(BEGUN, new FixedTerms(eur(amount), frequency, split)));
    }

    private static Provision provision(
            long id, String name, ProvisionBase base, LineSplit split, @Nullable String target, String opening) {
        var terms = new ProvisionTerms(base, split, Optional.ofNullable(target).map(WorkedHouseholdTest::eur));
        return new Provision(id, ProvisionCard.named(name), eur(opening), Timeline.from(BEGUN, terms), List.of());
    }

    private static Transaction row(int day, String category, String amount, ExpenseType type) {
        return new Transaction(
                day,
                new BankLine(null, JANUARY.atDay(day), eur(amount), category + " " + day, null),
                new Classification(type, category, null, false),
                Transaction.TypedBy.PERSON,
                new TreeSet<>());
    }

    private static Transaction excluded(Transaction row) {
        Classification classification = row.classification();
        return new Transaction(
                row.id(),
                row.line(),
                new Classification(
                        classification.type(), classification.category(), classification.subcategory(), true),
                row.typedBy(),
                row.tags());
    }

    private static void assertProvision(int index, String monthly, String a, String b, @Nullable String progress) {
        ProvisionLine line = PLAN.provisions().get(index);
        assertEquals(eur(monthly), line.monthly(), line.toString());
        assertEquals(shares(a, b), line.shares(), line.toString());
        assertEquals(
                Optional.ofNullable(progress),
                line.progress().map(reached -> reached.inPercent().toPlainString()),
                line.toString());
    }

    private static void assertBill(int index, String monthly, String a, String b) {
        FixedLine line = PLAN.fixed().get(index);
        assertEquals(eur(monthly), line.monthly(), line.toString());
        assertEquals(shares(a, b), line.shares(), line.toString());
    }

    private static void assertVariable(int index, String category, String total, String a, String b) {
        VariableLine line = MONTH.variable().get(index);
        assertEquals(category, line.category());
        assertEquals(eur(total), line.total(), category);
        assertEquals(shares(a, b), line.shares(), category);
    }

    @Test
    void theyDivideByWhatIsLeftOfTheirIncomes() {
        assertEquals(List.of(eur("2550.00"), eur("3200.00")), PLAN.nets());
        assertEquals(eur("5750.00"), PLAN.totalNet());
        assertEquals(Optional.of(Weights.of(255_000, 320_000)), PLAN.key().weights());
        assertEquals(SplitBasis.INCOME, PLAN.key().basis());
    }

    @Test
    void theyPutAside1180And75() {
        assertProvision(0, "287.50", "127.50", "160.00", "25.0");
        assertProvision(1, "76.50", "38.25", "38.25", null);
        assertProvision(2, "431.25", "301.88", "129.37", "33.3");
        assertProvision(3, "200.00", "88.70", "111.30", null);
        assertProvision(4, "128.00", "0.00", "128.00", "100.0");
        assertProvision(5, "57.50", "25.50", "32.00", null);
        assertEquals(eur("1180.75"), PLAN.totalProvisions());
    }

    @Test
    void theirBillsCarry1460And82() {
        assertBill(0, "1200.00", "532.17", "667.83");
        assertBill(1, "39.99", "20.00", "19.99");
        assertBill(2, "100.00", "100.00", "0.00");
        assertBill(3, "120.83", "53.59", "67.24");
        assertEquals(eur("1460.82"), PLAN.totalFixed());
    }

    @Test
    void theySpent144And37() {
        assertEquals(3, MONTH.variable().size());
        assertVariable(0, "Courses", "87.12", "38.64", "48.48");
        assertVariable(1, "Sante", "-11.20", "-4.97", "-6.23");
        assertVariable(2, "Transport", "68.45", "30.36", "38.09");
        assertEquals(eur("144.37"), MONTH.totalVariable());
    }

    @Test
    void soEachPaysTheirPartOf2785And94() {
        assertEquals(eur("2785.94"), MONTH.totalExpenses());
        assertEquals(shares("1351.62", "1434.32"), MONTH.memberTotals());
        assertEquals(eur("2964.06"), MONTH.netAvailable());
    }

    @Test
    void besideThePlanStandsWhatBecameOfIt() {
        assertEquals(new Comparison(eur("1460.82"), eur("1097.38")), MONTH.fixed());
        assertEquals(eur("-363.44"), MONTH.fixed().variance());
        assertEquals(new Comparison(eur("1180.75"), eur("200.00")), MONTH.provisions());
        assertEquals(new Comparison(eur("5750.00"), eur("2500.00")), MONTH.income());
        assertEquals(
                new Comparison(eur("1320.83"), eur("1022.18")),
                MONTH.fixedByCategory().get("logement"));
        assertEquals(
                new Comparison(eur("100.00"), eur("75.20")),
                MONTH.fixedByCategory().get("transport"));
        assertEquals(
                new Comparison(eur("39.99"), eur("0.00")),
                MONTH.fixedByCategory().get("services"));
        assertEquals(Money.ZERO, MONTH.unplanned());
        assertEquals(11, MONTH.facts().count());
    }
}
