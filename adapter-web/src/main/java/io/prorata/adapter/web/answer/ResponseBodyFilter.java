package io.prorata.adapter.web.answer;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.json.JsonMapper;
import io.prorata.adapter.web.problem.CommonHeaders;
import io.prorata.application.view.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.reactivestreams.Publisher;

/** The last filter of every answer: it writes and compresses the body, and adds the common headers. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ResponseBodyFilter implements Ordered {

    /** After the metrics alone: answers of all other filters, refusals included, are written here. */
    private static final int ORDER = HIGHEST_PRECEDENCE + 1;

    /** The attribute in which the framework stores the body of the answer to a HEAD. */
    private static final String HEAD_BODY = "micronaut.http.headBody";

    private static final int WORTH_COMPRESSING = 1024;

    private final JsonMapper json;
    private final SpooledBodyWriter spooled;

    ResponseBodyFilter(JsonMapper json, SpooledBodyWriter spooled) {
        this.json = json;
        this.spooled = spooled;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @ResponseFilter
    void finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
        CommonHeaders.set(request, response);
        RowForm.of(request).ifPresent(form -> form.mark(response));
        // The framework takes the body from the answer to a HEAD, and its length with it.
        Optional.ofNullable((Object) response.body())
                .or(() -> response.getAttribute(HEAD_BODY))
                // A stream is written as it comes.
                .filter(body -> !(body instanceof Publisher<?>))
                .ifPresent(body -> write(request, response, body));
    }

    private void write(HttpRequest<?> request, MutableHttpResponse<?> response, Object body) {
        if (body instanceof SpooledBody spooled) {
            write(request, response, spooled);
            return;
        }
        Document document = body instanceof Document finished ? finished : new Document(bytes(request, response, body));
        byte[] bytes = document.bytes();
        if (bytes.length > WORTH_COMPRESSING && ContentCoding.takesGzip(request)) {
            bytes = document.compressed();
            setCompressed(response);
        }
        if (request.getMethod() == HttpMethod.HEAD) {
            response.contentLength(bytes.length);
            return;
        }
        response.<byte[]>body(bytes).bodyWriter(RawBytesWriter.WRITER);
    }

    private void write(HttpRequest<?> request, MutableHttpResponse<?> response, SpooledBody body) {
        if (body.compressed()) {
            setCompressed(response);
        }
        response.contentLength(body.bytes());
        if (request.getMethod() == HttpMethod.HEAD) {
            body.close();
            return;
        }
        response.<SpooledBody>body(body).bodyWriter(spooled);
    }

    private static void setCompressed(MutableHttpResponse<?> response) {
        response.header(HttpHeaders.CONTENT_ENCODING, ContentCoding.GZIP);
        Optional.ofNullable(response.getHeaders().get(HttpHeaders.ETAG))
                .ifPresent(tag -> response.getHeaders()
                        .set(HttpHeaders.ETAG, tag.substring(0, tag.length() - 1) + EntityTag.GZIP_SUFFIX + '"'));
    }

    private byte[] bytes(HttpRequest<?> request, MutableHttpResponse<?> response, Object body) {
        return body instanceof byte[] finished ? finished : written(request, response, body);
    }

    private byte[] written(HttpRequest<?> request, MutableHttpResponse<?> response, Object body) {
        try {
            // What went wrong is a problem document, whatever was asked for.
            Optional<RowForm> rows = response.getStatus() == HttpStatus.OK ? RowForm.of(request) : Optional.empty();
            if (rows.isPresent() && body instanceof Record list) {
                return rows.get().written(request, response, list, json);
            }
            if (response.getContentType().isEmpty()) {
                response.contentType(MediaType.APPLICATION_JSON_TYPE);
            }
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
