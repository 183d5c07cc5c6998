package io.prorata.application.explanation;

import io.prorata.application.port.Snapshots;
import io.prorata.application.query.SettlementQuery;
import io.prorata.application.request.ReadResult;
import io.prorata.application.view.Snapshot;
import io.prorata.domain.derivation.ProvisionsDerivation;
import io.prorata.domain.derivation.SettlementDerivation;
import io.prorata.domain.derivation.Step;
import io.prorata.domain.derivation.SummaryDerivation;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.recognition.MonthMatches;
import io.prorata.domain.settlement.SettlementReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains a figure of a view: what it was made of, down to what somebody stated and to rows. */
public final class ExplainFigure {

    private final Snapshots snapshots;

    public ExplainFigure(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * How a figure came about.
     *
     * @param derivation empty if the view shows no figure at the pointer
     */
    public record Explained(FigureQuery query, Optional<Derivation> derivation) {}

    /**
     * The step whose value the figure is.
     *
     * @param pointer to the figure
     * @param names of what the step mentions
     */
    public record Derivation(String pointer, Step step, FigureNames names) {}

    /** Reads the books once. */
    public ReadResult<Explained> explain(HouseholdId household, FigureQuery query) {
        Snapshot snapshot = snapshots.take(household, query.request());
        Optional<Derivation> derivation = switch (query) {
            case FigureQuery.OfSummary of -> summary(snapshot, of);
            case FigureQuery.OfProvisions of -> provisions(snapshot, of);
            case FigureQuery.OfSettlement of -> settlement(snapshot, of);
        };
        return new ReadResult<>(
                new Explained(query, derivation),
                snapshot.household().currency(),
                snapshot.stampAtRevision().stamp(),
                snapshot.stampAtRevision().revision());
    }

    private static Optional<Derivation> found(Snapshot snapshot, Optional<String> pointer, Map<String, Step> figures) {
        return pointer.flatMap(at -> Optional.ofNullable(figures.get(at))
                .map(step -> new Derivation(at, step, FigureNames.of(snapshot, step))));
    }

    private static Optional<Derivation> summary(Snapshot snapshot, FigureQuery.OfSummary query) {
        MonthSummary summary = snapshot.summary(query.month());
        Optional<String> pointer = switch (query.place()) {
            case FigurePlace.Pointer(String text) -> Optional.of(text);
            case FigurePlace.Of of -> of.in(summary, snapshot.household());
        };
        return found(snapshot, pointer, SummaryDerivation.of(snapshot.book(), summary, toConfirm(snapshot, query)));
    }

    /** A view shows nothing of what is to confirm where the month has too many rows to look through. */
    private static Optional<MonthMatches> toConfirm(Snapshot snapshot, FigureQuery.OfSummary query) {
        return query.isToConfirm() && snapshot.around().complete()
                ? Optional.of(MonthMatches.of(
                        query.month(),
                        snapshot.around(),
                        snapshot.book(),
                        snapshot.household().members()))
                : Optional.empty();
    }

    private static Optional<Derivation> provisions(Snapshot snapshot, FigureQuery.OfProvisions query) {
        MonthSummary summary = snapshot.summary(query.month());
        Optional<String> pointer = switch (query.place()) {
            case FigurePlace.Pointer(String text) -> Optional.of(text);
            case FigurePlace.Of of -> of.in(summary, snapshot.household());
        };
        return found(snapshot, pointer, ProvisionsDerivation.of(snapshot.book(), summary.plan(), summary.facts()));
    }

    private static Optional<Derivation> settlement(Snapshot snapshot, FigureQuery.OfSettlement query) {
        List<MemberKey> members =
                snapshot.household().members().stream().map(Member::key).toList();
        var known = new SettlementReport.Known(
                snapshot.facts(),
                snapshot.settled().settlements(),
                snapshot.settled().rows());
        SettlementQuery asked = query.query();
        var report = SettlementReport.of(
                snapshot.book(),
                members,
                asked.basis(),
                asked.period().from(),
                asked.period().to(),
                known);
        Optional<String> pointer = switch (query.place()) {
            case FigurePlace.Pointer(String text) -> Optional.of(text);
            case FigurePlace.Of of ->
                of.in(
                        asked.withBefore() ? report.transfersWithBefore(members) : report.transfers(members),
                        snapshot.household());
        };
        return found(
                snapshot,
                pointer,
                SettlementDerivation.of(snapshot.book(), members, report, asked.withBefore(), known));
    }
}
