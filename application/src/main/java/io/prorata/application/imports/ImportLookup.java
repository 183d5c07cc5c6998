package io.prorata.application.imports;

import io.prorata.application.port.Books;
import io.prorata.application.port.Imports.Import;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;

/** Finds imports, and the stamp of their last change. */
final class ImportLookup {

    private ImportLookup() {}

    /** @throws RefusedException if there is no such import, or it was undone */
    static Import of(HouseholdId household, Books books, long importId) {
        Import entry = books.imports()
                .find(household, importId)
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownImport(importId)));
        if (entry.undoneAt().isPresent()) {
            throw new RefusedException(new Refusal.AlreadyUndone(importId));
        }
        return entry;
    }

    /** The stamp of its last change: when it was made, or undone. */
    static Stamp stamp(Books books, HouseholdId household, Import entry) {
        return books.revisions().stampAt(household, entry.undoneAt().orElse(entry.revision()));
    }
}
