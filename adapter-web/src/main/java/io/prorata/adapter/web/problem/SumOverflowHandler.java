package io.prorata.adapter.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.prorata.domain.money.SumOverflowException;
import jakarta.inject.Singleton;

/** Says that amounts cannot be added up, because their sum does not fit. */
@Singleton
final class SumOverflowHandler implements ExceptionHandler<SumOverflowException, HttpResponse<byte[]>> {

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public HttpResponse<byte[]> handle(HttpRequest request, SumOverflowException e) {
        return ProblemWriter.response(
                Problem.of(
                        "sum-too-large",
                        "Sum too large",
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "Amounts of this household add up to more than can be counted. Nothing was changed."),
                request);
    }
}
