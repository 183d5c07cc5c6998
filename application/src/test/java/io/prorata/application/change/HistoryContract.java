package io.prorata.application.change;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.AT_NOON;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.inEuros;
import static io.prorata.application.Examples.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.Examples;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.budget.PlanBudget;
import io.prorata.application.category.RenameCategory;
import io.prorata.application.category.RenameCategory.Renamed;
import io.prorata.application.imports.ImportBankFile;
import io.prorata.application.ledger.ApplyMappings;
import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.KeepMappings;
import io.prorata.application.ledger.MovedTotals.Figure;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.ledger.RemoveTransactions;
import io.prorata.application.ledger.TransactionEdit;
import io.prorata.application.memory.PlainBankFiles;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.port.Actor;
import io.prorata.application.port.BooksContract;
import io.prorata.application.port.Changes.HistoryFilter;
import io.prorata.application.port.Ledger.Entry;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.Precondition;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.Refusal;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryName;
import io.prorata.domain.mapping.CategoryRule;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.split.LineSplit;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What all books promise of names of categories, of the history, and of undoing a change. */
public interface HistoryContract extends BooksContract {

    /** A household, and what tests do with it. */
    record Home(UnitOfWork work, HouseholdId id) {

        static Home in(UnitOfWork work) {
            return new Home(work, found(work));
        }

        long enter(String label, @Nullable String category, @Nullable String subcategory) {
            var command = new RecordTransaction.Command(
                    new BankLine("FR76", MARCH.atDay(3), new Money(-1_000), label, null),
                    Optional.empty(),
                    category,
                    subcategory,
                    false,
                    new TreeSet<>(Set.of("tag")));
            return new RecordTransaction(work, AT_NOON)
                    .record(id, ANNA, inEuros(command))
                    .result()
                    .thing()
                    .id();
        }

        Renamed rename(String from, String to) {
            return rename(CategoryName.of(from), CategoryName.of(to), false);
        }

        Renamed rename(CategoryName from, CategoryName to, boolean dryRun) {
            return new RenameCategory(work, AT_NOON)
                    .rename(id, ANNA, inEuros(new RenameCategory.Command(from, to, dryRun)))
                    .result();
        }

        void importFile(String csv) {
            byte[] bytes = ("date;label;amount;category\n" + csv).getBytes(StandardCharsets.UTF_8);
            var file = new BankFile("any.csv", () -> new ByteArrayInputStream(bytes));
            new ImportBankFile(new PlainBankFiles(), work, AT_NOON)
                    .importFile(id, ANNA, new ImportBankFile.Command(file, ReadOptions.NONE, Progress.NONE));
        }

        void change(List<Long> ids, String category) {
            new ChangeTransactions(work, AT_NOON)
                    .change(
                            id,
                            ANNA,
                            inEuros(new ChangeTransactions.Command(
                                    TransactionFilter.ALL.ofIds(ids),
                                    TransactionEdit.builder().category(category).build(),
                                    false)));
        }

        void remove(List<Long> ids) {
            new RemoveTransactions(work, AT_NOON)
                    .remove(id, ANNA, inEuros(new RemoveTransactions.Command(TransactionFilter.ALL.ofIds(ids), false)));
        }

        void map(String category, ExpenseType type) {
            new KeepMappings(work)
                    .keep(
                            id,
                            ANNA,
                            Precondition.WHATEVER,
                            new CategoryMapping(List.of(new CategoryRule(category, type))));
        }

        UndoRevision.Undone undo(long revision, boolean dryRun) {
            return new UndoRevision(work, AT_NOON)
                    .undo(id, ANNA, new UndoRevision.Command(revision, dryRun))
                    .result();
        }

        long revision() {
            return Examples.revision(work, id);
        }

        List<Transaction> rows() {
            return work.read(
                    id,
                    books -> books
                            .ledger()
                            .list(id, TransactionFilter.ALL, TransactionOrder.LATEST_FIRST, Optional.empty(), 100, 0)
                            .stream()
                            .map(Entry::transaction)
                            .toList());
        }

