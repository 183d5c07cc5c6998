package io.prorata.application.imports;

import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.util.List;

/** Shows the imports of a household, the latest first, undone ones too. */
public final class ShowImports {

    private static final ViewScopes SCOPES = ViewScopes.of(new Scope.Imports());

    private final UnitOfWork work;

    public ShowImports(UnitOfWork work) {
        this.work = work;
    }

    public ReadResult<List<Import>> show(HouseholdId household) {
        return work.read(
                household,
                books -> ReadResult.of(
                        books,
                        household,
                        books.imports().all(household),
                        books.revisions().stampOf(household, SCOPES)));
    }
}
