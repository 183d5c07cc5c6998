package io.prorata.adapter.web.json;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemWriter;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.Iterator;
import java.util.Optional;

/** Maps violated constraints to problems: of a body with the place, 422; of a parameter with its name, 400. */
@Singleton
@Replaces(ConstraintExceptionHandler.class)
final class ViolationHandler implements ExceptionHandler<ConstraintViolationException, HttpResponse<byte[]>> {

    /** The path begins with the method and its parameter. */
    private static final int OUTER = 2;

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public HttpResponse<byte[]> handle(HttpRequest request, ConstraintViolationException e) {
        Optional<Json> document = BodyReader.document((HttpRequest<?>) request);
        if (document.isPresent()) {
            var faults = new Faults();
            BodyBinder.addTo(faults, e.getConstraintViolations(), OUTER);
            return ProblemWriter.response(faults.in(document.get()).problem(), request);
        }
        return ProblemWriter.response(
                Problem.unreadable(e.getConstraintViolations().stream()
                        .map(ViolationHandler::ofParameter)
                        .toArray(PartError[]::new)),
                request);
    }

    private static PartError ofParameter(ConstraintViolation<?> violation) {
        Iterator<Path.Node> path = violation.getPropertyPath().iterator();
        path.next();
        return new PartError.InParameter(
                RecordShape.jsonName(String.valueOf(path.next().getName())), violation.getMessage());
    }
}
