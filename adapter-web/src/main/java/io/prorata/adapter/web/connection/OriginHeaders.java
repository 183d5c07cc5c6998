package io.prorata.adapter.web.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.prorata.adapter.web.address.AllowedOrigins;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;

/**
 * Adds the CORS headers to every answer, of controllers, of the warm path and of refusals. It is installed only if origins are allowed.
 */
final class OriginHeaders extends ChannelDuplexHandler {

    /** The headers that pages may read, besides those that they always may. */
    private static final String EXPOSED = "ETag, X-Revision, Link, Location, Idempotency-Replayed, Retry-After";

    private static final String NOBODY = "";

    private final AllowedOrigins origins;

    /** The origins of pending requests, in order; events of a connection are sequential. */
    private final Queue<String> asking = new ArrayDeque<>();

    OriginHeaders(AllowedOrigins origins) {
        this.origins = origins;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
        if (part instanceof HttpRequest head) {
            String origin = head.headers().get(HttpHeaderNames.ORIGIN);
            asking.add(origin != null && origins.allows(origin) ? origin : NOBODY);
        }
        context.fireChannelRead(part);
    }

    @Override
    public void write(ChannelHandlerContext context, Object part, ChannelPromise promise) throws Exception {
        // A 100 Continue is no final answer.
        if (part instanceof HttpResponse answer && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            mark(answer.headers(), Objects.requireNonNullElse(asking.poll(), NOBODY));
        }
        super.write(context, part, promise);
    }

    private static void mark(HttpHeaders headers, String origin) {
        String vary = headers.get(HttpHeaderNames.VARY);
        headers.set(HttpHeaderNames.VARY, vary == null ? "Origin" : vary + ", Origin");
        if (!origin.isEmpty()) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.set(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }
}
