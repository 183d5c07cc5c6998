package io.prorata.adapter.web.change;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.change.ShowChanges.ChangesSince;
import io.prorata.application.port.Changes.LoggedChange;
import io.prorata.application.view.Revision;
import io.prorata.domain.freshness.Scope;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Changes, oldest first.
 *
 * @param since the value of {@code since} for the next request
 * @param hasMore whether there are more changes
 */
@Serdeable.Serializable
record ChangesResponse(List<ChangeResponse> changes, String since, boolean hasMore) {

    /**
     * One change.
     *
     * @param revision the revision that the change made
     * @param actor the author of the change
     * @param what a description: {@code transaction changed}
     * @param kind the kind of the resource: {@code transaction}
     * @param id the id of the resource; null if the change affects several
     * @param removed whether the resource was removed
     */
    @Serdeable.Serializable
    record ChangeResponse(
            String revision,
            String at,
            String actor,
            String what,
            String kind,
            @Nullable Long id,
            boolean removed,
            StaleResponse stale) {

        static ChangeResponse of(LoggedChange change, String epoch) {
            return new ChangeResponse(
                    new Revision(epoch, change.revision()).toString(),
                    change.at().toString(),
                    change.actor(),
                    change.what(),
                    change.kind(),
                    change.id().isPresent() ? change.id().getAsLong() : null,
                    change.removes(),
                    StaleResponse.of(change.stale().orElseThrow()));
        }
    }

    /**
     * The data to read again.
     *
     * @param months whose transactions changed
     * @param planFrom the month from which on the plan changed
     * @param lists that changed: catalogue, imports, mapping, access
     */
    @Serdeable.Serializable
    record StaleResponse(List<String> months, @Nullable String planFrom, List<String> lists) {

        static StaleResponse of(Set<Scope> stale) {
            Set<YearMonth> months = new TreeSet<>();
            Set<YearMonth> plans = new TreeSet<>();
            Set<String> lists = new TreeSet<>();
            for (Scope scope : stale) {
                switch (scope) {
                    case Scope.Ledger(YearMonth month) -> months.add(month);
                    case Scope.Plan(YearMonth from) -> plans.add(from);
                    case Scope.Catalogue() -> lists.add("catalogue");
                    case Scope.Imports() -> lists.add("imports");
                    case Scope.Mapping() -> lists.add("mapping");
                    case Scope.Access() -> lists.add("access");
                }
            }
            return new StaleResponse(
                    months.stream().map(YearMonth::toString).toList(),
                    plans.stream().findFirst().map(YearMonth::toString).orElse(null),
                    List.copyOf(lists));
        }
    }

    static ChangesResponse of(ChangesSince since) {
        return new ChangesResponse(
                since.changes().stream()
                        .map(change -> ChangeResponse.of(change, since.current().epoch()))
                        .toList(),
                since.last().toString(),
                since.more());
    }
}
