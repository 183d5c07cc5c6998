package io.prorata.adapter.web.page.imports;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.ledger.BankFileForm;
import io.prorata.adapter.web.ledger.ImportLocks;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.imports.ImportModel.Past;
import io.prorata.adapter.web.page.imports.ImportModel.Report;
import io.prorata.adapter.web.page.imports.ImportModel.Row;
import io.prorata.adapter.web.problem.BodySize;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.ProfileChoice;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.imports.ImportBankFile;
import io.prorata.application.imports.ImportReport;
import io.prorata.application.imports.PreviewBankFile;
import io.prorata.application.imports.ShowImports;
import io.prorata.application.imports.UndoImport;
import io.prorata.application.request.Access;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Bank files: looked at first, then imported; the list of imports, and how one is taken back. */
@OfPage
@Controller("/import")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ImportsController {

    private static final int ROWS = 50;

    private final Screens screens;
    private final PreviewBankFile previewBankFile;
    private final ImportBankFile importBankFile;
    private final ShowImports showImports;
    private final UndoImport undoImport;
    private final ShowHousehold showHousehold;
    private final ImportLocks locks;

    ImportsController(
            Screens screens,
            PreviewBankFile previewBankFile,
            ImportBankFile importBankFile,
            ShowImports showImports,
            UndoImport undoImport,
            ShowHousehold showHousehold,
            ImportLocks locks) {
        this.screens = screens;
        this.previewBankFile = previewBankFile;
        this.importBankFile = importBankFile;
        this.showImports = showImports;
        this.undoImport = undoImport;
        this.showHousehold = showHousehold;
        this.locks = locks;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request, Access access) {
        Frame frame = screens.frame(request, access, "import", "place.import");
        return shown(frame, access, Report.NONE);
    }

    /** Says what the file would do. */
    @OfPage(operation = "POST /imports")
    @Post("/look")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> look(HttpRequest<?> request, Access access, @Body byte[] body) {
        BankFileForm form = BankFileForm.read(request, body);
        Frame frame = screens.frame(request, access, "import", "place.import");
        var report = previewBankFile.preview(access.household(), command(form));
        return shown(frame, access, report(frame, form.fileName(), report, false));
    }

    @OfPage(operation = "POST /imports")
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> keep(HttpRequest<?> request, Access access, @Body byte[] body) {
        BankFileForm form = BankFileForm.read(request, body);
        var imported = locks.inTurn(
                access.household(),
                () -> importBankFile
                        .importFile(access.household(), access.actor(), command(form))
                        .result());
        Frame frame = screens.frame(request, access, "import", "place.import");
        return shown(frame, access, report(frame, form.fileName(), imported, true));
    }

    @OfPage(operation = "DELETE /imports/{id}")
    @Post("/{id}/undo")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> undo(HttpRequest<?> request, Access access, long id) {
        undoImport.undo(access.household(), access.actor(), new UndoImport.Command(id, false));
        return screens.goOn(request, "/import");
    }

    private static ImportBankFile.Command command(BankFileForm form) {
        byte[] bytes = BodySize.requireFile(form.bytes());
        return new ImportBankFile.Command(
                new BankFile(form.fileName(), () -> new ByteArrayInputStream(bytes)),
                ReadOptions.parse(Map.of()),
                Progress.NONE,
                false,
                ROWS,
                new ProfileChoice.ByHeader());
    }

    private HttpResponse<byte[]> shown(Frame frame, Access access, Report report) {
        ZoneId zone = showHousehold.show(access.household()).thing().household().zone();
        List<Past> past = showImports.show(access.household()).thing().stream()
                .map(done -> new Past(
                        done.id(),
                        Objects.requireNonNullElse(done.fileName(), "?"),
                        frame.words().day(LocalDate.ofInstant(done.at(), zone)),
                        frame.t("import.counts", done.added(), done.known(), done.refused()),
                        done.undoneAt().isPresent()))
                .toList();
        return screens.show(frame, "import.jte", new ImportModel(report, past));
    }

    private static Report report(Frame frame, String file, ImportReport report, boolean done) {
        var amounts = new Amounts(frame.words(), report.currency());
        List<Row> rows = report.rows().stream()
                .map(row -> new Row(
                        frame.words().day(row.bank().date()),
                        row.bank().label(),
                        amounts.text(row.bank().amount()),
                        row.category() == null ? frame.t("uncategorised") : row.category(),
                        frame.t("type." + row.type()),
                        row.known(),
                        row.sortedBy().isEmpty()
                                ? ""
                                : frame.t(
                                        "import.sorted",
                                        row.sortedBy().stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(", ")))))
                .toList();
        List<String> refused = report.refused().stream()
                .map(line -> frame.t("import.line", line.line()) + ": " + line.reason())
                .toList();
        List<String> notes = new ArrayList<>();
        report.likeBills()
                .forEach(bill ->
                        notes.add(frame.t("import.like_bill", bill.bank().label(), bill.label())));
        report.warnings().forEach(warning -> notes.add(warning.toString()));
        return new Report(
                true,
                done,
                file,
                frame.t(
                        "import.counts",
                        report.added(),
                        report.known(),
                        report.refused().size()),
                report.format().kind().toString(),
                rows,
                refused,
                notes);
    }
}
