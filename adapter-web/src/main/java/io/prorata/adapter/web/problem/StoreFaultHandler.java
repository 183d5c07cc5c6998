package io.prorata.adapter.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the books are out of reach: nothing was changed, and when to try again. The log has a line a minute for each reason. */
@Singleton
final class StoreFaultHandler implements ExceptionHandler<StoreUnavailableException, HttpResponse<byte[]>> {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFaultHandler.class);
    private static final int SOON_SECONDS = 1;

    private final Map<Reason, OncePerMinute> logged = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public HttpResponse<byte[]> handle(HttpRequest request, StoreUnavailableException e) {
        logged.computeIfAbsent(e.reason(), reason -> new OncePerMinute(System::nanoTime))
                .pass()
                .ifPresent(others -> LOG.warn(
                        "request {}: {} ({}); {} more requests since the last such line",
                        RequestId.of(request),
                        e.getMessage(),
                        cause(e),
                        others));
        return ProblemWriter.response(problemFor(e.reason()), request);
    }

    /** The innermost says what the system said; where it was said is no mystery. */
    private static String cause(StoreUnavailableException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static Problem problemFor(Reason reason) {
        return switch (reason) {
            case BUSY ->
                Problem.of(
                                "store-busy",
                                "Database busy",
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "Others are writing. Nothing was changed; try again.")
                        .retryAfter(SOON_SECONDS);
            case FULL ->
                Problem.of(
                        "store-full",
                        "Disk full",
                        HttpStatus.INSUFFICIENT_STORAGE,
                        "There is no room left on the disk. Nothing was changed.");
            case READ_ONLY ->
                Problem.of(
                        "store-read-only",
                        "The books cannot be written to",
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The database can be read, but not written to. Nothing was changed.");
            case DAMAGED ->
                Problem.of(
                        "store-damaged",
                        "The books are damaged",
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The database is there, but damaged. Nothing was changed.");
            case REPLACED ->
                Problem.of(
                        "store-replaced",
                        "The files of the books were replaced",
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The database or its log was removed, replaced or written to by another program"
                                + " while it was open. Writes are refused until the server is restarted.");
            case AWAY ->
                Problem.of(
                                "store-away",
                                "Database not available",
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "The books cannot be used now. Nothing was changed.")
                        .retryAfter(SOON_SECONDS);
        };
    }
}
