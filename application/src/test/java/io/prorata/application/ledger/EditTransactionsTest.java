package io.prorata.application.ledger;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.APRIL;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.inEuros;
import static io.prorata.application.Examples.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.ledger.ChangeTransactions.Effect;
import io.prorata.application.ledger.MovedTotals.Figure;
import io.prorata.application.ledger.MovedTotals.Moved;
import io.prorata.application.ledger.MovedTotals.Total;
import io.prorata.application.ledger.MovedTotals.Value;
import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.request.Precondition;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.Refusal;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryRule;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Transactions are entered, changed one by one or many at once, and taken out. */
class EditTransactionsTest {

    private static final CategoryMapping RULES =
            new CategoryMapping(List.of(new CategoryRule("Rent", ExpenseType.FIXED)));

    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final UnitOfWork work = new InMemoryBooks(CLOCK, new SplittableRandom(1));
    private final HouseholdId household = founded();
    private final ChangeTransactions changeMany = new ChangeTransactions(work, CLOCK);

    @Test
    void manyAreEnteredOrNone() {
        var record = new RecordTransactions(work, CLOCK);

        List<Transaction> entered = record.record(
                        household, ANNA, inEuros(List.of(spent(MARCH, "Rent"), spent(APRIL, null))))
                .result()
                .thing();

        assertEquals(
                List.of(ExpenseType.FIXED, ExpenseType.VARIABLE),
                entered.stream().map(row -> row.classification().type()).toList());
        assertEquals(
                new Refusal.BrokenRule("/transactions", "at least one transaction"),
                refused(() -> record.record(household, ANNA, inEuros(List.of()))));
        assertEquals(
                new Refusal.TooManyRows(10_001, 10_000),
                refused(() ->
                        record.record(household, ANNA, inEuros(Collections.nCopies(10_001, spent(MARCH, null))))));
        assertEquals(2, count());
    }

    @Test
    void aRowMovesBetweenMonthsAndBothAreStale() {
        long id = enter(MARCH, "Courses");
        Stamp may = stamp(MARCH.plusMonths(2));

        Ledger.Entry moved = change(id, dated(APRIL.atDay(2)));

        assertEquals(APRIL, moved.transaction().month());
        assertEquals(moved.changedAt(), stamp(MARCH).revision());
        assertEquals(moved.changedAt(), stamp(APRIL).revision());
        assertEquals(may, stamp(MARCH.plusMonths(2)));
    }

    @Test
    void aRuleTypesWhatNobodyTypedIfItIsAsked() {
        long id = enter(MARCH, "Courses");

        Transaction renamed = change(id, categorised("Rent")).transaction();
        Transaction ruled = change(id, typed(null)).transaction();
        Transaction chosen = change(id, typed(ExpenseType.TRANSFER)).transaction();
        Transaction stays = change(id, categorised("Courses")).transaction();
        Transaction again = change(id, typed(null)).transaction();

        assertEquals(ExpenseType.VARIABLE, renamed.classification().type(), "another category is no other type");
        assertEquals(ExpenseType.FIXED, ruled.classification().type());
        assertEquals(TypedBy.RULE, ruled.typedBy());
        assertEquals(ExpenseType.TRANSFER, chosen.classification().type());
        assertEquals(ExpenseType.TRANSFER, stays.classification().type(), "a person's choice stays");
        assertEquals(ExpenseType.VARIABLE, again.classification().type(), "taken back, the rules decide");
        assertEquals(TypedBy.RULE, again.typedBy());
    }

    @Test
    void correctingALabelDoesNotApplyNewRules() {
        long id = enter(MARCH, "Gym");
        keepRules(new CategoryMapping(List.of(new CategoryRule("Gym", ExpenseType.FIXED))));

        Transaction corrected = change(id, labelled("Corrected")).transaction();

        assertEquals(ExpenseType.VARIABLE, corrected.classification().type());
    }

    @Test
    void whatIsSoAlreadyIsNoChange() {
        long id = enter(MARCH, "Courses");
        long before = work.read(household, books -> books.revisions().current(household))
                .number();

        change(id, categorised("Courses"));

        assertEquals(
                before,
                work.read(household, books -> books.revisions().current(household))
                        .number());
    }

