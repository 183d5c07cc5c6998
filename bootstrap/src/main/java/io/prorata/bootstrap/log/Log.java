package io.prorata.bootstrap.log;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.hook.DefaultShutdownHook;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.nio.charset.StandardCharsets;

/**
 * Configures the log. Logback finds this class as a service; a file named with {@code -Dlogback.configurationFile} takes precedence.
 *
 * <p>In Java rather than in a file, because reading a file loads many classes at each start.
 */
public final class Log extends ContextAwareBase implements Configurator {

    private static final String OWN_FILE = "logback.configurationFile";
    private static final String LEVEL = "PRORATA_LOG";

    @Override
    public ExecutionStatus configure(LoggerContext log) {
        if (System.getProperty(OWN_FILE) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        // No messages of Logback itself.
        log.getStatusManager().add(new NopStatusListener());

        Logger root = log.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(level(System.getProperty(LEVEL, System.getenv().getOrDefault(LEVEL, ""))));
        root.addAppender(console(
                log, "stderr", "System.err", "%d{yyyy-MM-dd'T'HH:mm:ss.SSS,UTC}Z %-5level %logger{24}: %msg%n"));

        // Logs two stack traces if SQLite cannot be loaded; the command line reports it in a sentence.
        log.getLogger("org.sqlite.SQLiteJDBCLoader").setLevel(Level.OFF);

        // Logs only that it cannot listen; the command line reports it.
        log.getLogger("io.micronaut.http.server.netty.NettyHttpServer").setLevel(Level.OFF);

        log.addTurboFilter(new RefusedRequestFilter());

        Logger access = log.getLogger("io.prorata.access");
        access.setLevel(Level.INFO);
        access.setAdditive(false);
        access.addAppender(access(log));

        writeWhatIsQueuedBeforeTheEnd(log);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** An empty value counts as not set. */
    static Level level(String stated) {
        return stated.isBlank() ? Level.WARN : Level.toLevel(stated);
    }

    private static ConsoleAppender<ILoggingEvent> console(
            LoggerContext log, String name, String target, String pattern) {
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(log);
        appender.setName(name);
        appender.setTarget(target);
        var lines = new PatternLayoutEncoder();
        lines.setContext(log);
        lines.setParent(appender);
        lines.setCharset(StandardCharsets.UTF_8);
        lines.setPattern(pattern);
        lines.start();
        appender.setEncoder(lines);
        appender.start();
        return appender;
    }

    /** The access log, if it is on. If the output is too slow, lines are dropped; requests never wait. */
    private static AsyncAppender access(LoggerContext log) {
        var appender = new AsyncAppender();
        appender.setContext(log);
        appender.setName("access");
        appender.setQueueSize(8192);
        appender.setDiscardingThreshold(0);
        appender.setNeverBlock(true);
        appender.addAppender(console(log, "stdout", "System.out", "%msg%n"));
        appender.start();
        return appender;
    }

    private static void writeWhatIsQueuedBeforeTheEnd(LoggerContext log) {
        var stop = new DefaultShutdownHook();
        stop.setContext(log);
        // Registered with Logback, so that it is removed when the log is configured again.
        var hook = new Thread(stop, "log");
        log.putObject(CoreConstants.SHUTDOWN_HOOK_THREAD, hook);
        Runtime.getRuntime().addShutdownHook(hook);
    }
}
