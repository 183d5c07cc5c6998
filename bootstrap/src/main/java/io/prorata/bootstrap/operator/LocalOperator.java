package io.prorata.bootstrap.operator;

import io.prorata.adapter.bankfile.detection.BankFileReaders;
import io.prorata.adapter.persistence.JooqUnitOfWork;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.adapter.web.build.CodeVersion;
import io.prorata.application.access.IssueLink;
import io.prorata.application.access.IssueToken;
import io.prorata.application.access.RevokeToken;
import io.prorata.application.access.ShowTokens;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.household.CreateHousehold;
import io.prorata.application.household.ShowHouseholds;
import io.prorata.application.imports.ImportBankFile;
import io.prorata.application.imports.MarkBills;
import io.prorata.application.imports.PreviewBankFile;
import io.prorata.application.imports.ShowImports;
import io.prorata.application.imports.UndoImport;
import io.prorata.application.port.Actor;
import io.prorata.application.port.BankFiles;
import io.prorata.application.port.Households;
import io.prorata.application.port.Imports;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Opens the books and calls the use cases. */
final class LocalOperator implements Operator {

    private final Database database;
    private final BankFiles files = new BankFileReaders();
    private final UnitOfWork work;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @throws io.prorata.adapter.persistence.engine.UnusableDatabaseException if the file cannot serve, or is owned by another */
    LocalOperator(Path file, Clock clock) {
        this(open(file), clock);
    }

    /** Calls the use cases over {@code database}, and closes it in the end. */
    LocalOperator(Database database, Clock clock) {
        this.database = database;
        this.work = new JooqUnitOfWork(database, clock, random, CodeVersion.CURRENT);
        this.clock = clock;
    }

    private static SqliteDatabase open(Path file) {
        DatabaseLock lock = DatabaseLock.of(file);
        try {
            return SqliteDatabase.own(file, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public List<Households.Listed> households() {
        return new ShowHouseholds(work).show();
    }

    @Override
    public Households.Listed found(Household settings) {
        HouseholdId id = new CreateHousehold(work).create(Actor.COMMAND_LINE, settings);
        return new Households.Listed(id, settings);
    }

    @Override
    public List<KnownToken> tokens(HouseholdId household) {
        return new ShowTokens(work)
                .show(household).thing().stream().map(LocalOperator::known).toList();
    }

    @Override
    public NewToken issue(HouseholdId household, IssueToken.Command command) {
        var issued = new IssueToken(work, clock, random)
                .issue(household, Actor.COMMAND_LINE, command)
                .result();
        return new NewToken(known(issued.token()), issued.secret().text());
    }

    @Override
    public String link(HouseholdId household, IssueToken.Command command) {
        return new IssueLink(work, clock, random)
                .issue(household, Actor.COMMAND_LINE, command)
                .result()
                .secret()
                .text();
    }

    @Override
    public KnownToken revoke(HouseholdId household, long id) {
        return known(
                new RevokeToken(work).revoke(household, Actor.COMMAND_LINE, id).result());
    }

    @Override
    public ImportOutcome importFile(HouseholdId household, FileToImport file) throws IOException {
        var command = new ImportBankFile.Command(
                new BankFile(file.name(), () -> Files.newInputStream(file.path())),
                ReadOptions.parse(file.options()),
                file.progress(),
                file.correct(),
                file.rows().equals("all") ? Integer.MAX_VALUE : Integer.parseInt(file.rows()));
        try {
            return LocalImport.outcome(
                    file.dryRun()
                            ? new PreviewBankFile(files, work, clock).preview(household, command)
                            : new ImportBankFile(files, work, clock)
                                    .importFile(household, Actor.COMMAND_LINE, command)
                                    .result());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public List<PastImport> imports(HouseholdId household) {
        return new ShowImports(work)
                .show(household).thing().stream().map(LocalOperator::past).toList();
    }

    @Override
    public PastImport undo(HouseholdId household, long importId, boolean evenIfChanged) {
        var command = new UndoImport.Command(importId, evenIfChanged);
        return past(new UndoImport(work)
                .undo(household, Actor.COMMAND_LINE, command)
                .result());
    }

    @Override
    public void markBills(HouseholdId household, long importId, SortedSet<Long> transactions) {
        new MarkBills(work).mark(household, Actor.COMMAND_LINE, new MarkBills.Command(importId, transactions));
    }

    @Override
    public void close() {
        database.close();
    }

    private static PastImport past(Imports.Import entry) {
        return new PastImport(
                entry.id(),
                Optional.ofNullable(entry.fileName()),
                entry.at(),
                entry.lines(),
                entry.added(),
                entry.known(),
                entry.refused(),
                entry.undoneAt().isPresent());
    }

    private static KnownToken known(Tokens.Token token) {
        return new KnownToken(token.id(), token.name(), token.scope(), token.at(), token.revoked());
    }
}
