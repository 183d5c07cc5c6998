package io.prorata.application.memory;

import io.prorata.application.memory.HouseholdRecords.Row;
import io.prorata.application.port.Ledger;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.mapping.CategoryUse;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

record InMemoryLedger(InMemorySession session) implements Ledger {

    @Override
    public long nextIds(HouseholdId household, int count) {
        return session.toWrite(household).next("transaction", count);
    }

    @Override
    public void add(HouseholdId household, OptionalLong importId, List<Transaction> transactions) {
        HouseholdRecords records = session.toWrite(household);
        if (importId.isPresent() && !records.imports.containsKey(importId.getAsLong())) {
            throw new IllegalStateException("there is no import " + importId.getAsLong());
        }
        for (Transaction transaction : transactions) {
            HouseholdRecords.addNew(
                    records.rows,
                    transaction.id(),
                    new Row(
                            transaction,
                            importId,
                            transaction.line().date(),
                            transaction.line().fingerprint(),
                            session.making()));
            Optional.ofNullable(transaction.classification().category()).ifPresent(records.categories::add);
        }
    }

    @Override
    public void addStaged(HouseholdId household, Staged staged) {
        add(household, OptionalLong.of(staged.importId()), ((InMemoryStaged) staged).entered());
    }

    @Override
    public Optional<Transaction> find(HouseholdId household, long id) {
        return Optional.ofNullable(session.toRead(household).rows.get(id)).map(Row::transaction);
    }

    @Override
    public Optional<Entry> entry(HouseholdId household, long id) {
        return Optional.ofNullable(session.toRead(household).rows.get(id)).map(InMemoryLedger::entry);
    }

    @Override
    public List<Entry> list(
            HouseholdId household,
            TransactionFilter filter,
            TransactionOrder order,
            Optional<TransactionOrder.Place> after,
            int limit,
            long offset) {
        List<Row> rows = session.toRead(household).rows.values().stream()
                .filter(row -> filter.matches(row.transaction()))
                .sorted(Comparator.comparing(Row::transaction, order.comparator()))
                .toList();
        return rows.stream()
                .filter(row -> after.isEmpty() || isAfter(row.transaction(), after.get(), order))
                .skip(offset)
                .limit(limit)
                .map(InMemoryLedger::entry)
                .toList();
    }

    /** The row of the place itself may be gone: the places are compared, not looked for. */
    private static boolean isAfter(Transaction transaction, TransactionOrder.Place place, TransactionOrder order) {
        TransactionOrder.Place own = order.placeOf(transaction);
        int byKey = order.by() == TransactionOrder.By.AMOUNT
                ? Long.compare(Long.parseLong(own.key()), Long.parseLong(place.key()))
                : Naming.BY_CODE_POINT.compare(own.key(), place.key());
        int compared = byKey == 0 ? Long.compare(own.id(), place.id()) : byKey;
        return order.descending() ? compared < 0 : compared > 0;
    }

    @Override
    public CategoryNames categoryNames(HouseholdId household) {
        var names = new TreeSet<>(session.toRead(household).categories);
        session.toRead(household).rows.values().stream()
                .map(row -> row.transaction().classification().subcategory())
                .filter(Objects::nonNull)
                .forEach(names::add);
        return new CategoryNames(names, session.toRead(household).aliases);
    }

    @Override
    public List<EarlierRow> earlierRows(HouseholdId household, long revision, int limit) {
        HouseholdRecords records = session.toRead(household);
        return records.earlier.getOrDefault(revision, new TreeMap<>()).values().stream()
                .limit(limit)
                .map(earlier -> {
                    long id = earlier.row().transaction().id();
                    Optional<Row> now = Optional.ofNullable(records.rows.get(id));
                    boolean asItLeftIt = earlier.change() == RowChange.REMOVED
                            ? now.isEmpty()
                            : now.map(Row::revision).equals(Optional.of(revision));
                    boolean later = records.earlier.tailMap(revision + 1).values().stream()
                            .anyMatch(rows -> rows.containsKey(id));
                    return new EarlierRow(
                            entry(earlier.row()), earlier.change(), now.map(Row::transaction), !asItLeftIt || later);
                })
                .toList();
    }

    @Override
    public void restore(HouseholdId household, List<Entry> rows) {
        HouseholdRecords records = session.toWrite(household);
        for (Entry entry : rows) {
            long id = entry.transaction().id();
            var row = new Row(
                    entry.transaction(),
                    entry.importId(),
                    entry.origin().date(),
                    entry.origin().fingerprint(),
                    session.making());
            HouseholdRecords.addNew(records.rows, id, row);
            records.removed.remove(id);
            records.keep(row, RowChange.RESTORED, session.making());
        }
    }

