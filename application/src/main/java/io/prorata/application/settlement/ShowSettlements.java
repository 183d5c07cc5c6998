package io.prorata.application.settlement;

import io.prorata.application.port.Settlements;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.settlement.Settlement;
import io.prorata.domain.time.Dates;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows the settlements of some months, the latest month first. */
public final class ShowSettlements {

    private final UnitOfWork work;

    public ShowSettlements(UnitOfWork work) {
        this.work = work;
    }

    /**
     * A page of settlements.
     *
     * @param stamps of the settlements, by their ids
     * @param total of all pages
     */
    public record SettlementPage(
            List<Settlement> settlements, Map<Long, Stamp> stamps, int limit, long offset, long total) {

        public boolean hasMore() {
            return offset + settlements.size() < total;
        }
    }

    /**
     * @param from the first month; all earlier ones too if empty
     * @param to the last month; all later ones too if empty
     */
    public ReadResult<SettlementPage> show(
            HouseholdId household, Optional<YearMonth> from, Optional<YearMonth> to, int limit, long offset) {
        return work.read(household, books -> {
            List<Settlements.Entry> all =
                    books.settlements().list(household, from.orElse(Dates.FIRST_MONTH), to.orElse(Dates.LAST_MONTH));
            List<Settlements.Entry> page =
                    all.stream().skip(offset).limit(limit).toList();
            Map<Long, Stamp> stamps = books.revisions()
                    .stampsAt(
                            household,
                            page.stream().map(Settlements.Entry::changedAt).collect(Collectors.toSet()));
            StampAtRevision latest = books.revisions().latest(household);
            return new ReadResult<>(
                    new SettlementPage(
                            page.stream().map(Settlements.Entry::settlement).toList(),
                            page.stream()
                                    .collect(Collectors.toMap(
                                            entry -> entry.settlement().id(),
                                            entry -> Objects.requireNonNull(stamps.get(entry.changedAt())))),
                            limit,
                            offset,
                            all.size()),
                    books.households().get(household).currency(),
                    latest.stamp(),
                    latest.revision());
        });
    }
}
