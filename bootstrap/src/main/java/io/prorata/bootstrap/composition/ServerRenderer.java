package io.prorata.bootstrap.composition;

import io.micronaut.context.ApplicationContext;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.application.port.Renderer;

/** Renders views like the server, without a server. */
public final class ServerRenderer implements AutoCloseable {

    private final ApplicationContext context;

    private ServerRenderer(ApplicationContext context) {
        this.context = context;
    }

    public static ServerRenderer make() {
        return new ServerRenderer(ApplicationContext.builder()
                .properties(new ServerSettings(ServerSettings.LOOPBACK, -1).properties())
                .environmentPropertySource(false)
                .bootstrapEnvironment(false)
                .deduceEnvironment(false)
                .banner(false)
                .start());
    }

    public Renderer renderer() {
        return context.getBean(Renderer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
