package io.prorata.application.ledger;

import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.mapping.CategoryMapping;

/** Shows how the household types its categories. */
public final class ShowMappings {

    static final ViewScopes SCOPES = ViewScopes.of(new Scope.Mapping());

    private final UnitOfWork work;

    public ShowMappings(UnitOfWork work) {
        this.work = work;
    }

    public ReadResult<CategoryMapping> show(HouseholdId household) {
        return work.read(
                household,
                books -> ReadResult.of(
                        books,
                        household,
                        books.mappings().get(household),
                        books.revisions().stampOf(household, SCOPES)));
    }
}
