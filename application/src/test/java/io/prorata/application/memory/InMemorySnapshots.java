package io.prorata.application.memory;

import io.prorata.application.port.Glance;
import io.prorata.application.port.Slice;
import io.prorata.application.port.Snapshot;
import io.prorata.application.port.Wanted;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.TransactionOrder;
import io.prorata.domain.ledger.TransactionOrder.Place;
import io.prorata.domain.plan.PlanBook;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The reading side of one moment's books. */
record InMemorySnapshots(Desk desk) {

    private static final Comparator<Place> LATEST_FIRST = Comparator.comparing(
                    (Place place) -> LocalDate.parse(place.key()))
            .thenComparingLong(Place::id)
            .reversed();

    Glance glance(HouseholdId household, ViewScopes scopes) {
        return new Glance(new InMemoryRevisions(desk).stampOf(household, scopes), desk.current(household));
    }

    Snapshot take(HouseholdId household, Wanted wanted) {
        var plans = new InMemoryPlans(desk);
        var ledger = new InMemoryLedger(desk);
        return new Snapshot(
                household,
                glance(household, wanted.scopes()),
                desk.existing(household).settings(),
                wanted.scopes().planUpTo().map(month -> plans.book(household)).orElse(PlanBook.EMPTY),
                wanted.scopes().ledgers().stream()
                        .collect(Collectors.toMap(
                                Function.<YearMonth>identity(), month -> ledger.facts(household, month))),
                wanted.config().isPresent()
                        ? plans.config(household, wanted.config().getAsLong())
                        : Optional.empty(),
                wanted.categories() ? desk.existing(household).categories : Set.of(),
                wanted.slice().map(slice -> rows(household, slice)).orElse(List.of()));
    }

    private List<Transaction> rows(HouseholdId household, Slice slice) {
        return desk.existing(household).rows.values().stream()
                .map(Shelf.Row::transaction)
                .filter(row -> row.month().equals(slice.month()))
                .filter(row -> !row.placing().excluded())
                .filter(row -> row.placing().type() == slice.type())
                .filter(row -> slice.category().includes(row.placing().category()))
                .sorted(TransactionOrder.LATEST_FIRST.comparator())
                .filter(row -> slice.after()
                        .filter(after -> LATEST_FIRST.compare(after, TransactionOrder.LATEST_FIRST.placeOf(row)) >= 0)
                        .isEmpty())
                .skip(slice.offset())
                .limit(slice.limit())
                .toList();
    }
}
