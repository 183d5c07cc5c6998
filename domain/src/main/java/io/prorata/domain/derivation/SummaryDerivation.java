package io.prorata.domain.derivation;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.PaidFromProvision;
import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.plan.VariableLine;
import io.prorata.domain.plan.VariablePart;
import io.prorata.domain.recognition.MonthMatches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How every figure of a month's summary came about. A figure has the JSON pointer (RFC 6901) that leads to it where the month is shown:
 * {@code /summary/member_totals/diana}, {@code /fixed_expenses/0/monthly_amount}.
 */
public final class SummaryDerivation {

    private final MonthSummary summary;
    private final MonthPlan plan;
    private final PlanSteps planned;
    private final SavingSteps saved;
    private final RowSteps rows;
    private final VariableSteps spending;
    private final Map<String, Step> figures = new LinkedHashMap<>();

    private SummaryDerivation(PlanBook book, MonthSummary summary) {
        this.summary = summary;
        plan = summary.plan();
        rows = new RowSteps(plan.month(), summary.facts());
        planned = new PlanSteps(plan);
        saved = new SavingSteps(book, plan, planned, rows, new ExplainedView.Summary());
        spending = new VariableSteps(plan, planned, rows);
    }

    /**
     * Returns the derivation of every figure by its pointer, in the order in which they are shown.
     *
     * @param book of which {@code summary} is a month
     */
    public static Map<String, Step> of(PlanBook book, MonthSummary summary) {
        return of(book, summary, Optional.empty());
    }

    /**
     * Returns the derivation of every figure by its pointer, in the order in which they are shown.
     *
     * @param book of which {@code summary} is a month
     * @param toConfirm what is to confirm in the month; empty if it is not shown
     */
    public static Map<String, Step> of(PlanBook book, MonthSummary summary, Optional<MonthMatches> toConfirm) {
        var derivation = new SummaryDerivation(book, summary);
        derivation.derive(book);
        toConfirm.ifPresent(derivation::toConfirm);
        return Collections.unmodifiableMap(derivation.figures);
    }

    private void derive(PlanBook book) {
        totals();
        incomes(book);
        plannedAndActual();
        for (int i = 0; i < plan.shownProvisions().size(); i++) {
            provision("/provisions/" + i, plan.shownProvisions().get(i));
        }
        for (int i = 0; i < plan.fixed().size(); i++) {
            bill("/fixed_expenses/" + i, plan.fixed().get(i));
        }
        for (int i = 0; i < summary.variable().size(); i++) {
            category("/categories/" + i, summary.variable().get(i));
        }
        fromProvisions();
        figures.put("/unplanned/fixed/total_amount", rows.unplannedFixed(plan));
        figures.put("/unplanned/provisions/total_amount", rows.unplannedProvisions(plan));
    }

    private void toConfirm(MonthMatches found) {
        var confirmation = new ConfirmationSteps(found);
        figures.put("/to_confirm/total_amount", confirmation.amount());
        figures.put("/to_confirm/total_expenses", totalExpenses());
        figures.put("/to_confirm/total_if_confirmed", confirmation.ifConfirmed(totalExpenses()));
    }

    private Step totalProvisions() {
        return new Step.Sum(plan.provisions().stream().map(saved::monthly).toList());
    }

    private Step totalFixed() {
        return new Step.Sum(plan.fixed().stream().map(planned::monthly).toList());
    }

    private Step totalVariable() {
        return new Step.Sum(summary.variable().stream().map(spending::spent).toList());
    }

    private Step totalExpenses() {
        return new Step.Sum(List.of(totalProvisions(), totalFixed(), totalVariable()));
    }

    private void totals() {
        figures.put("/summary/total_expenses", totalExpenses());
        figures.put("/summary/total_provisions", totalProvisions());
        figures.put("/summary/total_fixed", totalFixed());
        figures.put("/summary/total_variable", totalVariable());
        List<List<Step>> shares = Stream.of(
                        plan.provisions().stream().map(saved::shares),
                        plan.fixed().stream().map(planned::shares),
                        summary.variable().stream().map(spending::shares))
                .flatMap(lines -> lines)
                .toList();
        for (int m = 0; m < plan.members().size(); m++) {
            int member = m;
            figures.put(
                    "/summary/member_totals/" + plan.members().get(m),
                    new Step.Sum(shares.stream().map(line -> line.get(member)).toList()));
        }
        figures.put("/summary/net_income", new Step.Sum(planned.nets()));
        figures.put("/summary/net_available", new Step.Difference(new Step.Sum(planned.nets()), totalExpenses()));
    }

