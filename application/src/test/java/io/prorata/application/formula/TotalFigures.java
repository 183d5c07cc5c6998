package io.prorata.application.formula;

import io.prorata.application.provision.ShowProjection.Projection;
import io.prorata.application.view.Snapshot;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.CategoryTotal;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.VariableLine;
import io.prorata.domain.plan.VariablePart;
import io.prorata.domain.provision.FreeSavings;
import io.prorata.domain.settlement.Basis;
import io.prorata.domain.settlement.SettlementReport;
import io.prorata.domain.settlement.Transfer;
import io.prorata.domain.split.SplitText;
import java.time.YearMonth;
import java.util.List;

/** The same figures as the program has them: from month totals. */
final class TotalFigures {

    private TotalFigures() {}

    static void month(Snapshot snapshot, YearMonth month, Figures figures) {
        MonthSummary summary = snapshot.summary(month);
        MonthPlan plan = summary.plan();
        for (VariableLine line : summary.variable()) {
            for (VariablePart part : line.parts()) {
                String name = "variable " + line.category() + " " + SplitText.of(part.split());
                figures.statistics(month, name, part.statistics());
                plan.byMember(part.shares())
                        .forEach((member, share) -> figures.put(month, name + " " + member.text(), share));
            }
        }
        figures.put(month, "total", summary.totalExpenses());
        plan.byMember(summary.memberTotals())
                .forEach((member, total) -> figures.put(month, "total of " + member.text(), total));
        figures.put(month, "actual " + ExpenseType.FIXED, summary.fixed().actual());
        figures.put(
                month, "actual " + ExpenseType.PROVISION, summary.provisions().actual());
        figures.put(month, "actual " + ExpenseType.INCOME, summary.income().actual());
        summary.actualByBill().forEach((bill, paid) -> figures.put(month, "bill " + bill, paid));
        summary.paidBySeveral().forEach((category, paid) -> figures.put(month, "several bills " + category, paid));
        figures.statistics(month, "unplanned bills", summary.unplannedRows().fixed());
        figures.statistics(
                month, "unplanned provisions", summary.unplannedRows().provisions());
        for (CategoryTotal category : summary.facts().categories()) {
            category.subcategories()
                    .forEach(part -> figures.statistics(
                            month,
                            "of " + category.type() + " " + category.category() + " " + part.subcategory(),
                            part.statistics()));
        }
        summary.facts()
                .fromProvisions()
                .forEach(out -> figures.statistics(
                        month,
                        "out of " + out.kind().provision() + " " + out.kind().category(),
                        out.statistics()));
        summary.budgets()
                .forEach(line -> figures.put(
                        month, "spent of budget " + line.plan().budget().id(), line.spent()));
        summary.received(snapshot.book().accounts())
                .forEach((member, sum) -> figures.put(month, "received by " + member.text(), sum));
    }

    /** Formula 16. */
    static void transfers(Basis basis, String name, List<Transfer> transfers, Figures figures) {
        for (int i = 0; i < transfers.size(); i++) {
            Transfer transfer = transfers.get(i);
            figures.put(
                    RowDues.month(),
                    RowDues.transfer(basis, name, i, transfer.from(), transfer.to()),
                    transfer.amount());
        }
    }

    /** Formula 18: the months of each provision, and what is free. */
    static void savings(Projection projection, Figures figures) {
        FreeSavings free = projection.free().orElseThrow();
        figures.put(projection.current(), "free at once", free.now());
        free.months().forEach(at -> figures.put(at.month(), "free", at.free()));
    }

    static void dues(SettlementReport report, List<MemberKey> members, Figures figures) {
        report.months().forEach(month -> {
            month.members().forEach((member, due) -> {
                figures.put(month.month(), report.basis() + " share " + member.text(), due.share());
                figures.put(month.month(), report.basis() + " pooled " + member.text(), due.pooled());
                figures.put(month.month(), report.basis() + " paid " + member.text(), due.paid());
                figures.put(month.month(), report.basis() + " put " + member.text(), due.put());
                figures.put(month.month(), report.basis() + " settled " + member.text(), due.settled());
            });
            figures.put(month.month(), report.basis() + " paid by the pot", month.potPaid());
            figures.put(month.month(), report.basis() + " left of pooled incomes", month.pooledLeft());
            figures.counted(
                    month.month(),
                    report.basis() + " payer unknown",
                    month.payerUnknown().count(),
                    month.payerUnknown().sum());
            figures.counted(
                    month.month(),
                    report.basis() + " to confirm",
                    month.toConfirm().count(),
                    month.toConfirm().sum());
        });
        members.forEach(member -> {
            Money before = report.before().getOrDefault(Party.of(member), Money.ZERO);
            if (!before.isZero()) {
                figures.put(RowDues.month(), report.basis() + " before " + member.text(), before);
            }
        });
    }
}
