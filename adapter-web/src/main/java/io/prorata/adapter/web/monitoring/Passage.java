package io.prorata.adapter.web.monitoring;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One request on its way through the server, and what it has cost so far. One thread at a time has it in hand. */
final class Passage {

    private static final String ATTRIBUTE = "prorata.passage";

    final Watched endpoint;
    private final long begunNanos;
    private int status;
    private int bytes;
    private @Nullable String cache;

    Passage(Watched endpoint, long begunNanos) {
        this.endpoint = endpoint;
        this.begunNanos = begunNanos;
    }

    static Optional<Passage> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Passage.class);
    }

    void attachTo(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** @param from where a view's document came from, if this shows a view */
    void answered(int answerStatus, int answerBytes, @Nullable String from) {
        status = answerStatus;
        bytes = answerBytes;
        cache = from;
    }

    long micros(long now) {
        return TimeUnit.NANOSECONDS.toMicros(now - begunNanos);
    }

    /** Returns the status of the answer; zero if the asker went away before there was one. */
    int status() {
        return status;
    }

    /** Returns the length of the answer's body as it was sent. */
    int bytes() {
        return bytes;
    }

    Optional<String> cache() {
        return Optional.ofNullable(cache);
    }
}
