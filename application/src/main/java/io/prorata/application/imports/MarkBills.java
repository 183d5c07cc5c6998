package io.prorata.application.imports;

import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.Ledger.ImportedRow;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Marks rows of an import as paying planned bills, so that they count as such and not as everyday spending. */
public final class MarkBills {

    private final UnitOfWork work;

    public MarkBills(UnitOfWork work) {
        this.work = work;
    }

    /** @param transactions ids of rows of the import */
    public record Command(long importId, SortedSet<Long> transactions) {}

    /** Rows that are FIXED now, and the months they are in. */
    public record Marked(long importId, SortedSet<Long> transactions, SortedSet<YearMonth> months) {}

    /** @throws RefusedException if the import is not there or undone, or a row is none of its */
    public Committed<Marked> mark(HouseholdId household, Actor actor, Command command) {
        return work.write(household, actor, books -> {
            Import standing = ImportLookup.of(household, books, command.importId());
            List<ImportedRow> rows = books.ledger().ofImport(household, standing.id()).stream()
                    .filter(row -> command.transactions().contains(row.id()))
                    .toList();
            SortedSet<Long> missing = new TreeSet<>(command.transactions());
            rows.forEach(row -> missing.remove(row.id()));
            if (!missing.isEmpty()) {
                throw new RefusedException(new Refusal.UnknownRows(standing.id(), List.copyOf(missing)));
            }
            books.ledger().retype(household, command.transactions(), ExpenseType.FIXED);
            var marked = new Marked(
                    standing.id(),
                    command.transactions(),
                    Change.months(rows.stream().map(ImportedRow::month).toList()));
            return new Decision<>(
                    marked, new Change.BillsMarked(marked.months()), AuditEntry.added("bills marked", marked));
        });
    }
}
