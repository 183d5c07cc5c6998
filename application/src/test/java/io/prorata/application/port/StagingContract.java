package io.prorata.application.port;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.Ledger.OutdatedStageException;
import io.prorata.application.port.Ledger.Staged;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.view.Revision;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What books promise of rows that are staged: nobody sees them before a write enters them all. */
public interface StagingContract extends BooksContract {

    List<Transaction> LINES = List.of(
            row(0, MARCH, -500, ExpenseType.VARIABLE, "Courses"),
            row(0, MARCH, -700, ExpenseType.VARIABLE, "Staged alone"),
            row(0, MARCH.plusMonths(1), -500, ExpenseType.VARIABLE, "Courses"));

    @Test
    default void nobodySeesWhatIsStagedUntilItIsEntered() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        write(
                work,
                household,
                new Change.TransactionRecorded(MARCH),
                books -> books.ledger()
                        .add(
                                household,
                                OptionalLong.empty(),
                                List.of(row(
                                        books.ledger().nextIds(household, 1),
                                        MARCH,
                                        -100,
                                        ExpenseType.VARIABLE,
                                        "Courses"))));
        Revision before = current(work, household);
        MonthFacts facts = facts(work, household);
        SortedSet<String> names = names(work, household);

        try (Staged staged = work.stage(household, before)) {
            assertEquals(2, staged.add(LINES.subList(0, 1)));
            assertEquals(3, staged.add(LINES.subList(1, 3)));
            assertEquals(3, staged.rows());
            assertEquals(before, current(work, household));
            assertEquals(1, count(work, household));
            assertEquals(facts, facts(work, household));
            assertEquals(names, names(work, household));

            enter(work, household, staged);
        }

        assertEquals(before.number() + 1, current(work, household).number());
        assertEquals(4, count(work, household));
        assertEquals(0, count(work, neighbours));
        List<Ledger.ImportedRow> rows =
                work.read(household, books -> books.ledger().ofImport(household, 1));
        assertEquals(
                List.of(2L, 3L, 4L),
                rows.stream().map(Ledger.ImportedRow::id).sorted().toList());
        assertEquals(
                List.of(before.number() + 1),
                rows.stream().map(Ledger.ImportedRow::changedAt).distinct().toList());
        var added = new TreeSet<>(names);
        added.add("Staged alone");
        assertEquals(added, names(work, household));
        assertEquals(
                facts(work, household),
                work.read(
                        household,
                        books -> MonthFacts.of(books
                                .ledger()
                                .list(
                                        household,
                                        TransactionFilter.ALL.between(MARCH.atDay(1), MARCH.atEndOfMonth()),
                                        TransactionOrder.LATEST_FIRST,
                                        Optional.empty(),
                                        10,
                                        0)
                                .stream()
                                .map(Ledger.Entry::transaction)
                                .toList())));
    }

    @Test
    default void whatIsNotEnteredIsGoneAndItsIdsAreNotGivenAgain() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Staged staged = work.stage(household, current(work, household));
        staged.add(LINES);
        staged.close();

        assertThrows(OutdatedStageException.class, () -> enter(work, household, staged));
        assertEquals(0, count(work, household));
        write(
                work,
                household,
                new Change.TransactionRecorded(MARCH),
                books -> assertEquals(4, books.ledger().nextIds(household, 1)));
        try (Staged next = work.stage(household, current(work, household))) {
            assertEquals(2, next.importId());
        }
    }

    private static void enter(UnitOfWork work, HouseholdId household, Staged staged) {
        work.write(household, ANNA, books -> {
            var entry = new Import(
                    staged.importId(),
                    "file.csv",
                    NOON,
                    ANNA.name(),
                    3,
                    3,
                    0,
                    0,
                    books.revisions().current(household).number(),
                    OptionalLong.empty());
            books.imports().add(household, entry);
            books.ledger().addStaged(household, staged);
            return new Decision<>(
                    entry,
                    new Change.BankFileImported(
                            Change.months(List.of(MARCH, MARCH.plusMonths(1))),
                            LinkedMonths.of(List.of(), List.of(), Change.months(List.of()))),
                    AuditEntry.added("bank file imported", entry));
        });
    }

    private static Revision current(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.revisions().current(household));
    }

    private static long count(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.ledger().count(household, TransactionFilter.ALL));
    }

    private static MonthFacts facts(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.ledger().facts(household, MARCH));
    }

    private static SortedSet<String> names(UnitOfWork work, HouseholdId household) {
        return work.read(
                household, books -> books.ledger().categoryNames(household).spellings());
    }
}
