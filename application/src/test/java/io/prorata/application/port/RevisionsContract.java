package io.prorata.application.port;

import static io.prorata.application.Examples.APRIL;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Revisions} promises: a change advances exactly the scopes it states, and a stamp is the latest of its scopes. */
public interface RevisionsContract extends BooksContract {

    /** Changes that state scopes of every kind between them. */
    List<Change> CHANGES = List.of(
            new Change.HouseholdRevised(),
            new Change.TransactionRecorded(MARCH),
            new Change.BankFileImported(Change.months(List.of(MARCH, APRIL))),
            new Change.ConfigAdopted(APRIL),
            new Change.ConfigAdopted(MARCH),
            new Change.MappingApplied(Change.months(List.of(APRIL))),
            new Change.CategoriesMapped(),
            new Change.AccessChanged());

    List<Scope> SCOPES = List.of(
            new Scope.Ledger(MARCH),
            new Scope.Ledger(APRIL),
            new Scope.Plan(MARCH),
            new Scope.Plan(APRIL),
            new Scope.Catalogue(),
            new Scope.Imports(),
            new Scope.Mapping(),
            new Scope.Access());

    @Test
    default void whatHasNeverChangedHasNoStamp() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var nobody = new HouseholdId(household.value() + 1);

        assertEquals(Stamp.NEVER, stampOf(work, household, ledgers(MARCH)));
        assertEquals(Stamp.NEVER, stampOf(work, household, new ViewScopes(Set.of(), Optional.empty(), Set.of())));
        assertEquals(Stamp.NEVER, stampOf(work, nobody, ViewScopes.ofMonth(MARCH)));
    }

    @Test
    default void aChangeAdvancesExactlyTheScopesItStates() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        for (Change change : CHANGES) {
            Map<Scope, Stamp> expected = stamps(work, household);

            long revision =
                    write(work, household, change, books -> {}).revision().number();

            Map<Scope, Stamp> after = stamps(work, household);
            expected.replaceAll((scope, stamp) -> touches(change, scope) ? stampAt(after, revision) : stamp);
            assertEquals(expected, after, change.toString());
        }
    }

    @Test
    default void oneChangeHasOneNonceAndTheNextAnother() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var change = new Change.BankFileImported(Change.months(List.of(MARCH, APRIL)));

        write(work, household, change, books -> {});
        Stamp march = stampOf(work, household, ledgers(MARCH));
        assertEquals(march, stampOf(work, household, ledgers(APRIL)));
        assertEquals(march, stampOf(work, household, ViewScopes.of(new Scope.Imports())));

        write(work, household, change, books -> {});
        assertNotEquals(march.nonce(), stampOf(work, household, ledgers(MARCH)).nonce());
    }

    @Test
    default void theStampOfAViewIsTheLatestOfItsScopes() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        write(work, household, new Change.ConfigAdopted(MARCH), books -> {});
        write(work, household, new Change.TransactionRecorded(APRIL), books -> {});
        write(work, household, new Change.TransactionRecorded(MARCH), books -> {});
        write(work, household, new Change.ConfigAdopted(APRIL), books -> {});

        assertEquals(4, stampOf(work, household, ViewScopes.ofMonth(MARCH)).revision());
        assertEquals(5, stampOf(work, household, ViewScopes.ofMonth(APRIL)).revision());
        assertEquals(2, stampOf(work, household, ViewScopes.ofPlan(MARCH)).revision());
        assertEquals(
                1,
                stampOf(work, household, ViewScopes.ofPlan(MARCH.minusMonths(1)))
                        .revision());
        assertEquals(4, stampOf(work, household, ledgers(MARCH, APRIL)).revision());
    }

    @Test
    default void aNeighboursChangeLeavesTheStamp() {
        UnitOfWork work = empty();
        HouseholdId us = found(work);
        HouseholdId neighbours = found(work);
        Stamp before = stampOf(work, us, ViewScopes.ofMonth(MARCH));

        write(work, neighbours, new Change.TransactionRecorded(MARCH), books -> {});

        assertEquals(before, stampOf(work, us, ViewScopes.ofMonth(MARCH)));
    }

    @Test
    default void otherBooksHaveAnotherEpoch() {
        assertNotEquals(epoch(empty()), epoch(empty()));
    }

    private static String epoch(UnitOfWork work) {
        HouseholdId household = found(work);
        return work.read(household, books -> books.revisions().current(household))
                .epoch();
    }

    private static ViewScopes ledgers(YearMonth... months) {
        return new ViewScopes(Set.of(months), Optional.empty(), Set.of());
    }

    /** A plan's stamp goes by everything planned up to its month. */
    private static ViewScopes only(Scope scope) {
        return switch (scope) {
            case Scope.Ledger(var month) -> ledgers(month);
            case Scope.Plan(var from) -> new ViewScopes(Set.of(), Optional.of(from), Set.of());
            default -> ViewScopes.of(scope);
        };
    }

    private static boolean touches(Change change, Scope scope) {
        return change.stale().stream().anyMatch(only(scope)::include);
    }

    /** Returns the stamp that {@code revision} gave to some scope. */
    private static Stamp stampAt(Map<Scope, Stamp> stamps, long revision) {
        return stamps.values().stream()
                .filter(stamp -> stamp.revision() == revision)
                .findFirst()
                .orElse(Stamp.NEVER);
    }

    private static Map<Scope, Stamp> stamps(UnitOfWork work, HouseholdId household) {
        Map<Scope, Stamp> stamps = new HashMap<>();
        SCOPES.forEach(scope -> stamps.put(scope, stampOf(work, household, only(scope))));
        return stamps;
    }

    private static Stamp stampOf(UnitOfWork work, HouseholdId household, ViewScopes scopes) {
        return work.read(household, books -> books.revisions().stampOf(household, scopes));
    }
}
