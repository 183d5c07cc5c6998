package io.prorata.application;

import io.prorata.application.port.Document;
import io.prorata.application.port.Glance;
import io.prorata.application.port.Revision;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.ViewQuery;
import io.prorata.application.tier.Feature;
import io.prorata.application.tier.Features;
import io.prorata.application.tier.KeptViews;
import io.prorata.application.tier.Origin;
import io.prorata.application.tier.Warmer;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Stamp;
import java.util.Optional;

/** Shows one view of the dashboard. */
public final class ShowDashboard {

    private final Snapshots snapshots;
    private final KeptViews views;
    private final Warmer warmer;
    private final Features features;

    public ShowDashboard(Snapshots snapshots, KeptViews views, Warmer warmer, Features features) {
        this.snapshots = snapshots;
        this.views = views;
        this.warmer = warmer;
        this.features = features;
    }

    /**
     * A view as it stands.
     *
     * @param revision of the household, of the same snapshot as the stamp
     * @param document empty where the asker has it already
     * @param origin how the document came about
     */
    public record Answer(Stamp stamp, Revision revision, Optional<Document> document, Origin origin) {

        private static Answer of(KeptViews.Result result) {
            return new Answer(result.stamp(), result.revision(), Optional.of(result.document()), result.origin());
        }
    }

    /** What the asker has already: says whether a document of this revision's epoch, under this stamp, is theirs. */
    public interface Known {
        boolean has(String epoch, Stamp stamp);
    }

    /** Shows {@code query} if memory suffices for it, without waiting for anything. */
    public Optional<Answer> showAtOnce(Access access, ViewQuery query, Known known) {
        if (!features.on(Feature.ANSWER_AT_ONCE)) {
            return Optional.empty();
        }
        return snapshots
                .glanceAtOnce(access.household(), query.scopes())
                .flatMap(now -> unchanged(query, now, known)
                        .or(() ->
                                views.findAtOnce(access.household(), query, now).map(Answer::of))
                        .map(answer -> noted(access, query, answer)));
    }

    /**
     * Shows {@code query}.
     *
     * @param useKept whether a kept document will do; without it everything is computed from the rows, to the same bytes
     * @throws RefusedException if the query names something that is not there
     */
    public Answer show(Access access, ViewQuery query, boolean useKept, Known known) {
        Glance now = snapshots.glance(access.household(), query.scopes());
        Optional<Answer> unchanged = unchanged(query, now, known);
        if (unchanged.isPresent()) {
            return noted(access, query, unchanged.get());
        }
        if (!useKept) {
            return Answer.of(views.compute(access.household(), query));
        }
        return noted(access, query, Answer.of(views.find(access.household(), query, now)));
    }

    private Optional<Answer> unchanged(ViewQuery query, Glance now, Known known) {
        if (!known.has(now.revision().epoch(), now.stamp())) {
            return Optional.empty();
        }
        views.unchanged(query);
        return Optional.of(new Answer(now.stamp(), now.revision(), Optional.empty(), Origin.UNCHANGED));
    }

    private Answer noted(Access access, ViewQuery query, Answer answer) {
        warmer.read(access.household(), access.actor().name(), query);
        return answer;
    }
}
