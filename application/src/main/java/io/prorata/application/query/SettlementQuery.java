package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.settlement.Basis;
import io.prorata.domain.settlement.SettlementReport;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Who owes whom over months.
 *
 * @param withBefore whether the transfers settle what is left of earlier months too
 */
public record SettlementQuery(Period period, Basis basis, boolean withBefore) implements ViewQuery {

    static final ViewType TYPE = ViewType.detail(
            "settlement",
            KeyPattern.SETTLEMENT,
            parameters -> new SettlementQuery(
                    new Period(parameters.month("from"), parameters.month("to")),
                    Basis.valueOf(parameters.required("basis")),
                    Boolean.parseBoolean(parameters.required("with_before"))),
            month -> new SettlementQuery(new Period(month, month), Basis.ACTUAL, false));

    /**
     * What it shows.
     *
     * @param report by the basis that was asked for
     * @param other by the other one
     * @param billsOfSeveralMonths whether a bill that comes less often than each month is in force
     */
    public record Content(
            Household household,
            SettlementQuery query,
            SettlementReport report,
            SettlementReport other,
            boolean billsOfSeveralMonths)
            implements View {}

    @Override
    public YearMonth month() {
        return period.to();
    }

    @Override
    public ViewType viewType() {
        return TYPE;
    }

    @Override
    public String parameters() {
        return "from=" + period.from() + "&to=" + period.to() + "&basis=" + basis + "&with_before=" + withBefore;
    }

    @Override
    public ViewQuery in(YearMonth other) {
        return new SettlementQuery(
                new Period(other.minusMonths(ChronoUnit.MONTHS.between(period.from(), period.to())), other),
                basis,
                withBefore);
    }

    @Override
    public ViewScopes scopes() {
        return ViewScopes.ofAllUpTo(period.to());
    }

    @Override
    public SnapshotRequest request() {
        return SnapshotRequest.of(scopes()).withoutExtremes().withSettlementsFrom(period.from());
    }

    @Override
    public View answer(Snapshot snapshot) {
        return new Content(
                snapshot.household(),
                this,
                report(snapshot, basis),
                report(snapshot, basis == Basis.PLAN ? Basis.ACTUAL : Basis.PLAN),
                period.months().stream()
                        .anyMatch(month -> snapshot.plan(month).fixed().stream()
                                .anyMatch(line -> line.terms().frequency().months() > 1)));
    }

    private SettlementReport report(Snapshot snapshot, Basis by) {
        return SettlementReport.of(
                snapshot.book(),
                snapshot.household().members().stream().map(Member::key).toList(),
                by,
                period.from(),
                period.to(),
                new SettlementReport.Known(
                        snapshot.facts(),
                        snapshot.settled().settlements(),
                        snapshot.settled().rows()));
    }
}
