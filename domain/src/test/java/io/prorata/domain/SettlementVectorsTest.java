package io.prorata.domain;

import static io.prorata.domain.Vectors.cases;
import static io.prorata.domain.Vectors.list;
import static io.prorata.domain.Vectors.month;
import static io.prorata.domain.Vectors.party;
import static io.prorata.domain.Vectors.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.Savings;
import io.prorata.domain.provision.Progress;
import io.prorata.domain.settlement.Basis;
import io.prorata.domain.settlement.MemberDue;
import io.prorata.domain.settlement.MonthDues;
import io.prorata.domain.settlement.Settlement;
import io.prorata.domain.settlement.SettlementReport;
import io.prorata.domain.settlement.Transfer;
import io.prorata.domain.split.Shares;
import io.prorata.domain.split.SplitText;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The golden vectors of rows that meet the plan, and of settling up: formulas 14 to 17. */
class SettlementVectorsTest {

    @Test
    void rowSplits() {
        List<JsonNode> examples = cases("row-splits.json");
        assertEquals(80, examples.size());
        for (JsonNode example : examples) {
            JsonNode household = example.get("household");
            PlanBook book = Vectors.settled(household);
            Map<YearMonth, MonthFacts> facts = Vectors.facts(Vectors.transactions(household));
            for (JsonNode expected : example.get("expected")) {
                if (!expected.isNull()) {
                    YearMonth month = month(expected.get("month"));
                    assertMonth(expected, MonthSummary.of(book.at(month), facts.getOrDefault(month, MonthFacts.NONE)));
                }
            }
        }
    }

    private static void assertMonth(JsonNode expected, MonthSummary actual) {
        MonthPlan plan = actual.plan();
        String about = expected.toString();
        assertEquals(
                list(expected.get("members")).stream().map(JsonNode::asText).toList(),
                plan.members().stream().map(MemberKey::text).toList(),
                about);
        assertEquals(
                lines(
                        expected.get("provisions"),
                        List.of("id", "monthly", "balance", "reached", "progress", "ended", "shares")),
                provisions(plan),
                about);
        assertEquals(text(expected.get("group_progress")), together(plan), about);
        Map<Long, Money> paid = actual.actualByBill();
        assertEquals(
                lines(expected.get("fixed"), List.of("id", "category", "monthly", "shares", "actual")),
                plan.fixed().stream()
                        .map(line -> line.expense().id() + " " + line.expense().category() + " "
                                + line.monthly().minor() + " " + shares(plan, line.shares()) + " "
                                + Objects.requireNonNull(paid.get(line.expense().id()))
                                        .minor())
                        .toList(),
                about);
        assertEquals(
                new TreeSet<>(lines(expected.get("several_bills"), List.of("category", "actual"))),
                new TreeSet<>(actual.paidBySeveral().entrySet().stream()
                        .map(several ->
                                several.getKey() + " " + several.getValue().minor())
                        .toList()),
                about);
        assertEquals(expected.get("unplanned").asLong(), actual.unplanned().minor(), about);
        assertEquals(variable(expected), variable(actual), about);
        assertEquals(
                new TreeSet<>(lines(expected.get("budgets"), List.of("category", "budget", "spent", "left", "shares"))),
                new TreeSet<>(actual.budgets().stream()
                        .map(line -> line.plan().budget().category() + " "
                                + line.plan().amount().minor() + " "
                                + line.spent().minor() + " "
                                + line.left().minor() + " "
                                + shares(plan, line.plan().shares()))
                        .toList()),
                about);
        assertEquals(
                new TreeSet<>(
                        lines(expected.get("from_provisions"), List.of("provision", "category", "total", "count"))),
                new TreeSet<>(actual.facts().fromProvisions().stream()
                        .map(out -> out.kind().provision() + " " + out.kind().category() + " "
                                + out.statistics().sum().minor() + " "
                                + out.statistics().count())
                        .toList()),
                about);
        assertEquals(expected.get("total").asLong(), actual.totalExpenses().minor(), about);
        assertEquals(sorted(expected.get("member_totals")), shares(plan, actual.memberTotals()), about);
    }

    private static List<String> provisions(MonthPlan plan) {
        Map<Long, String> byId = new TreeMap<>();
        plan.shownProvisions()
                .forEach(line -> byId.put(
                        line.provision().id(),
                        line.provision().id() + " " + line.monthly().minor() + " "
                                + line.balance().minor() + " "
                                + line.reached().minor() + " " + percent(line.progress()) + " "
                                + line.ended() + " " + shares(plan, line.shares())));
        return List.copyOf(byId.values());
    }

