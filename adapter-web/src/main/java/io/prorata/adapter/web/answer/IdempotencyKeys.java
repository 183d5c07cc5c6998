package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.prorata.adapter.web.json.NoContent;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.port.IdempotencyStore.StoredAnswer;
import io.prorata.application.request.Access;
import io.prorata.application.request.IdempotentRequests;
import io.prorata.application.request.IdempotentRequests.Answered;
import io.prorata.application.view.Document;
import io.prorata.domain.digest.Sha256;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a POST once, however often it is sent under one {@code Idempotency-Key}: the first answer is given again. Its bytes are
 * written down before the transaction of its effect ends, so that there is never one without the other.
 */
@Singleton
public final class IdempotencyKeys {

    static final String KEY = "Idempotency-Key";

    private static final int HASH_BYTES = 32;
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final byte[] NO_CONTENT = {};

    private final IdempotentRequests answerOnce;
    private final JsonMapper json;

    IdempotencyKeys(IdempotentRequests answerOnce, JsonMapper json) {
        this.answerOnce = answerOnce;
        this.json = json;
    }

    /**
     * Answers {@code request} by doing {@code effect}, or as it was answered before.
     *
     * @param content what the request brings, besides its address: bytes, or a record of a body
     */
    public <B> HttpResponse<B> answer(
            HttpRequest<?> request, Access access, Object content, Supplier<HttpResponse<B>> effect) {
        return answer(request, access, content, false, effect);
    }

    /** As {@link #answer}, for an answer that holds a secret: it is not kept, and so not given again. */
    public <B> HttpResponse<B> answerSecretly(
            HttpRequest<?> request, Access access, Object content, Supplier<HttpResponse<B>> effect) {
        return answer(request, access, content, true, effect);
    }

    /** As {@link #answer}, for a request that has nothing to say: no body and {@code {}} are the same request. */
    public <B> HttpResponse<B> answerWithoutContent(
            HttpRequest<?> request, Access access, @Nullable String body, Supplier<HttpResponse<B>> effect) {
        NoContent.require(body);
        return answer(request, access, NO_CONTENT, false, effect);
    }

    private <B> HttpResponse<B> answer(
            HttpRequest<?> request, Access access, Object content, boolean secret, Supplier<HttpResponse<B>> effect) {
        String key = request.getHeaders().get(KEY);
        if (key == null) {
            return effect.get();
        }
        if (!WELL_FORMED.matcher(key).matches()) {
            throw new ProblemException(Problem.unreadable(
                    new PartError.InHeader(KEY, "a key is 1 to 200 visible ASCII characters without spaces")));
        }
        Answered answered = answerOnce.answer(
                access.household(),
                access,
                new IdempotentRequests.Request(key, hash(request, content), secret),
                () -> written(effect.get()));
        return response(answered);
    }

    private StoredAnswer written(HttpResponse<?> response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.getHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new StoredAnswer(response.code(), headers, new Document(bytes(response.body())));
    }

    private byte[] bytes(@Nullable Object body) {
        try {
            return switch (body) {
                case null -> NO_CONTENT;
                case byte[] finished -> finished;
                default -> json.writeValueAsBytes(body);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body is that of a {@code B} as JSON already, which {@link ResponseBodyFilter} sends as it is. */
    @SuppressWarnings("unchecked")
    private static <B> HttpResponse<B> response(Answered answered) {
        StoredAnswer answer = answered.answer();
        MutableHttpResponse<Object> response = HttpResponse.status(HttpStatus.valueOf(answer.status()));
        answer.headers().forEach(response::header);
        if (answered.replayed()) {
            response.header(REPLAYED, "true");
        }
        if (answer.body().bytes().length > 0) {
            response.contentType(MediaType.APPLICATION_JSON_TYPE)
                    .body(answer.body().bytes());
        }
        return (HttpResponse<B>) (HttpResponse<?>) response;
    }

    private static String hash(HttpRequest<?> request, Object content) {
        byte[] target = (request.getMethodName() + " " + request.getUri() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] bytes =
                content instanceof byte[] file ? file : Identity.text(content).getBytes(StandardCharsets.UTF_8);
        return Sha256.hex(HASH_BYTES, target, bytes);
    }
}
