package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.scheduling.TaskExecutors;
import io.prorata.adapter.web.monitoring.RequestTrace;
import io.prorata.application.dashboard.ShowDashboard;
import io.prorata.application.dashboard.ShowDashboard.PendingView;
import io.prorata.application.dashboard.ShowDashboard.ViewAnswer;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.query.DrillDownQuery;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import io.prorata.application.view.StampAtRevision;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.OptionalLong;
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
    private final RouteCache addresses;
    private final ExecutorService blocking;

    ViewAnswers(
            ShowDashboard showDashboard,
            ShowCurrentMonth showCurrentMonth,
            RouteCache addresses,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.showDashboard = showDashboard;
        this.showCurrentMonth = showCurrentMonth;
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
        if (month != null) {
            ViewQuery query = view.apply(month);
            return answer(request, access, query, useCache).thenApply(response -> {
                // What is refused is not noted: it would be asked ahead of the router in vain.
                if (useCache) {
                    addresses.note(request, query);
                }
                return response;
            });
        }
        return showCurrentMonth
                .showAtOnce()
                .map(CompletableFuture::completedFuture)
                .orElseGet(
                        () -> CompletableFuture.supplyAsync(() -> showCurrentMonth.show(access.household()), blocking))
                .thenCompose(current -> answer(request, access, view.apply(current), useCache))
                .thenApply(response -> response);
    }

    /** Answers with {@code query}: at once if memory suffices, else when another thread has found or computed it. */
    CompletionStage<MutableHttpResponse<Document>> answer(
            HttpRequest<?> request, Access access, ViewQuery query, boolean useCache) {
        note(request, query);
        return switch (showDashboard.show(access, query, useCache, Preconditions.known(request))) {
            case ViewAnswer answer -> CompletableFuture.completedFuture(response(request, query, answer));
            case PendingView pending ->
                CompletableFuture.supplyAsync(() -> response(request, query, showDashboard.show(pending)), blocking);
        };
    }

    /** Answers with {@code query} as of {@code now}, which was read when the client was let in; waits for what memory lacks. */
    MutableHttpResponse<Document> answer(HttpRequest<?> request, Access access, ViewQuery query, StampAtRevision now) {
        note(request, query);
        return response(request, query, showDashboard.show(access, query, Preconditions.known(request), now));
    }

    private static void note(HttpRequest<?> request, ViewQuery query) {
        RequestTrace.of(request)
                .ifPresent(trace -> trace.endpoint().shows(query.viewType().pattern()));
    }

    private static MutableHttpResponse<Document> response(HttpRequest<?> request, ViewQuery query, ViewAnswer answer) {
        Preconditions.requireReached(request, answer.revision());
        MutableHttpResponse<Document> response = answer.document()
                .map(document -> HttpResponse.ok(document).contentType(MediaType.APPLICATION_JSON_TYPE))
                .orElseGet(() -> HttpResponse.status(HttpStatus.NOT_MODIFIED));
        if (query instanceof DrillDownQuery list) {
            answer.document().ifPresent(document -> link(response, request, list, document));
        }
        return response.header(HttpHeaders.ETAG, new EntityTag(answer.tag()).toString())
                .header(HttpHeaders.CACHE_CONTROL, Answers.PRIVATE)
                .header(Preconditions.REVISION, answer.revision().toString())
                .header(CACHE, answer.origin().said());
    }

    private static void link(
            MutableHttpResponse<Document> response, HttpRequest<?> request, DrillDownQuery list, Document document) {
        OptionalLong offset = list.after().isPresent() ? OptionalLong.empty() : OptionalLong.of(list.offset());
        PageLinks.linked(response, request, offset, list.limit(), NextPage.of(document));
    }
}