        /** Returns all that undoing is to bring back. */
        State state() {
            return work.read(
                    id,
                    books -> new State(
                            rows(books.ledger()
                                    .list(
                                            id,
                                            TransactionFilter.ALL,
                                            TransactionOrder.LATEST_FIRST,
                                            Optional.empty(),
                                            100,
                                            0)),
                            books.plans().book(id),
                            books.mappings().get(id),
                            books.mappings().aliases(id).byName().values().stream()
                                    .map(Object::toString)
                                    .toList(),
                            books.ledger().facts(id, MARCH).toString()));
        }

        private static List<String> rows(List<Entry> entries) {
            return entries.stream()
                    .map(entry -> entry.transaction() + " " + entry.importId() + " " + entry.origin())
                    .toList();
        }
    }

    /** The state of a household. */
    record State(List<String> rows, PlanBook plan, CategoryMapping mapping, List<String> aliases, String facts) {}

    private static void plan(Home home, String category) {
        new PlanFixedExpense(home.work(), AT_NOON)
                .plan(
                        home.id(),
                        ANNA,
                        inEuros(new PlanFixedExpense.Command(
                                "Box",
                                category,
                                Optional.empty(),
                                new FixedTerms(new Money(3_000), Frequency.MONTHLY, new LineSplit.ByKey()),
                                Optional.of(MARCH),
                                Optional.empty())));
        new PlanBudget(home.work(), AT_NOON)
                .plan(
                        home.id(),
                        ANNA,
                        inEuros(new PlanBudget.Command(
                                category,
                                new BudgetTerms(new Money(5_000), new LineSplit.ByKey()),
                                Optional.of(MARCH),
                                Optional.empty(),
                                false)));
        home.map(category, ExpenseType.VARIABLE);
    }

    @Test
    default void aRenameReachesAllThatNamesTheCategoryAndIsUndoneWhole() {
        var home = Home.in(empty());
        home.enter("a", "Courses", "Bio");
        home.enter("b", "courses", null);
        home.enter("c", "Groceries", null);
        plan(home, "Courses");
        State before = home.state();

        Renamed would = home.rename(CategoryName.of("Courses"), CategoryName.of("Groceries"), true);
        assertEquals(before, home.state(), "a dry run changes nothing");
        Renamed done = home.rename("COURSES", "Groceries");

        assertEquals(would.effect().totals(), done.effect().totals());
        assertTrue(done.effect().totals().stream()
                .anyMatch(moved -> moved.total().figure() == Figure.CATEGORY
                        && "Groceries".equals(moved.total().category())
                        && moved.before().amount().equals(new Money(1_000))
                        && moved.after().amount().equals(new Money(3_000))));
        State after = home.state();
        assertTrue(home.rows().stream()
                .allMatch(row -> "Groceries".equals(row.classification().category())));
        assertEquals("Groceries", after.plan().fixed().getFirst().category());
        assertEquals("Groceries", after.plan().fixed().getFirst().paidBy());
        assertEquals("Groceries", after.plan().budgets().getFirst().category());
        assertEquals("Groceries", after.mapping().rules().getFirst().category());

        long revision = home.revision();
        assertEquals("category renamed", home.undo(revision, true).change().what());
        assertEquals(after, home.state(), "a dry run changes nothing");
        home.undo(revision, false);
        assertEquals(before, home.state());
        home.undo(home.revision(), false);
        assertEquals(after, home.state(), "an undo is undone");
    }

