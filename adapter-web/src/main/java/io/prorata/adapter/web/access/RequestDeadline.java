package io.prorata.adapter.web.access;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request takes too long to arrive. An idle time-out is not enough: a client that sends a byte now and then is
 * never idle. The time of the answer does not count.
 */
final class RequestDeadline {

    private final Duration within;

    /** Set while a request is arriving; events of a connection are sequential. */
    private @Nullable Future<?> closing;

    RequestDeadline(Duration within) {
        this.within = within;
    }

    /** Before the codec: the first byte of a request starts the time. */
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

    /** After the codec: the end of a request ends the time. */
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
