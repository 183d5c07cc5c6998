package io.prorata.application.simulation;

import io.prorata.application.port.Snapshots;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.simulation.SimulatedChange.Subject;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.simulation.Simulation;
import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shows months as they are beside what they would be after changes that nobody has made. Nothing is written, and no lock is held: the plan
 * is copied, and the months are computed when all reads have ended.
 */
public final class Simulate {

    /** So many changes at most. */
    public static final int MOST_CHANGES = 100;

    private final Snapshots snapshots;
    private final UnitOfWork work;
    private final Clock clock;
    private final PlanUseCases.Maker useCases;

    /** @param useCases makes the use cases of the plan over a unit of work */
    public Simulate(Snapshots snapshots, UnitOfWork work, Clock clock, PlanUseCases.Maker useCases) {
        this.snapshots = snapshots;
        this.work = work;
        this.clock = clock;
        this.useCases = useCases;
    }

    /**
     * What to simulate.
     *
     * @param from the first month to show
     * @param to the last one
     * @param changes in the order in which they would be made
     */
    public record Command(YearMonth from, YearMonth to, List<SimulatedChange> changes) {

        /**
         * Takes a copy of the changes.
         *
         * @throws RefusedException if there are no months, or too many of them or of changes
         */
        public Command {
            changes = List.copyOf(changes);
            long months = ChronoUnit.MONTHS.between(from, to) + 1;
            if (months < 1 || months > Simulation.MOST_MONTHS) {
                throw broken("/to", "a simulation has 1 to " + Simulation.MOST_MONTHS + " months");
            }
            if (changes.size() > MOST_CHANGES) {
                throw broken("/changes", "at most " + MOST_CHANGES + " changes are simulated at once");
            }
        }

        private Set<YearMonth> months() {
            return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                    .collect(Collectors.toSet());
        }
    }

    /**
     * What would be.
     *
     * @param household whose amounts these are
     */
    public record Simulated(Household household, YearMonth from, YearMonth to, Simulation simulation) {}

    /**
     * @throws RefusedException if a change contradicts an earlier one
     * @throws RuntimeException of a change, as it would be refused for real
     */
    public Committed<Simulated> simulate(HouseholdId household, Command command) {
        Snapshot snapshot = snapshots.take(
                household,
                SnapshotRequest.of(ViewScopes.ofMonths(command.months())).withoutExtremes());
        requireNoContradiction(command.changes(), snapshot.household().monthAt(clock.instant()));
        BooksCopy copy = work.read(household, books -> {
            var after = new BooksCopy(snapshot, books, useCases);
            command.changes().forEach(change -> change.make(after));
            return after;
        });
        Simulation simulation = Simulation.between(
                snapshot.book(), snapshot.facts(), copy.book(), copy.rows(), command.from(), command.to());
        return new Committed<>(
                new Simulated(snapshot.household(), command.from(), command.to(), simulation),
                snapshot.stampAtRevision().revision(),
                snapshot.stampAtRevision().stamp());
    }

    private static void requireNoContradiction(List<SimulatedChange> changes, YearMonth current) {
        Map<Stated, Integer> stated = new HashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            int place = i;
            changes.get(i).subject().map(subject -> Stated.of(subject, current)).ifPresent(said -> {
                Integer earlier = stated.putIfAbsent(said, place);
                if (earlier != null) {
                    throw broken(
                            "/changes/" + place,
                            "an earlier change, /changes/" + earlier + ", says otherwise of the same " + said.kind()
                                    + " from " + said.from());
                }
            });
        }
    }

    private record Stated(String kind, long id, YearMonth from) {

        static Stated of(Subject subject, YearMonth current) {
            return new Stated(subject.kind(), subject.id(), subject.from().orElse(current));
        }
    }

    private static RefusedException broken(String where, String rule) {
        return new RefusedException(new Refusal.BrokenRule(where, rule));
    }
}
