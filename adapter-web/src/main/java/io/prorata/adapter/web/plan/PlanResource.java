package io.prorata.adapter.web.plan;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.Patches;
import io.prorata.adapter.web.answer.Preconditions;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.MergePatch;
import io.prorata.adapter.web.parameter.Flag;
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
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
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

    public HttpResponse<W> replace(
            HttpRequest<?> request, Access access, long id, @Nullable YearMonth from, Flag restate, B body) {
        var amounts = new AmountText(access.currency());
        return changed(revise.revise(
                access.household(),
                access.actor(),
                id,
                Preconditions.expected(request),
                effective(from, restate),
                new InCurrency<>(form.command(body, amounts, form.until(body)), access.currency())));
    }

    /** Applies {@code patch} to the thing as it is in the month from which the change holds. */
    public HttpResponse<W> patch(
            HttpRequest<?> request,
            Access access,
            long id,
            @Nullable YearMonth from,
            Flag restate,
            MergePatch<B> patch) {
        YearMonth month = from == null ? currentMonth.show(access.household()) : from;
        var amounts = new AmountText(access.currency());
        return changed(Patches.applied(request, () -> show.show(access.household(), id), (thing, read) -> {
            P terms = form.terms(thing).at(month).orElseThrow(() -> notInForce(month));
            B body = patch.over(form.body(thing, terms, amounts));
            PatchField<YearMonth> until =
                    patch.names("until") ? PatchField.to(form.until(body).value()) : PatchField.not();
            return revise.revise(
                    access.household(),
                    access.actor(),
                    id,
                    read,
                    effective(month, restate),
                    new InCurrency<>(form.command(body, amounts, until), access.currency()));
        }));
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
        return changed(end.end(access.household(), access.actor(), id, expected, effective(from, restate)));
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
