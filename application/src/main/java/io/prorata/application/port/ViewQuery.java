package io.prorata.application.port;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.util.OptionalLong;

/** Which view is asked for, in canonical form: two requests that mean the same are equal. */
public sealed interface ViewQuery {

    /** Returns what the view depends on: a pure function of the query. */
    ViewScopes scopes();

    /** Returns the query as one text, for keys and tags; different queries differ. */
    String canonical();

    /** Returns what the view needs of the books: all of it within its scopes. */
    default Wanted wanted() {
        return Wanted.of(scopes());
    }

    /**
     * Returns the view of {@code snapshot}, which is as {@link #wanted}.
     *
     * @throws RefusedException if the query names something that is not there
     */
    View answer(Snapshot snapshot);

    /** The month's dashboard, slim. */
    record SlimSummary(YearMonth month) implements ViewQuery {
        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofMonth(month);
        }

        @Override
        public String canonical() {
            return "summary-slim?month=" + month;
        }

        @Override
        public View answer(Snapshot snapshot) {
            return new View.SlimSummary(snapshot.household(), snapshot.summary(month));
        }
    }

    /** The month's provisions, with what they are reckoned from. */
    record Provisions(YearMonth month, OptionalLong configId) implements ViewQuery {
        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofPlan(month);
        }

        @Override
        public String canonical() {
            return "provisions?month=" + month + (configId.isPresent() ? "&config_id=" + configId.getAsLong() : "");
        }

        @Override
        public Wanted wanted() {
            return Wanted.of(scopes()).withConfig(configId);
        }

        @Override
        public View answer(Snapshot snapshot) {
            PlanBook used = configId.isEmpty()
                    ? snapshot.book()
                    : snapshot.book()
                            .under(snapshot.config()
                                    .orElseThrow(() ->
                                            new RefusedException(new Refusal.UnknownConfig(configId.getAsLong()))));
            return new View.Provisions(snapshot.household(), used.in(month));
        }
    }
}
