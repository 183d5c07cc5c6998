package io.prorata.application.plan;

import io.prorata.application.port.Plans.LastChanges;
import io.prorata.application.port.Plans.Moved;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.PlanBook;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Shows all that is planned, each thing with the stamp that a change of it states: in one read, however many there are. */
public final class ShowPlan {

    private final UnitOfWork work;

    public ShowPlan(UnitOfWork work) {
        this.work = work;
    }

    /** A movement of a provision, with its stamp. */
    public record StampedMovement(Moved moved, Stamp stamp) {}

    /**
     * What is planned, with stamps by the ids of things.
     *
     * @param movements by the ids of provisions, in the order in which they were noted
     */
    public record PlanSheet(
            Household household,
            PlanBook book,
            Map<Long, Stamp> bills,
            Map<Long, Stamp> provisions,
            Map<Long, Stamp> budgets,
            Map<Long, List<StampedMovement>> movements) {}

    public ReadResult<PlanSheet> show(HouseholdId household) {
        return work.read(household, books -> {
            Household settings = books.households().get(household);
            LastChanges changes = books.plans().lastChanges(household);
            Map<Long, List<Moved>> movements = books.plans().movements(household);
            Set<Long> revisions = new HashSet<>();
            Stream.of(changes.bills(), changes.provisions(), changes.budgets())
                    .map(Map::values)
                    .forEach(revisions::addAll);
            movements.values().stream()
                    .flatMap(Collection::stream)
                    .map(Moved::notedAt)
                    .forEach(revisions::add);
            Map<Long, Stamp> stamps = books.revisions().stampsAt(household, revisions);
            Map<Long, List<StampedMovement>> stamped = new HashMap<>();
            movements.forEach((provision, all) -> stamped.put(
                    provision,
                    all.stream()
                            .map(moved ->
                                    new StampedMovement(moved, Objects.requireNonNull(stamps.get(moved.notedAt()))))
                            .toList()));
            return new ReadResult<>(
                    new PlanSheet(
                            settings,
                            books.plans().book(household),
                            of(changes.bills(), stamps),
                            of(changes.provisions(), stamps),
                            of(changes.budgets(), stamps),
                            stamped),
                    settings.currency(),
                    books.revisions().stampOf(household, ViewScopes.ofWholePlan()),
                    books.revisions().current(household));
        });
    }

    private static Map<Long, Stamp> of(Map<Long, Long> changes, Map<Long, Stamp> stamps) {
        Map<Long, Stamp> of = new HashMap<>();
        changes.forEach((id, revision) -> of.put(id, Objects.requireNonNull(stamps.get(revision))));
        return of;
    }
}
