package io.prorata.adapter.web.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/**
 * Netty's decoder with two more checks: a header that continues in the next line (RFC 9112, section 5.2), which proxies interpret
 * differently, and a body with two lengths (section 6.3).
 */
final class StrictRequestDecoder extends HttpRequestDecoder {

    private static final byte LINE_FEED = '\n';

    /** Whether the next bytes belong to a request's head. */
    private boolean inHead = true;

    private boolean lineBegins;
    private boolean folded;
    private boolean ofTwoLengths;

    StrictRequestDecoder(HttpDecoderConfig config) {
        super(config);
    }

    /** One call reads bytes of a head or of a body, never of both. */
    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) throws Exception {
        boolean ofHead = inHead;
        int from = bytes.readerIndex();
        int known = out.size();
        super.decode(context, bytes, out);
        if (ofHead) {
            look(bytes, from, bytes.readerIndex());
        }
        for (Object part : out.subList(known, out.size())) {
            if (part instanceof HttpRequest head) {
                inHead = false;
                refuseIfUnclear(head);
            }
            if (part instanceof LastHttpContent) {
                inHead = true;
            }
        }
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage head) {
        ofTwoLengths = true;
        super.handleTransferEncodingChunkedWithContentLength(head);
    }

    private void look(ByteBuf bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte next = bytes.getByte(at);
            if (lineBegins && (next == ' ' || next == '\t')) {
                folded = true;
            }
            lineBegins = next == LINE_FEED;
        }
    }

    private void refuseIfUnclear(HttpRequest head) {
        if (head.decoderResult().isSuccess()) {
            if (folded) {
                head.setDecoderResult(DecoderResult.failure(Refused.head("A header goes on in the next line.")));
            } else if (ofTwoLengths) {
                head.setDecoderResult(
                        DecoderResult.failure(Refused.header("Content-Length", "not together with Transfer-Encoding")));
            }
        }
        lineBegins = false;
        folded = false;
        ofTwoLengths = false;
    }
}
