package io.prorata.adapter.web.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.prorata.adapter.web.language.AcceptedLanguage;
import io.prorata.adapter.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Checks the head of every request and each part of its body as they come out of the codec. A request that breaks a rule becomes one
 * that could not be decoded: it is answered with its problem, and the connection is closed behind the answer.
 */
final class RequestGuard extends ChannelInboundHandlerAdapter {

    private final HeadRules rules;

    /** Whose body is arriving; of one connection, whose events come one after the other. */
    private @Nullable HttpRequest current;

    RequestGuard(HeadRules rules) {
        this.rules = rules;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
        if (part instanceof HttpRequest head) {
            begin(context, head);
        } else if (part instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            content.release();
            refuseBody(context);
            return;
        }
        context.fireChannelRead(part);
    }

    private void begin(ChannelHandlerContext context, HttpRequest head) {
        current = head;
        // The framework would read it, and fails where it names nothing; no answer depends on it.
        head.headers().remove(HttpHeaderNames.ACCEPT_CHARSET);
        AcceptedLanguage.keep(head.headers());
        if (head.decoderResult().isSuccess()) {
            try {
                rules.check(head, context.channel().localAddress());
            } catch (ProblemException refused) {
                head.setDecoderResult(DecoderResult.failure(refused));
            }
        }
        if (head.decoderResult().isFailure()) {
            refuseHead(head);
        }
    }

    /**
     * Nothing of such a head reaches the framework but why it is refused: its version may be none, and an address that is no address would be
     * answered as if the rest could be read. The codec reads nothing behind a head that it could not decode, so the connection ends.
     */
    private static void refuseHead(HttpRequest head) {
        head.setProtocolVersion(HttpVersion.HTTP_1_1);
        head.setUri("/");
        HttpUtil.setKeepAlive(head.headers(), HttpVersion.HTTP_1_1, false);
    }

    /** The codec tells it in a part that would otherwise count as the last one. */
    private void refuseBody(ChannelHandlerContext context) {
        if (current == null || current.decoderResult().isFailure()) {
            return;
        }
        ProblemException broken = Refused.brokenBody();
        current.setDecoderResult(DecoderResult.failure(broken));
        context.fireExceptionCaught(broken);
    }
}
