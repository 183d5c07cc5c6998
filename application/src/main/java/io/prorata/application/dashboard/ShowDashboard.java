package io.prorata.application.dashboard;

import io.prorata.application.cache.CacheStatus;
import io.prorata.application.cache.Feature;
import io.prorata.application.cache.Features;
import io.prorata.application.cache.TieredViewCache;
import io.prorata.application.cache.Warmer;
import io.prorata.application.port.Snapshots;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import io.prorata.application.view.Revision;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.ViewQuery;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Stamp;
import java.util.Optional;

/** Shows one view of the dashboard. */
public final class ShowDashboard {

    private final Snapshots snapshots;
    private final TieredViewCache views;
    private final Warmer warmer;
    private final Features features;

    public ShowDashboard(Snapshots snapshots, TieredViewCache views, Warmer warmer, Features features) {
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
    public record ViewAnswer(Stamp stamp, Revision revision, Optional<Document> document, CacheStatus origin) {

        private static ViewAnswer of(TieredViewCache.Result result) {
            return new ViewAnswer(result.stamp(), result.revision(), Optional.of(result.document()), result.origin());
        }
    }

    /** What the asker has already: says whether a document of this revision's epoch, under this stamp, is theirs. */
    public interface Known {
        boolean has(String epoch, Stamp stamp);
    }

    /** Shows {@code query} if memory suffices for it, without waiting for anything. */
    public Optional<ViewAnswer> showAtOnce(Access access, ViewQuery query, Known known) {
        if (!features.on(Feature.ANSWER_AT_ONCE)) {
            return Optional.empty();
        }
        return snapshots
                .knownStampAtRevision(access.household(), query.scopes())
                .flatMap(now -> unchanged(query, now, known)
                        .or(() ->
                                views.findAtOnce(access.household(), query, now).map(ViewAnswer::of))
                        .map(answer -> noted(access, query, answer)));
    }

    /**
     * Shows {@code query}.
     *
     * @param useKept whether a kept document will do; without it everything is computed from the rows, to the same bytes
     * @throws RefusedException if the query names something that is not there
     */
    public ViewAnswer show(Access access, ViewQuery query, boolean useKept, Known known) {
        StampAtRevision now = snapshots.stampAtRevision(access.household(), query.scopes());
        Optional<ViewAnswer> unchanged = unchanged(query, now, known);
        if (unchanged.isPresent()) {
            return noted(access, query, unchanged.get());
        }
        if (!useKept) {
            return ViewAnswer.of(views.compute(access.household(), query));
        }
        return noted(access, query, ViewAnswer.of(views.find(access.household(), query, now)));
    }

    private Optional<ViewAnswer> unchanged(ViewQuery query, StampAtRevision now, Known known) {
        if (!known.has(now.revision().epoch(), now.stamp())) {
            return Optional.empty();
        }
        views.unchanged(query);
        return Optional.of(new ViewAnswer(now.stamp(), now.revision(), Optional.empty(), CacheStatus.UNCHANGED));
    }

    private ViewAnswer noted(Access access, ViewQuery query, ViewAnswer answer) {
        warmer.read(access.household(), access.actor().name(), query);
        return answer;
    }
}
