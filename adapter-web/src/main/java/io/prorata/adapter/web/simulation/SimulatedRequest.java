package io.prorata.adapter.web.simulation;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.BodyBinder;
import io.prorata.adapter.web.json.MergePatch;
import io.prorata.adapter.web.json.RawJson;
import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A request of a simulation, of a route that is known.
 *
 * @param number in the path, where its template has one
 * @param from of the query, if it states one
 * @param restate of the query
 */
public record SimulatedRequest(
        Access access,
        BodyBinder binder,
        OptionalLong number,
        Optional<YearMonth> from,
        boolean restate,
        @Nullable RawJson body) {

    public long id() {
        return number.orElseThrow();
    }

    public EffectiveFrom effective() {
        return new EffectiveFrom(from, restate);
    }

    public AmountText amounts() {
        return new AmountText(access.currency());
    }

    public <T> InCurrency<T> inCurrency(T thing) {
        return new InCurrency<>(thing, access.currency());
    }

    /**
     * Returns the body as for real.
     *
     * @throws io.prorata.adapter.web.problem.ProblemException with all errors, at their places in the body
     */
    public <T extends Record> T body(Class<T> type) {
        return binder.part(Objects.requireNonNull(body), type);
    }

    /** Returns the body as a merge patch, which is checked when it is applied. */
    public <T extends Record> MergePatch<T> patch() {
        return binder.patch(Objects.requireNonNull(body));
    }
}
