package io.prorata.application.explanation;

import io.prorata.application.query.SettlementQuery;
import io.prorata.application.query.SummaryQuery;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.freshness.ViewScopes;
import java.time.YearMonth;

/** A figure that is to be explained: the view that shows it, with its parameters, and the place in it. */
public sealed interface FigureQuery {

    /** Returns where the figure is in the view. */
    FigurePlace place();

    /** Returns the month that the view shows, the last one of several. */
    YearMonth month();

    /** Returns the name of the view. */
    default String view() {
        return switch (this) {
            case OfSummary _ -> "summary";
            case OfProvisions _ -> "provisions";
            case OfSettlement _ -> "settlement";
        };
    }

    /** Returns what the explanation needs of the books. */
    SnapshotRequest request();

    /** A figure of a month's summary. */
    record OfSummary(YearMonth month, FigurePlace place) implements FigureQuery {

        /** Returns whether the figure is of what is to confirm, which depends on rows of some days around the month too. */
        boolean isToConfirm() {
            return place instanceof FigurePlace.Pointer(String pointer) && pointer.startsWith("/to_confirm/");
        }

        @Override
        public SnapshotRequest request() {
            return isToConfirm()
                    ? new SummaryQuery(month).request()
                    : SnapshotRequest.of(ViewScopes.ofMonth(month)).withoutExtremes();
        }
    }

    /** A figure of a month's provisions in full. Rows that move a balance are part of its explanation. */
    record OfProvisions(YearMonth month, FigurePlace place) implements FigureQuery {
        @Override
        public SnapshotRequest request() {
            return SnapshotRequest.of(ViewScopes.ofMonth(month)).withoutExtremes();
        }
    }

    /** A figure of settling up over months. */
    record OfSettlement(SettlementQuery query, FigurePlace place) implements FigureQuery {
        @Override
        public YearMonth month() {
            return query.month();
        }

        @Override
        public SnapshotRequest request() {
            return query.request();
        }
    }
}
