package io.prorata.application.imports;

import io.prorata.application.ledger.LinkedRows;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.Ledger.ImportedRow;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.mapping.BillAssignment;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Marks rows of an import as paying planned bills, so that they count as such and not as everyday spending. A row is marked only if its label
 * or its category agrees with a bill beside the amount, and each bill is paid at most once for each time that it is due.
 */
public final class MarkBills {

    private final UnitOfWork work;

    public MarkBills(UnitOfWork work) {
        this.work = work;
    }

    /** @param transactions ids of rows of the import */
    public record Command(long importId, SortedSet<Long> transactions) {}

    /** Rows that are FIXED now, and the months they are in. */
    public record Marked(long importId, SortedSet<Long> transactions, SortedSet<YearMonth> months) {}

    /**
     * Marks all of them or none. A row that is marked already stays as it is.
     *
     * @throws RefusedException if the import is not there or undone, a row is none of its, or one agrees with no bill that is to be paid
     */
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
            List<ImportedRow> fresh = rows.stream()
                    .filter(row -> row.classification().type() != ExpenseType.FIXED)
                    .toList();
            requireBills(household, books, standing.id(), fresh);
            var marked = new Marked(
                    standing.id(),
                    command.transactions(),
                    Change.months(rows.stream().map(ImportedRow::month).toList()));
            if (fresh.isEmpty()) {
                return Decision.unchanged(marked, ImportLookup.stamp(books, household, standing));
            }
            LinkedMonths linked = LinkedRows.in(household, books, books.plans().book(household), marked.months());
            books.ledger().retype(household, fresh.stream().map(ImportedRow::id).toList(), ExpenseType.FIXED);
            return new Decision<>(
                    marked, new Change.BillsMarked(marked.months(), linked), AuditEntry.added("bills marked", marked));
        });
    }

    private static void requireBills(HouseholdId household, Books books, long importId, List<ImportedRow> rows) {
        Map<Long, BillAssignment.Placed> placed = new LinkedHashMap<>();
        rows.forEach(row -> placed.put(
                row.id(),
                new BillAssignment.Placed(
                        books.ledger().find(household, row.id()).orElseThrow().line(), row.classification())));
        var matched = new BillMatcher(household, books.plans().book(household).fixed()).matched(books, placed);
        List<Long> none =
                placed.keySet().stream().filter(id -> !matched.containsKey(id)).toList();
        if (!none.isEmpty()) {
            throw new RefusedException(new Refusal.PaysNoBill(importId, none));
        }
    }
}
