package io.prorata.adapter.web.page.history;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.language.Language;
import io.prorata.adapter.web.page.change.MovedLines;
import io.prorata.adapter.web.page.change.NameWords;
import io.prorata.adapter.web.page.change.Undo;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.history.UndoModel.Since;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.RefusalMapper;
import io.prorata.application.change.ShowHistoryEntry;
import io.prorata.application.change.UndoRevision;
import io.prorata.application.change.UndoRevision.Undone;
import io.prorata.application.plan.ShowPlan;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.Access;
import io.prorata.application.rule.ShowRules;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes a change back; what that does is shown first, and if it is refused, what was changed since. */
@OfPage
@Controller("/settings/history/{revision}/undo")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class UndoController {

    /** So many of the rows that were changed since are listed. */
    private static final int MOST_LISTED = 200;

    private final Screens screens;
    private final UndoRevision undoRevision;
    private final ShowHistoryEntry showHistoryEntry;
    private final ShowPlan showPlan;
    private final ShowRules showRules;

    UndoController(
            Screens screens,
            UndoRevision undoRevision,
            ShowHistoryEntry showHistoryEntry,
            ShowPlan showPlan,
            ShowRules showRules) {
        this.screens = screens;
        this.undoRevision = undoRevision;
        this.showHistoryEntry = showHistoryEntry;
        this.showPlan = showPlan;
        this.showRules = showRules;
    }

    /** Changes nothing, so that a link may lead here. */
    @Get
    HttpResponse<byte[]> look(HttpRequest<?> request, Access access, long revision) {
        Frame frame = screens.frame(request, access, "settings", "undo");
        try {
            Undone would = undo(access, revision, true).result();
            return shown(frame, would(frame, access, revision, would), HttpStatus.OK);
        } catch (RefusedException e) {
            return refused(request, frame, access, revision, e);
        }
    }

    @OfPage(operation = "POST /history/{revision}/undo")
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> undo(HttpRequest<?> request, Access access, long revision) {
        try {
            Committed<Undone> undone = undo(access, revision, false);
            boolean again = showHistoryEntry
                    .show(access.household(), undone.revision().number())
                    .thing()
                    .undoable();
            return screens.goOn(request, again ? Undo.offered(HistoryController.PATH, undone) : HistoryController.PATH);
        } catch (RefusedException e) {
            return refused(request, screens.frame(request, access, "settings", "undo"), access, revision, e);
        }
    }

    private Committed<Undone> undo(Access access, long revision, boolean dryRun) {
        return undoRevision.undo(access.household(), access.actor(), new UndoRevision.Command(revision, dryRun));
    }

    private UndoModel would(Frame frame, Access access, long revision, Undone would) {
        Words words = frame.words();
        var sheet = showPlan.show(access.household()).thing();
        return new UndoModel(
                revision,
                new ChangeNames(words, sheet.household().zone()).what(would.change()),
                "",
                List.of(),
                words.of("undo.rows", words.count("rows", would.effect().changed())),
                MovedLines.of(words, sheet.household()).all(would.effect()),
                new NameWords(
                                words,
                                sheet.book(),
                                showRules.show(access.household()).thing())
                        .lines(would.names()));
    }

    private HttpResponse<byte[]> refused(
            HttpRequest<?> request, Frame frame, Access access, long revision, RefusedException e) {
        Map<Long, String> labels = new HashMap<>();
        var detail = showHistoryEntry.show(access.household(), revision).thing();
        detail.rows()
                .forEach(row -> labels.put(
                        row.entry().transaction().id(),
                        row.entry().transaction().line().label()));
        var zone = showPlan.show(access.household()).thing().household().zone();
        Words words = frame.words();
        Problem problem = RefusalMapper.problemFor(e.refusal()).in(Language.of(request));
        List<Since> since = new ArrayList<>();
        if (e.refusal() instanceof Refusal.ChangedSince(long _, List<Long> rows, List<String> things)) {
            since.addAll(since(words, labels, rows));
            things.forEach(thing -> since.add(new Since(thing(words, thing), "")));
        } else if (e.refusal() instanceof Refusal.RowsChangedSince(long _, List<Long> rows)) {
            since.addAll(since(words, labels, rows));
        }
        boolean listed = !since.isEmpty();
        var model = new UndoModel(
                revision,
                new ChangeNames(words, zone).what(detail.entry().change()),
                listed ? words.of("undo.since") : problem.detail(),
                since,
                "",
                List.of(),
                List.of());
        return shown(frame, model, problem.status());
    }

    private static List<Since> since(Words words, Map<Long, String> labels, List<Long> rows) {
        return rows.stream()
                .limit(MOST_LISTED)
                .map(id -> new Since(labels.getOrDefault(id, words.of("row") + " " + id), "/rows/" + id))
                .toList();
    }

    /** The refusal says a kind and its name: {@code rule Groceries}. */
    private static String thing(Words words, String thing) {
        int space = thing.indexOf(' ');
        String key = "since." + thing.substring(0, Math.max(space, 0));
        return words.has(key) ? words.of(key, thing.substring(space + 1)) : thing;
    }

    private HttpResponse<byte[]> shown(Frame frame, UndoModel model, HttpStatus status) {
        return screens.show(frame, "undo.jte", model, status);
    }
}
