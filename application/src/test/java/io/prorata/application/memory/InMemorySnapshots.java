package io.prorata.application.memory;

import io.prorata.application.view.PageRequest;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.Snapshot.SettledMonths;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.TransactionOrder;
import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.recognition.KnownRow;
import io.prorata.domain.recognition.KnownRows;
import io.prorata.domain.recognition.MatchCandidates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The reading side of one moment's books. */
record InMemorySnapshots(InMemorySession session) {

    private static final Comparator<Place> LATEST_FIRST = Comparator.comparing(
                    (Place place) -> LocalDate.parse(place.key()))
            .thenComparingLong(Place::id)
            .reversed();

    StampAtRevision stampAtRevision(HouseholdId household, ViewScopes scopes) {
        return new StampAtRevision(
                new InMemoryRevisions(session).stampOf(household, scopes), session.current(household));
    }

    Snapshot take(HouseholdId household, SnapshotRequest wanted) {
        var plans = new InMemoryPlans(session);
        var ledger = new InMemoryLedger(session);
        PlanBook book =
                wanted.scopes().planUpTo().map(month -> plans.book(household)).orElse(PlanBook.EMPTY);
        Set<YearMonth> months = wanted.months(book);
        return new Snapshot(
                household,
                stampAtRevision(household, wanted.scopes()),
                session.existing(household).settings(),
                book,
                months.stream()
                        .collect(Collectors.toMap(
                                Function.<YearMonth>identity(), month -> ledger.facts(household, month))),
                wanted.config().isPresent()
                        ? plans.config(household, wanted.config().getAsLong())
                        : Optional.empty(),
                wanted.categories() ? session.existing(household).categories : Set.of(),
                wanted.page()
                        .map(page -> rows(household, page.spelled(ledger.facts(household, page.month()))))
                        .orElse(List.of()),
                wanted.settlingFrom().isPresent()
                        ? new InMemorySettlements(session).settled(household, months)
                        : SettledMonths.NONE,
                wanted.rowsAround().map(month -> around(household, month, book)).orElse(KnownRows.UNKNOWN));
    }

    private KnownRows around(HouseholdId household, YearMonth month, PlanBook book) {
        List<KnownRow> rows = session.existing(household).rows.values().stream()
                .filter(row -> !row.transaction().classification().excluded())
                .filter(row -> !row.transaction().line().date().isBefore(KnownRows.first(month))
                        && !row.transaction().line().date().isAfter(KnownRows.last(month)))
                .map(row -> new KnownRow(row.transaction(), row.importId().isEmpty()))
                .toList();
        return rows.size() > KnownRows.MOST_OF_A_VIEW
                ? KnownRows.UNKNOWN
                : new KnownRows(
                        MatchCandidates.of(month, book).among(rows),
                        new InMemoryLedger(session).rejectedMatches(household),
                        true);
    }

    private List<Transaction> rows(HouseholdId household, PageRequest page) {
        return session.existing(household).rows.values().stream()
                .map(HouseholdRecords.Row::transaction)
                .filter(row -> row.month().equals(page.month()))
                .filter(row -> !row.classification().excluded())
                .filter(row -> row.classification().type() == page.type())
                .filter(row -> GroupKey.of(row).counts())
                .filter(row -> page.category().includes(row.classification().category()))
                .sorted(TransactionOrder.LATEST_FIRST.comparator())
                .filter(row -> page.after()
                        .filter(after -> LATEST_FIRST.compare(after, TransactionOrder.LATEST_FIRST.placeOf(row)) >= 0)
                        .isEmpty())
                .skip(page.offset())
                .limit(page.limit())
                .toList();
    }
}