    private void incomes(PlanBook book) {
        List<Step> received = new ArrayList<>();
        for (int m = 0; m < plan.members().size(); m++) {
            String member = "/incomes/members/" + m;
            received.add(rows.received(plan.members().get(m), book.accounts()));
            figures.put(member + "/gross", planned.gross().get(m));
            figures.put(member + "/tax", planned.taxes().get(m));
            figures.put(member + "/net", planned.nets().get(m));
            figures.put(member + "/received", received.get(m));
        }
        Step all = rows.counted(ExpenseType.INCOME);
        figures.put("/incomes/gross", new Step.Sum(planned.gross()));
        figures.put("/incomes/tax", new Step.Sum(planned.taxes()));
        figures.put("/incomes/net", new Step.Sum(planned.nets()));
        figures.put("/incomes/received", all);
        figures.put("/incomes/received_by_all", new Step.Difference(all, new Step.Sum(received)));
    }

    private void plannedAndActual() {
        beside("fixed", totalFixed(), rows.counted(ExpenseType.FIXED));
        beside("provisions", totalProvisions(), rows.counted(ExpenseType.PROVISION));
        beside("income", new Step.Sum(planned.nets()), rows.counted(ExpenseType.INCOME));
    }

    private void beside(String name, Step plannedStep, Step actual) {
        figures.put("/plan_and_actual/" + name + "/planned", plannedStep);
        figures.put("/plan_and_actual/" + name + "/actual", actual);
        figures.put("/plan_and_actual/" + name + "/variance", new Step.Difference(actual, plannedStep));
    }

    private void provision(String at, ProvisionLine line) {
        figures.put(at + "/monthly_amount", saved.monthly(line));
        shares(at, saved.shares(line));
        saved.target(line).ifPresent(target -> figures.put(at + "/target", target));
        figures.put(at + "/balance", saved.balance(line));
        figures.put(at + "/actual_amount", saved.putIn(line));
        figures.put(at + "/paid_out_amount", saved.paidOut(line));
        saved.progress(line).ifPresent(progress -> figures.put(at + "/progress_percentage", progress));
    }

    private void bill(String at, FixedLine line) {
        figures.put(at + "/amount", planned.amount(line));
        figures.put(at + "/monthly_amount", planned.monthly(line));
        shares(at, planned.shares(line));
        if (summary.toldByBill().containsKey(line.expense().id())) {
            figures.put(at + "/actual_amount", rows.ofBill(plan, line.expense().id()));
        }
    }

    private void category(String at, VariableLine line) {
        figures.put(at + "/total_amount", spending.spent(line));
        shares(at, spending.shares(line));
        if (line.parts().size() > 1) {
            for (int i = 0; i < line.parts().size(); i++) {
                VariablePart part = line.parts().get(i);
                figures.put(at + "/parts/" + i + "/total_amount", spending.spent(line, part));
                shares(at + "/parts/" + i, spending.shares(line, part));
            }
        }
    }

    private void fromProvisions() {
        figures.put("/from_provisions/total_amount", rows.fromProvisions(key -> true));
        List<PaidFromProvision> paid = summary.facts().fromProvisions();
        for (int i = 0; i < paid.size(); i++) {
            PaidFromProvision.Kind kind = paid.get(i).kind();
            figures.put(
                    "/from_provisions/categories/" + i + "/total_amount",
                    rows.fromProvisions(key -> RowSteps.provisionOf(key) == kind.provision()
                            && Objects.equals(key.category(), kind.category())));
        }
    }

    private void shares(String at, List<Step> shares) {
        for (int m = 0; m < shares.size(); m++) {
            MemberKey member = plan.members().get(m);
            figures.put(at + "/shares/" + member, shares.get(m));
        }
    }
}
