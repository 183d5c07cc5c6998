package io.prorata.domain.plan;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.time.Dates;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/**
 * Everything a household has planned, past and to come.
 *
 * @param configs the versions in force, one to a month
 * @param fixed by id
 * @param provisions in the order of display
 */
public record PlanBook(Timeline<Config> configs, List<FixedExpense> fixed, List<Provision> provisions) {

    private static final Comparator<Provision> ORDER = Comparator.comparingInt(
                    (Provision provision) -> provision.card().position())
            .thenComparingLong(Provision::id);

    /** Nothing planned. */
    public static final PlanBook EMPTY = new PlanBook(Timeline.empty(), List.of(), List.of());

    /** Puts bills and provisions in order. */
    public PlanBook {
        fixed = fixed.stream()
                .sorted(Comparator.comparingLong(FixedExpense::id))
                .toList();
        provisions = provisions.stream().sorted(ORDER).toList();
    }

    /** Returns this plan as if {@code config} were in force in every month. */
    public PlanBook under(Config config) {
        return new PlanBook(Timeline.from(Dates.FIRST_MONTH, config), fixed, provisions);
    }

    /** Returns what is planned for {@code month}. */
    public MonthPlan at(YearMonth month) {
        return MonthPlan.of(this, month);
    }
}