    @Test
    default void laterRowsOfTheFormerNameTakeTheNewOne() {
        var home = Home.in(empty());
        home.enter("a", "Courses", null);
        home.rename("Courses", "Groceries");
        home.rename("Groceries", "Food");
        home.importFile("2024-03-08;Bread;-2.00;COURSES\n");
        home.enter("b", "groceries", "Bio");
        home.rename(new CategoryName("Food", "Bio"), new CategoryName("Food", "Organic"), false);
        home.enter("c", "Courses", "bio");

        assertTrue(
                home.rows().stream()
                        .allMatch(row -> "Food".equals(row.classification().category())),
                home.rows().toString());
        assertEquals(
                2,
                home.rows().stream()
                        .filter(row -> "Organic".equals(row.classification().subcategory()))
                        .count());
    }

    @Test
    default void namesDoNotLeadToEachOther() {
        var home = Home.in(empty());
        home.enter("a", "Courses", null);
        home.rename("Courses", "Groceries");
        assertEquals(
                new Refusal.CircularRename("Groceries", "courses"), refused(() -> home.rename("Groceries", "courses")));
        home.rename("Groceries", "Food");
        assertInstanceOf(Refusal.CircularRename.class, refused(() -> home.rename("Food", "Courses")));
        assertInstanceOf(Refusal.UnknownCategory.class, refused(() -> home.rename("Cours", "Food")));
        home.rename("Food", "FOOD");
        assertEquals("FOOD", home.rows().getFirst().classification().category());
        home.enter("b", "food", null);
        assertTrue(home.rows().stream()
                .allMatch(row -> "FOOD".equals(row.classification().category())));
    }

    @Test
    default void aChangeOfManyRowsIsUndone() {
        var home = Home.in(empty());
        List<Long> ids = List.of(home.enter("a", "Courses", "Bio"), home.enter("b", null, null));
        State before = home.state();
        home.change(ids, "Fun");
        long change = home.revision();

        home.undo(change, false);

        assertEquals(before, home.state());
        assertInstanceOf(Refusal.ChangedSince.class, refused(() -> home.undo(change, false)));
        home.undo(home.revision(), false);
        assertTrue(home.rows().stream()
                .allMatch(row -> "Fun".equals(row.classification().category())));
    }

    @Test
    default void rowsThatAreRemovedComeBackWithAllThatWasKept() {
        var home = Home.in(empty());
        home.importFile("2024-03-08;Bread;-2.00;Courses\n2024-03-09;Milk;-3.00;Courses\n");
        List<Long> ids = home.rows().stream().map(Transaction::id).toList();
        home.change(ids.subList(0, 1), "Fun");
        State before = home.state();
        home.remove(ids);
        long removal = home.revision();

        home.undo(removal, false);
        assertEquals(before, home.state());
        home.importFile("2024-03-08;Bread;-2.00;Courses\n2024-03-09;Milk;-3.00;Courses\n");
        assertEquals(before.rows(), home.state().rows(), "the file has nothing new");
        assertEquals(
                new Refusal.ChangedSince(removal, ids.stream().sorted().toList(), List.of()),
                refused(() -> home.undo(removal, false)));
        long undo = removal + 1;
        home.undo(undo, false);
        assertEquals(List.of(), home.rows(), "an undo is undone");
    }

    @Test
    default void whatWasChangedSinceStays() {
        var home = Home.in(empty());
        List<Long> ids = List.of(home.enter("a", "Courses", null), home.enter("b", null, null));
        home.change(ids, "Fun");
        long change = home.revision();
        home.change(ids.subList(1, 2), "Work");
        State now = home.state();

        assertEquals(
                new Refusal.ChangedSince(change, ids.subList(1, 2), List.of()), refused(() -> home.undo(change, true)));
        assertEquals(now, home.state());
        home.undo(home.revision(), false);
        assertInstanceOf(
                Refusal.ChangedSince.class, refused(() -> home.undo(change, true)), "the row was written since");
    }

    @Test
    default void namesThatWereChangedSinceAreListed() {
        var home = Home.in(empty());
        home.enter("a", "Courses", null);
        plan(home, "Courses");
        home.rename("Courses", "Groceries");
        long rename = home.revision();
        home.map("Groceries", ExpenseType.FIXED);

        assertEquals(
                new Refusal.ChangedSince(rename, List.of(), List.of("rule Groceries")),
                refused(() -> home.undo(rename, false)));
    }

