package io.prorata.bootstrap.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.adapter.web.explanation.ExplanationResponse;
import io.prorata.adapter.web.explanation.FigureRequest;
import io.prorata.application.access.IssueToken;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.ProfileChoice;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.imports.ImportBankFile;
import io.prorata.application.imports.MarkBills;
import io.prorata.application.imports.UndoImport;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Households;
import io.prorata.application.port.Imports;
import io.prorata.application.port.Tokens;
import io.prorata.bootstrap.composition.OpenBooks;
import io.prorata.bootstrap.composition.UseCases;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Opens the books and calls the use cases. */
final class LocalOperator implements Operator {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final UseCases useCases;

    /** @throws io.prorata.adapter.persistence.engine.UnusableDatabaseException if the file cannot be used, or another process owns it */
    LocalOperator(Path file, Clock clock) {
        this(open(file), clock);
    }

    /** Calls the use cases over {@code database}, and closes it at the end. */
    LocalOperator(Database database, Clock clock) {
        this.database = database;
        this.useCases = UseCases.over(OpenBooks.in(database, clock), clock);
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
        return useCases.household().showHouseholds().show();
    }

    @Override
    public Households.Listed found(Household settings) {
        HouseholdId id = useCases.household().createHousehold().create(Actor.COMMAND_LINE, settings);
        return new Households.Listed(id, settings);
    }

    @Override
    public List<KnownToken> tokens(HouseholdId household) {
        return useCases.access().showTokens().show(household).thing().stream()
                .map(LocalOperator::known)
                .toList();
    }

    @Override
    public NewToken issue(HouseholdId household, IssueToken.Command command) {
        var issued = useCases.access()
                .issueToken()
                .issue(household, Actor.COMMAND_LINE, command)
                .result();
        return new NewToken(known(issued.token()), issued.secret().text());
    }

    @Override
    public String link(HouseholdId household, IssueToken.Command command) {
        return useCases.access()
                .issueLink()
                .issue(household, Actor.COMMAND_LINE, command)
                .result()
                .secret()
                .text();
    }

    @Override
    public KnownToken revoke(HouseholdId household, long id) {
        return known(useCases.access()
                .revokeToken()
                .revoke(household, Actor.COMMAND_LINE, id)
                .result());
    }

    @Override
    public ImportOutcome importFile(HouseholdId household, FileToImport file) throws IOException {
        var command = new ImportBankFile.Command(
                new BankFile(file.name(), () -> Files.newInputStream(file.path())),
                ReadOptions.parse(file.options()),
                file.progress(),
                file.correct(),
                file.rows().equals("all") ? Integer.MAX_VALUE : Integer.parseInt(file.rows()),
                ProfileChoice.parse(file.profile()));
        try {
            return LocalImport.outcome(
                    file.dryRun()
                            ? useCases.imports().previewBankFile().preview(household, command)
                            : useCases.imports()
                                    .importBankFile()
                                    .importFile(household, Actor.COMMAND_LINE, command)
                                    .result());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public List<PastImport> imports(HouseholdId household) {
        return useCases.imports().showImports().show(household).thing().stream()
                .map(LocalOperator::past)
                .toList();
    }

    @Override
    public PastImport undo(HouseholdId household, long importId, boolean evenIfChanged) {
        var command = new UndoImport.Command(importId, evenIfChanged);
        return past(useCases.imports()
                .undoImport()
                .undo(household, Actor.COMMAND_LINE, command)
                .result());
    }

    @Override
    public void markBills(HouseholdId household, long importId, SortedSet<Long> transactions) {
        useCases.imports()
                .markBills()
                .mark(household, Actor.COMMAND_LINE, new MarkBills.Command(importId, transactions));
    }

    @Override
    public Optional<JsonNode> explain(HouseholdId household, FigureToExplain figure) {
        YearMonth month = figure.month()
                .orElseGet(() -> useCases.household().showCurrentMonth().show(household));
        boolean settlement = figure.isOfSettlement();
        var request = new FigureRequest(
                figure.view(),
                figure.figure(),
                figure.of(),
                settlement ? null : month,
                null,
                settlement ? month : null,
                settlement ? figure.basis() : null,
                null);
        var explained = useCases.dashboard()
                .explainFigure(OpenBooks.snapshots(database))
                .explain(household, request.query(month));
        return explained.thing().derivation().map(found -> JSON.valueToTree(ExplanationResponse.of(explained)));
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
        return new KnownToken(token.id(), token.name(), token.scope(), token.at(), token.revoked(), token.expiresAt());
    }
}
