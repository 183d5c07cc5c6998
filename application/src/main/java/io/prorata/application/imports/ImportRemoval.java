package io.prorata.application.imports;

import io.prorata.application.ledger.LinkedRows;
import io.prorata.application.port.Books;
import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.Ledger.ImportedRow;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;

/**
 * The removal of the rows of an import; its entry stays and says so.
 *
 * @param rows of the import
 */
public record ImportRemoval(HouseholdId household, Books books, Import standing, List<ImportedRow> rows) {

    /** @throws RefusedException if there is no such import, or it is undone already */
    public static ImportRemoval of(HouseholdId household, Books books, long importId) {
        return of(household, books, ImportLookup.of(household, books, importId));
    }

    static ImportRemoval of(HouseholdId household, Books books, Import standing) {
        return new ImportRemoval(household, books, standing, books.ledger().ofImport(household, standing.id()));
    }

    /** Returns the ids of its rows. */
    public List<Long> ids() {
        return rows.stream().map(ImportedRow::id).toList();
    }

    /**
     * @param evenIfChanged whether rows that were changed since go too
     * @throws RefusedException if rows were changed since, and must not go
     */
    public void requireUnchanged(boolean evenIfChanged) {
        List<Long> changed = rows.stream()
                .filter(row -> row.changedAt() > standing.revision())
                .map(ImportedRow::id)
                .toList();
        if (!changed.isEmpty() && !evenIfChanged) {
            throw new RefusedException(new Refusal.RowsChangedSince(standing.id(), changed));
        }
    }

    /** Removes the rows, and returns the change that this is. */
    public Change.ImportUndone remove() {
        SortedSet<YearMonth> months =
                Change.months(rows.stream().map(ImportedRow::month).toList());
        LinkedMonths linked = LinkedRows.in(household, books, books.plans().book(household), months);
        books.ledger().removeImport(household, standing.id());
        books.accounts().removeBalances(household, standing.id());
        books.imports().undone(household, standing.id());
        return new Change.ImportUndone(months, linked);
    }
}
