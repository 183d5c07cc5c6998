package io.prorata.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.Shares;
import io.prorata.domain.split.SplitBasis;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Dates;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanBookTest {

    private static final YearMonth MARCH = YearMonth.of(2024, 3);
    private static final MemberKey ANNE = new MemberKey("anne");
    private static final MemberKey BO = new MemberKey("bo");

    private static List<MemberIncome> members(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(m -> new MemberIncome(new MemberKey("m" + m), Income.ofNet(new Money(m))))
                .toList();
    }

    private static Config config(YearMonth from, MemberKey... members) {
        return new Config(
                1,
                from,
                List.of(members).stream()
                        .map(member -> new MemberIncome(member, Income.ofNet(new Money(100))))
                        .toList(),
                new SplitKey.Equally());
    }

    private static FixedExpense bill(long id, String paidBy, long amount, LineSplit split) {
        return new FixedExpense(
                id,
                "bill " + id,
                "bills",
                paidBy,
                Timeline.from(MARCH, new FixedTerms(new Money(amount), Frequency.MONTHLY, split)));
    }

    private static Provision provision(long id, int position) {
        var terms = new ProvisionTerms(
                new ProvisionBase.FixedAmount(new Money(10)), new LineSplit.Equally(), Optional.empty());
        return new Provision(
                id,
                new ProvisionCard("provision " + id, null, null, null, null, position),
                Money.ZERO,
                Timeline.from(MARCH, terms),
                List.of());
    }

    private static GroupTotal fixed(@Nullable String category, long amount) {
        return new GroupTotal(ExpenseType.FIXED, category, null, Statistics.of(new Money(amount)));
    }

    @Test
    void aConfigHasOneToTwelveMembersEachOnce() {
        var equally = new SplitKey.Equally();
        assertEquals(12, new Config(1, MARCH, members(12), equally).present().size());
        assertThrows(IllegalArgumentException.class, () -> new Config(1, MARCH, members(13), equally));
        assertThrows(IllegalArgumentException.class, () -> new Config(1, MARCH, List.of(), equally));
        assertThrows(IllegalArgumentException.class, () -> config(MARCH, ANNE, BO, ANNE));
    }

    @Test
    void aConfigsKeyIsForItsMembersAndItsMonthWithinBounds() {
        var forThree = new SplitKey.Agreed(Weights.equal(3));
        assertThrows(IllegalArgumentException.class, () -> new Config(1, MARCH, members(2), forThree));
        YearMonth tooEarly = Dates.FIRST_MONTH.minusMonths(1);
        assertThrows(IllegalArgumentException.class, () -> config(tooEarly, ANNE));
        assertEquals(
                List.of(new Money(1), new Money(2)), new Config(1, MARCH, members(2), new SplitKey.Equally()).nets());
    }

    @Test
    void aMonthBeforeTheFirstConfigHasTotalsAndNoShares() {
        var book = new PlanBook(
                Timeline.from(MARCH.plusMonths(1), config(MARCH.plusMonths(1), ANNE)),
                List.of(bill(1, "bills", 30, new LineSplit.AllTo(ANNE))),
                List.of(provision(1, 0)));
        var facts =
                new MonthFacts(List.of(new GroupTotal(ExpenseType.VARIABLE, null, null, Statistics.of(new Money(7)))));
        MonthSummary month = MonthSummary.of(book.at(MARCH), facts);
        assertEquals(List.of(), month.plan().members());
        assertEquals(SplitBasis.NOBODY, month.plan().key().basis());
        assertEquals(new Money(47), month.totalExpenses());
        assertEquals(Shares.none(0), month.memberTotals());
        assertEquals(new Money(-47), month.netAvailable());
        assertEquals(SplitBasis.EQUAL, book.at(MARCH.plusMonths(1)).key().basis());
    }

    @Test
    void aLineThatIsWhollySomebodyAbsentsIsDividedByTheKeyAndSaysSo() {
        var book = new PlanBook(
                Timeline.from(MARCH, config(MARCH, ANNE, BO))
                        .with(MARCH.plusMonths(1), config(MARCH.plusMonths(1), ANNE)),
                List.of(bill(1, "bills", 30, new LineSplit.AllTo(BO))),
                List.of(provision(1, 0)));
        FixedLine march = book.at(MARCH).fixed().get(0);
        assertEquals(List.of(Money.ZERO, new Money(30)), march.shares().amounts());
        assertEquals(false, march.keyInstead());
        FixedLine april = book.at(MARCH.plusMonths(1)).fixed().get(0);
        assertEquals(List.of(new Money(30)), april.shares().amounts());
        assertTrue(april.keyInstead());
        assertEquals(false, book.at(MARCH.plusMonths(1)).provisions().get(0).keyInstead());
    }

    @Test
    void billsAreInOrderOfIdsAndProvisionsInTheOrderOfDisplay() {
        var book = new PlanBook(
                Timeline.empty(),
                List.of(bill(2, "b", 1, new LineSplit.ByKey()), bill(1, "b", 1, new LineSplit.ByKey())),
                List.of(provision(3, 1), provision(2, 1), provision(1, 2), provision(9, 0)));
        assertEquals(
                List.of(1L, 2L),
                book.at(MARCH).fixed().stream().map(line -> line.expense().id()).toList());
        assertEquals(
                List.of(9L, 2L, 3L, 1L),
                book.at(MARCH).provisions().stream()
                        .map(line -> line.provision().id())
                        .toList());
    }

    @Test
    void anotherConfigCanBeTriedForEveryMonth() {
        var book = new PlanBook(
                Timeline.from(MARCH, config(MARCH, ANNE)),
                List.of(bill(1, "bills", 30, new LineSplit.Equally())),
                List.of());
        Config tried = config(MARCH, ANNE, BO);
        for (YearMonth month : List.of(Dates.FIRST_MONTH, MARCH, Dates.LAST_MONTH)) {
            assertEquals(Optional.of(tried), book.under(tried).at(month).config());
        }
        assertEquals(
                List.of(new Money(15), new Money(15)),
                book.under(tried).at(MARCH).fixed().get(0).shares().amounts());
    }

    @Test
    void billsAreComparedWithWhatPaidThemWithoutCaseAndTheRestIsUnplanned() {
        var book = new PlanBook(
                Timeline.empty(),
                List.of(
                        bill(1, "LOGEMENT", 900, new LineSplit.ByKey()),
                        bill(2, "Logement", 100, new LineSplit.ByKey()),
                        bill(3, "Eau", 50, new LineSplit.ByKey())),
                List.of());
        var facts = new MonthFacts(
                List.of(fixed("logement", 950), fixed("Logement", -20), fixed("Sport", 40), fixed(null, 5)));
        MonthSummary month = MonthSummary.of(book.at(MARCH), facts);
        assertEquals(
                List.of("eau", "logement"), List.copyOf(month.fixedByCategory().keySet()));
        assertEquals(
                new Comparison(new Money(1000), new Money(930)),
                month.fixedByCategory().get("logement"));
        assertEquals(new Money(-70), new Comparison(new Money(1000), new Money(930)).variance());
        assertEquals(
                new Comparison(new Money(50), Money.ZERO),
                month.fixedByCategory().get("eau"));
        assertEquals(new Money(45), month.unplanned());
        assertEquals(new Comparison(new Money(1050), new Money(975)), month.fixed());
        assertEquals(new Money(1050), month.totalExpenses());
    }
}
