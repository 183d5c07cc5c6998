package io.prorata.application.memory;

import static java.util.stream.Collectors.toMap;

import io.prorata.application.port.Books;
import io.prorata.application.port.Glance;
import io.prorata.application.port.Snapshot;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Wanted;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.PlanBook;
import java.util.Optional;

/** Reads by the view over {@link InMemoryBooks}. */
public final class InMemorySnapshots implements Snapshots {

    private final InMemoryBooks books;

    public InMemorySnapshots(InMemoryBooks books) {
        this.books = books;
    }

    @Override
    public Glance glance(HouseholdId household, ViewScopes scopes) {
        return books.read(household, at -> glance(at, household, scopes));
    }

    @Override
    public Snapshot take(HouseholdId household, Wanted wanted) {
        return books.read(
                household,
                at -> new Snapshot(
                        glance(at, household, wanted.scopes()),
                        at.households().get(household),
                        wanted.scopes().planUpTo().isPresent() ? at.plans().book(household) : PlanBook.EMPTY,
                        wanted.scopes().ledgers().stream()
                                .collect(toMap(
                                        month -> month, month -> at.ledger().facts(household, month))),
                        wanted.config().isPresent()
                                ? at.plans().config(household, wanted.config().getAsLong())
                                : Optional.empty()));
    }

    private static Glance glance(Books books, HouseholdId household, ViewScopes scopes) {
        return new Glance(
                books.revisions().stampOf(household, scopes), books.revisions().current(household));
    }
}