    @Test
    void manyAreRemovedAfterADryRunThatSaysWhatMoves() {
        var rows = new RecordTransactions(work, CLOCK)
                .record(
                        household,
                        ANNA,
                        inEuros(List.of(spent(MARCH, "Food"), spent(APRIL, "Food"), spent(MARCH, null))))
                .result()
                .thing();
        List<Long> two = List.of(rows.get(0).id(), rows.get(1).id());
        var removeMany = new RemoveTransactions(work, CLOCK);
        TransactionFilter filter = TransactionFilter.ALL.ofIds(two);

        Effect would = removeMany
                .remove(household, ANNA, inEuros(new RemoveTransactions.Command(filter, true)))
                .result();
        assertEquals(2, would.changed());
        assertEquals(3, count());
        Effect done = removeMany
                .remove(household, ANNA, inEuros(new RemoveTransactions.Command(filter, false)))
                .result();
        assertEquals(would.totals(), done.totals());
        assertTrue(done.totals().stream()
                .anyMatch(moved -> moved.total().figure() == Figure.CATEGORY
                        && moved.after().amount().equals(Money.ZERO)));
        assertEquals(1, count());
        assertEquals(
                0,
                removeMany
                        .remove(household, ANNA, inEuros(new RemoveTransactions.Command(filter, false)))
                        .result()
                        .matched());
    }

    @Test
    void aListWithoutAnyIdMeansNoRow() {
        enter(MARCH, "Food");
        var none = new RemoveTransactions.Command(TransactionFilter.ALL.ofIds(List.of()), false);

        assertEquals(
                0,
                new RemoveTransactions(work, CLOCK)
                        .remove(household, ANNA, inEuros(none))
                        .result()
                        .matched());
        assertEquals(1, count());
    }

    @Test
    void aRowIsTakenOutOnceAndOnlyInTheStateMeant() {
        long id = enter(MARCH, "Courses");
        var show = new ShowTransaction(work);
        Stamp read = show.show(household, id).stamp();
        change(id, categorised("Rent"));
        var remove = new RemoveTransaction(work);

        assertEquals(
                new Refusal.Overtaken(),
                refused(() -> remove.remove(household, ANNA, id, Precondition.oneOf(List.of(read)))));
        long revision = remove.remove(household, ANNA, id, Precondition.WHATEVER)
                .revision()
                .number();

        assertEquals(revision, stamp(MARCH).revision());
        assertEquals(
                new Refusal.UnknownTransaction(id),
                refused(() -> remove.remove(household, ANNA, id, Precondition.WHATEVER)));
        assertEquals(new Refusal.UnknownTransaction(id), refused(() -> show.show(household, id)));
    }

    @Test
    void aDryRunTellsWhatAChangeOfManyDoes() {
        enter(MARCH, "Courses");
        enter(APRIL, "Courses");
        long other = enter(APRIL, "Rent");
        Stamp march = stamp(MARCH);
        var filter = TransactionFilter.ALL.between(MARCH.atDay(1), APRIL.atEndOfMonth());

        Effect dry = changeMany(filter, categorised("Rent"), true);
        assertEquals(2, dry.changed());
        assertEquals(3, dry.matched());
        assertEquals(Set.of(MARCH, APRIL), dry.months());
        assertTrue(dry.dryRun());
        assertEquals(march, stamp(MARCH));

        Effect done = changeMany(filter, categorised("Rent"), false);
        assertFalse(done.dryRun());
        assertEquals(dry.totals(), done.totals());
        assertEquals(march.revision() + 3, stamp(MARCH).revision(), "one revision for all of them");
        Ledger.Entry untouched =
                new ShowTransaction(work).show(household, other).thing();
        assertEquals(stamp(MARCH).revision() - 1, untouched.changedAt(), "a row that stays as it is has not changed");

        assertEquals(0, changeMany(filter, categorised("Rent"), false).changed());
    }

