package io.prorata.application.port;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.HOUSEHOLD;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.prorata.application.port.Ledger.Entry;
import io.prorata.application.port.Ledger.Origin;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionFilter.Named;
import io.prorata.application.view.TransactionOrder;
import io.prorata.application.view.TransactionOrder.By;
import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} promises of lists, and of rows that are edited or taken out. */
public interface TransactionListContract extends BooksContract {

    List<@Nullable String> NAMES = new ArrayList<>(List.of("Courses", "courses", "Été", "🥐", "\uFB01n"));
    List<By> ORDERS = List.of(By.values());
    List<String> LABELS = List.of("CARTE ÉPICERIE", "carte epicerie", "Virement", "_%", "ß", "𝔸", "\uFFFD");

    @Test
    default void aListHasTheRowsThatMatchInOrder() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        var random = new SplittableRandom(1);
        List<Transaction> rows = someRows(random, 120);
        add(work, household, rows);
        add(work, neighbours, someRows(random, 20));

        for (long seed = 0; seed < 200; seed++) {
            var chances = new SplittableRandom(seed);
            TransactionFilter filter = anyFilter(chances);
            TransactionOrder order = anyOrder(chances);
            String example = "seed " + seed + ": " + filter + " " + order;
            List<Transaction> expected = rows.stream()
                    .filter(filter::matches)
                    .sorted(order.comparator())
                    .toList();
            int limit = chances.nextInt(1, 140);
            long offset = chances.nextInt(0, 10);

            assertEquals(
                    expected.stream().skip(offset).limit(limit).toList(),
                    list(work, household, filter, order, Optional.empty(), limit, offset),
                    example);
            assertEquals(expected.size(), count(work, household, filter), example);
        }
    }

    /** Does what an adapter does behind the writes, so that lists are quick; none differs by it. */
    default void index(UnitOfWork work) {}

    @Test
    default void aListHasTheRowsThatMatchWhateverIsIndexedOfThem() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        var random = new SplittableRandom(3);
        List<Transaction> rows = new ArrayList<>(someRows(random, 60));
        add(work, household, rows);
        add(work, neighbours, someRows(random, 60));
        index(work);
        List<Transaction> later = someRows(random, 90);
        add(work, household, later.subList(60, 90));
        rows.addAll(later.subList(60, 90));
        for (long id = 5; id <= 85; id += 10) {
            Transaction edited = copy(later.get(90 - (int) id), id);
            rows.replaceAll(row -> row.id() == edited.id() ? edited : row);
            write(
                    work,
                    household,
                    new Change.TransactionRecorded(MARCH),
                    books -> books.ledger().replace(household, List.of(edited)));
            long gone = id + 1;
            rows.removeIf(row -> row.id() == gone);
            write(
                    work,
                    household,
                    new Change.TransactionRemoved(MARCH),
                    books -> books.ledger().remove(household, gone));
        }

        for (int indexed = 0; indexed < 2; indexed++) {
            for (long seed = 0; seed < 100; seed++) {
                var chances = new SplittableRandom(seed);
                TransactionFilter filter = anyFilter(chances);
                TransactionOrder order = anyOrder(chances);
                List<Transaction> expected = rows.stream()
                        .filter(filter::matches)
                        .sorted(order.comparator())
                        .toList();

                assertEquals(
                        expected,
                        list(work, household, filter, order, Optional.empty(), 200, 0),
                        "seed " + seed + ": " + filter + " " + order);
                assertEquals(expected.size(), count(work, household, filter));
            }
            index(work);
        }
    }

    @Test
    default void aListGoesOnAfterAPlaceWhateverComesAndGoesBefore() {
        for (By by : ORDERS) {
            for (boolean descending : List.of(true, false)) {
                UnitOfWork work = empty();
                HouseholdId household = found(work);
                var order = new TransactionOrder(by, descending);
                List<Transaction> rows = someRows(new SplittableRandom(2), 40);
                add(work, household, rows);
                List<Transaction> expected =
                        rows.stream().sorted(order.comparator()).toList();

                List<Transaction> walked = new ArrayList<>();
                Optional<Place> after = Optional.empty();
                List<Transaction> page;
                do {
                    page = list(work, household, TransactionFilter.ALL, order, after, 7, 0);
                    walked.addAll(page);
                    if (!page.isEmpty()) {
                        Transaction last = page.getLast();
                        after = Optional.of(order.placeOf(last));
                        // The row at the place goes, and others come before it: the pages to come stay what they are.
                        Transaction first = copy(walked.getFirst(), 1_000 + walked.size());
                        write(work, household, new Change.TransactionRecorded(MARCH), books -> {
                            books.ledger().remove(household, last.id());
                            if (order.comparator().compare(first, last) < 0) {
                                books.ledger().add(household, OptionalLong.empty(), List.of(first));
                            }
                        });
                    }
                } while (!page.isEmpty());

                assertEquals(expected, walked, order.toString());
            }
        }
    }

    @Test
    default void aRowThatIsEditedKeepsItsFingerprintAndItsImport() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Transaction before = row(1, MARCH, -500, ExpenseType.VARIABLE, "Courses");
        Transaction other = row(2, MARCH, -700, ExpenseType.VARIABLE, "Courses");
        add(work, household, List.of(before, other));
        Map<String, Integer> fingerprints = fingerprints(work, household);
        var after = new Transaction(
                1,
                new BankLine("FR 1", LocalDate.of(2024, 3, 31), new Money(-501), "Corrected", null),
                new Classification(ExpenseType.FIXED, null, "Sub", true),
                TypedBy.PERSON,
                new TreeSet<>(List.of("tag")));

        long revision = write(
                        work,
                        household,
                        new Change.TransactionChanged(MARCH, MARCH),
                        books -> books.ledger().replace(household, List.of(after)))
                .revision()
                .number();

        assertEquals(
                Optional.of(new Entry(after, OptionalLong.empty(), revision, Origin.of(before.line()))),
                entry(work, household, 1));
        assertEquals(
                Optional.of(new Entry(other, OptionalLong.empty(), revision - 1, Origin.of(other.line()))),
                entry(work, household, 2));
        assertEquals(fingerprints, fingerprints(work, household));
    }

    @Test
    default void aRowThatIsTakenOutIsGoneAndItsIdIsNotGivenAgain() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        long id = work.write(household, ANNA, books -> {
                    long next = books.ledger().nextIds(household, 1);
                    books.ledger()
                            .add(
                                    household,
                                    OptionalLong.empty(),
                                    List.of(row(next, MARCH, -1, ExpenseType.VARIABLE, null)));
                    return new UnitOfWork.Decision<>(
                            next, new Change.TransactionRecorded(MARCH), AuditEntry.added("row added", HOUSEHOLD));
                })
                .result();
        add(work, neighbours, List.of(row(id, MARCH, -1, ExpenseType.VARIABLE, null)));

        write(
                work,
                household,
                new Change.TransactionRemoved(MARCH),
                books -> books.ledger().remove(household, id));

        assertEquals(Optional.empty(), entry(work, household, id));
        assertEquals(1, count(work, neighbours, TransactionFilter.ALL));
        write(
                work,
                household,
                new Change.TransactionRemoved(MARCH),
                books -> assertNotEquals(id, books.ledger().nextIds(household, 1)));
    }

    private static List<Transaction> someRows(SplittableRandom random, int count) {
        List<Transaction> rows = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            rows.add(new Transaction(
                    id,
                    new BankLine(
                            name(random),
                            LocalDate.of(2024, 2, 25).plusDays(random.nextInt(12)),
                            new Money(random.nextInt(-5, 5)),
                            LABELS.get(random.nextInt(LABELS.size())),
                            null),
                    new Classification(anyType(random), name(random), name(random), random.nextInt(4) == 0),
                    TypedBy.RULE,
                    new TreeSet<>(Stream.generate(() -> random.nextBoolean() ? "a" : "a b")
                            .limit(random.nextInt(3))
                            .toList())));
        }
        return rows;
    }

    private static TransactionFilter anyFilter(SplittableRandom random) {
        Optional<LocalDate> from = sometimes(random, LocalDate.of(2024, 2, 25).plusDays(random.nextInt(6)));
        Optional<LocalDate> to = sometimes(random, LocalDate.of(2024, 3, 1).plusDays(random.nextInt(6)));
        Optional<Money> least = sometimes(random, new Money(random.nextInt(-5, 0)));
        Optional<Money> most = sometimes(random, new Money(random.nextInt(0, 5)));
        var filter = new TransactionFilter(
                from,
                to,
                sometimes(random, new Named(name(random))),
                sometimes(random, new Named(name(random))),
                sometimes(random, new Named(name(random))),
                random.nextInt(3) == 0 ? Set.of(anyType(random)) : Set.of(),
                sometimes(random, random.nextBoolean()),
                sometimes(random, random.nextBoolean() ? "a" : "b"),
                sometimes(
                        random,
                        List.of("epic", "ÉPI", "%", "_", "ss", "virement").get(random.nextInt(6))),
                least,
                most);
        return random.nextInt(4) == 0
                ? filter.ofIds(random.longs(random.nextInt(7), 1, 60).boxed().toList())
                : filter;
    }

    private static TransactionOrder anyOrder(SplittableRandom random) {
        return new TransactionOrder(ORDERS.get(random.nextInt(ORDERS.size())), random.nextBoolean());
    }

    private static <T> Optional<T> sometimes(SplittableRandom random, T value) {
        return random.nextInt(5) == 0 ? Optional.of(value) : Optional.empty();
    }

    private static @Nullable String name(SplittableRandom random) {
        int index = random.nextInt(NAMES.size() + 1);
        return index == NAMES.size() ? null : NAMES.get(index);
    }

    private static ExpenseType anyType(SplittableRandom random) {
        return LedgerContract.TYPES.get(random.nextInt(LedgerContract.TYPES.size()));
    }

    private static Transaction copy(Transaction transaction, long id) {
        return new Transaction(
                id, transaction.line(), transaction.classification(), transaction.typedBy(), transaction.tags());
    }

    private static void add(UnitOfWork work, HouseholdId household, List<Transaction> rows) {
        write(
                work,
                household,
                new Change.TransactionRecorded(MARCH),
                books -> books.ledger().add(household, OptionalLong.empty(), rows));
    }

    private static List<Transaction> list(
            UnitOfWork work,
            HouseholdId household,
            TransactionFilter filter,
            TransactionOrder order,
            Optional<Place> after,
            int limit,
            long offset) {
        return work
                .read(household, books -> books.ledger().list(household, filter, order, after, limit, offset))
                .stream()
                .map(Entry::transaction)
                .toList();
    }

    private static long count(UnitOfWork work, HouseholdId household, TransactionFilter filter) {
        return work.read(household, books -> books.ledger().count(household, filter));
    }

    private static Optional<Entry> entry(UnitOfWork work, HouseholdId household, long id) {
        return work.read(household, books -> books.ledger().entry(household, id));
    }

    private static Map<String, Integer> fingerprints(UnitOfWork work, HouseholdId household) {
        return work.read(
                household,
                books -> books.ledger().fingerprints(household, LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 31)));
    }
}
