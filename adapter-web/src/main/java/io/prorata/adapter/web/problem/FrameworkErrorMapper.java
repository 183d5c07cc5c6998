package io.prorata.adapter.web.problem;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.prorata.adapter.web.problem.Problem.PartError;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps errors of the framework to problems, and faults of the program, which are logged once with the request's id and not shown. */
@Primary
@Singleton
final class FrameworkErrorMapper implements ErrorResponseProcessor<byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(FrameworkErrorMapper.class);

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> base) {
        HttpRequest<?> request = context.getRequest();
        Problem problem =
                problemFor(context.getRootCause().orElseGet(() -> undecoded(request)), base.status(), request);
        MutableHttpResponse<byte[]> response = ProblemWriter.response(problem, request);
        // Headers of the framework's errors, such as Allow.
        base.getHeaders().forEach((name, values) -> {
            if (!response.getHeaders().contains(name)) {
                values.forEach(value -> response.header(name, value));
            }
        });
        return response;
    }

    /** The reason of an invalid request; the framework reports a status only. */
    private static @Nullable Throwable undecoded(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                ? netty.getNativeRequest().decoderResult().cause()
                : null;
    }

    private static Problem problemFor(@Nullable Throwable cause, HttpStatus status, HttpRequest<?> request) {
        return switch (cause) {
            case ProblemException refused -> refused.problem();
            case ConversionErrorException unreadable ->
                Problem.unreadable(new PartError.InParameter(
                        parameter(unreadable.getArgument()),
                        reason(unreadable.getConversionError().getCause())));
            case UnsatisfiedRouteException missing -> Problem.unreadable(missing(missing.getArgument()));
            case TooLongHttpLineException _ ->
                Problem.of(
                        "address-too-long",
                        "Request address too long",
                        HttpStatus.REQUEST_URI_TOO_LONG,
                        "The address is longer than is read here; filters of many names go in several requests.");
            case TooLongHttpHeaderException _ ->
                Problem.of(
                        "headers-too-large",
                        "Request headers too large",
                        HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                        "The request's headers are larger than is read here.");
            case null, default -> byStatus(cause, status, request);
        };
    }

    private static Problem byStatus(@Nullable Throwable cause, HttpStatus status, HttpRequest<?> request) {
        return switch (status) {
            case NOT_FOUND ->
                Problem.of("not-found", "Not found", status, "There is nothing at " + request.getPath() + ".");
            case METHOD_NOT_ALLOWED ->
                Problem.of(
                        "method-not-allowed",
                        "Method not allowed",
                        status,
                        request.getMethodName() + " does nothing at " + request.getPath()
                                + "; the header Allow lists what does.");
            case NOT_ACCEPTABLE ->
                Problem.of(
                        "not-acceptable",
                        "Not acceptable",
                        status,
                        "The header Accept names no type that " + request.getPath()
                                + " answers in. Without it, the answer is application/json.");
            case UNSUPPORTED_MEDIA_TYPE ->
                Problem.of(
                        "unsupported-media-type",
                        "Unsupported media type",
                        status,
                        "The body's Content-Type is not one that " + request.getPath() + " reads.");
            case REQUEST_ENTITY_TOO_LARGE -> BodySize.ofFile();
            case BAD_REQUEST ->
                Problem.of("unreadable-request", "Request not readable", status, "The request cannot be read.");
            default -> {
                if (status.getCode() < 500) {
                    yield Problem.of("request-refused", "Request refused", status, status.getReason() + ".");
                }
                LOG.error(
                        "request {}: {} {} failed",
                        RequestId.of(request),
                        request.getMethodName(),
                        // Without the path, which may contain the name of a category.
                        BasicHttpAttributes.getUriTemplate(request).orElse("(no route)"),
                        cause);
                yield Problem.of(
                        "internal-error",
                        "Internal error",
                        status,
                        "Something went wrong here. The log tells more under the request's id.");
            }
        };
    }

    private static PartError missing(Argument<?> argument) {
        return argument.isAnnotationPresent(Body.class)
                ? new PartError.InBody("", "the body is empty")
                : new PartError.InParameter(parameter(argument), "this parameter is missing");
    }

    private static String parameter(Argument<?> argument) {
        return argument.getAnnotationMetadata()
                .stringValue(QueryValue.class)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> snakeCase(argument.getName()));
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Messages of our own converters; those of the JDK are not shown. */
    private static String reason(@Nullable Throwable cause) {
        return switch (cause) {
            case NumberFormatException number -> "a whole number";
            case IllegalArgumentException said when said.getMessage() != null -> said.getMessage();
            case null, default -> "this cannot be read";
        };
    }
}
