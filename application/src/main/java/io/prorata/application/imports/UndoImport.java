package io.prorata.application.imports;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;

/** Takes the rows of an import out of the ledger again. Its entry in the list of imports stays and says so. */
public final class UndoImport {

    private final UnitOfWork work;

    public UndoImport(UnitOfWork work) {
        this.work = work;
    }

    /** @param evenIfChanged whether rows that were changed since go too */
    public record Command(long importId, boolean evenIfChanged, Precondition expected) {

        /** Whatever the import is. */
        public Command(long importId, boolean evenIfChanged) {
            this(importId, evenIfChanged, Precondition.WHATEVER);
        }
    }

    /**
     * @throws RefusedException if there is no such import, it is undone already or in another state than meant, or rows of it were
     *     changed since
     */
    public Committed<Import> undo(HouseholdId household, Actor actor, Command command) {
        return work.write(household, actor, books -> {
            Import standing = ImportLookup.of(household, books, command.importId());
            command.expected().check(ImportLookup.stamp(books, household, standing));
            var removal = ImportRemoval.of(household, books, standing);
            removal.requireUnchanged(command.evenIfChanged());
            Change.ImportUndone change = removal.remove();
            return new Decision<>(
                    books.imports().find(household, standing.id()).orElseThrow(),
                    change,
                    AuditEntry.removed("import undone", standing));
        });
    }
}
