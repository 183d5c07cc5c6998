package io.prorata.domain;

import static io.prorata.domain.Vectors.amounts;
import static io.prorata.domain.Vectors.cases;
import static io.prorata.domain.Vectors.list;
import static io.prorata.domain.Vectors.longs;
import static io.prorata.domain.Vectors.month;
import static io.prorata.domain.Vectors.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.Comparison;
import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.provision.Progress;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.Shares;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The golden vectors: every figure as it was computed apart from this project. */
class VectorsTest {

    @Test
    void allocation() {
        for (JsonNode example : cases("allocation.json")) {
            Shares shares = new Weights(longs(example.get("weights")))
                    .allocate(new Money(example.get("amount").asLong()), Weights.turnOf(month(example.get("month"))));
            assertEquals(amounts(example.get("shares")), shares.amounts(), example.toString());
        }
    }

    @Test
    void netIncome() {
        for (JsonNode example : cases("net-income.json")) {
            var income = Income.taxed(
                    new Money(example.get("gross").asLong()),
                    new Rate(example.get("rate_ppm").asInt()));
            assertEquals(example.get("net").asLong(), income.net().minor(), example.toString());
        }
    }

    @Test
    void monthlyPartsOfBills() {
        for (JsonNode example : cases("fixed-monthly.json")) {
            var terms = new FixedTerms(
                    new Money(example.get("amount").asLong()),
                    Frequency.valueOf(example.get("frequency").asText().toUpperCase(Locale.ROOT)),
                    new LineSplit.ByKey());
            var bill = new FixedExpense(1, "bill", "bills", "bills", Timeline.from(month(example.get("from")), terms));
            for (JsonNode part : example.get("monthly")) {
                assertEquals(
                        part.get("amount").asLong(),
                        bill.partOf(month(part.get("month"))).minor(),
                        example.toString());
            }
        }
    }

    @Test
    void months() {
        cases("months.json").forEach(VectorsTest::assertUndatedMonth);
    }

    @Test
    void workedHousehold() {
        cases("worked-household.json").forEach(VectorsTest::assertUndatedMonth);
    }

    @Test
    void datedMonths() {
        for (JsonNode example : cases("dated-months.json")) {
            PlanBook book = Vectors.dated(example.get("household"));
            List<Transaction> transactions = Vectors.transactions(example.get("household"));
            for (JsonNode expected : example.get("expected")) {
                assertDatedMonth(expected, summary(book, transactions, month(expected.get("month"))));
            }
        }
    }

    private static MonthSummary summary(PlanBook book, List<Transaction> transactions, YearMonth month) {
        return MonthSummary.of(
                book.at(month),
                MonthFacts.of(transactions.stream()
                        .filter(transaction -> transaction.month().equals(month))
                        .toList()));
    }

