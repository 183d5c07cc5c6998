package io.prorata.adapter.web.connection;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import io.micronaut.web.router.RouteMatch;
import io.prorata.adapter.web.access.AccessFilter;
import io.prorata.adapter.web.access.Public;
import io.prorata.adapter.web.problem.BodySize;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Continues a request when its whole body has arrived, also if the route does not read it, so that an incomplete request has no effect.
 * Unauthorised requests are refused before, without reading their body.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class WholeBodies implements Ordered, ApplicationEventListener<HttpRequestTerminatedEvent> {

    private static final String ROOM = "prorata.upload-room";
    private static final int SOON_SECONDS = 2;

    /** After authentication. */
    private static final int ORDER = AccessFilter.ORDER + 1;

    private final UploadLimit limit;

    WholeBodies(UploadLimit limit) {
        this.limit = limit;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @RequestFilter
    CompletionStage<HttpRequest<?>> await(HttpRequest<?> request, @Nullable RouteMatch<?> route) {
        if (!hasBody(request)
                || route == null
                || route.getAnnotationMetadata().hasAnnotation(Public.class)
                || !(request instanceof ServerHttpRequest<?> arriving)) {
            return CompletableFuture.completedFuture(request);
        }
        request.setAttribute(ROOM, room(request));
        return arriving.byteBody().split(SplitBackpressureMode.FASTEST).buffer().thenApply(whole -> {
            whole.close();
            return request;
        });
    }

    /** Returns whether {@code request} has or announces a body. */
    public static boolean hasBody(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        return headers.contains(HttpHeaders.TRANSFER_ENCODING) || request.getContentLength() > 0;
    }

    private UploadLimit.Room room(HttpRequest<?> request) {
        long stated = request.getContentLength();
        if (stated > BodySize.LARGEST_BYTES) {
            throw new ProblemException(BodySize.ofFile());
        }
        return limit.take(stated > 0 ? stated : BodySize.LARGEST_BYTES)
                .orElseThrow(() -> new ProblemException(Problem.of(
                                "too-many-uploads",
                                "Too many uploads at once",
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "Other large bodies are on their way, and there is no room for this one. Nothing was"
                                        + " done.")
                        .retryAfter(SOON_SECONDS)));
    }

    /** Releases the room, also if the client closed the connection. */
    @Override
    public void onApplicationEvent(HttpRequestTerminatedEvent event) {
        event.getSource().getAttribute(ROOM, UploadLimit.Room.class).ifPresent(UploadLimit.Room::close);
    }
}
