package io.prorata.domain.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.account.Accounts;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SettlementReportTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final MemberKey DIANA = new MemberKey("diana");
    private static final MemberKey SAM = new MemberKey("sam");
    private static final List<MemberKey> BOTH = List.of(DIANA, SAM);

    @Test
    void whoPaidMoreThanTheirShareReceivesTheRest() {
        MonthFacts facts = MonthFacts.of(List.of(row(ExpenseType.VARIABLE, -10000, paidBy(DIANA))));
        SettlementReport report = report(book(Timeline.empty()), Basis.ACTUAL, facts, List.of(), List.of());
        assertEquals(List.of(new Transfer(Party.of(SAM), Party.of(DIANA), new Money(5000))), report.transfers(BOTH));
    }

    @Test
    void aSettlementWhoseRowCountsAsPutCountsNowhere() {
        Attribution from = new Attribution(
                true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new MoneySource.One(SAM)));
        MonthFacts facts = MonthFacts.of(List.of(row(ExpenseType.TRANSFER, 2000, from)));
        List<Settlement> settlements = List.of(settlement(Party.of(SAM), Party.POT, 2000, 1L));
        PlanBook book = book(Timeline.empty());
        GroupKey key = facts.groups().get(0).key();
        var named = new NamedRow(1, MARCH, key, false);
        assertEquals(new Money(-2000), due(report(book, Basis.ACTUAL, facts, settlements, List.of(named)), SAM));
        for (NamedRow other : List.of(
                new NamedRow(1, MARCH, key, true),
                new NamedRow(2, MARCH, key, false),
                new NamedRow(1, MARCH, new GroupKey(ExpenseType.TRANSFER, null, null), false))) {
            assertEquals(new Money(-4000), due(report(book, Basis.ACTUAL, facts, settlements, List.of(other)), SAM));
        }
    }

    @Test
    void whatWasSettledWithAPotThatIsNotThereIsListedAndCountsNowhere() {
        PlanBook book = book(Timeline.from(MARCH, false));
        List<Settlement> settlements = List.of(settlement(Party.of(SAM), Party.POT, 2000, 1L));
        SettlementReport report = report(book, Basis.ACTUAL, MonthFacts.NONE, settlements, List.of());
        assertEquals(settlements, report.leftBehind());
        assertEquals(Money.ZERO, due(report, SAM));
        assertEquals(
                List.of(MARCH),
                report(book, Basis.PLAN, MonthFacts.NONE, List.of(), List.of()).withoutPot());
    }

    @Test
    void anIncomeOfThePotThatNamesNobodyIsToConfirmAndCountsNowhere() {
        MonthFacts facts = MonthFacts.of(List.of(row(ExpenseType.INCOME, 7000, Attribution.USUAL)));
        MonthDues dues = report(book(Timeline.empty()), Basis.ACTUAL, facts, List.of(), List.of())
                .months()
                .get(0);
        assertEquals(new Money(7000), dues.toConfirm().sum());
        assertEquals(Money.ZERO, dues.pooledLeft());
    }

    @Test
    void aSettlementIsOfMoreThanZeroBetweenTwo() {
        assertThrows(IllegalArgumentException.class, () -> settlement(Party.POT, Party.POT, 1, 1L));
        assertThrows(IllegalArgumentException.class, () -> settlement(Party.of(SAM), Party.POT, 0, 1L));
        assertThrows(
                IllegalArgumentException.class, () -> settlement(Party.of(SAM), Party.POT, 10_000_000_000_001L, 1L));
    }

    private static Money due(SettlementReport report, MemberKey member) {
        return report.totals(BOTH).getOrDefault(member, MemberDue.NONE).due();
    }

    private static SettlementReport report(
            PlanBook book, Basis basis, MonthFacts facts, List<Settlement> settlements, List<NamedRow> rows) {
        return SettlementReport.of(
                book, BOTH, basis, MARCH, MARCH, new SettlementReport.Known(Map.of(MARCH, facts), settlements, rows));
    }

    private static PlanBook book(Timeline<Boolean> pot) {
        var income = Income.ofNet(new Money(100_000));
        var config = new Config(
                1,
                MARCH,
                List.of(new MemberIncome(DIANA, income), new MemberIncome(SAM, income)),
                new SplitKey.Equally());
        return new PlanBook(
                Timeline.from(MARCH, config),
                List.of(),
                List.of(),
                new Accounts(List.of(), pot),
                List.of(),
                Optional.empty());
    }

    private static Attribution paidBy(MemberKey payer) {
        return new Attribution(
                true, Optional.empty(), Optional.of(Party.of(payer)), Optional.empty(), Optional.empty());
    }

    private static Settlement settlement(Party from, Party to, long amount, long row) {
        return new Settlement(
                1, MARCH.atDay(9), Optional.empty(), from, to, new Money(amount), null, new TreeSet<>(Set.of(row)));
    }

    private static Transaction row(ExpenseType type, long amount, Attribution attribution) {
        return new Transaction(
                1,
                new BankLine(null, MARCH.atDay(5), new Money(amount), "x", null),
                new Classification(type, null, null, false),
                attribution,
                Transaction.TypedBy.PERSON,
                new TreeSet<>(),
                null);
    }
}
