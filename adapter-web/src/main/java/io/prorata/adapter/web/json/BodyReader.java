package io.prorata.adapter.web.json;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.context.ServerRequestContext;
import io.prorata.adapter.web.problem.BodySize;
import io.prorata.adapter.web.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads bodies strictly into the records of controllers, with the place of each error. It takes precedence over the framework's reader,
 * which would convert values.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@Singleton
@Consumes({MediaTypes.JSON, MediaTypes.MERGE_PATCH})
final class BodyReader<T> implements MessageBodyReader<T> {

    /** The document as it was sent, for the places of errors. */
    private static final String DOCUMENT = "prorata.document";

    private final BodyBinder binder;

    BodyReader(BodyBinder binder) {
        this.binder = binder;
    }

    @Override
    public boolean isReadable(Argument<T> type, MediaType mediaType) {
        return type.getType().isRecord() || isPatch(type);
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, ByteBuffer<?> bytes) {
        T body = read(type, bytes.toByteArray());
        if (bytes instanceof ReferenceCounted counted) {
            counted.release();
        }
        return body;
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream bytes) {
        try {
            return read(type, bytes.readAllBytes());
        } catch (IOException e) {
            throw new CodecException("the body could not be taken in", e);
        }
    }

    @SuppressWarnings("unchecked") // the type is that of a patch
    private T read(Argument<T> type, byte[] bytes) {
        int most = Optional.ofNullable(type.getType().getAnnotation(LargeBody.class))
                .map(LargeBody::bytes)
                .orElse(LargeBody.USUAL_BYTES);
        if (bytes.length > most) {
            throw new ProblemException(
                    BodySize.tooLarge("The body has " + bytes.length + " bytes; at most " + most + " are read here."));
        }
        Json document = JsonReader.read(bytes);
        ServerRequestContext.currentRequest().ifPresent(request -> request.setAttribute(DOCUMENT, document));
        return isPatch(type) ? (T) new MergePatch<>(document, binder) : binder.bound(document, type.getType());
    }

    private static boolean isPatch(Argument<?> type) {
        return type.getType().equals(MergePatch.class);
    }

    static Optional<Json> document(HttpRequest<?> request) {
        return request.getAttribute(DOCUMENT, Json.class);
    }
}
