package io.prorata.application.port;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.APRIL;
import static io.prorata.application.Examples.HOUSEHOLD;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.port.Changes.LoggedChange;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Changes} promises. */
public interface ChangesContract extends BooksContract {

    /** A thing with an id of its own. */
    record Thing(long id, String name) {}

    @Test
    default void changesComeInOrderWithAllThatTheyMadeStale() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        write(
                work,
                household,
                new Change.TransactionsChanged(Change.months(List.of(MARCH, APRIL))),
                books -> books.mappings());
        write(work, household, new Change.ProvisionRevised(Optional.of(MARCH), true), books -> books.mappings());
        write(work, household, new Change.AccessChanged(), books -> books.mappings());
        write(work, household, new Change.CategoriesMapped(), books -> books.mappings());
        write(work, household, new Change.BankFileImported(Change.months(List.of())), books -> books.mappings());

        List<LoggedChange> all = after(work, household, 0, 10);

        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L, 6L),
                all.stream().map(LoggedChange::revision).toList());
        assertEquals(
                List.of(
                        Set.of(new Scope.Catalogue(), new Scope.Mapping()),
                        Set.of(new Scope.Ledger(MARCH), new Scope.Ledger(APRIL)),
                        Set.of(new Scope.Plan(MARCH), new Scope.Catalogue()),
                        Set.of(new Scope.Access()),
                        Set.of(new Scope.Mapping()),
                        Set.of(new Scope.Imports())),
                all.stream().map(change -> change.stale().orElseThrow()).toList());
        assertEquals(
                new LoggedChange(
                        4,
                        NOON,
                        ANNA.name(),
                        "something done",
                        OptionalLong.empty(),
                        false,
                        Optional.of(Set.of(new Scope.Access()))),
                all.get(3));
        assertEquals(all.subList(2, 4), after(work, household, 2, 2));
        assertEquals(List.of(), after(work, household, 6, 10));
    }

    @Test
    default void aThingIsNamedByItsIdAndIsGoneWhereNothingCameAfterIt() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var thing = new Thing(7, "it");
        note(work, household, AuditEntry.added("fixed expense planned", thing));
        note(work, household, AuditEntry.removed("fixed expense removed", thing));
        note(work, household, AuditEntry.added("household revised", HOUSEHOLD));

        List<LoggedChange> changes = after(work, household, 1, 10);

        assertEquals(OptionalLong.of(7), changes.get(0).id());
        assertEquals("fixed expense", changes.get(0).kind());
        assertEquals(
                List.of(false, true, false),
                changes.stream().map(LoggedChange::removes).toList());
        assertEquals(OptionalLong.of(7), changes.get(1).id());
        assertEquals(OptionalLong.empty(), changes.get(2).id());
    }

    @Test
    default void aNeighboursChangesAreNotThere() {
        UnitOfWork work = empty();
        HouseholdId us = found(work);
        HouseholdId neighbours = found(work);
        write(work, neighbours, new Change.AccessChanged(), books -> books.mappings());

        assertEquals(1, after(work, us, 0, 10).size());
        assertEquals(2, after(work, neighbours, 0, 10).size());
    }

    private static void note(UnitOfWork work, HouseholdId household, AuditEntry entry) {
        work.write(household, ANNA, books -> new Decision<>("done", new Change.AccessChanged(), entry));
    }

    private static List<LoggedChange> after(UnitOfWork work, HouseholdId household, long revision, int limit) {
        return work.read(household, books -> books.changes().after(household, revision, limit));
    }
}
