package io.prorata.bootstrap.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.http.HttpStatus;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogTest {

    private final LoggerContext log = assertInstanceOf(LoggerContext.class, LoggerFactory.getILoggerFactory());

    @Test
    void whatGoesWrongIsToldOnStderr() {
        Logger root = log.getLogger(Logger.ROOT_LOGGER_NAME);
        assertEquals(Level.WARN, root.getLevel());
        assertEquals("System.err", console(root.getAppender("stderr")).getTarget());
    }

    @Test
    void requestsGoToStdoutAloneAndNobodyWaitsForThem() {
        Logger access = log.getLogger("io.prorata.access");
        assertFalse(access.isAdditive());
        AsyncAppender queue = assertInstanceOf(AsyncAppender.class, access.getAppender("access"));
        assertEquals(true, queue.isNeverBlock());
        assertEquals("System.out", console(queue.getAppender("stdout")).getTarget());
    }

    @Test
    void aRequestRefusedWhileItArrivesIsNoError() throws ClassNotFoundException {
        Logger server = log.getLogger(Class.forName(RefusedRequestFilter.LOGGER));
        var told = new ListAppender<ILoggingEvent>();
        told.setContext(log);
        told.start();
        server.addAppender(told);
        server.setAdditive(false);
        try {
            server.error("refused", new ProblemException(Problem.of("broken-body", "Broken", HttpStatus.BAD_REQUEST, "It broke.")));
            server.error("broken", new IllegalStateException());
        } finally {
            server.setAdditive(true);
            server.detachAppender(told);
        }
        assertEquals(
                List.of("broken"),
                told.list.stream().map(ILoggingEvent::getMessage).toList());
    }

    @Test
    void aFileOfTheUsersTakesItsPlace() {
        var others = new LoggerContext();
        System.setProperty("logback.configurationFile", "ours.xml");
        try {
            assertEquals(ExecutionStatus.INVOKE_NEXT_IF_ANY, new Log().configure(others));
        } finally {
            System.clearProperty("logback.configurationFile");
        }
        assertNull(others.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr"));
    }

    private static ConsoleAppender<?> console(Appender<ILoggingEvent> appender) {
        return assertInstanceOf(ConsoleAppender.class, appender);
    }
}
