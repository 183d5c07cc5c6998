package io.prorata.application.port;

import io.prorata.domain.freshness.ViewScopes;
import java.time.YearMonth;
import java.util.OptionalLong;

/** Which view is asked for, in canonical form: two requests that mean the same are equal. */
public sealed interface ViewQuery {

    /** Returns what the view depends on: a pure function of the query. */
    ViewScopes scopes();

    /** Returns the query as one text, for keys and tags; different queries differ. */
    String canonical();

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
    }
}
