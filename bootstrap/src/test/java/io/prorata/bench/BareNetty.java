package io.prorata.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * What the machine can do at most: Netty without anything around it, that sends the same bytes over and over, those of an answer of the
 * server it stands beside. It knows nobody, counts nothing and looks at no path.
 */
final class BareNetty {

    private static final int MOST_BODY = 1 << 20;

    private BareNetty() {}

    /** @param arguments the address whose answer to repeat, the token for it, and the tag of what the client has already, if anything */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(arguments[0])).header("Authorization", "Bearer " + arguments[1]);
        if (arguments.length > 2) {
            request.header("If-None-Match", arguments[2]);
        }
        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        var threads = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
        try {
            var channel = new ServerBootstrap()
                    .group(threads)
                    .channel(NioServerSocketChannel.class)
                    .childHandler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel channel) {
                            channel.pipeline()
                                    .addLast(new HttpServerCodec())
                                    .addLast(new HttpObjectAggregator(MOST_BODY))
                                    .addLast(new Repeater(answer));
                        }
                    })
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .sync()
                    .channel();
            Child.serve("http://127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort());
        } finally {
            threads.shutdownGracefully().sync();
        }
    }

    @Sharable
    private static final class Repeater extends SimpleChannelInboundHandler<FullHttpRequest> {

        private final HttpResponseStatus status;
        private final HttpHeaders headers =
                DefaultHttpHeadersFactory.headersFactory().newHeaders();
        private final byte[] body;

        Repeater(HttpResponse<byte[]> answer) {
            this.status = HttpResponseStatus.valueOf(answer.statusCode());
            answer.headers().map().forEach(headers::set);
            this.body = answer.body();
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
            response.headers().set(headers);
            context.write(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }

        /** Whoever sends the load breaks off when its time is over. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }
    }
}
