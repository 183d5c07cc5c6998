package io.prorata.adapter.web.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.adapter.web.properties.ServerProperties;
import io.prorata.application.request.Access;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits the requests of a token in a minute. Answers state how many are left (draft-ietf-httpapi-ratelimit-headers).
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class RateLimiter implements Ordered {

    private static final String ATTRIBUTE = "prorata.rate-limit";
    private static final int WINDOW_SECONDS = 60;

    /** Above this number, tokens without requests for a minute are removed. */
    private static final int MANY = 10_000;

    /** Before authentication, so that refusals state the remaining requests too. */
    private static final int ORDER = AccessFilter.ORDER - 1;

    private final int perMinute;
    private final Clock clock;
    private final Map<Client, Quota> windows = new ConcurrentHashMap<>();

    RateLimiter(ServerProperties properties, Clock clock) {
        this.perMinute = properties.limit();
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    private record Client(HouseholdId household, String actor) {}

    /** @param begun in seconds since the epoch */
    private record Quota(long begun, int requests) {

        static final Quota UNCOUNTED = new Quota(0, 0);

        int secondsLeft(long now) {
            return Math.toIntExact(begun + WINDOW_SECONDS - now);
        }
    }

    /** @param secondsLeft of the window when the request was counted */
    private record Counted(Quota window, int secondsLeft) {}

    /** @throws ProblemException 429 if the token has used all its requests of this minute */
    void take(HttpRequest<?> request, Access access) {
        Quota window = counted(request, access);
        if (window.requests() > perMinute) {
            throw new ProblemException(Problem.of(
                            "too-many-requests",
                            "Too many requests",
                            HttpStatus.TOO_MANY_REQUESTS,
                            "A token has " + perMinute + " requests a minute.")
                    // The window may have ended since; 0 seconds would be refused again by a slower clock.
                    .retryAfter(Math.max(window.secondsLeft(clock.instant().getEpochSecond()), 1)));
        }
    }

    /** Counts a request of the token, and returns whether one was left. */
    public boolean takeIfLeft(HttpRequest<?> request, Access access) {
        return counted(request, access).requests() <= perMinute;
    }

    private Quota counted(HttpRequest<?> request, Access access) {
        if (perMinute == 0) {
            return Quota.UNCOUNTED;
        }
        Optional<Counted> before = request.getAttribute(ATTRIBUTE, Counted.class);
        if (before.isPresent()) {
            // A request that continues on the normal route counts once.
            return before.get().window();
        }
        long now = clock.instant().getEpochSecond();
        if (windows.size() >= MANY) {
            windows.values().removeIf(window -> window.secondsLeft(now) <= 0);
        }
        Quota window = windows.merge(
                new Client(access.household(), access.actor().name()),
                new Quota(now, 1),
                (current, first) -> current.secondsLeft(now) <= 0
                        ? first
                        : new Quota(current.begun(), Math.min(current.requests(), perMinute) + 1));
        request.setAttribute(ATTRIBUTE, new Counted(window, window.secondsLeft(now)));
        return window;
    }

    /** Adds the headers with the remaining requests. */
    @ResponseFilter
    public void say(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, Counted.class).ifPresent(counted -> {
            int left = Math.max(perMinute - counted.window().requests(), 0);
            response.header("RateLimit-Policy", "\"token\";q=" + perMinute + ";w=" + WINDOW_SECONDS);
            response.header("RateLimit", "\"token\";r=" + left + ";t=" + counted.secondsLeft());
        });
    }
}