    @Test
    default void appliedRulesAndImportsAreUndone() {
        var home = Home.in(empty());
        home.enter("a", "Courses", null);
        home.map("Courses", ExpenseType.FIXED);
        State before = home.state();
        new ApplyMappings(home.work()).apply(home.id(), ANNA);
        assertEquals(ExpenseType.FIXED, home.rows().getFirst().classification().type());
        home.undo(home.revision(), false);
        assertEquals(before, home.state());

        home.importFile("2024-03-08;Bread;-2.00;Courses\n");
        long imported = home.revision();
        assertEquals(1, home.undo(imported, true).effect().changed());
        home.undo(imported, false);
        assertEquals(before.rows(), home.state().rows());
        assertInstanceOf(Refusal.AlreadyUndone.class, refused(() -> home.undo(imported, false)));
        assertEquals(
                new Refusal.NotUndoable(home.revision(), "import undone"),
                refused(() -> home.undo(home.revision(), false)));
        assertEquals(new Refusal.UnknownRevision(999), refused(() -> home.undo(999, false)));
        assertEquals(new Refusal.NotUndoable(1, "household founded"), refused(() -> home.undo(1, false)));
    }

    @Test
    default void theHistorySaysWhoChangedWhatTheLatestFirst() {
        var home = Home.in(empty());
        long id = home.enter("a", "Courses", null);
        home.change(List.of(id), "Fun");
        new KeepMappings(home.work())
                .keep(home.id(), new Actor("token 2 (Bruno)"), Precondition.WHATEVER, new CategoryMapping(List.of()));
        var show = new ShowHistory(home.work());

        var all = show.show(home.id(), none(), OptionalLong.empty(), 2).thing();
        assertEquals(
                List.of("categories mapped", "transactions changed"),
                all.entries().stream().map(entry -> entry.change().what()).toList());
        var rest = show.show(home.id(), none(), all.next(), 2).thing();
        assertEquals("transaction recorded", rest.entries().getFirst().change().what());
        assertTrue(String.valueOf(rest.entries().getFirst().after()).contains("\"label\":\"a\""));
        assertTrue(rest.next().isEmpty());

        assertEquals(
                List.of("categories mapped"),
                whats(
                        home,
                        new HistoryFilter(
                                Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.of("bruno"))));
        assertEquals(
                List.of("transaction recorded"),
                whats(
                        home,
                        new HistoryFilter(
                                Optional.of("transaction"), OptionalLong.of(id), Optional.empty(), Optional.empty())));
        assertEquals(
                List.of("transactions changed", "transaction recorded"),
                whats(
                        home,
                        new HistoryFilter(
                                Optional.empty(), OptionalLong.empty(), Optional.of(MARCH), Optional.empty())));
        assertEquals(
                List.of(),
                whats(
                        home,
                        new HistoryFilter(
                                Optional.empty(),
                                OptionalLong.empty(),
                                Optional.of(MARCH.plusMonths(1)),
                                Optional.empty())));
        assertEquals(
                List.of(),
                whats(
                        home,
                        new HistoryFilter(
                                Optional.of("trans_ction"), OptionalLong.empty(), Optional.empty(), Optional.of("%"))));

        var detail = new ShowHistoryEntry(home.work()).show(home.id(), 3).thing();
        assertTrue(detail.undoable());
        assertEquals(
                "Courses",
                detail.rows().getFirst().entry().transaction().classification().category());
        assertFalse(new ShowHistoryEntry(home.work()).show(home.id(), 1).thing().undoable());
    }

    private static HistoryFilter none() {
        return new HistoryFilter(Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    private static List<String> whats(Home home, HistoryFilter filter) {
        return new ShowHistory(home.work())
                .show(home.id(), filter, OptionalLong.empty(), 10).thing().entries().stream()
                        .map(entry -> entry.change().what())
                        .toList();
    }
}
