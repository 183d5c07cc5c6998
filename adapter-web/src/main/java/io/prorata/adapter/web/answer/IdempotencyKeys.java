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
import io.prorata.application.idempotency.IdempotentRequests;
import io.prorata.application.idempotency.IdempotentRequests.Start.Begun;
import io.prorata.application.idempotency.IdempotentRequests.Start.Replayed;
import io.prorata.application.port.Actor;
import io.prorata.application.port.IdempotencyStore.StoredAnswer;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import io.prorata.domain.digest.Sha256;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out a POST once for each {@code Idempotency-Key}: a repetition gets the first answer. The request is recorded with its effect,
 * and its answer is stored after that.
 */
@Singleton
public final class IdempotencyKeys {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyKeys.class);

    static final String KEY = "Idempotency-Key";

    private static final int HASH_BYTES = 32;
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final byte[] NO_CONTENT = {};

    private final IdempotentRequests requests;
    private final JsonMapper json;

    IdempotencyKeys(IdempotentRequests requests, JsonMapper json) {
        this.requests = requests;
        this.json = json;
    }

    /**
     * Runs {@code effect} and returns its answer, or returns the stored answer.
     *
     * @param content of the request: bytes, or the record of its body
     */
    public <B> HttpResponse<B> answer(
            HttpRequest<?> request, Access access, Object content, Function<Actor, HttpResponse<B>> effect) {
        return answer(request, access, content, false, effect);
    }

    /** As {@link #answer}, for an answer with a secret, which is not stored and not repeated. */
    public <B> HttpResponse<B> answerSecretly(
            HttpRequest<?> request, Access access, Object content, Function<Actor, HttpResponse<B>> effect) {
        return answer(request, access, content, true, effect);
    }

    /** As {@link #answer}, for a request without content: no body and {@code {}} are the same request. */
    public <B> HttpResponse<B> answerWithoutContent(
            HttpRequest<?> request, Access access, @Nullable String body, Function<Actor, HttpResponse<B>> effect) {
        NoContent.require(body);
        return answer(request, access, NO_CONTENT, false, effect);
    }

    private <B> HttpResponse<B> answer(
            HttpRequest<?> request,
            Access access,
            Object content,
            boolean secret,
            Function<Actor, HttpResponse<B>> effect) {
        String key = request.getHeaders().get(KEY);
        if (key == null) {
            return effect.apply(access.actor());
        }
        if (!WELL_FORMED.matcher(key).matches()) {
            throw new ProblemException(Problem.unreadable(
                    new PartError.InHeader(KEY, "a key is 1 to 200 visible ASCII characters without spaces")));
        }
        var asked = new IdempotentRequests.Request(key, hash(request, content), secret);
        return switch (requests.begin(access.household(), access, asked)) {
            case Replayed(StoredAnswer answer) -> {
                MutableHttpResponse<B> response = response(answer);
                yield response.header(REPLAYED, "true");
            }
            case Begun begun -> carryOut(begun, effect);
        };
    }

    private <B> HttpResponse<B> carryOut(Begun begun, Function<Actor, HttpResponse<B>> effect) {
        try {
            StoredAnswer answer = written(effect.apply(begun.actor()));
            keep(begun, answer);
            return response(answer);
        } finally {
            requests.end(begun);
        }
    }

    /** The effect remains: this request is answered, and a repetition is told that the answer was not stored. */
    private void keep(Begun begun, StoredAnswer answer) {
        try {
            requests.keep(begun, answer);
        } catch (StoreUnavailableException e) {
            LOG.warn("The answer to a request with an Idempotency-Key is not stored: {}", e.getMessage());
        }
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

    /** The body is the JSON of a {@code B}, which {@link ResponseBodyFilter} sends unchanged. */
    @SuppressWarnings("unchecked")
    private static <B> MutableHttpResponse<B> response(StoredAnswer answer) {
        MutableHttpResponse<Object> response = HttpResponse.status(HttpStatus.valueOf(answer.status()));
        answer.headers().forEach(response::header);
        if (answer.body().bytes().length > 0) {
            response.contentType(MediaType.APPLICATION_JSON_TYPE)
                    .body(answer.body().bytes());
        }
        return (MutableHttpResponse<B>) (MutableHttpResponse<?>) response;
    }

    private static String hash(HttpRequest<?> request, Object content) {
        byte[] target = (request.getMethodName() + " " + request.getUri() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] bytes =
                content instanceof byte[] file ? file : Identity.text(content).getBytes(StandardCharsets.UTF_8);
        return Sha256.hex(HASH_BYTES, target, bytes);
    }
}