    @Override
    public SortedSet<String> tagNames(HouseholdId household) {
        return session.toRead(household).rows.values().stream()
                .flatMap(row -> row.transaction().tags().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public SortedSet<String> rejectedMatches(HouseholdId household) {
        return new TreeSet<>(session.toRead(household).rejected);
    }

    @Override
    public void rejectMatches(HouseholdId household, Collection<String> keys) {
        session.toWrite(household).rejected.addAll(keys);
    }

    @Override
    public List<Transaction> linked(HouseholdId household, int most) {
        return session.toRead(household).rows.values().stream()
                .map(Row::transaction)
                .filter(row -> row.attribution().link().isPresent()
                        || row.attribution().source().isPresent())
                .sorted(TransactionOrder.LATEST_FIRST.comparator())
                .limit(most)
                .toList();
    }

    @Override
    public List<Transaction> categorisedByPersons(HouseholdId household, int most) {
        return session.toRead(household).rows.values().stream()
                .map(Row::transaction)
                .filter(row -> row.isPersons(RowField.CATEGORY))
                .sorted(TransactionOrder.LATEST_FIRST.comparator())
                .limit(most)
                .toList();
    }

    @Override
    public long count(HouseholdId household, TransactionFilter filter) {
        return session.toRead(household).rows.values().stream()
                .filter(row -> filter.matches(row.transaction()))
                .count();
    }

    @Override
    public Statistics sum(HouseholdId household, TransactionFilter filter) {
        Statistics all = Statistics.sum(session.toRead(household).rows.values().stream()
                .map(Row::transaction)
                .filter(filter::matches)
                .map(row -> Statistics.of(row.line().amount()))
                .toList());
        return Statistics.summed(all.count(), all.sum());
    }

    @Override
    public boolean isNamed(HouseholdId household, PlanLink link) {
        return session.toRead(household).rows.values().stream()
                .anyMatch(row -> row.transaction().attribution().link().equals(Optional.of(link)));
    }

    @Override
    public void replace(HouseholdId household, List<Transaction> transactions) {
        HouseholdRecords records = session.toWrite(household);
        transactions.stream()
                .filter(after -> records.rows.containsKey(after.id()))
                .flatMap(after -> Optional.ofNullable(after.classification().category()).stream())
                .forEach(records.categories::add);
        transactions.forEach(after -> records.rows.computeIfPresent(after.id(), (id, before) -> {
            records.keep(before, RowChange.REPLACED, session.making());
            return new Row(after, before.importId(), before.bankDate(), before.fingerprint(), session.making());
        }));
    }

    @Override
    public void remove(HouseholdId household, long id) {
        HouseholdRecords records = session.toWrite(household);
        Row removed = records.rows.remove(id);
        InMemorySettlements.forget(records, Set.of(id));
        if (removed != null) {
            records.keep(removed, RowChange.REMOVED, session.making());
        }
        if (removed != null && removed.importId().isPresent()) {
            records.removed.put(id, removed);
        }
    }

    @Override
    public Map<String, Integer> removedLines(HouseholdId household, LocalDate first, LocalDate last) {
        return session.toRead(household).removed.values().stream()
                .filter(row -> !row.bankDate().isBefore(first))
                .filter(row -> !row.bankDate().isAfter(last))
                .collect(Collectors.toMap(Row::fingerprint, row -> 1, Integer::sum, HashMap::new));
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.transaction(), row.importId(), row.revision(), new Origin(row.bankDate(), row.fingerprint()));
    }

    @Override
    public MonthFacts facts(HouseholdId household, YearMonth month) {
        return MonthFacts.of(session.toRead(household).rows.values().stream()
                .map(Row::transaction)
                .filter(transaction -> transaction.month().equals(month))
                .toList());
    }

    @Override
    public Map<String, Integer> fingerprints(HouseholdId household, LocalDate first, LocalDate last) {
        return session.toRead(household).rows.values().stream()
                .filter(row -> !row.bankDate().isBefore(first))
                .filter(row -> !row.bankDate().isAfter(last))
                .collect(Collectors.toMap(Row::fingerprint, row -> 1, Integer::sum, HashMap::new));
    }

    @Override
    public SortedSet<String> accounts(HouseholdId household, LocalDate first, LocalDate last) {
        return session.toRead(household).rows.values().stream()
                .filter(row -> !row.bankDate().isBefore(first))
                .filter(row -> !row.bankDate().isAfter(last))
                .map(row -> row.transaction().line().account())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void knownLines(HouseholdId household, LocalDate first, LocalDate last, Consumer<KnownLine> sink) {
        session.toRead(household).rows.values().stream()
                .filter(row -> !row.bankDate().isBefore(first))
                .filter(row -> !row.bankDate().isAfter(last))
                .map(row ->
                        new KnownLine(row.transaction().id(), row.transaction().line(), row.fingerprint()))
                .forEach(sink);
    }

    @Override
    public void correct(HouseholdId household, List<Transaction> transactions) {
        replace(household, transactions);
        HouseholdRecords records = session.toWrite(household);
        transactions.forEach(after -> records.rows.computeIfPresent(
                after.id(),
                (id, row) -> new Row(
                        row.transaction(),
                        row.importId(),
                        after.line().date(),
                        after.line().fingerprint(),
                        row.revision())));
    }

    @Override
    public List<ImportedRow> ofImport(HouseholdId household, long importId) {
        return session.toRead(household).rows.values().stream()
                .filter(of(importId))
                .map(row -> new ImportedRow(
                        row.transaction().id(),
                        row.transaction().month(),
                        row.transaction().classification(),
                        row.transaction().attribution(),
                        row.revision()))
                .toList();
    }

    @Override
    public void removeImport(HouseholdId household, long importId) {
        HouseholdRecords records = session.toWrite(household);
        InMemorySettlements.forget(
                records,
                records.rows.values().stream()
                        .filter(of(importId))
                        .map(row -> row.transaction().id())
                        .collect(Collectors.toSet()));
        records.rows.values().removeIf(of(importId));
        session.toWrite(household).removed.values().removeIf(of(importId));
    }

    @Override
    public void retype(HouseholdId household, Collection<Long> ids, ExpenseType type) {
        var wanted = new TreeSet<>(ids);
        HouseholdRecords records = session.toWrite(household);
        records.rows.replaceAll((id, row) -> {
            if (!wanted.contains(id)) {
                return row;
            }
            records.keep(row, RowChange.REPLACED, session.making());
            return row.typed(type, TypedBy.PERSON, session.making());
        });
    }

    @Override
    public List<Transaction> naming(HouseholdId household, MemberKey member, int most) {
        return session.toRead(household).rows.values().stream()
                .map(Row::transaction)
                .filter(row -> row.attribution().members().contains(member))
                .limit(most)
                .toList();
    }

    @Override
    public CategoryUse categoryUse(HouseholdId household) {
        var use = new CategoryUse();
        session.toRead(household).rows.values().forEach(row -> use.add(row.transaction()));
        return use;
    }

    @Override
    public List<RuledGroup> ruledGroups(HouseholdId household) {
        Map<RuledGroup, Long> groups = session.toRead(household).rows.values().stream()
                .filter(row -> row.transaction().isTypedByMapping())
                .collect(Collectors.groupingBy(InMemoryLedger::groupOf, Collectors.counting()));
        return groups.entrySet().stream()
                .map(group -> counting(group.getKey(), group.getValue()))
                .toList();
    }

    @Override
    public SortedSet<YearMonth> retype(HouseholdId household, RuledGroup group, ExpenseType type) {
        SortedSet<YearMonth> months = new TreeSet<>();
        RuledGroup wanted = counting(group, 0);
        HouseholdRecords records = session.toWrite(household);
        records.rows.replaceAll((id, row) -> {
            if (!row.transaction().isTypedByMapping() || !groupOf(row).equals(wanted)) {
                return row;
            }
            records.keep(row, RowChange.REPLACED, session.making());
            months.add(row.transaction().month());
            return row.typed(type, TypedBy.RULE, session.making());
        });
        return months;
    }

    private static RuledGroup groupOf(Row row) {
        Classification classification = row.transaction().classification();
        boolean received = row.transaction().line().amount().minor() > 0;
        return new RuledGroup(
                classification.category(), classification.subcategory(), received, classification.type(), 0);
    }

    private static RuledGroup counting(RuledGroup group, long rows) {
        return new RuledGroup(group.category(), group.subcategory(), group.received(), group.type(), rows);
    }

    private static Predicate<Row> of(long importId) {
        return row -> row.importId().equals(OptionalLong.of(importId));
    }
}
