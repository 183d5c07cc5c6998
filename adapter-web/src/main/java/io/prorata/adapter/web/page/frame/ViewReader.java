package io.prorata.adapter.web.page.frame;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.prorata.application.dashboard.ShowDashboard;
import io.prorata.application.dashboard.ShowDashboard.PendingView;
import io.prorata.application.dashboard.ShowDashboard.ViewAnswer;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.request.Access;
import io.prorata.application.view.KnownDocuments;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The views of the dashboard, as the API answers them: from the same kept documents. */
@Singleton
public final class ViewReader {

    private final ShowDashboard showDashboard;
    private final JsonMapper json;

    ViewReader(ShowDashboard showDashboard, JsonMapper json) {
        this.showDashboard = showDashboard;
        this.json = json;
    }

    /** Returns what {@code query} shows now. */
    public Shown show(Access access, ViewQuery query) {
        ViewAnswer answer = switch (showDashboard.show(access, query, true, KnownDocuments.NONE)) {
            case ViewAnswer now -> now;
            case PendingView pending -> showDashboard.show(pending);
        };
        byte[] document = answer.document().orElseThrow().bytes();
        try {
            return new Shown(json.readValue(document, JsonNode.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
