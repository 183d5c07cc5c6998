package io.prorata.adapter.persistence.transfer;

import static io.prorata.adapter.persistence.generated.Tables.SCOPE;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.Snapshots;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.view.Document;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Compares the views of a household in two databases: each view of each month, to the byte. */
final class ViewComparison {

    private final Renderer renderer;

    ViewComparison(Renderer renderer) {
        this.renderer = renderer;
    }

    /**
     * Compares all months, from the first known one to one after the last, and returns the number of views.
     *
     * @throws UnusableDatabaseException if one differs
     */
    long compare(HouseholdId household, DSLContext source, Snapshots one, Snapshots other) {
        List<ViewQuery> views = months(household, source).stream()
                .flatMap(ViewComparison::views)
                .toList();
        for (ViewQuery view : views) {
            if (!document(household, one, view).equals(document(household, other, view))) {
                throw new UnusableDatabaseException("Household " + household + " would not show the same: "
                        + view.canonical() + ". Nothing was copied.");
            }
        }
        return views.size();
    }

    private static Stream<ViewQuery> views(YearMonth month) {
        return ViewQuery.types().stream().map(type -> type.of(month));
    }

    /** Every month from the first scope to one after the last. */
    private static List<YearMonth> months(HouseholdId household, DSLContext sql) {
        var span = sql.select(min(SCOPE.OF_MONTH), max(SCOPE.OF_MONTH))
                .from(SCOPE)
                .where(SCOPE.HOUSEHOLD_ID.eq(household.value()))
                .and(SCOPE.KIND.in("ledger", "plan"))
                .fetchSingle();
        List<YearMonth> months = new ArrayList<>();
        if (span.value1() != null) {
            YearMonth last = YearMonth.parse(span.value2()).plusMonths(1);
            for (YearMonth month = YearMonth.parse(span.value1()); !month.isAfter(last); month = month.plusMonths(1)) {
                months.add(month);
            }
        }
        return months;
    }

    private Document document(HouseholdId household, Snapshots snapshots, ViewQuery view) {
        return renderer.render(view.answer(snapshots.take(household, view.request())));
    }
}
