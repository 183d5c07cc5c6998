package io.prorata.adapter.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Maps refusals of the web adapter to answers. */
@Singleton
final class ProblemHandler implements ExceptionHandler<ProblemException, HttpResponse<byte[]>> {

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public HttpResponse<byte[]> handle(HttpRequest request, ProblemException e) {
        return ProblemWriter.response(e.problem(), request);
    }
}
