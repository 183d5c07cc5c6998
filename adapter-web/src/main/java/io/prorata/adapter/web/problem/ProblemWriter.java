package io.prorata.adapter.web.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.prorata.adapter.web.language.Language;
import io.prorata.adapter.web.problem.Problem.PartError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes problems. It depends on nothing else, so that it works when everything else has failed. */
public final class ProblemWriter {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonFactory JSON = new JsonFactory();

    private ProblemWriter() {}

    /** Returns the answer to {@code request}, in its preferred language. */
    public static MutableHttpResponse<byte[]> response(Problem english, HttpRequest<?> request) {
        Language language = Language.of(request);
        Problem problem = english.in(language);
        problem.attachTo(request);
        MutableHttpResponse<byte[]> response = HttpResponse.status(problem.status());
        if (problem.retryAfterSeconds() != null) {
            response.header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds().toString());
        }
        if (problem.challenge() != null) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, problem.challenge());
        }
        // Set here too, because an invalid request passes no filter.
        CommonHeaders.set(request, response);
        response.contentType(MEDIA_TYPE);
        response.header(HttpHeaders.CONTENT_LANGUAGE, language.code());
        byte[] bytes = bytes(problem, RequestId.of(request));
        return request.getMethod() == HttpMethod.HEAD ? response.contentLength(bytes.length) : response.body(bytes);
    }

    private static byte[] bytes(Problem problem, String requestId) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "/problems/" + problem.kind());
            json.writeStringField("title", problem.title());
            json.writeNumberField("status", problem.status().getCode());
            json.writeStringField("detail", problem.detail());
            if (!problem.errors().isEmpty()) {
                json.writeArrayFieldStart("errors");
                for (PartError error : problem.errors()) {
                    write(json, error);
                }
                json.writeEndArray();
            }
            for (Map.Entry<String, Object> extension : problem.extensions().entrySet()) {
                json.writeFieldName(extension.getKey());
                write(json, extension.getValue());
            }
            json.writeStringField("request_id", requestId);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, PartError error) throws IOException {
        json.writeStartObject();
        switch (error) {
            case PartError.InBody body -> json.writeStringField("pointer", body.pointer());
            case PartError.InParameter in -> json.writeStringField("parameter", in.parameter());
            case PartError.InHeader in -> json.writeStringField("header", in.header());
        }
        json.writeStringField("detail", error.detail());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Iterable<?> list -> {
                json.writeStartArray();
                for (Object item : list) {
                    write(json, item);
                }
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(entry.getKey().toString());
                    write(json, entry.getValue());
                }
                json.writeEndObject();
            }
            case Long number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Boolean yes -> json.writeBoolean(yes);
            default -> json.writeString(value.toString());
        }
    }
}
