package io.prorata.adapter.web.access;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.prorata.adapter.web.properties.ServerProperties;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gives every connection of the server its {@link RequestDeadline}. */
@Singleton
final class RequestDeadlines implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final Duration within;

    RequestDeadlines(ServerProperties properties) {
        this.within = properties.requestTime();
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new OfConnection(null));
        return registry;
    }

    private final class OfConnection implements NettyServerCustomizer {

        private final @Nullable Channel channel;

        OfConnection(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel connection, ChannelRole role) {
            return new OfConnection(connection);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel == null) {
                return;
            }
            ChannelPipeline pipeline = channel.pipeline();
            if (pipeline.get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null) {
                var deadline = new RequestDeadline(within);
                pipeline.addBefore(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "prorata-bytes", deadline.ofBytes());
                pipeline.addAfter(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "prorata-requests", deadline.ofRequests());
            }
        }
    }
}
