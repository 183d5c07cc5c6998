package io.prorata.application.port;

import static io.prorata.application.Examples.APRIL;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.bankImport;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static io.prorata.application.port.BooksContract.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.port.Ledger.ImportedRow;
import io.prorata.application.port.Ledger.KnownLine;
import io.prorata.application.port.Ledger.RuledGroup;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} promises. */
public interface LedgerContract extends BooksContract {

    List<ExpenseType> TYPES = List.of(ExpenseType.values());

    @Test
    default void aTransactionComesBackAsItWasAdded() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var full = new Transaction(
                7,
                new BankLine("FR76 1", LocalDate.of(9999, 12, 31), Money.LARGEST.negated(), "CARTE ' \" ; 🥐", "id-1"),
                new Classification(ExpenseType.TRANSFER, "Catégorie", "Sous-catégorie", true),
                TypedBy.PERSON,
                new TreeSet<>(List.of("noël", "été", "a b")));
        var bare = new Transaction(
                8,
                new BankLine(null, LocalDate.of(1900, 1, 1), Money.LARGEST, "x", null),
                new Classification(ExpenseType.INCOME, null, null, false),
                TypedBy.RULE,
                new TreeSet<>());

        add(work, household, full, bare);

        assertEquals(Optional.of(full), find(work, household, 7));
        assertEquals(Optional.of(bare), find(work, household, 8));
        assertEquals(Optional.empty(), find(work, household, 9));
    }

    @Test
    default void anIdIsTakenOnce() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Transaction first = row(1, MARCH, -1, ExpenseType.VARIABLE, null);
        add(work, household, first);

        assertRejected(() -> add(
                work,
                household,
                row(2, MARCH, -2, ExpenseType.VARIABLE, null),
                row(1, MARCH, -2, ExpenseType.VARIABLE, null)));

        assertEquals(Optional.of(first), find(work, household, 1));
        assertEquals(Optional.empty(), find(work, household, 2));
    }

    @Test
    default void manyTransactionsAtOnceComeBackAsTheyWereAddedOrNoneIsThere() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        for (int count : List.of(48, 49, 50, 98, 250)) {
            var random = new SplittableRandom(count);
            long first = 1_000L * count;
            List<Transaction> rows = LongStream.range(first, first + count)
                    .mapToObj(id -> anyRow(id, MARCH, random))
                    .toList();
            List<Transaction> withATwin = new ArrayList<>(rows);
            withATwin.add(rows.getLast());

            assertRejected(() -> add(work, household, withATwin.toArray(Transaction[]::new)));
            rows.forEach(row -> assertEquals(Optional.empty(), find(work, household, row.id())));

            add(work, household, rows.toArray(Transaction[]::new));
            rows.forEach(row -> assertEquals(Optional.of(row), find(work, household, row.id())));
        }
    }

    @Test
    default void idsComeInARowAndNeverTwice() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);

        change(work, household, ledger -> assertEquals(1, ledger.nextIds(household, 10)));
        change(work, household, ledger -> {
            assertEquals(11, ledger.nextIds(household, 1));
            assertEquals(12, ledger.nextIds(household, 3));
        });
        change(work, neighbours, ledger -> assertEquals(1, ledger.nextIds(neighbours, 1)));
        change(work, household, ledger -> assertEquals(15, ledger.nextIds(household, 1)));
    }

    @Test
    default void factsAddUpWhatIsNotExcluded() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        List<Transaction> march = List.of(
                row(1, MARCH, -1000, ExpenseType.VARIABLE, "Courses"),
                row(2, MARCH, 300, ExpenseType.VARIABLE, "Courses"),
                row(3, MARCH, -50, ExpenseType.VARIABLE, null),
                row(4, MARCH, 250_000, ExpenseType.INCOME, "Salaire"),
                row(5, MARCH.atEndOfMonth(), -7, placed("Courses", "Marché", false), TypedBy.PERSON),
                row(6, MARCH.atDay(1), -9, placed("Courses", "Marché", true), TypedBy.PERSON),
                row(7, MARCH, -120_000, ExpenseType.FIXED, "Courses"));
        add(work, household, march.toArray(Transaction[]::new));
        add(work, household, row(8, APRIL, -1, ExpenseType.VARIABLE, "Courses"));
        add(work, neighbours, row(1, MARCH, -1, ExpenseType.VARIABLE, "Courses"));

        MonthFacts facts = facts(work, household, MARCH);

        assertEquals(MonthFacts.of(march), facts);
        assertEquals(6, facts.count());
        assertEquals(700, facts.of(ExpenseType.VARIABLE, "Courses").sum().minor() - 7);
        assertEquals(-300, facts.of(ExpenseType.VARIABLE, "Courses").min().minor());
        assertEquals(MonthFacts.NONE, facts(work, household, MARCH.minusMonths(1)));
    }

    @Test
    default void factsAreExactHoweverLargeTheAmounts() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        List<Transaction> rows = new ArrayList<>();
        for (int id = 1; id <= 2_000; id++) {
            rows.add(row(id, MARCH, Money.LARGEST.minor() - id % 2, ExpenseType.INCOME, "Salaire"));
        }
        add(work, household, rows.toArray(Transaction[]::new));

        // Beyond 2^53, where floating point would round.
        assertEquals(
                2_000 * Money.LARGEST.minor() - 1_000,
                facts(work, household, MARCH).of(ExpenseType.INCOME).sum().minor());
    }

    @Test
    default void factsOfRandomRowsAreTheSumOfTheRows() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        long id = 1;
        for (long seed = 0; seed < 10; seed++) {
            var random = new SplittableRandom(seed);
            YearMonth month = MARCH.plusMonths(seed);
            List<Transaction> rows = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                rows.add(anyRow(id++, month, random));
            }
            add(work, household, rows.toArray(Transaction[]::new));

            assertEquals(MonthFacts.of(rows), facts(work, household, month), "seed " + seed);
        }
    }

    @Test
    default void fingerprintsAreCountedBetweenTwoDates() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        Classification excluded = placed(null, null, true);
        var first = row(1, LocalDate.of(2024, 3, 1), -5, excluded, TypedBy.RULE);
        var twin = new Transaction(2, first.line(), placed("Courses", null, false), TypedBy.PERSON, new TreeSet<>());
        var last = row(3, LocalDate.of(2024, 3, 31), -5, excluded, TypedBy.RULE);
        var after = row(4, LocalDate.of(2024, 4, 1), -5, excluded, TypedBy.RULE);
        add(work, household, first, twin, last, after);
        add(work, neighbours, first);

        Map<String, Integer> march = fingerprints(work, household, "2024-03-01", "2024-03-31");

        assertEquals(Map.of(first.line().fingerprint(), 2, last.line().fingerprint(), 1), march);
        assertEquals(Map.of(), fingerprints(work, household, "2024-03-02", "2024-03-30"));
    }

    @Test
    default void accountsAreNamedBetweenTwoDates() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        add(
                work,
                household,
                inAccount(1, "2024-03-01", "Joint"),
                inAccount(2, "2024-03-02", "Joint"),
                inAccount(3, "2024-03-31", "Hers"),
                inAccount(4, "2024-03-15", null),
                inAccount(5, "2024-04-01", "His"));
        add(work, neighbours, inAccount(1, "2024-03-01", "Theirs"));

        assertEquals(List.of("Hers", "Joint"), accounts(work, household, "2024-03-01", "2024-03-31"));
        assertEquals(List.of("Joint"), accounts(work, household, "2024-03-02", "2024-03-30"));
        assertEquals(List.of(), accounts(work, household, "2024-03-10", "2024-03-20"));
    }

    private static Transaction inAccount(long id, String date, @Nullable String account) {
        return new Transaction(
                id,
                new BankLine(account, LocalDate.parse(date), new Money(-5), "Row " + id, null),
                placed(null, null, false),
                TypedBy.RULE,
                new TreeSet<>());
    }

    private static List<String> accounts(UnitOfWork work, HouseholdId household, String first, String last) {
        return work.read(
                household,
                books ->
                        List.copyOf(books.ledger().accounts(household, LocalDate.parse(first), LocalDate.parse(last))));
    }

    @Test
    default void knownLinesAreThoseThatTheBankDatedBetweenTwoDates() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        Classification excluded = placed(null, null, true);
        var first = row(1, LocalDate.of(2024, 3, 1), -5, excluded, TypedBy.RULE);
        var last = row(2, LocalDate.of(2024, 3, 31), -5, excluded, TypedBy.RULE);
        var after = row(3, LocalDate.of(2024, 4, 1), -5, excluded, TypedBy.RULE);
        add(work, household, first, last, after);
        add(work, neighbours, first);
        var edited = new Transaction(2, after.line(), last.classification(), TypedBy.PERSON, new TreeSet<>());
        change(work, household, ledger -> ledger.replace(household, List.of(edited)));

        Map<Long, KnownLine> known = knownLines(work, household, "2024-03-01", "2024-03-31");

        assertEquals(Set.of(1L, 2L), known.keySet());
        assertEquals(new KnownLine(1, first.line(), first.line().fingerprint()), known.get(1L));
        assertEquals(new KnownLine(2, after.line(), last.line().fingerprint()), known.get(2L));
        assertEquals(
                Set.of(1L),
                known.values().stream()
                        .filter(KnownLine::isAsWritten)
                        .map(KnownLine::id)
                        .collect(Collectors.toSet()));
        assertEquals(Map.of(), knownLines(work, household, "2024-03-02", "2024-03-30"));
    }

    @Test
    default void rowsOfAnImportThatWereRemovedAreNotedUntilItIsUndone() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Transaction byHand = row(1, MARCH, -1, ExpenseType.VARIABLE, "Courses");
        Transaction one = row(2, MARCH, -2, ExpenseType.VARIABLE, "Courses");
        Transaction two = row(3, APRIL, -3, ExpenseType.INCOME, null);
        add(work, household, byHand);
        importRows(work, household, 1, one, two);

        change(work, household, ledger -> {
            ledger.remove(household, 1);
            ledger.remove(household, 2);
        });

        assertEquals(Map.of(one.line().fingerprint(), 1), removedLines(work, household));
        change(work, household, ledger -> ledger.removeImport(household, 1));
        assertEquals(Map.of(), removedLines(work, household));
    }

    private static Map<String, Integer> removedLines(UnitOfWork work, HouseholdId household) {
        return work.read(
                household, books -> books.ledger().removedLines(household, MARCH.atDay(1), APRIL.atEndOfMonth()));
    }

    @Test
    default void aCorrectedRowIsKnownByItsNewLine() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Classification classification = placed("Courses", null, false);
        var before = row(1, LocalDate.of(2024, 3, 1), -5, classification, TypedBy.RULE);
        add(work, household, before);
        var line = new BankLine("joint", LocalDate.of(2024, 4, 2), new Money(5), "other", "id-7");
        var corrected = new Transaction(1, line, classification, TypedBy.RULE, new TreeSet<>());

        change(work, household, ledger -> ledger.correct(household, List.of(corrected)));

        assertEquals(Optional.of(corrected), find(work, household, 1));
        assertEquals(Map.of(), knownLines(work, household, "2024-03-01", "2024-03-31"));
        assertEquals(
                Map.of(1L, new KnownLine(1, line, line.fingerprint())),
                knownLines(work, household, "2024-04-02", "2024-04-02"));
    }

    @Test
    default void rowsOfAnImportCanBeListedAndRemoved() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Transaction kept = row(1, MARCH, -1, ExpenseType.VARIABLE, "Courses");
        Transaction one = row(2, MARCH, -2, ExpenseType.VARIABLE, "Courses");
        Transaction two = row(3, APRIL, -3, ExpenseType.INCOME, null);
        add(work, household, kept);
        importRows(work, household, 1, two, one);
        importRows(work, household, 2, row(4, APRIL, -4, ExpenseType.VARIABLE, null));

        assertEquals(
                List.of(
                        new ImportedRow(2, MARCH, one.classification(), Attribution.USUAL, 3),
                        new ImportedRow(3, APRIL, two.classification(), Attribution.USUAL, 3)),
                work.read(household, books -> books.ledger().ofImport(household, 1)));

        change(work, household, ledger -> ledger.removeImport(household, 1));

        assertEquals(List.of(), work.read(household, books -> books.ledger().ofImport(household, 1)));
        assertEquals(Optional.empty(), find(work, household, 2));
        assertEquals(Optional.of(kept), find(work, household, 1));
        assertEquals(1, facts(work, household, APRIL).count());
    }

    @Test
    default void rowsCannotComeFromAnImportThatIsNotThere() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);

        assertRejected(() -> change(
                work,
                household,
                ledger -> ledger.add(
                        household, OptionalLong.of(1), List.of(row(1, MARCH, -1, ExpenseType.VARIABLE, null)))));

        assertEquals(Optional.empty(), find(work, household, 1));
    }

    @Test
    default void aTypeChosenByAPersonIsNotedAsTheirsAndAsChangedNow() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        Transaction chosen = row(1, MARCH, -1, ExpenseType.VARIABLE, "Loyer");
        Transaction other = row(2, MARCH, -2, ExpenseType.VARIABLE, "Loyer");
        importRows(work, household, 1, chosen, other);
        importRows(work, neighbours, 1, chosen);

        change(work, household, ledger -> ledger.retype(household, Set.of(1L, 99L), ExpenseType.FIXED));

        var typed = new Classification(ExpenseType.FIXED, "Loyer", null, false);
        assertEquals(
                Optional.of(new Transaction(1, chosen.line(), typed, TypedBy.PERSON, chosen.tags())),
                find(work, household, 1));
        assertEquals(Optional.of(other), find(work, household, 2));
        assertEquals(Optional.of(chosen), find(work, neighbours, 1));
        assertEquals(
                List.of(3L, 2L),
                work.read(household, books -> books.ledger().ofImport(household, 1)).stream()
                        .map(ImportedRow::changedAt)
                        .toList());
    }

    @Test
    default void manyRowsAreTypedAtOnce() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        List<Long> ids = LongStream.rangeClosed(1, 3_000).boxed().toList();
        add(
                work,
                household,
                ids.stream()
                        .map(id -> row(id, MARCH, -1, ExpenseType.VARIABLE, null))
                        .toArray(Transaction[]::new));

        change(work, household, ledger -> ledger.retype(household, ids, ExpenseType.FIXED));

        assertEquals(3_000, facts(work, household, MARCH).of(ExpenseType.FIXED).count());
    }

    @Test
    default void rowsTypedByRulesAreGroupedAndTypedAnewTogether() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        add(
                work,
                household,
                row(1, MARCH, -1, ExpenseType.VARIABLE, "Épargne"),
                row(2, APRIL, -2, ExpenseType.VARIABLE, "Épargne"),
                row(3, APRIL, 3, ExpenseType.INCOME, "Épargne"),
                row(4, MARCH, 0, ExpenseType.VARIABLE, null),
                row(5, MARCH.atDay(1), -5, placed("Épargne", null, false), TypedBy.PERSON),
                row(6, MARCH.minusMonths(1).atDay(1), -6, placed("Épargne", null, true), TypedBy.RULE),
                row(7, MARCH.atDay(1), -7, placed("Épargne", "Livret", false), TypedBy.RULE));
        var spent = new RuledGroup("Épargne", null, false, ExpenseType.VARIABLE, 3);

        assertEquals(
                Set.of(
                        spent,
                        new RuledGroup("Épargne", null, true, ExpenseType.INCOME, 1),
                        new RuledGroup(null, null, false, ExpenseType.VARIABLE, 1),
                        new RuledGroup("Épargne", "Livret", false, ExpenseType.VARIABLE, 1)),
                Set.copyOf(work.read(household, books -> books.ledger().ruledGroups(household))));

        change(
                work,
                household,
                ledger -> assertEquals(
                        new TreeSet<>(List.of(MARCH.minusMonths(1), MARCH, APRIL)),
                        ledger.retype(household, spent, ExpenseType.PROVISION)));

        Map<Long, ExpenseType> types = new HashMap<>();
        LongStream.rangeClosed(1, 7)
                .forEach(id -> types.put(
                        id,
                        find(work, household, id).orElseThrow().classification().type()));
        assertEquals(
                Map.of(
                        1L, ExpenseType.PROVISION,
                        2L, ExpenseType.PROVISION,
                        3L, ExpenseType.INCOME,
                        4L, ExpenseType.VARIABLE,
                        5L, ExpenseType.VARIABLE,
                        6L, ExpenseType.PROVISION,
                        7L, ExpenseType.VARIABLE),
                types);
        assertEquals(TypedBy.RULE, find(work, household, 1).orElseThrow().typedBy());
        var nobodys = new RuledGroup("Other", null, false, ExpenseType.VARIABLE, 1);
        change(
                work,
                household,
                ledger -> assertEquals(new TreeSet<>(), ledger.retype(household, nobodys, ExpenseType.FIXED)));
    }

    private static Classification placed(@Nullable String category, @Nullable String subcategory, boolean excluded) {
        return new Classification(ExpenseType.VARIABLE, category, subcategory, excluded);
    }

    private static Transaction anyRow(long id, YearMonth month, SplittableRandom random) {
        String[] names = {"Courses", "courses", "Santé", "Été", "a", "Z", "😀", "\uFF5E"};
        String category = random.nextInt(4) == 0 ? null : names[random.nextInt(names.length)];
        String subcategory = random.nextBoolean() ? null : names[random.nextInt(names.length)];
        ExpenseType type = TYPES.get(random.nextInt(TYPES.size()));
        return row(
                id,
                month.atDay(random.nextInt(1, month.lengthOfMonth() + 1)),
                random.nextLong(-1_000_000, 1_000_001),
                new Classification(type, category, subcategory, random.nextInt(5) == 0),
                TypedBy.RULE);
    }

    private static Optional<Transaction> find(UnitOfWork work, HouseholdId household, long id) {
        return work.read(household, books -> books.ledger().find(household, id));
    }

    private static MonthFacts facts(UnitOfWork work, HouseholdId household, YearMonth month) {
        return work.read(household, books -> books.ledger().facts(household, month));
    }

    private static Map<Long, KnownLine> knownLines(UnitOfWork work, HouseholdId household, String first, String last) {
        Map<Long, KnownLine> known = new HashMap<>();
        work.read(household, books -> {
            books.ledger()
                    .knownLines(
                            household,
                            LocalDate.parse(first),
                            LocalDate.parse(last),
                            line -> known.put(line.id(), line));
            return true;
        });
        return known;
    }

    private static Map<String, Integer> fingerprints(
            UnitOfWork work, HouseholdId household, String first, String last) {
        return work.read(
                household,
                books -> books.ledger().fingerprints(household, LocalDate.parse(first), LocalDate.parse(last)));
    }

    private static void add(UnitOfWork work, HouseholdId household, Transaction... transactions) {
        change(work, household, ledger -> ledger.add(household, OptionalLong.empty(), List.of(transactions)));
    }

    private static void importRows(UnitOfWork work, HouseholdId household, long id, Transaction... transactions) {
        write(work, household, new Change.BankFileImported(Change.months(List.of(MARCH))), books -> {
            long revision = books.revisions().current(household).number();
            books.imports().add(household, bankImport(id, transactions.length, revision));
            books.ledger().add(household, OptionalLong.of(id), List.of(transactions));
        });
    }

    private static void change(UnitOfWork work, HouseholdId household, Consumer<Ledger> writing) {
        write(work, household, new Change.TransactionRecorded(MARCH), books -> writing.accept(books.ledger()));
    }
}
