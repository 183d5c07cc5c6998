package io.prorata.domain.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.account.Accounts;
import io.prorata.domain.derivation.SummaryDerivationTest.Example;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.settlement.Basis;
import io.prorata.domain.settlement.MemberDue;
import io.prorata.domain.settlement.MonthDues;
import io.prorata.domain.settlement.Settlement;
import io.prorata.domain.settlement.SettlementReport;
import io.prorata.domain.settlement.Transfer;
import io.prorata.domain.testkit.Any;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every figure of settling up, and of provisions in full, has a derivation that comes to it. */
class SettlementDerivationTest {

    private static final int SEEDS = SummaryDerivationTest.SEEDS / 8;

    /** A household, and what was settled in it. */
    private record Settled(
            PlanBook book, List<MemberKey> members, SettlementReport.Known known, YearMonth from, YearMonth to) {

        static Settled of(long seed) {
            Example example = Example.of(seed);
            var random = new SplittableRandom(~seed);
            PlanBook drawn = example.book();
            YearMonth to = example.month();
            YearMonth from = to.minusMonths(random.nextInt(3));
            Timeline<Boolean> pot = random.nextInt(3) > 0
                    ? Timeline.empty()
                    : Timeline.from(to.minusMonths(random.nextInt(2)), random.nextBoolean());
            var book = new PlanBook(
                    drawn.configs(),
                    drawn.fixed(),
                    drawn.provisions(),
                    new Accounts(drawn.accounts().described(), pot),
                    drawn.budgets(),
                    random.nextBoolean() ? Optional.empty() : Optional.of(to.minusMonths(random.nextInt(5))));
            TreeSet<MemberKey> all = new TreeSet<>();
            drawn.configs().entries().forEach(entry -> entry.terms().ifPresent(config -> all.addAll(config.present())));
            List<MemberKey> members = List.copyOf(all);
            List<Settlement> settlements = new ArrayList<>();
            for (long id = 1; id < 4 && members.size() > 1; id++) {
                Party payer = random.nextBoolean() ? Party.POT : Party.of(members.get(0));
                settlements.add(new Settlement(
                        id,
                        to.minusMonths(random.nextInt(4)).atDay(3),
                        Optional.empty(),
                        payer,
                        Party.of(members.get(1)),
                        new Money(random.nextLong(1, 9_000)),
                        null,
                        new TreeSet<>()));
            }
            Map<YearMonth, MonthFacts> facts = example.rows().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, rows -> MonthFacts.of(rows.getValue())));
            return new Settled(book, members, new SettlementReport.Known(facts, settlements, List.of()), from, to);
        }

        SettlementReport report(Basis basis) {
            return SettlementReport.of(book, members, basis, from, to, known);
        }
    }

    @Test
    void everyFigureOfSettlingUpHasADerivationThatComesToIt() {
        int figures = 0;
        Map<Class<?>, Integer> kinds = new HashMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            Settled example = Settled.of(seed);
            for (Basis basis : Basis.values()) {
                SettlementReport report = example.report(basis);
                boolean withBefore = seed % 2 == 0;
                Map<String, Step> steps =
                        SettlementDerivation.of(example.book(), example.members(), report, withBefore, example.known());
                Map<String, Long> actual = new TreeMap<>();
                steps.forEach((pointer, step) -> actual.put(pointer, step.value()));
                assertEquals(shown(example, report, withBefore), actual, "seed " + seed + " by " + basis);
                for (Step step : steps.values()) {
                    look(step, example, kinds, "seed " + seed + " by " + basis);
                }
                figures += actual.size();
            }
        }
        assertTrue(figures > 50 * SEEDS, "figures: " + figures);
        for (Class<?> kind :
                List.of(Step.Figure.class, Step.Rows.class, Step.Transfer.class, Step.Allocate.class, Step.Min.class)) {
            assertTrue(kinds.getOrDefault(kind, 0) > 0, kind + " in none of the examples: " + kinds);
        }
    }

    /** A figure of an earlier month is the one that the pointer leads to there; some are looked up, each by a derivation of its own. */
    private static void look(Step step, Settled example, Map<Class<?>, Integer> kinds, String about) {
        kinds.merge(step.getClass(), 1, Integer::sum);
        if (step instanceof Step.Figure figure
                && figure.view() instanceof ExplainedView.Settlement view
                && kinds.getOrDefault(Step.Figure.class, 0) % 40 == 0) {
            var there = new Settled(example.book(), example.members(), example.known(), view.from(), figure.month());
            Step found = SettlementDerivation.of(
                            there.book(), there.members(), there.report(view.basis()), false, there.known())
                    .get(figure.pointer());
            assertTrue(found != null && found.value() == figure.value(), about + ": " + figure + " is " + found);
        }
        step.parts().forEach(part -> look(part, example, kinds, about));
    }

    private static Map<String, Long> shown(Settled example, SettlementReport report, boolean withBefore) {
        Map<String, Long> figures = new TreeMap<>();
        SettlementReport other = example.report(report.basis() == Basis.PLAN ? Basis.ACTUAL : Basis.PLAN);
        List<MemberKey> members = example.members();
        for (int i = 0; i < report.months().size(); i++) {
            String at = "/months/" + i;
            MonthDues month = report.months().get(i);
            Optional<MonthDues> beside = other.months().stream()
                    .filter(one -> one.month().equals(month.month()))
                    .findFirst();
            for (MemberKey member : members) {
                MemberDue due = Objects.requireNonNull(month.members().get(member));
                put(figures, at + "/members/" + member, due);
                beside.ifPresent(one -> figures.put(
                        at + "/members/" + member + "/beyond_plan",
                        beyond(
                                report.basis(),
                                due,
                                Objects.requireNonNull(one.members().get(member)))));
            }
            figures.put(at + "/pot_paid", month.potPaid().minor());
            figures.put(at + "/pot_due", month.potDue().minor());
            figures.put(at + "/payer_unknown/total", month.payerUnknown().sum().minor());
            figures.put(at + "/to_confirm/total", month.toConfirm().sum().minor());
            figures.put(at + "/pooled_left", month.pooledLeft().minor());
        }
        boolean comparable = report.months().stream()
                .map(MonthDues::month)
                .toList()
                .equals(other.months().stream().map(MonthDues::month).toList());
        report.totals(members).forEach((member, due) -> {
            put(figures, "/members/" + member, due);
            if (comparable) {
                MemberDue beside = Objects.requireNonNull(other.totals(members).get(member));
                figures.put("/members/" + member + "/beyond_plan", beyond(report.basis(), due, beside));
            }
        });
        report.dues(members).forEach((party, due) -> figures.put("/due/" + party, due.minor()));
        report.before().forEach((party, due) -> figures.put("/before/" + party, due.minor()));
        for (int i = 0; i < report.leftBehind().size(); i++) {
            figures.put(
                    "/left_behind/" + i + "/amount",
                    report.leftBehind().get(i).amount().minor());
        }
        List<Transfer> transfers = withBefore ? report.transfersWithBefore(members) : report.transfers(members);
        for (int i = 0; i < transfers.size(); i++) {
            figures.put("/transfers/" + i + "/amount", transfers.get(i).amount().minor());
            figures.put(
                    "/transfers/" + i + "/settlement/amount",
                    transfers.get(i).amount().minor());
        }
        return figures;
    }

    private static long beyond(Basis basis, MemberDue due, MemberDue beside) {
        long beyond = due.share().minus(beside.share()).minor();
        return basis == Basis.ACTUAL ? beyond : -beyond;
    }

    private static void put(Map<String, Long> figures, String at, MemberDue due) {
        figures.put(at + "/share", due.share().minor());
        figures.put(at + "/pooled", due.pooled().minor());
        figures.put(at + "/paid", due.paid().minor());
        figures.put(at + "/put", due.put().minor());
        figures.put(at + "/settled", due.settled().minor());
        figures.put(at + "/due", due.due().minor());
    }

    @Test
    void everyFigureOfProvisionsInFullHasADerivationThatComesToIt() {
        for (long seed = 0; seed < SummaryDerivationTest.SEEDS; seed++) {
            Example example = Example.of(seed);
            MonthPlan plan = example.book().at(example.month());
            MonthFacts facts = MonthFacts.of(example.rows().getOrDefault(example.month(), List.of()));
            Map<String, Step> steps = ProvisionsDerivation.of(example.book(), plan, facts);
            List<ProvisionLine> lines = plan.shownProvisions();
            Map<String, Long> expected = new TreeMap<>();
            expected.put("/total_net", plan.totalNet().minor());
            expected.put("/totals/monthly_amount", plan.totalProvisions().minor());
            expected.put(
                    "/totals/total_balance",
                    Money.sum(lines.stream().map(ProvisionLine::balance).toList())
                            .minor());
            plan.byMember(plan.provisionShares())
                    .forEach((member, share) -> expected.put("/totals/shares/" + member, share.minor()));
            for (int i = 0; i < lines.size(); i++) {
                ProvisionLine line = lines.get(i);
                String at = "/provisions/" + i;
                expected.put(at + "/monthly_amount", line.monthly().minor());
                expected.put(at + "/balance", line.balance().minor());
                expected.put(at + "/opening_balance", line.provision().opening().minor());
                line.target()
                        .ifPresent(target -> expected.put(
                                at + "/remaining",
                                Math.max(0, target.minus(line.reached()).minor())));
            }
            expected.forEach((pointer, value) -> assertEquals(
                    value,
                    Optional.ofNullable(steps.get(pointer)).map(Step::value).orElse(null),
                    pointer));
        }
    }

    @Test
    void aTransferIsTheSmallerOfWhatBothHaveLeft() {
        List<Step> dues = List.of(due(50), due(-30), due(-40), due(20));
        assertEquals(40, transfer(dues, 0).value());
        assertEquals(20, transfer(dues, 1).value());
        assertEquals(10, transfer(dues, 2).value());
        assertEquals(dues, transfer(dues, 0).parts());
    }

    private static Step transfer(List<Step> dues, int place) {
        return new Step.Transfer(dues, place, Party.of(new MemberKey("diana")), Party.POT);
    }

    private static Step due(long value) {
        return new Step.Figure(new ExplainedView.Settlement(Any.FIRST, Basis.ACTUAL), Any.FIRST, "/due/x", value);
    }
}
