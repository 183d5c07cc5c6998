package io.prorata.application.port;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.bankImport;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static io.prorata.application.port.BooksContract.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.port.Imports.Import;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every {@link Imports} promises. */
public interface ImportsContract extends BooksContract {

    @Test
    default void importsComeBackAsTheyWereAddedTheLatestFirst() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Import first = bankImport(1, 3, 2);
        var nameless = new Import(2, null, NOON.plusSeconds(60), ANNA.name(), 9, 5, 3, 1, 3, OptionalLong.empty());

        change(work, household, imports -> imports.add(household, first));
        change(work, household, imports -> imports.add(household, nameless));

        assertEquals(Optional.of(first), find(work, household, 1));
        assertEquals(Optional.of(nameless), find(work, household, 2));
        assertEquals(Optional.empty(), find(work, household, 3));
        assertEquals(List.of(nameless, first), all(work, household));
    }

    @Test
    default void countsAreKeptOnceTheyAreKnown() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Import other = bankImport(2, 4, 3);
        change(work, household, imports -> imports.add(household, bankImport(1, 0, 2)));
        change(work, household, imports -> imports.add(household, other));
        var counted = new Import(1, "march.csv", NOON, ANNA.name(), 9, 5, 3, 1, 2, OptionalLong.empty());

        change(work, household, imports -> imports.recount(household, counted));

        assertEquals(List.of(other, counted), all(work, household));
    }

    @Test
    default void anUndoneImportSaysAtWhichRevision() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Import undone = bankImport(1, 3, 2);
        Import standing = bankImport(2, 4, 3);
        change(work, household, imports -> imports.add(household, undone));
        change(work, household, imports -> imports.add(household, standing));

        change(work, household, imports -> imports.undone(household, 1));

        assertEquals(OptionalLong.of(4), find(work, household, 1).orElseThrow().undoneAt());
        assertEquals(Optional.of(standing), find(work, household, 2));
    }

    @Test
    default void aNeighboursImportIsNotThere() {
        UnitOfWork work = empty();
        HouseholdId us = found(work);
        HouseholdId neighbours = found(work);
        Import theirs = bankImport(1, 3, 2);
        change(work, neighbours, imports -> imports.add(neighbours, theirs));

        change(work, us, imports -> imports.undone(us, 1));

        assertEquals(Optional.empty(), find(work, us, 1));
        assertEquals(List.of(), all(work, us));
        assertEquals(List.of(theirs), all(work, neighbours));
    }

    @Test
    default void idsOfImportsAreGivenOnce() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);

        change(work, household, imports -> assertEquals(1, imports.nextId(household)));
        change(work, household, imports -> {
            assertEquals(2, imports.nextId(household));
            imports.add(household, bankImport(2, 1, 3));
        });
        change(work, household, imports -> assertEquals(3, imports.nextId(household)));

        assertRejected(() -> change(work, household, imports -> imports.add(household, bankImport(2, 1, 5))));
    }

    private static Optional<Import> find(UnitOfWork work, HouseholdId household, long id) {
        return work.read(household, books -> books.imports().find(household, id));
    }

    private static List<Import> all(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.imports().all(household));
    }

    private static void change(UnitOfWork work, HouseholdId household, Consumer<Imports> writing) {
        write(
                work,
                household,
                new Change.BankFileImported(Change.months(List.of())),
                books -> writing.accept(books.imports()));
    }
}
