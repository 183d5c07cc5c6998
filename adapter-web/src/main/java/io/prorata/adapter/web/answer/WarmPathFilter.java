package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.prorata.adapter.web.access.Bearer;
import io.prorata.adapter.web.access.RateLimiter;
import io.prorata.adapter.web.connection.WholeBodies;
import io.prorata.adapter.web.monitoring.MetricsFilter;
import io.prorata.application.access.Authenticate;
import io.prorata.application.request.Access;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers a view that was asked for before at the same address and is in memory, ahead of the router, the filters and the binding of
 * parameters, which would come to the same end. Who asks is found out anew each time, and so is whether the view is still current:
 * whatever is not plain is left to the usual way, which has the last word on every refusal.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class WarmPathFilter {

    private final Authenticate authenticate;
    private final RouteCache addresses;
    private final ViewAnswers answers;
    private final RateLimiter rateLimit;
    private final MetricsFilter watch;
    private final ResponseBodyFilter finish;
    private final DateHeader dates;

    WarmPathFilter(
            Authenticate authenticate,
            RouteCache addresses,
            ViewAnswers answers,
            RateLimiter rateLimit,
            MetricsFilter watch,
            ResponseBodyFilter finish,
            DateHeader dates) {
        this.authenticate = authenticate;
        this.addresses = addresses;
        this.answers = answers;
        this.rateLimit = rateLimit;
        this.watch = watch;
        this.finish = finish;
        this.dates = dates;
    }

    /** Returns the answer; nothing where the usual way has to find one. */
    @PreMatching
    @RequestFilter
    @Nullable
    HttpResponse<?> answer(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.GET
                || request.getHeaders().contains(Preconditions.MIN_REVISION)
                || WholeBodies.hasBody(request)) {
            return null;
        }
        return addresses
                .of(request)
                .flatMap(meaning -> answer(request, meaning))
                .orElse(null);
    }

    private Optional<MutableHttpResponse<?>> answer(HttpRequest<?> request, RouteCache.Meaning meaning) {
        Optional<Access> access = Bearer.of(request)
                .flatMap(shown -> authenticate.authenticateAtOnce(shown, Authenticate.Shown.IN_HEADER));
        if (access.isEmpty()) {
            return Optional.empty();
        }
        watch.begin(request, meaning.endpoint());
        // Taken last: what is left to the usual way is counted there.
        return answers.answerAtOnce(request, access.get(), meaning.view())
                .filter(response -> rateLimit.takeIfLeft(request, access.get()))
                .map(response -> finished(request, response));
    }

    /** What the router and the filters of the usual way do to an answer. */
    private MutableHttpResponse<?> finished(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders().set(HttpHeaders.DATE, dates.now());
        finish.finish(request, response);
        rateLimit.say(request, response);
        watch.answer(request, response);
        return response;
    }
}