    /** A paid bill whose category is renamed stays a paid bill, and the dry run says which totals move. */
    @Test
    void aRenamedCategoryMovesNoRowToAnotherTypeAndEveryTotalThatMovesIsTold() {
        enter(MARCH, "Rent");
        YearMonth february = MARCH.minusMonths(1);
        enter(february, "Rent");
        var terms = new FixedTerms(new Money(500), Frequency.MONTHLY, new LineSplit.ByKey());
        new PlanFixedExpense(work, CLOCK)
                .plan(
                        household,
                        ANNA,
                        inEuros(new PlanFixedExpense.Command(
                                "Rent", "Rent", Optional.empty(), terms, Optional.of(MARCH), Optional.empty())));

        Effect dry = changeMany(TransactionFilter.ALL, categorised("Housing"), true);

        Value nothing = new Value(Money.ZERO, Optional.of(0L));
        Value all = new Value(new Money(500), Optional.of(1L));
        var paid = new Total(Figure.BILLS_PAID, null, "rent", null, null);
        var unplanned = new Total(Figure.UNPLANNED, null, null, null, null);
        assertEquals(
                Set.of(
                        new Moved(february, fixed("Rent"), all, nothing),
                        new Moved(february, fixed("Housing"), nothing, all),
                        new Moved(MARCH, fixed("Rent"), all, nothing),
                        new Moved(MARCH, fixed("Housing"), nothing, all),
                        new Moved(MARCH, paid, amount(500), amount(0)),
                        new Moved(MARCH, unplanned, amount(0), amount(500))),
                Set.copyOf(dry.totals()));
        assertEquals(Set.of(february), dry.plansMoved());

        MonthFacts before = facts(MARCH);
        changeMany(TransactionFilter.ALL, categorised("Housing"), false);
        assertEquals(
                before.of(ExpenseType.FIXED).sum(),
                facts(MARCH).of(ExpenseType.FIXED).sum());
        assertEquals(before.of(ExpenseType.VARIABLE), facts(MARCH).of(ExpenseType.VARIABLE));

        Effect asked = changeMany(TransactionFilter.ALL, typed(null), true);
        assertTrue(
                asked.totals().stream()
                        .anyMatch(moved -> moved.total().figure() == Figure.TOTAL_EXPENSES
                                && moved.before().equals(amount(500))
                                && moved.after().equals(amount(1000))),
                asked.totals().toString());
    }

    private static Total fixed(String category) {
        return new Total(Figure.CATEGORY, ExpenseType.FIXED, category, null, null);
    }

    private static Value amount(long minor) {
        return new Value(new Money(minor), Optional.empty());
    }

    private MonthFacts facts(YearMonth month) {
        return work.read(household, books -> books.ledger().facts(household, month));
    }

    @Test
    void anAnswerNamesTheMonthsThatAreOverAndMoved() {
        YearMonth january = MARCH.minusMonths(2);
        var recorded = new RecordTransactions(work, CLOCK)
                .record(household, ANNA, inEuros(List.of(spent(january, null), spent(MARCH, null))))
                .result();
        assertEquals(Set.of(january), recorded.plansMoved());
        long id = recorded.thing().getFirst().id();
        assertEquals(Set.of(), changed(id, labelled("Something else")), "a label is in no figure");
        assertEquals(
                Set.of(january, MARCH.minusMonths(1)),
                changed(id, dated(MARCH.minusMonths(1).atDay(3))));
    }

    private SortedSet<YearMonth> changed(long id, TransactionEdit edit) {
        return new ChangeTransaction(work, CLOCK)
                .change(household, ANNA, id, Precondition.WHATEVER, inEuros(edit))
                .result()
                .plansMoved();
    }

    @Test
    void tagsAreAddedAndDroppedAndNeverTooMany() {
        long id = enter(MARCH, "Courses");
        var twenty = new TreeSet<String>();
        for (int i = 0; i < Transaction.MOST_TAGS; i++) {
            twenty.add("tag " + i);
        }

        changeMany(TransactionFilter.ALL, tagged(twenty, Set.of()), false);
        changeMany(TransactionFilter.ALL, tagged(Set.of("another"), Set.of("tag 3")), false);

        assertEquals(
                "/set",
                ((Refusal.BrokenRule) refused(
                                () -> changeMany(TransactionFilter.ALL, tagged(Set.of("one more"), Set.of()), false)))
                        .where());
        var tags = new ShowTransaction(work)
                .show(household, id)
                .thing()
                .transaction()
                .tags();
        assertEquals(Transaction.MOST_TAGS, tags.size());
        assertEquals("another", tags.first());
    }

