package io.prorata.application.port;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.APRIL;
import static io.prorata.application.Examples.B;
import static io.prorata.application.Examples.HOUSEHOLD;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.bankImport;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.view.PageRequest;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.TransactionOrder;
import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.recognition.KnownRow;
import io.prorata.domain.recognition.KnownRows;
import io.prorata.domain.recognition.MatchCandidates;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Snapshots} promises: what the books say, of one moment, and nothing beyond what was wanted. */
public interface SnapshotsContract extends BooksContract {

    /** Returns the reading side of {@code work}. */
    Snapshots snapshots(UnitOfWork work);

    List<@Nullable String> CATEGORIES = Arrays.asList("Courses", "courses", "a/b.%?#:*", "all", "😀 \"é'", null);

    List<ExpenseType> TYPES = List.of(ExpenseType.values());

    @Test
    default void aGlanceIsTheStampOfItsScopesAndTheRevision() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        found(work);
        change(work, household, MARCH, row(1, MARCH, -5, ExpenseType.VARIABLE, null));
        change(work, household, APRIL, row(2, APRIL, -5, ExpenseType.VARIABLE, null));

        for (ViewScopes scopes : List.of(
                ViewScopes.ofMonth(MARCH),
                ViewScopes.ofLedgers(Set.of(MARCH, APRIL, MARCH.minusYears(1))),
                ViewScopes.ofPlan(MARCH),
                ViewScopes.of(new Scope.Imports()),
                ViewScopes.of())) {
            var expected = work.read(
                    household,
                    books -> new StampAtRevision(
                            books.revisions().stampOf(household, scopes),
                            books.revisions().current(household)));

            assertEquals(expected, snapshots(work).stampAtRevision(household, scopes));
            assertEquals(
                    expected,
                    snapshots(work).take(household, SnapshotRequest.of(scopes)).stampAtRevision());
        }
    }

    @Test
    default void severalGlancesAreOfOneMomentInTheirOrder() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        change(work, household, MARCH, row(1, MARCH, -5, ExpenseType.VARIABLE, null));
        change(work, household, APRIL, row(2, APRIL, -5, ExpenseType.VARIABLE, null));
        List<ViewScopes> views = List.of(
                ViewScopes.ofMonth(APRIL),
                ViewScopes.of(new Scope.Access(), new Scope.Catalogue()),
                ViewScopes.ofMonth(MARCH),
                ViewScopes.of());

        assertEquals(
                views.stream()
                        .map(view -> snapshots(work).stampAtRevision(household, view))
                        .toList(),
                snapshots(work).stampsAtRevision(household, views));
        assertEquals(
                List.of(3L, 1L, 2L, 0L),
                snapshots(work).stampsAtRevision(household, views).stream()
                        .map(view -> view.stamp().revision())
                        .toList());
    }

    @Test
    default void aSnapshotSaysWhatTheBooksSay() {
        for (long seed = 0; seed < 5; seed++) {
            var random = new SplittableRandom(seed);
            UnitOfWork work = empty();
            HouseholdId neighbours = found(work);
            HouseholdId household = found(work);
            plan(work, household, random);
            plan(work, neighbours, random);
            Map<YearMonth, List<Transaction>> months = new HashMap<>();
            long id = 1;
            for (YearMonth month : List.of(MARCH.minusYears(1), MARCH.minusMonths(1), MARCH, APRIL)) {
                List<Transaction> rows = anyRows(id, 40, month, random);
                id += rows.size();
                months.put(month, rows);
                change(work, household, month, rows.toArray(Transaction[]::new));
                change(work, neighbours, month, rows.getFirst());
            }

            Snapshot snapshot = snapshots(work)
                    .take(
                            household,
                            SnapshotRequest.of(new ViewScopes(
                                            Set.of(
                                                    MARCH.minusYears(1),
                                                    MARCH.minusMonths(1),
                                                    MARCH,
                                                    APRIL.plusMonths(1)),
                                            Optional.of(MARCH),
                                            Set.of()))
                                    .withConfig(OptionalLong.of(1))
                                    .withCategories());

            String example = "seed " + seed;
            assertEquals(household, snapshot.id(), example);
            assertEquals(HOUSEHOLD, snapshot.household(), example);
            assertEquals(work.read(household, books -> books.plans().book(household)), snapshot.book(), example);
            assertEquals(work.read(household, books -> books.plans().config(household, 1)), snapshot.config(), example);
            for (YearMonth month : List.of(MARCH.minusYears(1), MARCH.minusMonths(1), MARCH)) {
                assertEquals(MonthFacts.of(months.getOrDefault(month, List.of())), snapshot.facts(month), example);
            }
            assertEquals(MonthFacts.NONE, snapshot.facts(APRIL.plusMonths(1)), example);
            assertThrows(IllegalStateException.class, () -> snapshot.facts(APRIL), example);
            Set<String> used = months.values().stream()
                    .flatMap(rows -> rows.stream())
                    .flatMap(row -> Optional.ofNullable(row.classification().category()).stream())
                    .collect(Collectors.toSet());
            assertEquals(used, snapshot.categories(), example);
        }
    }

    @Test
    default void theSumsAreTheSameWithoutTheSmallestAndTheLargest() {
        record Sum(GroupTotal group, long count, Money sum) {
            static Sum of(GroupTotal total) {
                var named = new GroupTotal(total.type(), total.category(), total.subcategory(), Statistics.NONE);
                return new Sum(
                        named, total.statistics().count(), total.statistics().sum());
            }
        }
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var random = new SplittableRandom(3);
        List<Transaction> rows = anyRows(1, 60, MARCH, random);
        change(work, household, MARCH, rows.toArray(Transaction[]::new));
        change(
                work,
                household,
                APRIL,
                anyRows(1 + rows.size(), 20, APRIL, random).toArray(Transaction[]::new));

        for (Set<YearMonth> months : List.of(Set.of(MARCH), Set.of(MARCH, APRIL))) {
            SnapshotRequest all = SnapshotRequest.of(ViewScopes.ofLedgers(months));
            Snapshot full = snapshots(work).take(household, all);
            Snapshot sums = snapshots(work).take(household, all.withoutExtremes());
            for (YearMonth month : months) {
                assertTrue(full.facts(month).count() > 0);
                assertEquals(
                        full.facts(month).groups().stream().map(Sum::of).toList(),
                        sums.facts(month).groups().stream().map(Sum::of).toList());
            }
        }
    }

    @Test
    default void nothingBeyondTheScopesIsShown() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        plan(work, household, new SplittableRandom(1));

        Snapshot snapshot = snapshots(work).take(household, SnapshotRequest.of(ViewScopes.ofLedgers(Set.of(MARCH))));

        assertEquals(PlanBook.EMPTY, snapshot.book());
        assertEquals(Optional.empty(), snapshot.config());
        assertEquals(Set.of(), snapshot.categories());
        assertEquals(List.of(), snapshot.rows());
    }

    @Test
    default void aVersionOfTheConfigThatIsNotThereIsEmpty() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        plan(work, found(work), new SplittableRandom(1));

        SnapshotRequest wanted = SnapshotRequest.of(ViewScopes.ofPlan(MARCH)).withConfig(OptionalLong.of(1));

        assertEquals(Optional.empty(), snapshots(work).take(household, wanted).config());
    }

    @Test
    default void amountsAreExactHoweverLarge() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        List<Transaction> rows = new ArrayList<>();
        for (int id = 1; id <= 2_000; id++) {
            rows.add(row(id, MARCH, Money.LARGEST.minor() - id % 2, ExpenseType.INCOME, "Salaire"));
        }
        change(work, household, MARCH, rows.toArray(Transaction[]::new));
        write(
                work,
                household,
                new Change.ConfigAdopted(MARCH),
                books -> books.plans()
                        .add(
                                household,
                                new Config(
                                        1,
                                        MARCH,
                                        List.of(new MemberIncome(A, Income.ofNet(Money.LARGEST))),
                                        new SplitKey.Equally())));

        SnapshotRequest wanted = SnapshotRequest.of(ViewScopes.ofMonth(MARCH))
                .withPage(page(new CategoryChoice.Every(), ExpenseType.INCOME, Optional.empty(), 0, 1));
        Snapshot snapshot = snapshots(work).take(household, wanted);

        // Beyond 2^53, where floating point would round.
        assertEquals(
                2_000 * Money.LARGEST.minor() - 1_000,
                snapshot.facts(MARCH).of(ExpenseType.INCOME).sum().minor());
        assertEquals(Money.LARGEST, snapshot.plan(MARCH).totalNet());
        assertEquals(Money.LARGEST, snapshot.rows().getFirst().line().amount());
    }

    @Test
    default void slicesFollowOneAnotherFromTheLatestRowToTheFirst() {
        for (long seed = 0; seed < 5; seed++) {
            var random = new SplittableRandom(seed);
            UnitOfWork work = empty();
            HouseholdId household = found(work);
            List<Transaction> rows = anyRows(1, 200, MARCH, random);
            change(work, household, MARCH, rows.toArray(Transaction[]::new));
            change(work, household, APRIL, anyRows(1_001, 5, APRIL, random).toArray(Transaction[]::new));
            change(work, found(work), MARCH, rows.toArray(Transaction[]::new));
            for (CategoryChoice choice : choices()) {
                CategoryChoice spelled = MonthFacts.of(rows).spelled(choice);
                List<Transaction> expected = rows.stream()
                        .filter(row -> !row.classification().excluded())
                        .filter(row -> row.classification().type() == ExpenseType.VARIABLE)
                        .filter(row -> spelled.includes(row.classification().category()))
                        .sorted(TransactionOrder.LATEST_FIRST.comparator())
                        .toList();
                String example = "seed " + seed + ": " + choice;

                assertEquals(expected, byPlace(work, household, choice, 17), example);
                assertEquals(
                        expected.stream().skip(3).limit(4).toList(),
                        rows(work, household, page(choice, ExpenseType.VARIABLE, Optional.empty(), 3, 4)),
                        example);
            }
        }
    }

    @Test
    default void rowsThatComeMeanwhileDoNotMoveAPlace() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        List<Transaction> rows = anyRows(1, 100, MARCH, new SplittableRandom(3));
        change(work, household, MARCH, rows.toArray(Transaction[]::new));
        var every = new CategoryChoice.Every();
        PageRequest first = page(every, ExpenseType.VARIABLE, Optional.empty(), 0, 5);
        List<Transaction> shown = rows(work, household, first);
        Optional<Place> after = Optional.of(TransactionOrder.LATEST_FIRST.placeOf(shown.getLast()));
        List<Transaction> expected = rows(work, household, page(every, ExpenseType.VARIABLE, after, 0, 500));

        change(work, household, MARCH, row(900, MARCH.atEndOfMonth(), -1, placed(), TypedBy.PERSON));

        assertEquals(expected, rows(work, household, page(every, ExpenseType.VARIABLE, after, 0, 500)));
        assertEquals(900, rows(work, household, first).getFirst().id());
    }

    @Test
    default void rowsOfAMonthAndOfSomeDaysAroundItAreReadWithWhatWasRejected() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        change(work, found(work), MARCH, row(1, MARCH.atDay(3), -9, placed(), TypedBy.RULE));
        change(
                work,
                household,
                MARCH,
                row(1, KnownRows.first(MARCH), -1, of(ExpenseType.FIXED, false), TypedBy.RULE),
                row(2, KnownRows.first(MARCH).minusDays(1), -2, of(ExpenseType.FIXED, false), TypedBy.RULE),
                row(3, KnownRows.last(MARCH), -3, of(ExpenseType.FIXED, false), TypedBy.RULE),
                row(4, KnownRows.last(MARCH).plusDays(1), -4, of(ExpenseType.FIXED, false), TypedBy.RULE),
                row(5, MARCH.atDay(3), -5, of(ExpenseType.FIXED, true), TypedBy.RULE));
        write(work, household, new Change.BankFileImported(Change.months(List.of(MARCH))), books -> {
            long revision = books.revisions().current(household).number();
            books.imports().add(household, bankImport(1, 1, revision));
            books.ledger().add(household, OptionalLong.of(1), List.of(row(6, MARCH, 6, ExpenseType.INCOME, "Pay")));
            books.ledger().rejectMatches(household, Set.of("twin:1:6", "income:6"));
        });
        SnapshotRequest wanted =
                SnapshotRequest.of(ViewScopes.ofMonthAndRowsAround(MARCH)).withRowsAround(MARCH, Set.of());

        Snapshot snapshot = snapshots(work).take(household, wanted);

        assertTrue(snapshot.around().complete());
        assertEquals(Set.of("twin:1:6", "income:6"), snapshot.around().rejected());
        assertEquals(
                Map.of(1L, true, 3L, true, 6L, false),
                snapshot.around().rows().stream().collect(Collectors.toMap(KnownRow::id, KnownRow::byHand)));
        assertEquals(Set.of(MARCH), snapshot.facts().keySet(), "of the neighbours no facts are wanted");
        assertThrows(
                IllegalArgumentException.class,
                () -> SnapshotRequest.of(ViewScopes.ofMonth(MARCH)).withRowsAround(MARCH, Set.of()));
        assertEquals(
                KnownRows.UNKNOWN,
                snapshots(work)
                        .take(household, SnapshotRequest.of(ViewScopes.ofMonth(MARCH)))
                        .around());
    }

    @Test
    default void candidatesAreReadAsTheDomainDescribesThem() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var random = new SplittableRandom(20);
        List<Transaction> rows = new ArrayList<>();
        for (int id = 1; id <= 300; id++) {
            LocalDate day = KnownRows.first(MARCH).plusDays(random.nextInt(50));
            String account = random.nextInt(3) == 0 ? null : "Account " + random.nextInt(2);
            rows.add(new Transaction(
                    id,
                    new BankLine(account, day, new Money(random.nextLong(-2_000, 100)), "Row", null),
                    of(List.of(ExpenseType.values()).get(random.nextInt(5)), false),
                    TypedBy.RULE,
                    new TreeSet<>()));
        }
        change(work, household, MARCH, rows.subList(0, 100).toArray(Transaction[]::new));
        write(work, household, new Change.BankFileImported(Change.months(List.of(MARCH))), books -> {
            long revision = books.revisions().current(household).number();
            books.imports().add(household, bankImport(1, 1, revision));
            books.ledger().add(household, OptionalLong.of(1), rows.subList(100, 300));
        });
        SnapshotRequest wanted =
                SnapshotRequest.of(ViewScopes.ofMonthAndRowsAround(MARCH)).withRowsAround(MARCH, Set.of());

        Snapshot taken = snapshots(work).take(household, wanted);
        Set<Long> read = ids(taken.around().rows());

        Set<Long> candidates = ids(MatchCandidates.of(MARCH, taken.book())
                .among(rows.stream()
                        .map(row -> new KnownRow(row, row.id() <= 100))
                        .toList()));
        assertEquals(
                read,
                ids(snapshots(work)
                        .take(household, wanted.onlyFromRows())
                        .around()
                        .rows()));
        assertTrue(candidates.size() > 60 && candidates.size() < 250, "candidates: " + candidates.size());
        assertEquals(candidates, read);
    }

    /** They are not those of an earlier moment, whatever has changed. */
    @Test
    default void rowsAroundAMonthAreThoseOfTheMoment() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Snapshots snapshots = snapshots(work);
        SnapshotRequest wanted =
                SnapshotRequest.of(ViewScopes.ofMonthAndRowsAround(MARCH)).withRowsAround(MARCH, Set.of());
        Supplier<Set<Long>> read =
                () -> ids(snapshots.take(household, wanted).around().rows());
        assertEquals(Set.of(), read.get());

        change(work, household, MARCH, row(1, MARCH.atDay(3), -1, of(ExpenseType.FIXED, false), TypedBy.RULE));
        assertEquals(Set.of(1L), read.get());
        change(
                work,
                household,
                MARCH.minusMonths(1),
                row(2, MARCH.atDay(1).minusDays(1), -1, of(ExpenseType.FIXED, false), TypedBy.RULE));
        assertEquals(Set.of(1L, 2L), read.get());
        change(
                work,
                household,
                MARCH.plusMonths(1),
                row(3, MARCH.plusMonths(1).atDay(1), -1, of(ExpenseType.FIXED, false), TypedBy.RULE));
        assertEquals(Set.of(1L, 2L, 3L), read.get());
        write(
                work,
                household,
                new Change.TransactionRecorded(MARCH),
                books -> books.ledger().rejectMatches(household, Set.of("income:1")));
        assertEquals(
                Set.of("income:1"), snapshots.take(household, wanted).around().rejected());
        write(
                work,
                household,
                new Change.TransactionRecorded(MARCH),
                books -> books.ledger().remove(household, 1));
        assertEquals(Set.of(2L, 3L), read.get());
    }

    private static Set<Long> ids(List<KnownRow> rows) {
        return rows.stream().map(KnownRow::id).collect(Collectors.toSet());
    }

    private static Classification of(ExpenseType type, boolean excluded) {
        return new Classification(type, null, null, excluded);
    }

    @Test
    default void aMonthWithMoreRowsThanAreLookedThroughSaysSo() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        SnapshotRequest wanted =
                SnapshotRequest.of(ViewScopes.ofMonthAndRowsAround(MARCH)).withRowsAround(MARCH, Set.of());
        // Half of them in the days before the month, so that it is not the month's own count that tells.
        List<Transaction> rows = new ArrayList<>();
        for (int id = 1; id <= KnownRows.MOST_OF_A_VIEW; id++) {
            LocalDate day = id % 2 == 0 ? MARCH.atDay(9) : MARCH.atDay(1).minusDays(2);
            rows.add(row(id, day, -id, placed(), TypedBy.RULE));
        }
        change(work, household, MARCH, rows.toArray(Transaction[]::new));
        assertTrue(snapshots(work).take(household, wanted).around().complete());

        change(work, household, MARCH, row(9_999, MARCH.atDay(9), -1, placed(), TypedBy.RULE));

        assertEquals(KnownRows.UNKNOWN, snapshots(work).take(household, wanted).around());
        assertEquals(Optional.empty(), snapshots(work).take(household, wanted).toConfirm(MARCH));
    }

    @Test
    default void aCategoryOnceUsedStaysKnown() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        write(work, household, new Change.BankFileImported(Change.months(List.of(MARCH))), books -> {
            long revision = books.revisions().current(household).number();
            books.imports().add(household, bankImport(1, 1, revision));
            books.ledger()
                    .add(household, OptionalLong.of(1), List.of(row(1, MARCH, -1, ExpenseType.VARIABLE, "Courses")));
        });
        write(
                work,
                household,
                new Change.ImportUndone(Change.months(List.of(MARCH))),
                books -> books.ledger().removeImport(household, 1));

        Snapshot snapshot = snapshots(work)
                .take(
                        household,
                        SnapshotRequest.of(ViewScopes.ofLedgers(Set.of(MARCH))).withCategories());

        assertEquals(Set.of("Courses"), snapshot.categories());
        assertEquals(MonthFacts.NONE, snapshot.facts(MARCH));
    }

    @Test
    default void aCategoryThatARowIsMovedToIsKnown() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        change(work, household, MARCH, row(1, MARCH, -1, ExpenseType.VARIABLE, "Courses"));
        write(
                work,
                household,
                new Change.TransactionRecorded(MARCH),
                books ->
                        books.ledger().replace(household, List.of(row(1, MARCH, -1, ExpenseType.VARIABLE, "Loisirs"))));

        Snapshot snapshot = snapshots(work)
                .take(
                        household,
                        SnapshotRequest.of(ViewScopes.ofLedgers(Set.of(MARCH))).withCategories());

        assertEquals(Set.of("Courses", "Loisirs"), snapshot.categories());
    }

    @Test
    default void figuresAndStampAreOfOneMomentWhileOthersWrite() throws InterruptedException {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        long before = snapshots(work)
                .stampAtRevision(household, ViewScopes.of())
                .revision()
                .number();
        int writes = 60;
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int id = 1; id <= writes; id++) {
                change(work, household, MARCH, row(id, MARCH, -1, ExpenseType.VARIABLE, null));
            }
        });
        SnapshotRequest wanted = SnapshotRequest.of(ViewScopes.ofMonth(MARCH))
                .withPage(page(new CategoryChoice.Every(), ExpenseType.VARIABLE, Optional.empty(), 0, 500));
        long seen = 0;
        while (seen < writes) {
            Snapshot snapshot = snapshots(work).take(household, wanted);
            seen = snapshot.facts(MARCH).count();
            assertEquals(before + seen, snapshot.stampAtRevision().revision().number());
            assertEquals(seen, snapshot.rows().size());
            assertTrue(seen == 0 || snapshot.stampAtRevision().stamp().revision() == before + seen);
        }
        writer.join();
    }

    private List<Transaction> byPlace(UnitOfWork work, HouseholdId household, CategoryChoice choice, int limit) {
        List<Transaction> all = new ArrayList<>();
        Optional<Place> after = Optional.empty();
        while (true) {
            List<Transaction> rows = rows(work, household, page(choice, ExpenseType.VARIABLE, after, 0, limit));
            all.addAll(rows);
            if (rows.size() < limit) {
                return all;
            }
            after = Optional.of(TransactionOrder.LATEST_FIRST.placeOf(rows.getLast()));
        }
    }

    private List<Transaction> rows(UnitOfWork work, HouseholdId household, PageRequest page) {
        return snapshots(work)
                .take(
                        household,
                        SnapshotRequest.of(ViewScopes.ofLedgers(Set.of(MARCH))).withPage(page))
                .rows();
    }

    private static PageRequest page(
            CategoryChoice choice, ExpenseType type, Optional<Place> after, long offset, int limit) {
        return new PageRequest(MARCH, type, choice, after, offset, limit);
    }

    private static List<CategoryChoice> choices() {
        List<CategoryChoice> choices = new ArrayList<>();
        choices.add(new CategoryChoice.Every());
        choices.add(new CategoryChoice.Uncategorised());
        CATEGORIES.stream()
                .flatMap(name -> Optional.ofNullable(name).stream())
                .map(CategoryChoice.Named::new)
                .forEach(choices::add);
        return choices;
    }

    private static Classification placed() {
        return new Classification(ExpenseType.VARIABLE, "Courses", null, false);
    }

    private static List<Transaction> anyRows(long firstId, int count, YearMonth month, SplittableRandom random) {
        List<Transaction> rows = new ArrayList<>();
        for (long id = firstId; id < firstId + count; id++) {
            LocalDate date = month.atDay(random.nextInt(1, 8));
            ExpenseType type = random.nextInt(3) == 0 ? TYPES.get(random.nextInt(TYPES.size())) : ExpenseType.VARIABLE;
            String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
            String subcategory = random.nextBoolean() ? null : "Marché";
            Classification classification = new Classification(type, category, subcategory, random.nextInt(6) == 0);
            rows.add(row(id, date, random.nextLong(-100_000, 100_000), classification, TypedBy.RULE));
        }
        return rows;
    }

    private static void plan(UnitOfWork work, HouseholdId household, SplittableRandom random) {
        write(work, household, new Change.ConfigAdopted(MARCH), books -> {
            Plans plans = books.plans();
            for (YearMonth from : List.of(MARCH, APRIL, MARCH)) {
                List<MemberIncome> members = new ArrayList<>();
                members.add(new MemberIncome(B, Income.ofNet(new Money(random.nextLong(1_000_000)))));
                members.add(new MemberIncome(
                        A, Income.taxed(new Money(random.nextLong(1_000_000)), new Rate(random.nextInt(400_000)))));
                plans.add(household, new Config(plans.nextConfigId(household), from, members, new SplitKey.Equally()));
            }
            for (int i = 0; i < 3; i++) {
                plans.add(
                        household,
                        new FixedExpense(
                                plans.nextFixedExpenseId(household),
                                "Bill " + i,
                                "Logement",
                                "Banque",
                                Timeline.from(
                                                MARCH,
                                                new FixedTerms(
                                                        new Money(random.nextLong(100_000)),
                                                        Frequency.QUARTERLY,
                                                        new LineSplit.ByWeights(Map.of(A, 2L, B, 3L))))
                                        .endedFrom(APRIL.plusMonths(random.nextInt(3)))));
                plans.add(
                        household,
                        new Provision(
                                plans.nextProvisionId(household),
                                new ProvisionCard("Provision " + i, "about", "Loisirs", null, "#aabbcc", 3 - i),
                                new Money(random.nextLong(100_000)),
                                Timeline.from(
                                        MARCH,
                                        new ProvisionTerms(
                                                new ProvisionBase.ShareOfOne(A, new Rate(random.nextInt(100_000))),
                                                new LineSplit.AllTo(B),
                                                Optional.of(new Money(5_000_000)))),
                                List.of(
                                        new Movement(MARCH.atDay(3), new Money(500)),
                                        new Movement(APRIL.atDay(3), new Money(-200)))));
            }
        });
    }

    private static void change(UnitOfWork work, HouseholdId household, YearMonth month, Transaction... rows) {
        write(
                work,
                household,
                new Change.TransactionRecorded(month),
                books -> books.ledger().add(household, OptionalLong.empty(), List.of(rows)));
    }
}
