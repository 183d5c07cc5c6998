package io.prorata.application.imports;

import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;

/** Shows one import. */
public final class ShowImport {

    private final UnitOfWork work;

    public ShowImport(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such import */
    public ReadResult<Import> show(HouseholdId household, long id) {
        return work.read(household, books -> {
            Import entry = books.imports()
                    .find(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownImport(id)));
            return ReadResult.of(books, household, entry, ImportLookup.stamp(books, household, entry));
        });
    }
}