    private static @Nullable String together(MonthPlan plan) {
        return Savings.of(plan, new CategoryChoice.Every())
                .totals()
                .progress()
                .map(Progress::inPercent)
                .map(Object::toString)
                .orElse(null);
    }

    private static Set<String> variable(JsonNode expected) {
        Set<String> lines = new TreeSet<>();
        for (JsonNode line : expected.get("variable")) {
            List<String> parts = new ArrayList<>(
                    lines(line.get("parts"), List.of("split", "key_instead", "total", "count", "shares")));
            Collections.sort(parts);
            lines.add(text(line.get("category")) + " " + line.get("total") + " " + line.get("count") + " "
                    + sorted(line.get("shares")) + " " + parts);
        }
        return lines;
    }

    private static Set<String> variable(MonthSummary actual) {
        Set<String> lines = new TreeSet<>();
        actual.variable().forEach(line -> {
            List<String> parts = new ArrayList<>(line.parts().stream()
                    .map(part -> SplitText.of(part.split()) + " " + part.keyInstead() + " "
                            + part.statistics().sum().minor() + " "
                            + part.statistics().count() + " " + shares(actual.plan(), part.shares()))
                    .toList());
            Collections.sort(parts);
            lines.add(line.category() + " " + line.total().minor() + " "
                    + line.statistics().count() + " " + shares(actual.plan(), line.shares()) + " " + parts);
        });
        return lines;
    }

    private static String percent(Optional<Progress> progress) {
        return progress.map(Progress::inPercent).map(Object::toString).orElse("null");
    }

    private static List<String> lines(JsonNode array, List<String> fields) {
        return list(array).stream()
                .map(line -> String.join(
                        " ",
                        fields.stream()
                                .map(field -> line.get(field).isObject()
                                        ? sorted(line.get(field)).toString()
                                        : line.get(field).asText())
                                .toList()))
                .toList();
    }

    private static Map<String, Long> sorted(JsonNode shares) {
        Map<String, Long> sorted = new TreeMap<>();
        shares.properties()
                .forEach(share -> sorted.put(share.getKey(), share.getValue().asLong()));
        return sorted;
    }

    private static Map<String, Long> shares(MonthPlan plan, Shares shares) {
        Map<String, Long> byMember = new TreeMap<>();
        for (int m = 0; m < plan.members().size(); m++) {
            byMember.put(plan.members().get(m).text(), shares.of(m).minor());
        }
        return byMember;
    }

    @Test
    void settlingUp() {
        List<JsonNode> examples = cases("settlement.json");
        assertEquals(104, examples.size());
        for (JsonNode example : examples) {
            JsonNode household = example.get("household");
            PlanBook book = Vectors.settled(household);
            List<MemberKey> members = members(household);
            var known = new SettlementReport.Known(
                    Vectors.facts(Vectors.transactions(household)), Vectors.settlements(household), List.of());
            for (JsonNode expected : example.get("expected")) {
                assertReport(
                        expected,
                        members,
                        SettlementReport.of(
                                book,
                                members,
                                Basis.valueOf(expected.get("basis").asText().toUpperCase(Locale.ROOT)),
                                month(expected.get("from")),
                                month(expected.get("to")),
                                known));
            }
        }
    }

    private static void assertReport(JsonNode expected, List<MemberKey> members, SettlementReport actual) {
        String about = expected.toString();
        assertEquals(
                list(expected.get("without_config")).stream()
                        .map(JsonNode::asText)
                        .toList(),
                actual.withoutConfig().stream().map(YearMonth::toString).toList(),
                about);
        assertEquals(expected.get("months").size(), actual.months().size(), about);
        for (int i = 0; i < actual.months().size(); i++) {
            assertDues(expected.get("months").get(i), actual.months().get(i), about);
        }
        actual.dues(members)
                .forEach((party, due) ->
                        assertEquals(expected.get("due").path(party.toString()).asLong(0), due.minor(), about));
        assertTrue(actual.before().values().stream().allMatch(Money::isZero), about);
        List<Transfer> transfers = list(expected.get("transfers")).stream()
                .map(transfer -> new Transfer(
                        party(transfer.get("from").asText()),
                        party(transfer.get("to").asText()),
                        new Money(transfer.get("amount").asLong())))
                .toList();
        assertEquals(transfers, actual.transfers(members), about);
    }

