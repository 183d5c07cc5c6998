package io.prorata.adapter.web.plan;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.Patches;
import io.prorata.adapter.web.answer.Preconditions;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.MergePatch;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.simulation.SimulatedRequest;
import io.prorata.adapter.web.simulation.SimulatedRoute;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.PatchField;
import io.prorata.application.request.Precondition;
import io.prorata.application.request.ReadResult;
import io.prorata.application.simulation.PlanUseCases;
import io.prorata.application.simulation.SimulatedBooks;
import io.prorata.application.simulation.SimulatedChange;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a bill, a provision or a budget is replaced, patched and ended over HTTP: one way for all.
 *
 * @param <T> the thing
 * @param <P> its terms
 * @param <B> the body that states it whole
 * @param <C> what the use case is told
 * @param <W> what answers a write
 */
public record PlanResource<T, P, B extends Record, C, W>(
        Show<T> show,
        Revise<T, C> revise,
        End<T> end,
        Remove<T> remove,
        ShowCurrentMonth currentMonth,
        Form<T, P, B, C> form,
        Function<PlanChange<T>, W> answer) {

    private static final Precondition ANY = Precondition.WHATEVER;

    public interface Show<T> {
        ReadResult<T> show(HouseholdId household, long id);
    }

    public interface Revise<T, C> {
        Committed<PlanChange<T>> revise(
                HouseholdId household,
                Actor actor,
                long id,
                Precondition expected,
                EffectiveFrom from,
                InCurrency<C> stated);
    }

    public interface End<T> {
        Committed<PlanChange<T>> end(
                HouseholdId household, Actor actor, long id, Precondition expected, EffectiveFrom from);
    }

    public interface Remove<T> {
        Committed<PlanChange<T>> remove(HouseholdId household, Actor actor, long id, Precondition expected);
    }

    /** Between a thing and the body that states it whole. */
    public interface Form<T, P, B, C> {
        Timeline<P> terms(T thing);

        B body(T thing, P terms, AmountText amounts);

        PatchField<YearMonth> until(B body);

        C command(B body, AmountText amounts, PatchField<YearMonth> until);
    }

    /** The resource of things that are not removed wholly, and whose changes nobody is answered. */
    public static <T, P, B extends Record, C> PlanResource<T, P, B, C, PlanChange<T>> unremovable(
            Show<T> show, Revise<T, C> revise, End<T> end, ShowCurrentMonth currentMonth, Form<T, P, B, C> form) {
        Remove<T> never = (household, actor, id, expected) -> {
            throw new UnsupportedOperationException("nothing is removed here");
        };
        return new PlanResource<>(show, revise, end, never, currentMonth, form, change -> change);
    }

    /**
     * Returns how things are replaced, patched and ended in a simulation. Nobody has read a simulated thing, so any state is expected.
     *
     * @param kind of the thing, in words
     * @param over the resource over use cases
     */
    public static <T, P, B extends Record, C> Stream<SimulatedRoute> simulated(
            String template, String kind, Class<B> type, Function<PlanUseCases, PlanResource<T, P, B, C, ?>> over) {
        return Stream.of(
                simulated("PUT", template, kind, true, request -> {
                    B body = request.body(type);
                    return books -> over.apply(books.useCases())
                            .replaced(request.access(), request.id(), ANY, request.effective(), body);
                }),
                simulated("PATCH", template, kind, true, request -> {
                    MergePatch<B> patch = request.patch();
                    return books -> over.apply(books.useCases())
                            .patched(request.access(), request.id(), ANY, request.effective(), patch);
                }),
                simulated(
                        "DELETE",
                        template,
                        kind,
                        false,
                        request -> books -> over.apply(books.useCases())
                                .ended(request.access(), request.id(), ANY, request.effective())));
    }

    private static SimulatedRoute simulated(
            String method,
            String template,
            String kind,
            boolean body,
            Function<SimulatedRequest, Consumer<SimulatedBooks>> making) {
        return new SimulatedRoute(
                method,
                template,
                List.of("from", "restate"),
                body,
                request -> SimulatedChange.stating(
                        new SimulatedChange.Subject(
                                kind, request.id(), request.effective().month()),
                        making.apply(request)));
    }

    public HttpResponse<W> replace(
            HttpRequest<?> request, Access access, long id, @Nullable YearMonth from, Flag restate, B body) {
        return changed(replaced(access, id, Preconditions.expected(request), effective(from, restate), body));
    }

    /** Makes the thing what {@code body} states. */
    Committed<PlanChange<T>> replaced(Access access, long id, Precondition expected, EffectiveFrom from, B body) {
        var amounts = new AmountText(access.currency());
        return revise.revise(
                access.household(),
                access.actor(),
                id,
                expected,
                from,
                new InCurrency<>(form.command(body, amounts, form.until(body)), access.currency()));
    }

    /** Applies {@code patch} to the thing as it is in the month from which the change holds. */
    public HttpResponse<W> patch(
            HttpRequest<?> request,
            Access access,
            long id,
            @Nullable YearMonth from,
            Flag restate,
            MergePatch<B> patch) {
        return changed(patched(access, id, Preconditions.expected(request), effective(from, restate), patch));
    }

    /** Applies {@code patch} to the thing as it is in the month from which the change holds. */
    Committed<PlanChange<T>> patched(
            Access access, long id, Precondition expected, EffectiveFrom from, MergePatch<B> patch) {
        YearMonth month = from.month().orElseGet(() -> currentMonth.show(access.household()));
        var amounts = new AmountText(access.currency());
        return Patches.applied(expected, () -> show.show(access.household(), id), (thing, read) -> {
            P terms = form.terms(thing).at(month).orElseThrow(() -> notInForce(month));
            B body = patch.over(form.body(thing, terms, amounts));
            PatchField<YearMonth> until =
                    patch.names("until") ? PatchField.to(form.until(body).value()) : PatchField.not();
            return revise.revise(
                    access.household(),
                    access.actor(),
                    id,
                    read,
                    new EffectiveFrom(Optional.of(month), from.restate()),
                    new InCurrency<>(form.command(body, amounts, until), access.currency()));
        });
    }

    /** Ends the thing, or removes it wholly where {@code as} says that it was stated by mistake. */
    public HttpResponse<W> end(
            HttpRequest<?> request,
            Access access,
            long id,
            @Nullable String as,
            @Nullable YearMonth from,
            Flag restate) {
        Precondition expected = Preconditions.expected(request);
        if (Mistake.isMeant(as, from, restate)) {
            var removed = remove.remove(access.household(), access.actor(), id, expected);
            return Answers.done(removed, answer.apply(removed.result()));
        }
        return changed(ended(access, id, expected, effective(from, restate)));
    }

    private Committed<PlanChange<T>> ended(Access access, long id, Precondition expected, EffectiveFrom from) {
        return end.end(access.household(), access.actor(), id, expected, from);
    }

    private HttpResponse<W> changed(Committed<PlanChange<T>> committed) {
        return Answers.changed(committed, answer.apply(committed.result()));
    }

    private static EffectiveFrom effective(@Nullable YearMonth from, Flag restate) {
        return new EffectiveFrom(Optional.ofNullable(from), restate.isTrue());
    }

    private static RefusedException notInForce(YearMonth month) {
        return new RefusedException(new Refusal.BrokenRule(
                EffectiveFrom.PARAMETER, "it does not hold in " + month + "; name a month in which it does"));
    }
}
