package io.prorata.application.plan;

import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which months that are over a change of the plan has moved: nobody expects the past to change. */
public final class PlansMoved {

    private PlansMoved() {}

    /**
     * @param first the first month that the change can reach
     * @param current the current month, which is not over
     * @return the months from {@code first} on and before {@code current} whose plan differs
     */
    public static SortedSet<YearMonth> between(PlanBook before, PlanBook after, YearMonth first, YearMonth current) {
        SortedSet<YearMonth> moved = new TreeSet<>();
        for (YearMonth month = first; month.isBefore(current); month = month.plusMonths(1)) {
            if (!before.in(month).equals(after.in(month))) {
                moved.add(month);
            }
        }
        return moved;
    }
}
