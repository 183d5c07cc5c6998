package io.prorata.adapter.web.ledger;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.GivesRows;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.answer.Preconditions;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.ledger.ImportsResponse.ImportResponse;
import io.prorata.adapter.web.monitoring.ImportMeter;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.problem.BodySize;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.ProfileChoice;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.imports.ImportBankFile;
import io.prorata.application.imports.ImportReport;
import io.prorata.application.imports.MarkBills;
import io.prorata.application.imports.PreviewBankFile;
import io.prorata.application.imports.ShowImport;
import io.prorata.application.imports.ShowImports;
import io.prorata.application.imports.UndoImport;
import io.prorata.application.request.Access;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import jakarta.validation.Valid;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Bank files: import, preview, list and undo. */
@Controller("/imports")
@ExecuteOn(TaskExecutors.BLOCKING)
class ImportController {

    private final ImportBankFile importBankFile;
    private final PreviewBankFile previewBankFile;
    private final ShowImports showImports;
    private final ShowImport showImport;
    private final UndoImport undoImport;
    private final MarkBills markBills;
    private final ImportLocks importTurns;
    private final ImportMeter importMeter;
    private final IdempotencyKeys once;

    ImportController(
            ImportBankFile importBankFile,
            PreviewBankFile previewBankFile,
            ShowImports showImports,
            ShowImport showImport,
            UndoImport undoImport,
            MarkBills markBills,
            ImportLocks importTurns,
            ImportMeter importMeter,
            IdempotencyKeys once) {
        this.importBankFile = importBankFile;
        this.previewBankFile = previewBankFile;
        this.showImports = showImports;
        this.showImport = showImport;
        this.undoImport = undoImport;
        this.markBills = markBills;
        this.importTurns = importTurns;
        this.importMeter = importMeter;
        this.once = once;
    }

    /**
     * Import a bank file. The body is the file, of any media type, or a form with one part {@code file}; {@code dry_run} reports without
     * importing, and shows the first {@code rows} rows; {@code correct} changes existing rows that the file has in another form. Stated
     * options are stored for the next file with the same header; {@code profile} names the import profile to use, or {@code none}.
     */
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<ImportReportResponse> importBody(
            HttpRequest<?> request,
            Access access,
            ReadOptions options,
            @QueryValue(value = "dry_run", defaultValue = "false") Flag dryRun,
            @QueryValue(defaultValue = "false") Flag correct,
            @QueryValue(value = "rows", defaultValue = "20") String rows,
            @QueryValue(value = "profile", defaultValue = "auto") String profile,
            @QueryValue("file_name") @Nullable String fileName,
            @Body byte[] body) {
        var wish = new Wish(dryRun.isTrue(), correct.isTrue(), rows(rows), ProfileChoice.parse(profile));
        if (!BankFileForm.isForm(request)) {
            return imported(request, access, options, wish, fileName, body);
        }
        BankFileForm form = BankFileForm.read(request, body);
        return imported(request, access, options, wish, fileName == null ? form.fileName() : fileName, form.bytes());
    }

    /** List imports. Newest first. */
    @Get
    @GivesRows("imports")
    HttpResponse<ImportsResponse> list(HttpRequest<?> request, Access access) {
        return Answers.shown(
                request, showImports.show(access.household()), imports -> ImportsResponse.of(imports.thing()));
    }

    /** Get an import. */
    @Get("/{id}")
    HttpResponse<ImportResponse> show(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(
                request, showImport.show(access.household(), id), entry -> ImportResponse.of(entry.thing()));
    }

    /** Undo an import. Removes its transactions; {@code force} also removes those that were changed since. */
    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<ImportResponse> undo(
            HttpRequest<?> request, Access access, long id, @QueryValue(defaultValue = "false") Flag force) {
        var command = new UndoImport.Command(id, force.isTrue(), Preconditions.expectedIfStated(request));
        var undone = undoImport.undo(access.household(), access.actor(), command);
        return Answers.changed(undone, ImportResponse.of(undone.result()));
    }

    /** Mark imported transactions as fixed expenses. Those that pay a planned one: {@code {"transactions": [12, 15]}}. */
    @Post("/{id}/bills")
    HttpResponse<MarkedBillsResponse> markBills(
            HttpRequest<?> request, Access access, long id, @Body @Valid BillRowsRequest body) {
        return once.answer(request, access, body, actor -> {
            var rows = new TreeSet<>(body.transactions());
            var marked = markBills.mark(access.household(), actor, new MarkBills.Command(id, rows));
            return Answers.done(marked, MarkedBillsResponse.of(marked.result()));
        });
    }

    private HttpResponse<ImportReportResponse> imported(
            HttpRequest<?> request,
            Access access,
            ReadOptions options,
            Wish wish,
            @Nullable String fileName,
            byte[] bytes) {
        var command = new ImportBankFile.Command(
                file(fileName, BodySize.requireFile(bytes)),
                options,
                Progress.NONE,
                wish.correct(),
                wish.rows(),
                wish.profile());
        if (wish.dryRun()) {
            return HttpResponse.ok(response(previewBankFile.preview(access.household(), command)));
        }
        return importTurns.inTurn(
                access.household(),
                () -> once.answer(request, access, bytes, actor -> {
                    long begun = System.nanoTime();
                    var imported = importBankFile.importFile(access.household(), actor, command);
                    importMeter.took(imported.result().lines(), System.nanoTime() - begun);
                    ImportReportResponse response = response(imported.result());
                    return Answers.created(imported, URI.create("/imports/" + response.importId()), response);
                }));
    }

    /** What is to be done with a file, besides how it is read. */
    private record Wish(boolean dryRun, boolean correct, int rows, ProfileChoice profile) {}

    private static int rows(String rows) {
        if (rows.equals("all")) {
            return Integer.MAX_VALUE;
        }
        try {
            int count = Integer.parseInt(rows);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is negative.
        }
        throw new RefusedException(new Refusal.BrokenRule("rows", "a number of rows, or all"));
    }

    private static ImportReportResponse response(ImportReport report) {
        return ImportReportResponse.of(report, new AmountText(report.currency()));
    }

    private static BankFile file(@Nullable String name, byte[] bytes) {
        return new BankFile(name, () -> new ByteArrayInputStream(bytes));
    }
}
