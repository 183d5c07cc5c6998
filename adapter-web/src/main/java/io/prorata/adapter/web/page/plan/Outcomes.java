package io.prorata.adapter.web.page.plan;

import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.plan.OutcomeModel.Compared;
import io.prorata.application.simulation.Simulate.Simulated;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.simulation.Figures;
import io.prorata.domain.simulation.SimulatedMonth;
import io.prorata.domain.simulation.SimulatedMonth.LineDifference;
import io.prorata.domain.simulation.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what a simulation shows in the words and the notation of a language. */
final class Outcomes {

    private final Words words;
    private final Amounts amounts;
    private final Parties parties;
    private final Simulation simulation;
    private final List<MemberKey> members;

    private Outcomes(Words words, Simulated simulated) {
        this.words = words;
        this.amounts = new Amounts(words, simulated.household().currency());
        this.parties = new Parties(words, simulated.household());
        this.simulation = simulated.simulation();
        this.members = List.copyOf(simulation.memberDifferences().keySet());
    }

    static OutcomeModel of(Words words, Simulated simulated) {
        return new Outcomes(words, simulated).model(simulated);
    }

    /** Returns what each member pays in the first month. */
    static List<Compared> first(Words words, Simulated simulated) {
        var outcomes = new Outcomes(words, simulated);
        SimulatedMonth month = simulated.simulation().months().getFirst();
        return outcomes.people(month.before(), month.after());
    }

    private OutcomeModel model(Simulated simulated) {
        Figures before = simulation.baseline();
        Figures after = simulation.outcome();
        List<Compared> sums = new ArrayList<>(people(before, after));
        sums.add(compared(words.of("to_pay"), "", before.total(), after.total(), List.of()));
        sums.add(compared(words.of("left"), "", before.netAvailable(), after.netAvailable(), List.of()));
        List<Compared> lines =
                simulation.lineDifferences().stream().map(this::line).toList();
        List<Compared> budgets =
                simulation.budgetDifferences().stream().map(this::line).toList();
        return new OutcomeModel(
                words.month(simulated.from()),
                words.month(simulated.to()),
                lines.isEmpty() && budgets.isEmpty() && before.equals(after),
                members.stream().map(this::name).toList(),
                sums,
                lines,
                budgets,
                simulation.months().stream().map(this::month).toList());
    }

    private List<Compared> people(Figures before, Figures after) {
        return members.stream()
                .filter(member ->
                        before.members().containsKey(member) || after.members().containsKey(member))
                .map(member -> compared(
                        name(member), "", of(before.members(), member), of(after.members(), member), List.of()))
                .toList();
    }

    private Compared line(LineDifference line) {
        String name = simulation.name(line.line()).orElseGet(() -> words.of("uncategorised"));
        String kind = words.of(
                switch (line.line()) {
                    case SimulatedMonth.ProvisionLine _ -> "what_if.provision";
                    case SimulatedMonth.BillLine _ -> "what_if.bill";
                    case SimulatedMonth.CategoryLine _ -> "category";
                    case SimulatedMonth.BudgetLine _ -> "what_if.budget";
                });
        return compared(name, kind, line.baseline(), line.outcome(), shares(line.members()));
    }

    private Compared month(SimulatedMonth month) {
        return compared(
                words.month(month.baseline().plan().month()),
                "",
                month.before().total(),
                month.after().total(),
                shares(month.memberDifferences()));
    }

    private Compared compared(String name, String kind, Money before, Money after, List<String> shares) {
        return new Compared(name, kind, amounts.text(before), amounts.text(after), signed(after.minus(before)), shares);
    }

    private List<String> shares(Map<MemberKey, Money> more) {
        return members.stream().map(member -> signed(of(more, member))).toList();
    }

    private static Money of(Map<MemberKey, Money> amounts, MemberKey member) {
        return amounts.getOrDefault(member, Money.ZERO);
    }

    private String signed(Money more) {
        return words.signed(amounts.plain(more));
    }

    private String name(MemberKey member) {
        return parties.name(member.text());
    }
}
