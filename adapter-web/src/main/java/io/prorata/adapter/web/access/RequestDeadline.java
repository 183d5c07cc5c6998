package io.prorata.adapter.web.access;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request takes too long to arrive. Idleness does not tell: whoever sends a byte now and then is never idle, and
 * would hold a connection for ever. How long an answer takes does not count.
 */
final class RequestDeadline {

    private final Duration within;

    /** While a request is arriving; of one connection, whose events come one after the other. */
    private @Nullable Future<?> closing;

    RequestDeadline(Duration within) {
        this.within = within;
    }

    /** Goes where bytes come in: the first of a request begins its time. */
    ChannelInboundHandlerAdapter ofBytes() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object bytes) {
                if (closing == null) {
                    Runnable close = () -> close(context);
                    closing = context.executor().schedule(close, within.toMillis(), TimeUnit.MILLISECONDS);
                }
                context.fireChannelRead(bytes);
            }

            @Override
            public void channelInactive(ChannelHandlerContext context) {
                end();
                context.fireChannelInactive();
            }
        };
    }

    /** Goes where requests come out of the codec: the end of one ends its time. */
    ChannelInboundHandlerAdapter ofRequests() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object part) {
                if (part instanceof LastHttpContent) {
                    end();
                }
                context.fireChannelRead(part);
            }
        };
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private static void close(ChannelHandlerContext context) {
        context.close();
    }

    private void end() {
        if (closing != null) {
            closing.cancel(false);
            closing = null;
        }
    }
}
