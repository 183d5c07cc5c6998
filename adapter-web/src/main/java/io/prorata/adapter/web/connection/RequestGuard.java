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
 * Checks the head of every request and each part of its body after the codec. A request that breaks a rule is turned into one that could
 * not be decoded: it is answered with its problem, and the connection is closed after the answer.
 */
final class RequestGuard extends ChannelInboundHandlerAdapter {

    private final HeadRules rules;

    /** The request whose body is arriving; events of a connection are sequential. */
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
        // The framework fails on empty values of this header, and no answer depends on it.
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
     * Only the reason of the refusal reaches the framework: the version or the address of such a head may be invalid. The codec reads
     * nothing after a head that it could not decode, so the connection is closed.
     */
    private static void refuseHead(HttpRequest head) {
        head.setProtocolVersion(HttpVersion.HTTP_1_1);
        head.setUri("/");
        HttpUtil.setKeepAlive(head.headers(), HttpVersion.HTTP_1_1, false);
    }

    /** The codec reports it in a part that would otherwise count as the last one. */
    private void refuseBody(ChannelHandlerContext context) {
        if (current == null || current.decoderResult().isFailure()) {
            return;
        }
        ProblemException broken = Refused.brokenBody();
        current.setDecoderResult(DecoderResult.failure(broken));
        context.fireExceptionCaught(broken);
    }
}
