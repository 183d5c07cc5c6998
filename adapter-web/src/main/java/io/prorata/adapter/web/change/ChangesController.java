package io.prorata.adapter.web.change;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.GivesRows;
import io.prorata.adapter.web.answer.PageLinks;
import io.prorata.adapter.web.answer.Preconditions;
import io.prorata.adapter.web.answer.RowForm;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.parameter.Limit;
import io.prorata.adapter.web.parameter.Since;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.change.ShowChanges;
import io.prorata.application.change.ShowRevision;
import io.prorata.application.request.Access;
import io.prorata.application.view.Revision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The changes of a household. */
@Controller("/changes")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChangesController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final ShowChanges showChanges;
    private final ShowRevision showRevision;
    private final ChangeStreams streams;

    ChangesController(ShowChanges showChanges, ShowRevision showRevision, ChangeStreams streams) {
        this.showChanges = showChanges;
        this.showRevision = showRevision;
        this.streams = streams;
    }

    private record Asked(Revision since, int limit) {}

    /**
     * List changes. Those after the revision {@code since}, in order, each with what it made out of date; without {@code since}, only where
     * to begin.
     */
    @Get
    @GivesRows("changes")
    HttpResponse<ChangesResponse> changes(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable Since since,
            @QueryValue(defaultValue = Limit.USUAL) Limit limit) {
        Revision after = since == null ? showRevision.show(access.household()) : since.revision();
        int most = RowForm.most(request, limit.items());
        var shown = showChanges.show(access.household(), after, most);
        ChangesResponse page = ChangesResponse.of(shown.thing());
        return PageLinks.followed(
                Answers.listed(request, shown, new Asked(after, most), _ -> page),
                request,
                page.hasMore() ? Optional.of(new PageLinks.Next("since", page.since())) : Optional.empty());
    }

    /**
     * Follow changes. Server-sent events named {@code change}, each like a change of the list; the id of an event is its revision, and
     * {@code Last-Event-ID} or {@code since} continues after that revision. A comment is sent every 15 seconds. A stream ends when tokens
     * change, and after an hour; the client connects again. {@code wait=false} ends it when nothing is left to send.
     */
    @Get("/stream")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    HttpResponse<Publisher<byte[]>> stream(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable Since since,
            @QueryValue(defaultValue = "true") Flag wait) {
        String last = request.getHeaders().get(LAST_EVENT_ID);
        Revision current = showRevision.show(access.household());
        Revision after = last != null ? read(last) : since != null ? since.revision() : current;
        // Refused before the stream begins: an error inside one would be tried again and again.
        showChanges.show(access.household(), after, 1);
        return HttpResponse.<Publisher<byte[]>>ok(
                        wait.isTrue() ? streams.open(access, after) : streams.read(access, after))
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // Proxies would wait for the end of the answer.
                .header("X-Accel-Buffering", "no")
                .header(Preconditions.REVISION, current.toString());
    }

    private static Revision read(String header) {
        try {
            return Since.read(header.strip()).revision();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.unreadable(new PartError.InHeader(LAST_EVENT_ID, String.valueOf(e.getMessage()))));
        }
    }
}
