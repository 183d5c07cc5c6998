package io.prorata.adapter.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.prorata.domain.RefusedException;
import jakarta.inject.Singleton;

/** Maps refusals of the household to answers. */
@Singleton
final class RefusalHandler implements ExceptionHandler<RefusedException, HttpResponse<byte[]>> {

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public HttpResponse<byte[]> handle(HttpRequest request, RefusedException e) {
        return ProblemWriter.response(RefusalMapper.problemFor(e.refusal()), request);
    }
}