    @Test
    void pagesSayWhetherThereIsAnother() {
        for (int i = 0; i < 5; i++) {
            enter(MARCH, "Courses");
        }
        var show = new ShowTransactions(work);
        List<Long> walked = new ArrayList<>();
        Optional<Place> after = Optional.empty();
        do {
            Optional<Place> place = after;
            var page = show.show(
                            household,
                            new ShowTransactions.Query(
                                    TransactionFilter.of(MARCH), TransactionOrder.LATEST_FIRST, place, 2, 0, false))
                    .thing();
            page.rows().forEach(row -> walked.add(row.transaction().id()));
            assertEquals(OptionalLong.of(5), page.total());
            after = page.next();
        } while (after.isPresent());

        assertEquals(List.of(5L, 4L, 3L, 2L, 1L), walked);
        assertEquals(
                OptionalLong.empty(),
                show.show(
                                household,
                                new ShowTransactions.Query(
                                        TransactionFilter.ALL,
                                        TransactionOrder.LATEST_FIRST,
                                        Optional.empty(),
                                        2,
                                        0,
                                        false))
                        .thing()
                        .total(),
                "counting every month is done on request");
    }

    private HouseholdId founded() {
        HouseholdId id = found(work);
        work.write(id, ANNA, books -> {
            books.mappings().keep(id, RULES);
            return new UnitOfWork.Decision<>(id, new Change.CategoriesMapped(), AuditEntry.added("rules kept", RULES));
        });
        return id;
    }

    private void keepRules(CategoryMapping rules) {
        work.write(household, ANNA, books -> {
            books.mappings().keep(household, rules);
            return new UnitOfWork.Decision<>(
                    household, new Change.CategoriesMapped(), AuditEntry.added("rules kept", rules));
        });
    }

    private long enter(YearMonth month, String category) {
        return new RecordTransaction(work, CLOCK)
                .record(household, ANNA, inEuros(spent(month, category)))
                .result()
                .thing()
                .id();
    }

    private static RecordTransaction.Command spent(YearMonth month, @Nullable String category) {
        return new RecordTransaction.Command(
                new BankLine(null, month.atDay(3), new Money(-500), "Something", null),
                Optional.empty(),
                category,
                null,
                false,
                new TreeSet<>());
    }

    private Ledger.Entry change(long id, TransactionEdit edit) {
        return new ChangeTransaction(work, CLOCK)
                .change(household, ANNA, id, Precondition.WHATEVER, inEuros(edit))
                .result()
                .thing()
                .entry();
    }

    private Effect changeMany(TransactionFilter filter, TransactionEdit edit, boolean dryRun) {
        return changeMany
                .change(household, ANNA, inEuros(new ChangeTransactions.Command(filter, edit, dryRun)))
                .result();
    }

    private static TransactionEdit categorised(String category) {
        return TransactionEdit.builder().category(category).build();
    }

    private static TransactionEdit typed(@Nullable ExpenseType type) {
        return TransactionEdit.builder().type(type).build();
    }

    private static TransactionEdit dated(LocalDate date) {
        return TransactionEdit.builder().date(date).build();
    }

    private static TransactionEdit labelled(String label) {
        return TransactionEdit.builder().label(label).build();
    }

    private static TransactionEdit tagged(Set<String> add, Set<String> drop) {
        return TransactionEdit.builder().addTags(add).dropTags(drop).build();
    }

    private Stamp stamp(YearMonth month) {
        return work.read(household, books -> books.revisions().stampOf(household, ViewScopes.ofLedgers(Set.of(month))));
    }

    private long count() {
        return work.read(household, books -> books.ledger().count(household, TransactionFilter.ALL));
    }
}
