package io.prorata.application.memory;

import io.prorata.application.port.Settlements;
import io.prorata.application.view.Snapshot.SettledMonths;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.settlement.NamedRow;
import io.prorata.domain.settlement.Settlement;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

record InMemorySettlements(InMemorySession session) implements Settlements {

    private static final Comparator<Settlement> LATEST_FIRST = Comparator.comparing(Settlement::month)
            .thenComparingLong(Settlement::id)
            .reversed();

    @Override
    public Optional<Entry> find(HouseholdId household, long id) {
        return Optional.ofNullable(session.toRead(household).settlements.get(id));
    }

    @Override
    public List<Entry> list(HouseholdId household, YearMonth from, YearMonth to) {
        return session.toRead(household).settlements.values().stream()
                .filter(entry -> !entry.settlement().month().isBefore(from)
                        && !entry.settlement().month().isAfter(to))
                .sorted(Comparator.comparing(Entry::settlement, LATEST_FIRST))
                .toList();
    }

    @Override
    public long nextId(HouseholdId household) {
        return session.toWrite(household).next("settlement", 1);
    }

    @Override
    public void add(HouseholdId household, Settlement settlement) {
        requireRows(household, settlement);
        HouseholdRecords.addNew(
                session.toWrite(household).settlements, settlement.id(), new Entry(settlement, session.making()));
    }

    @Override
    public void replace(HouseholdId household, Settlement settlement) {
        requireRows(household, settlement);
        HouseholdRecords.replace(
                session.toWrite(household).settlements, settlement.id(), new Entry(settlement, session.making()));
    }

    @Override
    public void remove(HouseholdId household, long id) {
        HouseholdRecords.remove(session.toWrite(household).settlements, id);
    }

    @Override
    public SortedSet<YearMonth> monthsNamingRowsOf(HouseholdId household, Collection<YearMonth> months) {
        HouseholdRecords records = session.toRead(household);
        return records.settlements.values().stream()
                .map(Entry::settlement)
                .filter(settlement -> settlement.rows().stream()
                        .map(id -> Objects.requireNonNull(records.rows.get(id)).transaction())
                        .anyMatch(row -> months.contains(row.month())))
                .map(Settlement::month)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As foreign keys would: the rows that are named have to be there. */
    private void requireRows(HouseholdId household, Settlement settlement) {
        if (!session.toRead(household).rows.keySet().containsAll(settlement.rows())) {
            throw new IllegalStateException("a settlement names rows that are not there");
        }
    }

    /** A row that is removed is named no more. */
    static void forget(HouseholdRecords records, Set<Long> gone) {
        records.settlements.replaceAll((id, entry) -> {
            Settlement is = entry.settlement();
            SortedSet<Long> left = new TreeSet<>(is.rows());
            left.removeAll(gone);
            return new Entry(
                    new Settlement(is.id(), is.date(), is.settles(), is.from(), is.to(), is.amount(), is.note(), left),
                    entry.changedAt());
        });
    }

    SettledMonths settled(HouseholdId household, Set<YearMonth> months) {
        if (months.isEmpty()) {
            return SettledMonths.NONE;
        }
        HouseholdRecords records = session.toRead(household);
        List<Settlement> settlements = list(household, Collections.min(months), Collections.max(months)).stream()
                .map(Entry::settlement)
                .sorted(Comparator.comparingLong(Settlement::id))
                .toList();
        List<NamedRow> rows = settlements.stream()
                .flatMap(settlement -> settlement.rows().stream())
                .distinct()
                .sorted()
                .map(id -> Objects.requireNonNull(records.rows.get(id)).transaction())
                .map(InMemorySettlements::named)
                .toList();
        return new SettledMonths(settlements, rows);
    }

    private static NamedRow named(Transaction row) {
        return new NamedRow(
                row.id(), row.month(), GroupKey.of(row), row.classification().excluded());
    }
}
