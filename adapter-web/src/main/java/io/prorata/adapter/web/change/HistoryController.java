package io.prorata.adapter.web.change;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.answer.Identity;
import io.prorata.adapter.web.answer.PageLinks;
import io.prorata.adapter.web.answer.RowForm;
import io.prorata.adapter.web.change.HistoryResponse.HistoryPagination;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.parameter.Limit;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.change.ShowHistory;
import io.prorata.application.change.ShowHistoryEntry;
import io.prorata.application.change.UndoRevision;
import io.prorata.application.port.Changes.HistoryFilter;
import io.prorata.application.query.PageCursor;
import io.prorata.application.request.Access;
import io.prorata.application.view.TransactionOrder.Place;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The history of a household. */
@Controller("/history")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HistoryController {

    private final ShowHistory showHistory;
    private final ShowHistoryEntry showHistoryEntry;
    private final UndoRevision undoRevision;
    private final IdempotencyKeys once;
    private final JsonMapper json;

    HistoryController(
            ShowHistory showHistory,
            ShowHistoryEntry showHistoryEntry,
            UndoRevision undoRevision,
            IdempotencyKeys once,
            JsonMapper json) {
        this.showHistory = showHistory;
        this.showHistoryEntry = showHistoryEntry;
        this.undoRevision = undoRevision;
        this.once = once;
        this.json = json;
    }

    /**
     * List the history. Who changed what, when, with the values before and after; the latest change first. {@code kind} is a kind of
     * resource as the entries have it, {@code actor} a part of the author's name, and {@code month} a month whose transactions changed.
     */
    @Get
    HttpResponse<HistoryResponse> list(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable String kind,
            @QueryValue @Nullable Long id,
            @QueryValue @Nullable YearMonth month,
            @QueryValue @Nullable String actor,
            @QueryValue(defaultValue = Limit.USUAL) Limit limit,
            @QueryValue @Nullable String cursor) {
        var filter = new HistoryFilter(
                Optional.ofNullable(kind),
                id == null ? OptionalLong.empty() : OptionalLong.of(id),
                Optional.ofNullable(month),
                Optional.ofNullable(actor));
        String list = Identity.text(filter);
        int most = RowForm.most(request, limit.items());
        var shown = showHistory.show(access.household(), filter, before(access, list, cursor), most);
        OptionalLong last = shown.thing().next();
        String next =
                last.isPresent() ? PageCursor.of(access.household(), list, new Place("", last.getAsLong())) : null;
        Optional<PageLinks.Next> place = Optional.ofNullable(next).map(after -> new PageLinks.Next("cursor", after));
        return PageLinks.followed(
                Answers.listed(
                        request,
                        shown,
                        Arrays.asList(filter, most, cursor),
                        read -> new HistoryResponse(
                                read.thing().entries().stream()
                                        .map(entry -> HistoryEntryJson.of(entry, json))
                                        .toList(),
                                new HistoryPagination(
                                        most,
                                        last.isPresent(),
                                        next,
                                        place.map(following -> following.url(request))
                                                .orElse(null)))),
                request,
                place);
    }

    private static OptionalLong before(Access access, String list, @Nullable String cursor) {
        if (cursor == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(PageCursor.read(access.household(), list, cursor)
                .map(Place::id)
                .orElseThrow(() -> new ProblemException(Problem.unreadable(new PartError.InParameter(
                        "cursor",
                        "no cursor of this list: take next_cursor from a page with the same filter and order")))));
    }

    /** Get a change of the history. With the rows and the names that it replaced. */
    @Get("/{revision}")
    HttpResponse<HistoryDetailResponse> show(HttpRequest<?> request, Access access, long revision) {
        var shown = showHistoryEntry.show(access.household(), revision);
        return Answers.listed(
                request,
                shown,
                revision,
                read -> HistoryDetailResponse.of(read.thing(), json, new AmountText(read.currency())));
    }

    /**
     * Undo a change. Changes of transactions, renamed categories, deleted transactions, applied rules, imports, and undos: what they
     * replaced is as it was before. Refused if rows or names were changed since, with their list. {@code dry_run} reports without
     * changing. The undo is a change of its own, which can be undone.
     */
    @Post("/{revision}/undo")
    @Consumes(MediaType.ALL)
    HttpResponse<UndoneResponse> undo(
            HttpRequest<?> request,
            Access access,
            long revision,
            @QueryValue(value = "dry_run", defaultValue = "false") Flag dryRun,
            @Body @Nullable String body) {
        return once.answerWithoutContent(request, access, body, actor -> {
            var undone =
                    undoRevision.undo(access.household(), actor, new UndoRevision.Command(revision, dryRun.isTrue()));
            return Answers.done(undone, UndoneResponse.of(undone.result()));
        });
    }
}
