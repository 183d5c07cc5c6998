package io.prorata.adapter.web.page.entry;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.prorata.adapter.web.access.Bearer;
import io.prorata.adapter.web.access.SessionCookie;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.RequestId;

/** Shows problems to people: to browsers that ask for something to look at. Those who are not signed in are asked to. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ProblemScreens implements Ordered {

    /** Behind what writes answers down, before all that refuses requests. */
    private static final int ORDER = HIGHEST_PRECEDENCE + 2;

    private final Screens screens;
    private final SessionCookie sessions;

    ProblemScreens(Screens screens, SessionCookie sessions) {
        this.screens = screens;
        this.sessions = sessions;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @ResponseFilter
    void show(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (HomeController.wantsHtml(request) && Bearer.of(request).isEmpty()) {
            Problem.of(request).ifPresent(problem -> show(request, response, problem));
        }
    }

    private void show(HttpRequest<?> request, MutableHttpResponse<?> response, Problem problem) {
        boolean signIn = problem.status() == HttpStatus.UNAUTHORIZED
                || problem.kind().equals("sign-in-refused")
                || problem.kind().equals("https-needed");
        Frame frame = screens.open(request, signIn ? "sign_in" : "problem");
        var screen = signIn
                ? screens.show(frame, "sign-in.jte", signIn(request, problem), problem.status())
                : screens.show(frame, "problem.jte", model(request, problem), problem.status());
        screen.getHeaders().forEach((name, values) -> response.getHeaders().set(name, values.getFirst()));
        response.getHeaders().remove("WWW-Authenticate");
        response.body(screen.body());
    }

    /** Where a session is shown that does not count here, as after a link on another page, a click of one's own leads on. */
    private SignInModel signIn(HttpRequest<?> request, Problem problem) {
        boolean refused = problem.status() != HttpStatus.UNAUTHORIZED;
        boolean onTheWay = !refused
                && request.getMethod() == HttpMethod.GET
                && sessions.isShown(request)
                && sessions.of(request).isEmpty();
        return new SignInModel(
                "", refused ? problem.detail() : "", onTheWay ? request.getUri().toString() : "");
    }

    private static ProblemModel model(HttpRequest<?> request, Problem problem) {
        return new ProblemModel(
                problem.title(),
                problem.detail(),
                problem.errors().stream().map(Problem.PartError::detail).toList(),
                "/problems/" + problem.kind(),
                RequestId.of(request));
    }
}
