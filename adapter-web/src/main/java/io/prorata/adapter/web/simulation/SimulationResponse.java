package io.prorata.adapter.web.simulation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.simulation.Simulate.Simulated;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.simulation.Figures;
import io.prorata.domain.simulation.SimulatedMonth;
import io.prorata.domain.simulation.SimulatedMonth.LineDifference;
import io.prorata.domain.simulation.Simulation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Months as they are beside what they would be.
 *
 * @param from the first month
 * @param to the last month
 * @param baseline the sums of all months as they are
 * @param outcome the sums of all months after the changes
 * @param difference the outcome less the baseline
 * @param lines the lines that would differ, summed over all months
 * @param budgets the budgets that would differ, summed over all months; they are in no total
 * @param months each month
 */
@Serdeable.Serializable
record SimulationResponse(
        String from,
        String to,
        String currency,
        SideJson baseline,
        SideJson outcome,
        SideJson difference,
        List<LineJson> lines,
        List<LineJson> budgets,
        List<MonthJson> months) {

    /**
     * The figures of one side, or their difference.
     *
     * @param totalExpenses provisions, fixed expenses and variable spending
     * @param netAvailable the net income less all expenses
     * @param memberTotals the amount that each member pays
     */
    @Serdeable.Serializable
    record SideJson(
            String totalExpenses,
            String totalProvisions,
            String totalFixed,
            String totalVariable,
            String netIncome,
            String netAvailable,
            Map<String, String> memberTotals) {

        static SideJson of(Figures figures, AmountText amounts) {
            return new SideJson(
                    amounts.text(figures.total()),
                    amounts.text(figures.provisions()),
                    amounts.text(figures.fixed()),
                    amounts.text(figures.variable()),
                    amounts.text(figures.netIncome()),
                    amounts.text(figures.netAvailable()),
                    members(figures.members(), amounts));
        }
    }

    /**
     * A line that would differ.
     *
     * @param kind {@code provision}, {@code fixed_expense}, {@code category} or {@code budget}
     * @param id of a provision, a fixed expense or a budget; one that is new has the id that follows
     * @param name of the line, of a budget its category; null for uncategorised spending
     * @param baseline the amount of the line as it is
     * @param outcome its amount after the changes
     * @param memberDifferences how much more each member would pay of it
     */
    @Serdeable.Serializable
    record LineJson(
            String kind,
            @Nullable Long id,
            @Nullable String name,
            String baseline,
            String outcome,
            String difference,
            Map<String, String> memberDifferences) {

        static LineJson of(LineDifference line, Names names, AmountText amounts) {
            return new LineJson(
                    switch (line.line()) {
                        case SimulatedMonth.ProvisionLine _ -> "provision";
                        case SimulatedMonth.BillLine _ -> "fixed_expense";
                        case SimulatedMonth.CategoryLine _ -> "category";
                        case SimulatedMonth.BudgetLine _ -> "budget";
                    },
                    switch (line.line()) {
                        case SimulatedMonth.ProvisionLine(long id) -> id;
                        case SimulatedMonth.BillLine(long id) -> id;
                        case SimulatedMonth.CategoryLine _ -> null;
                        case SimulatedMonth.BudgetLine(long id) -> id;
                    },
                    names.of(line.line()),
                    amounts.text(line.baseline()),
                    amounts.text(line.outcome()),
                    amounts.text(line.difference()),
                    members(line.members(), amounts));
        }
    }

    /**
     * A month.
     *
     * @param baseline its figures as they are
     * @param outcome its figures after the changes
     * @param difference the outcome less the baseline
     * @param lines the lines that would differ in it
     * @param budgets the budgets that would differ in it
     */
    @Serdeable.Serializable
    record MonthJson(
            String month,
            SideJson baseline,
            SideJson outcome,
            SideJson difference,
            List<LineJson> lines,
            List<LineJson> budgets) {

        static MonthJson of(SimulatedMonth month, Names names, AmountText amounts) {
            Figures baseline = month.before();
            Figures outcome = month.after();
            return new MonthJson(
                    month.baseline().plan().month().toString(),
                    SideJson.of(baseline, amounts),
                    SideJson.of(outcome, amounts),
                    SideJson.of(outcome.minus(baseline), amounts),
                    ofLines(month.lineDifferences(), names, amounts),
                    ofLines(month.budgetDifferences(), names, amounts));
        }
    }

    static SimulationResponse of(Simulated simulated) {
        var amounts = new AmountText(simulated.household().currency());
        Simulation simulation = simulated.simulation();
        Figures baseline = simulation.baseline();
        Figures outcome = simulation.outcome();
        List<LineDifference> lines = simulation.lineDifferences();
        List<LineDifference> budgets = simulation.budgetDifferences();
        Names names = Names.of(simulation, lines, budgets);
        return new SimulationResponse(
                simulated.from().toString(),
                simulated.to().toString(),
                simulated.household().currency().getCurrencyCode(),
                SideJson.of(baseline, amounts),
                SideJson.of(outcome, amounts),
                SideJson.of(outcome.minus(baseline), amounts),
                ofLines(lines, names, amounts),
                ofLines(budgets, names, amounts),
                simulation.months().stream()
                        .map(month -> MonthJson.of(month, names, amounts))
                        .toList());
    }

    private static List<LineJson> ofLines(List<LineDifference> lines, Names names, AmountText amounts) {
        return lines.stream().map(line -> LineJson.of(line, names, amounts)).toList();
    }

    /** The names of all lines that differ in any month. */
    record Names(Map<SimulatedMonth.Line, String> known) {

        static Names of(Simulation simulation, List<LineDifference> lines, List<LineDifference> budgets) {
            Map<SimulatedMonth.Line, String> known = new HashMap<>();
            Stream.concat(lines.stream(), budgets.stream())
                    .forEach(line -> simulation.name(line.line()).ifPresent(name -> known.put(line.line(), name)));
            return new Names(known);
        }

        @Nullable
        String of(SimulatedMonth.Line line) {
            return known.get(line);
        }
    }

    private static Map<String, String> members(Map<MemberKey, Money> paid, AmountText amounts) {
        Map<String, String> members = new LinkedHashMap<>();
        paid.forEach((member, amount) -> members.put(member.text(), amounts.text(amount)));
        return members;
    }
}