    private static void assertDues(JsonNode expected, MonthDues actual, String about) {
        assertEquals(expected.get("month").asText(), actual.month().toString(), about);
        assertEquals(expected.get("members").size(), actual.members().size(), about);
        expected.get("members").properties().forEach(member -> {
            MemberDue due = Objects.requireNonNull(actual.members().get(new MemberKey(member.getKey())));
            JsonNode figures = member.getValue();
            assertEquals(
                    List.of("share", "pooled", "paid", "put", "settled", "due").stream()
                            .map(figure -> figures.get(figure).asLong())
                            .toList(),
                    List.of(due.share(), due.pooled(), due.paid(), due.put(), due.settled(), due.due()).stream()
                            .map(Money::minor)
                            .toList(),
                    member.getKey() + " in " + actual.month() + ": " + about);
        });
        assertEquals(expected.get("pot").get("paid").asLong(), actual.potPaid().minor(), about);
        assertEquals(expected.get("pot").get("due").asLong(), actual.potDue().minor(), about);
        assertEquals(
                expected.get("payer_unknown").get("count").asLong(),
                actual.payerUnknown().count(),
                about);
        assertEquals(
                expected.get("payer_unknown").get("total").asLong(),
                actual.payerUnknown().sum().minor(),
                about);
        assertEquals(expected.get("pooled_left").asLong(), actual.pooledLeft().minor(), about);
    }

    @Test
    void transfersThatAreEnteredAsSettlementsLeaveNothingDue() {
        for (JsonNode example : cases("settlement.json")) {
            JsonNode household = example.get("household");
            PlanBook book = Vectors.settled(household);
            List<MemberKey> members = members(household);
            JsonNode asked = example.get("expected").get(0);
            Basis basis = Basis.valueOf(asked.get("basis").asText().toUpperCase(Locale.ROOT));
            YearMonth from = month(asked.get("from"));
            YearMonth to = month(asked.get("to"));
            Map<YearMonth, MonthFacts> facts = Vectors.facts(Vectors.transactions(household));
            List<Settlement> settlements = new ArrayList<>(Vectors.settlements(household));
            SettlementReport report = SettlementReport.of(
                    book, members, basis, from, to, new SettlementReport.Known(facts, settlements, List.of()));
            if (report.months().isEmpty()) {
                continue;
            }
            YearMonth month = report.months().get(report.months().size() - 1).month();
            report.transfers(members)
                    .forEach(transfer -> settlements.add(new Settlement(
                            1000,
                            month.atDay(1),
                            Optional.empty(),
                            transfer.from(),
                            transfer.to(),
                            transfer.amount(),
                            null,
                            new TreeSet<>())));

            SettlementReport after = SettlementReport.of(
                    book, members, basis, from, to, new SettlementReport.Known(facts, settlements, List.of()));

            assertTrue(after.dues(members).values().stream().allMatch(Money::isZero), example.toString());
            assertEquals(List.of(), after.transfers(members));
        }
    }

    @Test
    void theDuesOfAMonthDoNotDependOnTheRangeThatIsAskedFor() {
        int split = 0;
        for (JsonNode example : cases("settlement.json")) {
            JsonNode household = example.get("household");
            List<MemberKey> members = members(household);
            JsonNode asked = example.get("expected").get(0);
            Basis basis = Basis.valueOf(asked.get("basis").asText().toUpperCase(Locale.ROOT));
            YearMonth from = month(asked.get("from"));
            YearMonth to = month(asked.get("to"));
            PlanBook book = Vectors.settled(household);
            PlanBook since = new PlanBook(
                    book.configs(),
                    book.fixed(),
                    book.provisions(),
                    book.accounts(),
                    book.budgets(),
                    Optional.of(from));
            var known = new SettlementReport.Known(
                    Vectors.facts(Vectors.transactions(household)), Vectors.settlements(household), List.of());
            SettlementReport whole = SettlementReport.of(since, members, basis, from, to, known);
            for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
                SettlementReport part = SettlementReport.of(since, members, basis, month, to, known);
                YearMonth first = month;
                assertEquals(
                        whole.months().stream()
                                .filter(dues -> !dues.month().isBefore(first))
                                .toList(),
                        part.months(),
                        example.toString());
                assertEquals(whole.transfers(members), part.transfersWithBefore(members), example.toString());
                split++;
            }
        }
        assertTrue(split > 200, "months looked at: " + split);
    }

    private static List<MemberKey> members(JsonNode household) {
        return list(household.get("members")).stream()
                .map(member -> new MemberKey(member.asText()))
                .toList();
    }
}