    private static void assertUndatedMonth(JsonNode example) {
        JsonNode expected = example.get("expected");
        MonthSummary actual = summary(
                Vectors.undated(example.get("household")),
                Vectors.transactions(example.get("household")),
                month(expected.get("month")));
        MonthPlan plan = actual.plan();
        String about = expected.toString();

        assertEquals(amounts(expected.get("net")), plan.nets(), about);
        assertEquals(
                longs(expected.get("key_weights")),
                plan.key().weights().orElseThrow().values(),
                about);
        assertEquals(expected.get("provisions").size(), plan.provisions().size(), about);
        for (int i = 0; i < plan.provisions().size(); i++) {
            JsonNode line = expected.get("provisions").get(i);
            ProvisionLine provision = plan.provisions().get(i);
            assertEquals(line.get("id").asLong(), provision.provision().id(), about);
            assertEquals(line.get("monthly").asLong(), provision.monthly().minor(), about);
            assertEquals(amounts(line.get("shares")), provision.shares().amounts(), about);
            assertEquals(text(line.get("progress")), percent(provision), about);
        }
        assertEquals(expected.get("fixed").size(), plan.fixed().size(), about);
        for (int i = 0; i < plan.fixed().size(); i++) {
            JsonNode line = expected.get("fixed").get(i);
            FixedLine fixed = plan.fixed().get(i);
            assertEquals(line.get("id").asLong(), fixed.expense().id(), about);
            assertEquals(line.get("monthly").asLong(), fixed.monthly().minor(), about);
            assertEquals(amounts(line.get("shares")), fixed.shares().amounts(), about);
        }
        assertEquals(expected.get("variable").size(), actual.variable().size(), about);
        for (int i = 0; i < actual.variable().size(); i++) {
            JsonNode line = inOrder(expected.get("variable")).get(i);
            assertEquals(text(line.get("category")), actual.variable().get(i).category(), about);
            assertEquals(
                    line.get("total").asLong(), actual.variable().get(i).total().minor(), about);
            assertEquals(
                    line.get("count").asLong(),
                    actual.variable().get(i).statistics().count(),
                    about);
            assertEquals(
                    amounts(line.get("shares")),
                    actual.variable().get(i).shares().amounts(),
                    about);
        }
        assertTotals(expected, actual);
        assertEquals(
                amounts(expected.get("member_totals")), actual.memberTotals().amounts(), about);
        assertEquals(
                expected.get("actual_fixed").asLong(), actual.fixed().actual().minor(), about);
        assertEquals(
                expected.get("actual_provisions").asLong(),
                actual.provisions().actual().minor(),
                about);
        assertEquals(
                expected.get("actual_income").asLong(), actual.income().actual().minor(), about);
    }

    /** The vectors list names by code point, and no figure depends on it. */
    private static List<JsonNode> inOrder(JsonNode lines) {
        List<JsonNode> sorted = new ArrayList<>();
        lines.forEach(sorted::add);
        sorted.sort(Comparator.comparing(line -> text(line.get("category")), Naming.ORDER));
        return sorted;
    }

    private static void assertTotals(JsonNode expected, MonthSummary actual) {
        String about = expected.toString();
        assertEquals(
                expected.get("total_provisions").asLong(),
                actual.plan().totalProvisions().minor(),
                about);
        assertEquals(
                expected.get("total_fixed").asLong(), actual.plan().totalFixed().minor(), about);
        assertEquals(
                expected.get("total_variable").asLong(), actual.totalVariable().minor(), about);
        assertEquals(
                expected.get("total_expenses").asLong(), actual.totalExpenses().minor(), about);
        assertEquals(
                expected.get("net_available").asLong(), actual.netAvailable().minor(), about);
        assertEquals(expected.get("transaction_count").asLong(), actual.facts().count(), about);
    }

    private static void assertDatedMonth(JsonNode expected, MonthSummary actual) {
        MonthPlan plan = actual.plan();
        String about = expected.toString();
        List<MemberKey> members = plan.members();

        assertEquals(
                list(expected.get("members")).stream().map(JsonNode::asText).toList(),
                members.stream().map(MemberKey::text).toList(),
                about);
        assertEquals(
                expected.get("split_basis").asText(), plan.key().basis().name().toLowerCase(Locale.ROOT), about);
        assertEquals(byMember(expected.get("net")), byMember(members, plan.nets()), about);
        assertEquals(
                byMember(expected.get("key_weights")),
                byMember(
                        members,
                        plan.key().weights().orElseThrow().values().stream()
                                .map(Money::new)
                                .toList()),
                about);
        assertEquals(expected.get("provisions").size(), plan.provisions().size(), about);
        for (int i = 0; i < plan.provisions().size(); i++) {
            JsonNode line = expected.get("provisions").get(i);
            ProvisionLine provision = plan.provisions().get(i);
            assertEquals(line.get("id").asLong(), provision.provision().id(), about);
            assertEquals(line.get("monthly").asLong(), provision.monthly().minor(), about);
            assertEquals(
                    byMember(line.get("shares")),
                    byMember(members, provision.shares().amounts()),
                    about);
            assertEquals(line.get("balance").asLong(), provision.balance().minor(), about);
            assertEquals(text(line.get("progress")), percent(provision), about);
        }
        assertEquals(expected.get("fixed").size(), plan.fixed().size(), about);
        for (int i = 0; i < plan.fixed().size(); i++) {
            JsonNode line = expected.get("fixed").get(i);
            FixedLine fixed = plan.fixed().get(i);
            assertEquals(line.get("id").asLong(), fixed.expense().id(), about);
            assertEquals(line.get("monthly").asLong(), fixed.monthly().minor(), about);
            assertEquals(
                    byMember(line.get("shares")),
                    byMember(members, fixed.shares().amounts()),
                    about);
        }
        assertEquals(expected.get("variable").size(), actual.variable().size(), about);
        for (int i = 0; i < actual.variable().size(); i++) {
            JsonNode line = inOrder(expected.get("variable")).get(i);
            assertEquals(text(line.get("category")), actual.variable().get(i).category(), about);
            assertEquals(
                    line.get("total").asLong(), actual.variable().get(i).total().minor(), about);
            assertEquals(
                    byMember(line.get("shares")),
                    byMember(members, actual.variable().get(i).shares().amounts()),
                    about);
        }
        assertTotals(expected, actual);
        assertEquals(
                byMember(expected.get("member_totals")),
                byMember(members, actual.memberTotals().amounts()),
                about);
        assertPlanAgainstFact(expected, actual);
        assertStatistics(expected, actual.facts());
    }

