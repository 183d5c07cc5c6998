package io.prorata.application.dashboard;

import io.prorata.application.cache.CacheStatus;
import io.prorata.application.cache.Feature;
import io.prorata.application.cache.Features;
import io.prorata.application.cache.TieredViewCache;
import io.prorata.application.cache.TieredViewCache.Missing;
import io.prorata.application.cache.TieredViewCache.Result;
import io.prorata.application.cache.Warmer;
import io.prorata.application.port.Snapshots;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.KnownDocuments;
import io.prorata.application.view.Revision;
import io.prorata.application.view.StampAtRevision;
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

    /** The answer, if memory has it; otherwise what is left to be done for it. */
    public sealed interface Reply permits ViewAnswer, PendingView {}

    /**
     * A view as it stands.
     *
     * @param tag of the document
     * @param stamp under which the view is shown
     * @param revision of the household, of the same snapshot as the stamp
     * @param document empty where the client has it already
     * @param origin how the document came about
     */
    public record ViewAnswer(
            String tag, Stamp stamp, Revision revision, Optional<Document> document, CacheStatus origin)
            implements Reply {}

    /** A view that somebody has to wait for. */
    public static final class PendingView implements Reply {

        private final ViewRequest request;
        private final Optional<Missing> missing;

        private PendingView(ViewRequest request, Optional<Missing> missing) {
            this.request = request;
            this.missing = missing;
        }
    }

    private record ViewRequest(Access access, ViewQuery query, boolean useKept, KnownDocuments known) {}

    /**
     * Shows {@code query} if memory suffices for it, and waits for nothing. What memory lacks is not looked for there again.
     *
     * @param useKept whether a kept document will do; without it everything is computed from the rows, to the same bytes
     * @param known what the client has already
     */
    public Reply show(Access access, ViewQuery query, boolean useKept, KnownDocuments known) {
        var request = new ViewRequest(access, query, useKept, known);
        if (!useKept || !features.on(Feature.ANSWER_AT_ONCE)) {
            return new PendingView(request, Optional.empty());
        }
        return snapshots
                .knownStampAtRevision(access.household(), query.scopes())
                .map(now -> reply(request, now))
                .orElseGet(() -> new PendingView(request, Optional.empty()));
    }

    /**
     * Shows what is left of {@code pending}, and waits for it.
     *
     * @throws RefusedException if the query names something that is not there
     */
    public ViewAnswer show(PendingView pending) {
        ViewRequest request = pending.request;
        Optional<Missing> missing = pending.missing;
        if (missing.isPresent()) {
            return answer(request, views.find(missing.get()));
        }
        return waited(
                request,
                snapshots.stampAtRevision(
                        request.access().household(), request.query().scopes()));
    }

    /**
     * Shows {@code query} as of {@code now}, and waits for what memory lacks.
     *
     * @param known what the client has already
     * @param now how far the view has come, read since it was asked for
     * @throws RefusedException if the query names something that is not there
     */
    public ViewAnswer show(Access access, ViewQuery query, KnownDocuments known, StampAtRevision now) {
        return waited(new ViewRequest(access, query, true, known), now);
    }

    private ViewAnswer waited(ViewRequest request, StampAtRevision now) {
        return switch (reply(request, now)) {
            case ViewAnswer answer -> answer;
            case PendingView rest ->
                answer(
                        request,
                        rest.missing
                                .map(views::find)
                                .orElseGet(() -> views.compute(request.access().household(), request.query())));
        };
    }

    /** Looks at what the client has, and then into memory. */
    private Reply reply(ViewRequest request, StampAtRevision now) {
        DocumentVersion version = views.version(now);
        if (request.known().has(request.access().household(), request.query().canonical(), version)) {
            views.unchanged(request.query());
            return answer(request, version, now.revision(), Optional.empty(), CacheStatus.UNCHANGED);
        }
        if (!request.useKept()) {
            return new PendingView(request, Optional.empty());
        }
        return switch (views.look(request.access().household(), request.query(), now)) {
            case Result result -> answer(request, result);
            case Missing missing -> new PendingView(request, Optional.of(missing));
        };
    }

    private ViewAnswer answer(ViewRequest request, Result result) {
        return answer(request, result.version(), result.revision(), Optional.of(result.document()), result.origin());
    }

    private ViewAnswer answer(
            ViewRequest request,
            DocumentVersion version,
            Revision revision,
            Optional<Document> document,
            CacheStatus origin) {
        Access access = request.access();
        if (origin != CacheStatus.UNCACHED) {
            warmer.read(access.household(), access.actor().name(), request.query());
        }
        String tag = version.tag(access.household(), request.query().canonical());
        return new ViewAnswer(tag, version.stamp(), revision, document, origin);
    }
}
