package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.prorata.application.Access;
import io.prorata.application.ShowDashboard;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.ViewQuery;
import jakarta.inject.Singleton;

/** Answers views of the dashboard: the kept bytes, their tag, and where they came from. */
@Singleton
public final class ViewAnswers {

    private static final String CACHE = "X-Cache";

    private final ShowDashboard showDashboard;
    private final Renderer renderer;

    ViewAnswers(ShowDashboard showDashboard, Renderer renderer) {
        this.showDashboard = showDashboard;
        this.renderer = renderer;
    }

    /** @param useCache whether a kept document will do; the bytes are the same either way */
    public HttpResponse<byte[]> answer(HttpRequest<?> request, Access access, ViewQuery query, boolean useCache) {
        ShowDashboard.Answer answer = showDashboard.show(
                access.household(),
                query,
                useCache,
                (epoch, stamp) ->
                        Conditions.has(request, EntityTag.of(access.household(), query, epoch, stamp, renderer)));
        Conditions.requireReached(request, answer.revision());
        EntityTag tag =
                EntityTag.of(access.household(), query, answer.revision().epoch(), answer.stamp(), renderer);
        MutableHttpResponse<byte[]> response = answer.document()
                .map(document -> HttpResponse.ok(document.bytes()).contentType(MediaType.APPLICATION_JSON_TYPE))
                .orElseGet(() -> HttpResponse.status(HttpStatus.NOT_MODIFIED));
        return response.header(HttpHeaders.ETAG, tag.toString())
                .header(HttpHeaders.CACHE_CONTROL, Answers.PRIVATE)
                .header(Conditions.REVISION, answer.revision().toString())
                .header(CACHE, said(answer.origin()));
    }

    private static String said(ShowDashboard.Origin origin) {
        return switch (origin) {
            case KEPT -> "near";
            case COMPUTED -> "miss";
            case UNCACHED -> "off";
            case UNCHANGED -> "unchanged";
        };
    }
}
