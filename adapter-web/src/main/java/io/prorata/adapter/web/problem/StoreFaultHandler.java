package io.prorata.adapter.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.prorata.application.port.StoreUnavailableException;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the books are out of reach: nothing was changed, and when to try again. */
@Singleton
final class StoreFaultHandler implements ExceptionHandler<StoreUnavailableException, HttpResponse<byte[]>> {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFaultHandler.class);
    private static final int SOON_SECONDS = 1;

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public HttpResponse<byte[]> handle(HttpRequest request, StoreUnavailableException e) {
        LOG.warn("request {}: the books are {}", RequestId.of(request), e.reason(), e);
        return ProblemWriter.response(problemFor(e.reason()), request);
    }

    private static Problem problemFor(StoreUnavailableException.Reason reason) {
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
            case READ_ONLY, DAMAGED, AWAY ->
                Problem.of(
                                "store-away",
                                "Database not available",
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "The books cannot be used now. Nothing was changed.")
                        .retryAfter(SOON_SECONDS);
        };
    }
}
