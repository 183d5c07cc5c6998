package io.prorata.adapter.web.connection;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.prorata.adapter.web.address.AllowedOrigins;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Gives every connection of the server its {@link StrictRequestDecoder} and {@link RequestGuard}. */
@Singleton
final class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private static final String GUARD = "prorata-guard";

    private final NettyHttpServerConfiguration configuration;
    private final HeadRules rules;
    private final AllowedOrigins origins;

    Connections(NettyHttpServerConfiguration configuration, HeadRules rules, AllowedOrigins origins) {
        this.configuration = configuration;
        this.rules = rules;
        this.origins = origins;
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
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            if (pipeline.get(codec) != null) {
                pipeline.replace(
                        codec,
                        codec,
                        new CombinedChannelDuplexHandler<>(
                                new StrictRequestDecoder(decoderConfig()), new HttpResponseEncoder()));
                pipeline.addAfter(codec, GUARD, new RequestGuard(rules));
                if (origins.isOpen()) {
                    pipeline.addAfter(GUARD, "prorata-origins", new OriginHeaders(origins));
                }
            }
        }
    }

    private HttpDecoderConfig decoderConfig() {
        return new HttpDecoderConfig()
                .setMaxInitialLineLength(configuration.getMaxInitialLineLength())
                .setMaxHeaderSize(configuration.getMaxHeaderSize())
                .setMaxChunkSize(configuration.getMaxChunkSize())
                .setInitialBufferSize(configuration.getInitialBufferSize())
                .setValidateHeaders(configuration.isValidateHeaders());
    }
}
