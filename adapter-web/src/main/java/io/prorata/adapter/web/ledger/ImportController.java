package io.prorata.adapter.web.ledger;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.Conditions;
import io.prorata.adapter.web.answer.Once;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.adapter.web.json.Fields;
import io.prorata.adapter.web.ledger.ImportsResponse.ImportResponse;
import io.prorata.adapter.web.monitoring.ImportMeter;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.Access;
import io.prorata.application.ImportBankFile;
import io.prorata.application.ImportReport;
import io.prorata.application.MarkBills;
import io.prorata.application.PreviewBankFile;
import io.prorata.application.ShowImport;
import io.prorata.application.ShowImports;
import io.prorata.application.UndoImport;
import io.prorata.application.Valued;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Bank files: sent, looked at, kept, listed, taken back. */
@Controller("/imports")
@ExecuteOn(TaskExecutors.BLOCKING)
class ImportController {

    private final ImportBankFile importBankFile;
    private final PreviewBankFile previewBankFile;
    private final ShowImports showImports;
    private final ShowImport showImport;
    private final UndoImport undoImport;
    private final MarkBills markBills;
    private final ImportTurns importTurns;
    private final ImportMeter importMeter;
    private final Once once;

    ImportController(
            ImportBankFile importBankFile,
            PreviewBankFile previewBankFile,
            ShowImports showImports,
            ShowImport showImport,
            UndoImport undoImport,
            MarkBills markBills,
            ImportTurns importTurns,
            ImportMeter importMeter,
            Once once) {
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
     * Imports the file that is the body; {@code dry_run}: only says what would happen, and shows the first {@code rows} of them;
     * {@code correct}: changes rows that are there in another form. Any media type will do, because senders name
     * bank files in many ways.
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
            @QueryValue("file_name") @Nullable String fileName,
            @Body byte[] body) {
        return imported(
                request, access, options, new Wish(dryRun.isTrue(), correct.isTrue(), rows(rows)), fileName, body);
    }

    /** Imports the file of a form's part {@code file}. */
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<ImportReportResponse> importForm(
            HttpRequest<?> request,
            Access access,
            ReadOptions options,
            @QueryValue(value = "dry_run", defaultValue = "false") Flag dryRun,
            @QueryValue(defaultValue = "false") Flag correct,
            @QueryValue(value = "rows", defaultValue = "20") String rows,
            @Part("file") CompletedFileUpload file)
            throws IOException {
        return imported(
                request,
                access,
                options,
                new Wish(dryRun.isTrue(), correct.isTrue(), rows(rows)),
                file.getFilename(),
                file.getBytes());
    }

    /** Lists the imports, the latest first. */
    @Get
    HttpResponse<ImportsResponse> list(HttpRequest<?> request, Access access) {
        return Answers.shown(request, showImports.show(access.household()), ImportsResponse::of);
    }

    /** Shows one import. */
    @Get("/{id}")
    HttpResponse<ImportResponse> show(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(request, showImport.show(access.household(), id), ImportResponse::of);
    }

    /** Takes the rows of an import out again; {@code force}: even if some were changed since. */
    @Delete("/{id}")
    HttpResponse<ImportResponse> undo(
            HttpRequest<?> request, Access access, long id, @QueryValue(defaultValue = "false") Flag force) {
        var command = new UndoImport.Command(id, force.isTrue(), Conditions.expectedIfStated(request));
        var undone = undoImport.undo(access.household(), access.actor(), command);
        return Answers.changed(undone, ImportResponse.of(undone.result()));
    }

    /** Marks rows of an import as paying planned bills: {@code {"transactions": [12, 15]}}. */
    @Post("/{id}/bills")
    HttpResponse<MarkedBillsResponse> markBills(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        return once.answer(request, access, body, () -> {
            Fields fields = Fields.of(body, "transactions");
            var rows = new TreeSet<>(fields.wholeList("transactions"));
            var marked = markBills.mark(access.household(), access.actor(), new MarkBills.Command(id, rows));
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
        var command =
                new ImportBankFile.Command(file(fileName, bytes), options, Progress.NONE, wish.correct(), wish.rows());
        if (wish.dryRun()) {
            return HttpResponse.ok(response(previewBankFile.preview(access.household(), command)));
        }
        return importTurns.inTurn(
                access.household(),
                () -> once.answer(request, access, bytes, () -> {
                    long begun = System.nanoTime();
                    var imported = importBankFile.importFile(access.household(), access.actor(), command);
                    importMeter.took(imported.result().thing().lines(), System.nanoTime() - begun);
                    ImportReportResponse response = response(imported.result());
                    return Answers.created(imported, URI.create("/imports/" + response.importId()), response);
                }));
    }

    /** What is to be done with a file, besides how it is read. */
    private record Wish(boolean dryRun, boolean correct, int rows) {}

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

    private static ImportReportResponse response(Valued<ImportReport> report) {
        return ImportReportResponse.of(report.thing(), new Amounts(report.currency()));
    }

    private static BankFile file(@Nullable String name, byte[] bytes) {
        return new BankFile(name, () -> new ByteArrayInputStream(bytes));
    }
}
