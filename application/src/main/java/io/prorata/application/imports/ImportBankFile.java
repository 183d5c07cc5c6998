package io.prorata.application.imports;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.ProfileChoice;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.ledger.LinkedRows;
import io.prorata.application.port.Actor;
import io.prorata.application.port.BankFiles;
import io.prorata.application.port.Books;
import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.RefusedException;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import io.prorata.domain.plan.PlanBook;
import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;

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
        OpenedFile opened = OpenedFile.of(household, files, work, clock, command);
        return work.write(household, actor, books -> {
            PlanBook before = books.plans().book(household);
            long id = books.imports().nextId(household);
            Import begun = begun(id, household, actor, books, command.file());
            books.imports().add(household, begun);
            List<Transaction> filling = new ArrayList<>();
            ImportReport report = ImportMatcher.of(
                    household,
                    books,
                    OptionalLong.of(id),
                    new ImportMatcher.Keeper() {
                        @Override
                        public OptionalLong keep(List<ImportMatcher.Placed> lines) {
                            return ImportBankFile.keep(household, books, before.accounts(), id, lines, filling);
                        }

                        @Override
                        public boolean correct(List<ImportMatcher.Correction> corrections) {
                            if (command.correct()) {
                                correctRows(household, books, corrections);
                            }
                            return command.correct();
                        }
                    },
                    opened.command().withoutRows(),
                    opened.reader());
            opened.reader()
                    .balances()
                    .forEach(stated -> books.accounts()
                            .keepBalance(household, OptionalLong.of(id), stated.account(), stated.balance()));
            report = report.readBy(opened.kept(household, books));
            Import done = done(begun, report);
            SortedSet<YearMonth> months = Change.months(monthsOf(report));
            books.imports().recount(household, done);
            return new Decision<>(
                    report,
                    new Change.BankFileImported(
                            months,
                            LinkedRows.in(household, books, before, months)
                                    .and(LinkedMonths.of(List.of(), filling, Change.months(List.of())))),
                    AuditEntry.added("bank file imported", done));
        });
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
        List<Transaction> corrected = new ArrayList<>();
        for (ImportMatcher.Correction correction : corrections) {
            Transaction before =
                    books.ledger().find(household, correction.transactionId()).orElseThrow();
            Classification classification = before.classification();
            ExpenseType type = before.typedBy() == TypedBy.RULE
                    ? typing.of(correction.line().amount(), classification.category(), classification.subcategory())
                    : classification.type();
            corrected.add(new Transaction(
                    before.id(),
                    correction.line(),
                    new Classification(
                            type, classification.category(), classification.subcategory(), classification.excluded()),
                    before.attribution().of(type),
                    before.typedBy(),
                    before.tags(),
                    before.note()));
        }
        books.ledger().correct(household, corrected);
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

    /** @param filling is given the rows that name a provision: what is put aside depends on them */
    private static OptionalLong keep(
            HouseholdId household,
            Books books,
            Accounts accounts,
            long importId,
            List<ImportMatcher.Placed> lines,
            List<Transaction> filling) {
        long first = books.ledger().nextIds(household, lines.size());
        List<Transaction> transactions = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            ImportMatcher.Placed placed = lines.get(i);
            BankLine line = placed.line().bank();
            transactions.add(new Transaction(
                    first + i,
                    line,
                    placed.classification(),
                    placed.learnt()
                            .orElseGet(() -> accounts.onArrival(
                                    line.account(), placed.classification().type(), YearMonth.from(line.date()))),
                    TypedBy.RULE,
                    Collections.emptySortedSet(),
                    null));
        }
        books.ledger().add(household, OptionalLong.of(importId), transactions);
        transactions.stream()
                .filter(row -> row.attribution().provision().isPresent())
                .forEach(filling::add);
        return OptionalLong.of(first);
    }
}
