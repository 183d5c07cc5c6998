package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.scheduling.TaskExecutors;
import io.prorata.adapter.web.access.Bearer;
import io.prorata.adapter.web.access.RateLimiter;
import io.prorata.adapter.web.connection.WholeBodies;
import io.prorata.adapter.web.monitoring.MetricsFilter;
import io.prorata.application.access.Authenticate;
import io.prorata.application.cache.Feature;
import io.prorata.application.cache.Features;
import io.prorata.application.request.Access;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/**
 * Answers a view that was asked for before at the same address, ahead of the router, the filters and the binding of parameters, which
 * would come to the same end. Who asks is found out anew each time, and so is whether the view is still current: whatever is not plain
 * is left to the normal route, which has the last word on every refusal.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class WarmPathFilter {

    private static final CompletionStage<Optional<HttpResponse<?>>> NORMAL_ROUTE =
            CompletableFuture.completedFuture(Optional.empty());

    private final Authenticate authenticate;
    private final Features features;
    private final RouteCache addresses;
    private final ViewAnswers answers;
    private final RateLimiter rateLimit;
    private final MetricsFilter watch;
    private final ResponseBodyFilter finish;
    private final DateHeader dates;
    private final ExecutorService blocking;

    WarmPathFilter(
            Authenticate authenticate,
            Features features,
            RouteCache addresses,
            ViewAnswers answers,
            RateLimiter rateLimit,
            MetricsFilter watch,
            ResponseBodyFilter finish,
            DateHeader dates,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.authenticate = authenticate;
        this.features = features;
        this.addresses = addresses;
        this.answers = answers;
        this.rateLimit = rateLimit;
        this.watch = watch;
        this.finish = finish;
        this.dates = dates;
        this.blocking = blocking;
    }

    /** Returns the answer; none where the normal route has to find one. */
    @PreMatching
    @RequestFilter
    CompletionStage<Optional<HttpResponse<?>>> answer(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.GET
                || !features.on(Feature.ANSWER_AT_ONCE)
                || request.getHeaders().contains(Preconditions.MIN_REVISION)
                || WholeBodies.hasBody(request)) {
            return NORMAL_ROUTE;
        }
        Optional<RouteCache.Meaning> meaning = addresses.of(request);
        if (meaning.isEmpty()) {
            return NORMAL_ROUTE;
        }
        Optional<String> shown = Bearer.of(request);
        if (shown.isEmpty()) {
            return NORMAL_ROUTE;
        }
        Optional<Access> access = authenticate.authenticateAtOnce(shown.get(), Authenticate.Shown.IN_HEADER);
        if (access.isEmpty()) {
            return CompletableFuture.supplyAsync(() -> asked(request, shown.get(), meaning.get()), blocking)
                    .exceptionally(fault -> Optional.empty());
        }
        return rateLimit.takeIfLeft(request, access.get())
                ? answer(request, access.get(), meaning.get())
                : NORMAL_ROUTE;
    }

    /** Where others write to the books too, memory does not say how far they have come: they are asked once, for token and view together. */
    private Optional<HttpResponse<?>> asked(HttpRequest<?> request, String shown, RouteCache.Meaning meaning) {
        watch.begin(request, meaning.endpoint());
        return authenticate
                .authenticate(
                        shown, Authenticate.Shown.IN_HEADER, meaning.view().scopes())
                .filter(admission -> rateLimit.takeIfLeft(request, admission.access()))
                .map(admission -> finished(
                        request, answers.answer(request, admission.access(), meaning.view(), admission.view())));
    }

    private CompletionStage<Optional<HttpResponse<?>>> answer(
            HttpRequest<?> request, Access access, RouteCache.Meaning meaning) {
        watch.begin(request, meaning.endpoint());
        return answers.answer(request, access, meaning.view(), true)
                .handle((response, fault) ->
                        fault == null ? Optional.of(finished(request, response)) : Optional.empty());
    }

    /** What the router and the filters of the normal route do to an answer. */
    private HttpResponse<?> finished(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders().set(HttpHeaders.DATE, dates.now());
        finish.finish(request, response);
        rateLimit.say(request, response);
        watch.answer(request, response);
        return response;
    }
}
