package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.scheduling.TaskExecutors;
import io.prorata.application.dashboard.ShowDashboard;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.port.Renderer;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import io.prorata.application.view.ViewQuery;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers views of the dashboard: the kept bytes, their tag, and where they came from. What is in memory is answered on the thread
 * that read the request from the network; for the rest, another one waits.
 */
@Singleton
public final class ViewAnswers {

    private static final String CACHE = "X-Cache";

    private final ShowDashboard showDashboard;
    private final ShowCurrentMonth showCurrentMonth;
    private final Renderer renderer;
    private final RouteCache addresses;
    private final ExecutorService blocking;

    ViewAnswers(
            ShowDashboard showDashboard,
            ShowCurrentMonth showCurrentMonth,
            Renderer renderer,
            RouteCache addresses,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.showDashboard = showDashboard;
        this.showCurrentMonth = showCurrentMonth;
        this.renderer = renderer;
        this.addresses = addresses;
        this.blocking = blocking;
    }

    /**
     * Answers with the view of {@code month}.
     *
     * @param month the current one where the household lives if the request names none; what cannot be read was refused before
     * @param useCache whether a kept document will do; the bytes are the same either way
     */
    public CompletionStage<HttpResponse<Document>> answer(
            HttpRequest<?> request,
            Access access,
            @Nullable YearMonth month,
            Function<YearMonth, ViewQuery> view,
            boolean useCache) {
        if (useCache) {
            Optional<MutableHttpResponse<Document>> atOnce = Optional.ofNullable(month)
                    .or(showCurrentMonth::showAtOnce)
                    .map(view)
                    .flatMap(query -> answerAtOnce(request, access, query));
            if (atOnce.isPresent()) {
                if (month != null) {
                    addresses.note(request, view.apply(month));
                }
                return CompletableFuture.completedFuture(atOnce.get());
            }
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    ViewQuery query = view.apply(month == null ? showCurrentMonth.show(access.household()) : month);
                    return response(
                            request,
                            access,
                            query,
                            showDashboard.show(access, query, useCache, known(request, access, query)));
                },
                blocking);
    }

    /** Answers with {@code query} if memory suffices. */
    Optional<MutableHttpResponse<Document>> answerAtOnce(HttpRequest<?> request, Access access, ViewQuery query) {
        return showDashboard
                .showAtOnce(access, query, known(request, access, query))
                .map(answer -> response(request, access, query, answer));
    }

    private ShowDashboard.Known known(HttpRequest<?> request, Access access, ViewQuery query) {
        return (epoch, stamp) ->
                Preconditions.has(request, () -> EntityTag.of(access.household(), query, epoch, stamp, renderer));
    }

    private MutableHttpResponse<Document> response(
            HttpRequest<?> request, Access access, ViewQuery query, ShowDashboard.ViewAnswer answer) {
        Preconditions.requireReached(request, answer.revision());
        EntityTag tag =
                EntityTag.of(access.household(), query, answer.revision().epoch(), answer.stamp(), renderer);
        MutableHttpResponse<Document> response = answer.document()
                .map(document -> HttpResponse.ok(document).contentType(MediaType.APPLICATION_JSON_TYPE))
                .orElseGet(() -> HttpResponse.status(HttpStatus.NOT_MODIFIED));
        return response.header(HttpHeaders.ETAG, tag.toString())
                .header(HttpHeaders.CACHE_CONTROL, Answers.PRIVATE)
                .header(Preconditions.REVISION, answer.revision().toString())
                .header(CACHE, answer.origin().said());
    }
}
