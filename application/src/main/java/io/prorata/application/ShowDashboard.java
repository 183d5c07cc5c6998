package io.prorata.application;

import io.prorata.application.port.Document;
import io.prorata.application.port.Glance;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.Revision;
import io.prorata.application.port.Snapshot;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.ViewQuery;
import io.prorata.application.port.Views;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.util.Optional;

/** Shows one view of the dashboard. */
public final class ShowDashboard {

    private final Snapshots snapshots;
    private final Views views;
    private final Renderer renderer;

    public ShowDashboard(Snapshots snapshots, Views views, Renderer renderer) {
        this.snapshots = snapshots;
        this.views = views;
        this.renderer = renderer;
    }

    /**
     * A view as it stands.
     *
     * @param revision of the household, of the same snapshot as the stamp
     * @param document empty where the asker has it already
     * @param origin how the document came about
     */
    public record Answer(Stamp stamp, Revision revision, Optional<Document> document, Origin origin) {}

    /** Where a document comes from. */
    public enum Origin {
        /** Kept, under the stamp that holds now. */
        KEPT,
        /** Computed for this request, and kept. */
        COMPUTED,
        /** Computed past everything that is kept, because the asker wanted so. */
        UNCACHED,
        /** Not needed: the asker has it. */
        UNCHANGED
    }

    /** What the asker has already: says whether a document of this revision's epoch, under this stamp, is theirs. */
    public interface Known {
        boolean has(String epoch, Stamp stamp);
    }

    /**
     * Shows {@code query}.
     *
     * @param useKept whether a kept document will do; without it everything is computed from the rows, to the same bytes
     * @throws RefusedException if the query names a config that is not there
     */
    public Answer show(HouseholdId household, ViewQuery query, boolean useKept, Known known) {
        Glance now = snapshots.glance(household, query.scopes());
        if (known.has(now.revision().epoch(), now.stamp())) {
            return new Answer(now.stamp(), now.revision(), Optional.empty(), Origin.UNCHANGED);
        }
        if (!useKept) {
            return compute(household, query, Origin.UNCACHED);
        }
        return views.find(household, query, now.revision().epoch(), now.stamp())
                .map(document -> new Answer(now.stamp(), now.revision(), Optional.of(document), Origin.KEPT))
                .orElseGet(() -> {
                    Answer computed = compute(household, query, Origin.COMPUTED);
                    views.keep(
                            household,
                            query,
                            computed.revision().epoch(),
                            computed.stamp(),
                            computed.document().orElseThrow());
                    return computed;
                });
    }

    private Answer compute(HouseholdId household, ViewQuery query, Origin origin) {
        // The snapshot has a stamp of its own: the books may have changed since show() looked. The document must be
        // kept under
        // the stamp of what it was computed from, or a later reader would be shown older figures as current.
        Snapshot snapshot = snapshots.take(household, query.wanted());
        Document document = renderer.render(query.answer(snapshot));
        Glance taken = snapshot.glance();
        return new Answer(taken.stamp(), taken.revision(), Optional.of(document), origin);
    }
}
