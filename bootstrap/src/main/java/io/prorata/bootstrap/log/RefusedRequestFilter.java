package io.prorata.bootstrap.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.prorata.adapter.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Drops the server's error, with its stack trace, for a request that was refused while its body arrived: it was answered with its problem,
 * and a client that sends many of them does not fill the log.
 */
final class RefusedRequestFilter extends TurboFilter {

    static final String LOGGER = "io.micronaut.http.server.netty.RoutingInBoundHandler";

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable error) {
        return error instanceof ProblemException && logger.getName().equals(LOGGER)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
