package io.prorata.application.dashboard;

import io.prorata.application.dashboard.ShowDashboard.PendingView;
import io.prorata.application.dashboard.ShowDashboard.ViewAnswer;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.request.Access;
import io.prorata.application.view.KnownDocuments;

/** Looks at views as a request does, and waits for what memory lacks. */
public final class WaitingReader {

    private WaitingReader() {}

    /** Returns the answer for a client who has nothing. */
    public static ViewAnswer show(ShowDashboard dashboard, Access access, ViewQuery query, boolean useKept) {
        return show(dashboard, access, query, useKept, KnownDocuments.NONE);
    }

    /** Returns the answer. */
    public static ViewAnswer show(
            ShowDashboard dashboard, Access access, ViewQuery query, boolean useKept, KnownDocuments known) {
        return switch (dashboard.show(access, query, useKept, known)) {
            case ViewAnswer answer -> answer;
            case PendingView pending -> dashboard.show(pending);
        };
    }
}
