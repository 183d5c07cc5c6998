package io.prorata.adapter.web.page.change;

import io.prorata.adapter.web.access.OfPage;
import io.prorata.application.port.UnitOfWork.Committed;

/** Leads on after a write, with the offer to take it back. */
public final class Undo {

    private Undo() {}

    /** Returns {@code path} with the revision that {@code written} made; as it is if nothing had to change. */
    public static String offered(String path, Committed<?> written) {
        long revision = written.revision().number();
        return written.stamp().revision() == revision
                ? path + (path.contains("?") ? "&" : "?") + OfPage.DONE + "=" + revision
                : path;
    }

    /**
     * As {@link #offered(String, Committed)}, of a write that answers with the stamp of what was there if nothing had to change.
     *
     * @param since the household's revision before the write
     */
    public static String offered(String path, Committed<?> written, String since) {
        return written.revision().toString().equals(since) ? path : offered(path, written);
    }
}
