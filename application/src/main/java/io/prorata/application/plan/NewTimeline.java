package io.prorata.application.plan;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Optional;

/** The first terms of a new thing. */
public final class NewTimeline {

    private NewTimeline() {}

    /** @throws RefusedException if the thing would end before it begins */
    public static <T> Timeline<T> between(YearMonth from, Optional<YearMonth> until, T terms) {
        if (until.filter(last -> last.isBefore(from)).isPresent()) {
            throw new RefusedException(new Refusal.BrokenRule("/until", "it would end before it begins, in " + from));
        }
        Timeline<T> open = Timeline.from(from, terms);
        return until.map(last -> open.endedFrom(last.plusMonths(1))).orElse(open);
    }
}
