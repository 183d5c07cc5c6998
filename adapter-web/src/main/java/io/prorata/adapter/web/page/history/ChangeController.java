package io.prorata.adapter.web.page.history;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.page.change.NameWords;
import io.prorata.adapter.web.page.change.RowWords;
import io.prorata.adapter.web.page.change.RowWords.ChangedRow;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.history.ChangeModel.Row;
import io.prorata.application.change.ShowHistoryEntry;
import io.prorata.application.change.ShowHistoryEntry.HistoryDetail;
import io.prorata.application.plan.ShowPlan;
import io.prorata.application.port.Ledger.EarlierRow;
import io.prorata.application.request.Access;
import io.prorata.application.rule.ShowRules;
import io.prorata.domain.ledger.Transaction;
import java.util.List;

/** One change, with the values, rows and names before and after it. */
@OfPage
@Controller("/settings/history")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChangeController {

    private final Screens screens;
    private final ShowHistoryEntry showHistoryEntry;
    private final ShowPlan showPlan;
    private final ShowRules showRules;
    private final JsonMapper json;

    ChangeController(
            Screens screens,
            ShowHistoryEntry showHistoryEntry,
            ShowPlan showPlan,
            ShowRules showRules,
            JsonMapper json) {
        this.screens = screens;
        this.showHistoryEntry = showHistoryEntry;
        this.showPlan = showPlan;
        this.showRules = showRules;
        this.json = json;
    }

    @Get("/{revision}")
    HttpResponse<byte[]> show(HttpRequest<?> request, Access access, long revision) {
        Frame frame = screens.frame(request, access, "settings", "history.change");
        HistoryDetail detail =
                showHistoryEntry.show(access.household(), revision).thing();
        var sheet = showPlan.show(access.household()).thing();
        RowWords rows = RowWords.of(frame.words(), sheet);
        var change = detail.entry().change();
        var names = new ChangeNames(frame.words(), sheet.household().zone());
        // A change of many rows is told by its rows.
        boolean told = !detail.rows().isEmpty() && change.id().isEmpty();
        var model = new ChangeModel(
                revision,
                names.what(change),
                change.actor(),
                names.when(change),
                told
                        ? List.of()
                        : new AuditWords(rows, json)
                                .between(detail.entry().before(), detail.entry().after()),
                detail.rows().stream().map(row -> row(rows, row)).toList(),
                detail.moreRows(),
                new NameWords(
                                frame.words(),
                                sheet.book(),
                                showRules.show(access.household()).thing())
                        .lines(detail.names()),
                detail.undoable());
        return screens.show(frame, "change.jte", model);
    }

    private static Row row(RowWords words, EarlierRow row) {
        Transaction before = row.entry().transaction();
        Transaction now = row.now().orElse(before);
        String said = words.words()
                .of(
                        switch (row.change()) {
                            case REPLACED -> "history.replaced";
                            case REMOVED -> "history.removed";
                            case RESTORED -> "history.restored";
                        });
        ChangedRow changed = words.changed(before, now);
        return new Row(changed, said, row.now().isPresent(), row.changedSince());
    }
}