    private static void assertPlanAgainstFact(JsonNode expected, MonthSummary actual) {
        Map<String, Comparison> comparisons = new TreeMap<>();
        for (JsonNode line : expected.get("plan_against_fact")) {
            var comparison = new Comparison(
                    new Money(line.get("planned").asLong()),
                    new Money(line.get("actual").asLong()));
            assertEquals(line.get("variance").asLong(), comparison.variance().minor());
            // Categories are compared folded.
            comparisons.put(Naming.folded(line.get("category").asText()), comparison);
        }
        assertEquals(comparisons, new TreeMap<>(actual.fixedByCategory()), expected.toString());
        assertEquals(expected.get("unplanned").asLong(), actual.unplanned().minor(), expected.toString());
    }

    private static void assertStatistics(JsonNode expected, MonthFacts facts) {
        List<String> actual = new ArrayList<>();
        for (ExpenseType type : ExpenseType.values()) {
            if (facts.of(type).count() > 0) {
                actual.add(row(type, "*", "*", facts.of(type)));
            }
            facts.byCategory(type).forEach((category, statistics) -> actual.add(row(type, category, "*", statistics)));
        }
        for (GroupTotal group : facts.groups()) {
            actual.add(row(group.type(), group.category(), group.subcategory(), group.statistics()));
        }
        List<String> wanted = list(expected.get("statistics")).stream()
                .map(line -> text(line.get("expense_type")) + "/" + text(line.get("category")) + "/"
                        + text(line.get("subcategory")) + " " + line.get("transaction_count") + " " + line.get("total")
                        + " " + line.get("min") + " " + line.get("max") + " " + line.get("avg"))
                .toList();
        assertEquals(new TreeSet<>(wanted), new TreeSet<>(actual), expected.toString());
        assertTrue(wanted.size() == actual.size(), expected.toString());
    }

    private static String row(
            ExpenseType type, @Nullable String category, @Nullable String subcategory, Statistics statistics) {
        return type + "/" + Objects.toString(category) + "/" + Objects.toString(subcategory) + " " + statistics.count()
                + " " + statistics.sum().minor() + " " + statistics.min().minor() + " "
                + statistics.max().minor() + " " + statistics.mean().minor();
    }

    private static Map<String, Money> byMember(JsonNode shares) {
        Map<String, Money> byMember = new TreeMap<>();
        shares.properties()
                .forEach(share ->
                        byMember.put(share.getKey(), new Money(share.getValue().asLong())));
        return byMember;
    }

    private static Map<String, Money> byMember(List<MemberKey> members, List<Money> amounts) {
        Map<String, Money> byMember = new TreeMap<>();
        for (int m = 0; m < members.size(); m++) {
            byMember.put(members.get(m).text(), amounts.get(m));
        }
        return byMember;
    }

    private static @Nullable String percent(ProvisionLine line) {
        return line.progress().map(Progress::inPercent).map(Object::toString).orElse(null);
    }
}
