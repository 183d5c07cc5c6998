package io.prorata.adapter.web.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.RouteMatch;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.access.AdmitOperator;
import io.prorata.application.access.Authenticate;
import io.prorata.application.access.Authenticate.Shown;
import io.prorata.application.port.Tokens;
import io.prorata.application.request.Access;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Authenticates a request, and lets it continue to its route if its scope suffices. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class AccessFilter implements Ordered {

    /** Before everything that needs the caller; filters without an order come last. */
    public static final int ORDER = 0;

    private static final String ATTRIBUTE = "prorata.access";
    static final String HOUSEHOLD = "Prorata-Household";

    private final Authenticate authenticate;
    private final AdmitOperator admitOperator;
    private final OperatorSecret operator;
    private final RateLimiter rateLimit;
    private final FailedTokens failedTokens;
    private final SessionCookie sessions;
    private final ExecutorService blocking;

    AccessFilter(
            Authenticate authenticate,
            AdmitOperator admitOperator,
            OperatorSecret operator,
            RateLimiter rateLimit,
            FailedTokens failedTokens,
            SessionCookie sessions,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.authenticate = authenticate;
        this.admitOperator = admitOperator;
        this.operator = operator;
        this.rateLimit = rateLimit;
        this.failedTokens = failedTokens;
        this.sessions = sessions;
        this.blocking = blocking;
    }

    /** Returns the caller's access, if the request was authenticated for a household. */
    public static Optional<Access> accessOf(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Access.class);
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    /** Continues at once if the token is in memory; otherwise another thread waits. */
    @RequestFilter
    CompletionStage<HttpRequest<?>> letPass(HttpRequest<?> request, @Nullable RouteMatch<?> route) {
        if (route == null || route.getAnnotationMetadata().hasAnnotation(Public.class)) {
            return CompletableFuture.completedFuture(request);
        }
        Optional<String> bearer = Bearer.of(request);
        if (bearer.isEmpty() && !route.getAnnotationMetadata().hasAnnotation(OperatorOnly.class)) {
            Optional<String> session = sessions.of(request);
            if (session.isPresent()) {
                return let(request, route, session.get(), Shown.IN_COOKIE);
            }
        }
        String shown =
                bearer.orElseThrow(() -> unauthenticated("A token is needed: Authorization: Bearer <token>.", ""));
        if (route.getAnnotationMetadata().hasAnnotation(OperatorOnly.class)) {
            return operator.is(shown) ? CompletableFuture.completedFuture(request) : notTheOperator(request, shown);
        }
        if (route.getAnnotationMetadata().hasAnnotation(ServerScoped.class) && operator.is(shown)) {
            return CompletableFuture.completedFuture(request);
        }
        return let(request, route, shown, Shown.IN_HEADER);
    }

    private CompletionStage<HttpRequest<?>> let(
            HttpRequest<?> request, RouteMatch<?> route, String shown, Shown where) {
        Optional<Access> known = operator.is(shown) ? Optional.empty() : authenticate.authenticateAtOnce(shown, where);
        if (known.isPresent()) {
            letPass(request, route, known.get());
            return CompletableFuture.completedFuture(request);
        }
        return CompletableFuture.supplyAsync(() -> asked(request, shown, where), blocking)
                .thenCompose(access -> {
                    if (access.isEmpty()) {
                        return refusedLater(
                                request,
                                unauthenticated(
                                        where == Shown.IN_COOKIE
                                                ? "This session is over; sign in again."
                                                : "This token is not known, was revoked or has expired.",
                                        "error=\"invalid_token\""));
                    }
                    letPass(request, route, access.get());
                    return CompletableFuture.completedFuture(request);
                });
    }

    /** A lookup is needed, which may take a while. */
    private Optional<Access> asked(HttpRequest<?> request, String shown, Shown where) {
        return where == Shown.IN_HEADER && operator.is(shown)
                ? Optional.of(operatorAccess(request))
                : authenticate.authenticate(shown, where);
    }

    /** A valid token of insufficient scope is refused at once; anything else may be a guess. */
    private CompletionStage<HttpRequest<?>> notTheOperator(HttpRequest<?> request, String shown) {
        ProblemException refusal = forbidden("Only the operator's command line can do this.", "");
        return CompletableFuture.supplyAsync(() -> authenticate.authenticate(shown, Shown.IN_HEADER), blocking)
                .thenCompose(access ->
                        access.isPresent() ? CompletableFuture.failedFuture(refusal) : refusedLater(request, refusal));
    }

    /** Delays the answer by the number of failures of the address, without blocking a thread. */
    private CompletableFuture<HttpRequest<?>> refusedLater(HttpRequest<?> request, ProblemException refusal) {
        long millis = failedTokens.failed(request);
        return CompletableFuture.supplyAsync(
                () -> {
                    throw refusal;
                },
                millis == 0
                        ? Runnable::run
                        : CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, blocking));
    }

    private void letPass(HttpRequest<?> request, RouteMatch<?> route, Access access) {
        rateLimit.take(request, access);
        Tokens.TokenScope needed = needed(request, route);
        if (!access.scope().covers(needed)) {
            String scope = needed.name().toLowerCase(Locale.ROOT);
            throw forbidden(
                    "This needs a token of scope " + scope + "; this one has "
                            + access.scope().name().toLowerCase(Locale.ROOT) + ".",
                    ", scope=\"" + scope + "\"");
        }
        request.setAttribute(ATTRIBUTE, access);
    }

    /** The operator, who can read the database file anyway, acts as an admin of any household. */
    private Access operatorAccess(HttpRequest<?> request) {
        HouseholdId household = Optional.ofNullable(request.getHeaders().get(HOUSEHOLD))
                .filter(id -> id.matches("[1-9][0-9]{0,17}"))
                .map(id -> new HouseholdId(Long.parseLong(id)))
                .orElseThrow(() -> new ProblemException(
                        Problem.unreadable(new PartError.InHeader(HOUSEHOLD, "the operator names a household here"))));
        return admitOperator
                .admit(household)
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownHousehold(household)));
    }

    private static Tokens.TokenScope needed(HttpRequest<?> request, RouteMatch<?> route) {
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        return route.getAnnotationMetadata()
                .enumValue(RequiresScope.class, Tokens.TokenScope.class)
                .orElse(reads ? Tokens.TokenScope.READ : Tokens.TokenScope.WRITE);
    }

    private static ProblemException unauthenticated(String detail, String challenge) {
        return new ProblemException(
                Problem.of("unauthenticated", "Authentication required", HttpStatus.UNAUTHORIZED, detail)
                        .challenged(challenge));
    }

    private static ProblemException forbidden(String detail, String scope) {
        return new ProblemException(Problem.of("forbidden", "Token scope not sufficient", HttpStatus.FORBIDDEN, detail)
                .challenged("error=\"insufficient_scope\"" + scope));
    }
}
