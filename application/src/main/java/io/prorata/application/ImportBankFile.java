package io.prorata.application;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.BankFiles;
import io.prorata.application.port.Books;
import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;

/** Takes a bank's file into the books: all its acceptable lines or none. */
public final class ImportBankFile {

    private final BankFiles files;
    private final UnitOfWork work;
    private final Clock clock;

    public ImportBankFile(BankFiles files, UnitOfWork work, Clock clock) {
        this.files = files;
        this.work = work;
        this.clock = clock;
    }

    /** What to import, and how to read it. */
    public record Command(BankFile file, ReadOptions options, Progress progress) {}

    /**
     * Imports the file. Lines that are there already are counted and not added; a file of which every line is there is an import that
     * added none.
     *
     * @throws RefusedException if the file as a whole cannot be read, or none of its lines
     */
    public Committed<Valued<ImportReport>> importFile(HouseholdId household, Actor actor, Command command) {
        Currency currency =
                work.read(household, books -> books.households().get(household).currency());
        // Before the write, so that others need not wait while the file is looked into.
        var reader = files.open(command.file(), command.options(), currency);
        return work.write(household, actor, books -> {
            long id = books.imports().nextId(household);
            Import begun = begun(id, household, actor, books, command.file());
            books.imports().add(household, begun);
            ImportReport report = Intake.of(
                    household,
                    books,
                    OptionalLong.of(id),
                    lines -> keep(household, books, id, lines),
                    command.file(),
                    reader,
                    command.progress());
            Import done = done(begun, report);
            books.imports().recount(household, done);
            return new Decision<>(
                    new Valued<>(report, currency),
                    new Change.BankFileImported(Change.months(report.months().keySet())),
                    AuditEntry.added("bank file imported", done));
        });
    }

    private Import begun(long id, HouseholdId household, Actor actor, Books books, BankFile file) {
        return new Import(
                id,
                file.name(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                actor.name(),
                0,
                0,
                0,
                0,
                books.revisions().current(household).number(),
                OptionalLong.empty());
    }

    private static Import done(Import begun, ImportReport report) {
        return new Import(
                begun.id(),
                begun.fileName(),
                begun.at(),
                begun.by(),
                report.lines(),
                report.added(),
                report.known(),
                report.refused().size(),
                begun.revision(),
                begun.undoneAt());
    }

    private static OptionalLong keep(HouseholdId household, Books books, long importId, List<Intake.Placed> lines) {
        long first = books.ledger().nextIds(household, lines.size());
        List<Transaction> transactions = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Intake.Placed placed = lines.get(i);
            transactions.add(new Transaction(
                    first + i, placed.line().bank(), placed.placing(), TypedBy.RULE, Collections.emptySortedSet()));
        }
        books.ledger().add(household, OptionalLong.of(importId), transactions);
        return OptionalLong.of(first);
    }
}
