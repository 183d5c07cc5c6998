package io.prorata.adapter.web.export;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.answer.AcceptedType;
import io.prorata.adapter.web.answer.Spool;
import io.prorata.adapter.web.answer.SpooledBody;
import io.prorata.adapter.web.json.MediaTypes;
import io.prorata.application.export.ExportHousehold;
import io.prorata.application.export.HouseholdExports.Form;
import io.prorata.application.port.Tokens;
import io.prorata.application.request.Access;
import io.prorata.application.request.ReadResult;
import io.prorata.application.view.StampAtRevision;
import java.util.List;

/** The household as a whole. */
@Controller("/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@RequiresScope(Tokens.TokenScope.ADMIN)
final class ExportController {

    private final ExportHousehold exportHousehold;
    private final Spool spool;

    ExportController(ExportHousehold exportHousehold, Spool spool) {
        this.exportHousehold = exportHousehold;
        this.spool = spool;
    }

    private record Asked(Form form) {}

    /**
     * Export the household. All data but tokens, as of one moment: a JSON document, from which {@code prorata household create --from}
     * creates the same household elsewhere; as {@code application/zip} that document and CSV files of it. It requires a token of scope
     * admin, because the history of all changes is part of it.
     */
    @Get
    @Produces({MediaTypes.JSON, MediaTypes.ZIP})
    HttpResponse<SpooledBody> export(HttpRequest<?> request, Access access) {
        String type = AcceptedType.of(request, List.of(MediaTypes.JSON, MediaTypes.ZIP));
        Form form = type.equals(MediaTypes.ZIP) ? Form.ARCHIVE : Form.DOCUMENT;
        HttpResponse<SpooledBody> response = spool.answer(request, new Asked(form), type, form == Form.DOCUMENT, to -> {
            StampAtRevision now = exportHousehold.export(access.household(), form, to);
            return new ReadResult<>(form, access.currency(), now.stamp(), now.revision());
        });
        String name = form == Form.DOCUMENT ? "household.json" : "household.zip";
        return ((MutableHttpResponse<SpooledBody>) response)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"');
    }
}
