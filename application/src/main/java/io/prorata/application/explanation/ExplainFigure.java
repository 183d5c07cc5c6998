package io.prorata.application.explanation;

import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.derivation.Step;
import io.prorata.domain.derivation.SummaryDerivation;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;

/** Explains a figure of a month's summary: what it was made of, down to what somebody stated and to rows. */
public final class ExplainFigure {

    private final UnitOfWork work;
    private final Clock clock;

    public ExplainFigure(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * How a figure came about.
     *
     * @param step empty if the month shows no figure at the pointer
     */
    public record Explained(YearMonth month, String figure, Optional<Step> step) {}

    /**
     * @param month the current month of the household if empty
     * @param figure a JSON pointer into the summary: {@code /summary/member_totals/ines}
     */
    public ReadResult<Explained> explain(HouseholdId household, Optional<YearMonth> month, String figure) {
        return work.read(household, books -> {
            Household settings = books.households().get(household);
            YearMonth in = month.orElseGet(() -> settings.monthAt(clock.instant()));
            PlanBook book = books.plans().book(household);
            MonthSummary summary = MonthSummary.of(book.at(in), books.ledger().facts(household, in));
            Optional<Step> step =
                    Optional.ofNullable(SummaryDerivation.of(book, summary).get(figure));
            return new ReadResult<>(
                    new Explained(in, figure, step),
                    settings.currency(),
                    books.revisions().stampOf(household, ViewScopes.ofMonth(in)),
                    books.revisions().current(household));
        });
    }
}
