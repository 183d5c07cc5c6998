package io.prorata.adapter.web.plan;

import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When something ends for good. */
public final class Until {

    private Until() {}

    /** Returns the last month in which the thing holds, absent while it has no end. */
    public static @Nullable String of(Timeline<?> timeline) {
        List<? extends Timeline.Entry<?>> entries = timeline.entries();
        Timeline.Entry<?> last = entries.get(entries.size() - 1);
        YearMonth from = last.from();
        return last.terms().isPresent() ? null : from.minusMonths(1).toString();
    }
}
