package io.prorata.application.imports;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.ProfileChoice;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.ledger.LinkedRows;
import io.prorata.application.ledger.RefundsBeside;
import io.prorata.application.port.Actor;
import io.prorata.application.port.BankFiles;
import io.prorata.application.port.Books;
import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;

/** Takes a bank's file into the books: all its acceptable lines or none. */
public final class ImportBankFile {

    /** So often a file is compared before others have to wait for it. */
    private static final int MOST_ATTEMPTS = 4;

    private final BankFiles files;
    private final UnitOfWork work;
    private final Clock clock;

    public ImportBankFile(BankFiles files, UnitOfWork work, Clock clock) {
        this.files = files;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What to import, and how to read it.
     *
     * @param correct whether rows that are there in another form are changed to that of the file
     * @param shownRows how many rows a preview shows
     * @param profile by which of the household's profiles it is read where the options say nothing
     */
    public record Command(
            BankFile file,
            ReadOptions options,
            Progress progress,
            boolean correct,
            int shownRows,
            ProfileChoice profile) {

        /** So many rows are shown unless more are asked for. */
        public static final int SHOWN_ROWS = 20;

        /** Nothing is changed, and the usual number of rows is shown. */
        public Command(BankFile file, ReadOptions options, Progress progress) {
            this(file, options, progress, false, SHOWN_ROWS, new ProfileChoice.ByHeader());
        }

        Command with(ReadOptions options) {
            return new Command(file, options, progress, correct, shownRows, profile);
        }

        Command withoutRows() {
            return new Command(file, options, progress, correct, 0, profile);
        }
    }

    /**
     * Imports the file. Lines that are there already are counted and not added; a file of which every line is there is an import that
     * added none.
     *
     * @throws RefusedException if the file as a whole cannot be read, or none of its lines
     */
    public Committed<ImportReport> importFile(HouseholdId household, Actor actor, Command command) {
        // Before the write, so that others need not wait while the file is looked into.
        OpenedFile file = OpenedFile.of(household, files, work, clock, command.withoutRows());
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                return importFile(household, actor, file);
            } catch (Ledger.OutdatedStageException e) {
                // Somebody has written meanwhile; the file is compared again.
            }
        }
        return importAlone(household, actor, file);
    }

    /** Reads, compares and stages without a transaction around it; the write enters what is ready. */
    private Committed<ImportReport> importFile(HouseholdId household, Actor actor, OpenedFile file) {
        ImportMatcher matcher = work.read(household, books -> ImportMatcher.over(household, books, file));
        try (NewLines lines = NewLines.outside(household, work, matcher)) {
            matcher.read(lines::add);
            List<List<ImportMatcher.Placed>> last = new ArrayList<>();
            var _ = work.read(household, books -> {
                matcher.finish(books, last::add);
                return matcher;
            });
            last.forEach(lines::add);
            return work.write(household, actor, books -> {
                matcher.requireNext(books);
                Import begun = begin(household, actor, books, file, lines.importId(books));
                lines.enter(books, begun.id());
                return end(household, books, file, matcher, lines, begun);
            });
        }
    }

    /** Others write all the time: this once they wait while the file is read. */
    private Committed<ImportReport> importAlone(HouseholdId household, Actor actor, OpenedFile file) {
        return work.write(household, actor, books -> {
            ImportMatcher matcher = ImportMatcher.over(household, books, file);
            Import begun = begin(household, actor, books, file, books.imports().nextId(household));
            NewLines lines = NewLines.within(household, work, matcher, books, begun.id());
            matcher.read(lines::add);
            matcher.finish(books, lines::add);
            return end(household, books, file, matcher, lines, begun);
        });
    }

    /** Adds the import, which its rows refer to. */
    private Import begin(HouseholdId household, Actor actor, Books books, OpenedFile file, long id) {
        var begun = new Import(
                id,
                file.command().file().name(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                actor.name(),
                0,
                0,
                0,
                0,
                books.revisions().current(household).number(),
                OptionalLong.empty());
        books.imports().add(household, begun);
        return begun;
    }

    /** Does the rest once the rows are there. */
    private static Decision<ImportReport> end(
            HouseholdId household, Books books, OpenedFile file, ImportMatcher matcher, NewLines lines, Import begun) {
        if (file.command().correct() && !matcher.corrections().isEmpty()) {
            correctRows(household, books, matcher.corrections());
        }
        file.reader()
                .balances()
                .forEach(stated -> books.accounts()
                        .keepBalance(household, OptionalLong.of(begun.id()), stated.account(), stated.balance()));
        ImportReport report =
                matcher.report(OptionalLong.of(begun.id()), lines::id).readBy(file.kept(household, books));
        Import done = done(begun, report);
        SortedSet<YearMonth> months = Change.months(monthsOf(report));
        books.imports().recount(household, done);
        return new Decision<>(
                report,
                new Change.BankFileImported(
                        months,
                        LinkedRows.in(household, books, matcher.plan(), months)
                                .and(LinkedMonths.of(List.of(), lines.filling(), Change.months(List.of())))),
                AuditEntry.added("bank file imported", done));
    }

    /** Returns the months that got rows, and those of rows that were changed, before and after. */
    private static Set<YearMonth> monthsOf(ImportReport report) {
        Set<YearMonth> months = new HashSet<>(report.months().keySet());
        for (ImportReport.ChangedLine changed : report.changed()) {
            if (changed.done()) {
                months.add(YearMonth.from(changed.before().date()));
                months.add(YearMonth.from(changed.after().date()));
            }
        }
        return months;
    }

    private static void correctRows(HouseholdId household, Books books, List<ImportMatcher.Correction> corrections) {
        Typing typing = books.mappings().get(household).typing();
        List<Transaction> rows = corrections.stream()
                .map(correction -> books.ledger()
                        .find(household, correction.transactionId())
                        .orElseThrow())
                .toList();
        var refundIn = RefundsBeside.of(household, books, rows);
        List<Transaction> corrected = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ImportMatcher.Correction correction = corrections.get(i);
            Transaction before = rows.get(i);
            Classification classification = before.classification();
            ExpenseType type = before.isTypedByMapping() && !haveSameSign(before.line(), correction.line())
                    ? typing.of(
                            correction.line().amount(),
                            classification.category(),
                            classification.subcategory(),
                            refundIn)
                    : classification.type();
            corrected.add(new Transaction(
                    before.id(),
                    correction.line(),
                    new Classification(
                            type, classification.category(), classification.subcategory(), classification.excluded()),
                    before.attribution().of(type),
                    before.typedBy(),
                    before.tags(),
                    before.note(),
                    before.choices()));
        }
        books.ledger().correct(household, corrected);
    }

    /** The type of a row that nobody has typed follows from its sign. */
    private static boolean haveSameSign(BankLine before, BankLine after) {
        return before.amount().minor() > 0 == after.amount().minor() > 0;
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
}
