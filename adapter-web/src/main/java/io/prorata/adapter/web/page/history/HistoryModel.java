package io.prorata.adapter.web.page.history;

import java.util.List;

/**
 * A page of the history, the latest change first.
 *
 * @param month whose rows changed; empty for any
 * @param who a part of the author's name; empty for anybody
 * @param kind of the thing; empty for any
 * @param id of the thing; empty for any
 * @param next where the earlier changes are; empty on the last page
 */
public record HistoryModel(String month, String who, String kind, String id, List<Line> changes, String next) {

    /** A change. */
    public record Line(long revision, String what, String who, String when) {}
}
