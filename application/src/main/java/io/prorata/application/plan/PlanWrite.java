package io.prorata.application.plan;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.PatchField;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.time.Timeline;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a bill, a provision or a budget is revised and ended: one way for all.
 *
 * @param <T> the thing
 * @param <P> its terms
 */
public record PlanWrite<T extends Record, P>(UnitOfWork work, Clock clock, PlanKind<T, P> kind) {

    /** By whose name the last month is asked for. */
    private static final String UNTIL = "/until";

    /**
     * What a thing is to be.
     *
     * @param thing with its card, and the terms it had
     * @param terms what is to hold from the month on; empty to leave the terms as they are
     * @param until the last month in which it holds; taken away: it has no end
     * @param elsewhere the first month that the card changes, if it is in figures, and where it was asked for
     */
    public record Revision<T extends Record, P>(
            T thing, Optional<P> terms, PatchField<YearMonth> until, Optional<Moved> elsewhere) {}

    /** A month, and what was asked that changes it. */
    public record Moved(YearMonth month, String where) {}

    /** Says what a thing is to be, given what it is. */
    public interface Reviser<T extends Record, P> {
        Revision<T, P> over(T before);
    }

    /**
     * Makes a thing what {@code revised} says.
     *
     * @throws RefusedException if it is unknown or {@code expected} is overtaken, its terms name somebody unknown, it would end before it
     *     begins, or a month that is over would change unasked
     */
    public Committed<PlanChange<T>> revise(
            HouseholdId household,
            Actor actor,
            long id,
            Precondition expected,
            EffectiveFrom from,
            InCurrency<? extends Reviser<T, P>> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Planned<T> planned = planned(household, id, books);
            Stamp stamp = books.revisions().stampAt(household, planned.changedAt());
            expected.check(stamp);
            T before = planned.thing();
            Revision<T, P> revision = stated.thing().over(before);
            YearMonth month = from.in(settings, clock);
            Timeline<P> timeline = kind.terms(before);
            Optional<P> terms =
                    revision.terms().filter(wanted -> !Optional.of(wanted).equals(timeline.at(month)));
            terms.ifPresent(changed -> {
                kind.require(settings, changed, month);
                from.requireOpen(month, settings, clock);
            });
            Timeline<P> changed =
                    terms.map(wanted -> timeline.with(month, wanted)).orElse(timeline);
            Timeline<P> ended =
                    revision.until().named() ? until(changed, revision.until().value()) : changed;
            firstDifference(changed, ended).ifPresent(first -> from.requireOpen(first, settings, clock, UNTIL));
            revision.elsewhere().ifPresent(moved -> from.requireOpen(moved.month(), settings, clock, moved.where()));

            T after = kind.with(revision.thing(), ended);
            PlanBook book = kind.book(books.plans(), household);
            var result = new PlanChange<>(
                    after,
                    settings.currency(),
                    kind.moved(new PlansMoved(settings, clock), book, before, after, household, books),
                    book);
            if (after.equals(before)) {
                return Decision.unchanged(result, stamp);
            }
            kind.replace(books.plans(), household, after);
            Optional<YearMonth> first = earliest(
                    firstDifference(timeline, ended), revision.elsewhere().map(Moved::month));
            return new Decision<>(
                    result,
                    kind.revised(first, !kind.sameCard(before, after)),
                    AuditEntry.changed(kind.name() + " revised", before, after));
        });
    }

    /**
     * Ends a thing from a month on. Its past stays; what was to come is dropped.
     *
     * @param from the first month without it
     * @throws RefusedException if it is unknown or {@code expected} is overtaken, or a month that is over would change unasked
     */
    public Committed<PlanChange<T>> end(
            HouseholdId household, Actor actor, long id, Precondition expected, EffectiveFrom from) {
        return work.write(household, actor, books -> {
            Household settings = books.households().get(household);
            Planned<T> planned = planned(household, id, books);
            expected.check(books.revisions().stampAt(household, planned.changedAt()));
            T before = planned.thing();
            YearMonth month = from.in(settings, clock);
            from.requireOpen(month, settings, clock);
            T after = kind.with(before, kind.terms(before).endedFrom(month));
            PlanBook book = kind.book(books.plans(), household);
            kind.replace(books.plans(), household, after);
            return new Decision<>(
                    new PlanChange<>(
                            after,
                            settings.currency(),
                            kind.moved(new PlansMoved(settings, clock), book, before, after, household, books),
                            book),
                    kind.ended(month),
                    AuditEntry.changed(kind.name() + " ended", before, after));
        });
    }

    private Planned<T> planned(HouseholdId household, long id, Books books) {
        return kind.find(books.plans(), household, id).orElseThrow(() -> new RefusedException(kind.unknown(id)));
    }

    /** What was to come after the new end is dropped, and so is the end there was. */
    private static <P> Timeline<P> until(Timeline<P> before, @Nullable YearMonth last) {
        Timeline.Entry<P> end = before.entries().getLast();
        Timeline<P> open = end.terms().isPresent()
                ? before
                : new Timeline<>(before.entries().subList(0, before.entries().size() - 1));
        if (last == null) {
            return open;
        }
        YearMonth begins = before.entries().getFirst().from();
        if (last.isBefore(begins)) {
            throw new RefusedException(new Refusal.BrokenRule(UNTIL, "it would end before it begins, in " + begins));
        }
        return open.endedFrom(last.plusMonths(1));
    }

    private static <P> Optional<YearMonth> firstDifference(Timeline<P> before, Timeline<P> after) {
        Set<Timeline.Entry<P>> differing = new HashSet<>(before.entries());
        differing.removeAll(after.entries());
        after.entries().stream()
                .filter(entry -> !before.entries().contains(entry))
                .forEach(differing::add);
        return differing.stream().map(Timeline.Entry::from).min(YearMonth::compareTo);
    }

    private static Optional<YearMonth> earliest(Optional<YearMonth> one, Optional<YearMonth> other) {
        return one.filter(month -> other.isEmpty() || !other.get().isBefore(month))
                .or(() -> other);
    }
}
