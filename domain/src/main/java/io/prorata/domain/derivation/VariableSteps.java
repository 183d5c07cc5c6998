package io.prorata.domain.derivation;

import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.VariableLine;
import io.prorata.domain.plan.VariablePart;
import io.prorata.domain.split.LineSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the variable spending of a month came about, category by category. */
final class VariableSteps {

    private final MonthPlan plan;
    private final PlanSteps planned;
    private final RowSteps rows;

    VariableSteps(MonthPlan plan, PlanSteps planned, RowSteps rows) {
        this.plan = plan;
        this.planned = planned;
        this.rows = rows;
    }

    Step spent(VariableLine line) {
        List<Step> parts = line.parts().stream().map(part -> spent(line, part)).toList();
        return parts.size() == 1 ? parts.get(0) : new Step.Sum(parts);
    }

    Step spent(VariableLine line, VariablePart part) {
        return rows.variable(Optional.ofNullable(line.category()), part.split());
    }

    List<Step> shares(VariableLine line) {
        List<List<Step>> parts =
                line.parts().stream().map(part -> shares(line, part)).toList();
        List<Step> shares = new ArrayList<>();
        for (int m = 0; m < plan.members().size(); m++) {
            int member = m;
            shares.add(
                    parts.size() == 1
                            ? parts.get(0).get(m)
                            : new Step.Sum(
                                    parts.stream().map(part -> part.get(member)).toList()));
        }
        return shares;
    }

    List<Step> shares(VariableLine line, VariablePart part) {
        RowSelection divided = RowSelection.of(plan.month(), Set.of(ExpenseType.VARIABLE))
                .category(Optional.ofNullable(line.category()))
                .split(Optional.<LineSplit>of(part.split()));
        return planned.shares(spent(line, part), part.split(), weight -> new Step.StatedByRows(divided, weight));
    }
}
