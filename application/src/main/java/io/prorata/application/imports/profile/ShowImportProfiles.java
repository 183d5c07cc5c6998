package io.prorata.application.imports.profile;

import io.prorata.application.bankfile.ImportProfile;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.util.List;

/** Shows the import profiles of a household. */
public final class ShowImportProfiles {

    private static final ViewScopes SCOPES = ViewScopes.of(new Scope.Imports());

    private final UnitOfWork work;

    public ShowImportProfiles(UnitOfWork work) {
        this.work = work;
    }

    public ReadResult<List<ImportProfile>> show(HouseholdId household) {
        return work.read(
                household,
                books -> ReadResult.of(
                        books,
                        household,
                        books.importProfiles().all(household),
                        books.revisions().stampOf(household, SCOPES)));
    }
}
