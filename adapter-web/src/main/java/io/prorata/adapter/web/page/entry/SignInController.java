package io.prorata.adapter.web.page.entry;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.BrowserSessions;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.access.Public;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.application.port.Tokens;
import io.prorata.application.request.Access;
import org.jspecify.annotations.Nullable;

/** Signing in and out. Opening a link changes nothing: programs that show previews of links open them, too. */
@OfPage
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {

    private final Screens screens;
    private final BrowserSessions sessions;

    SignInController(Screens screens, BrowserSessions sessions) {
        this.screens = screens;
        this.sessions = sessions;
    }

    @Public
    @Get("/sign-in")
    HttpResponse<byte[]> show(HttpRequest<?> request, @QueryValue @Nullable String code) {
        return screens.show(screens.open(request, "sign_in"), "sign-in.jte", SignInModel.of(code));
    }

    @OfPage(operation = "POST /session")
    @Public
    @Post("/sign-in")
    @Consumes(MediaType.ALL)
    HttpResponse<?> signIn(HttpRequest<?> request, @Body byte[] body) {
        String cookie = sessions.begin(request, Form.read(body).text("token"));
        return screens.goOn(request, "/months").toMutableResponse().header(HttpHeaders.SET_COOKIE, cookie);
    }

    @OfPage(operation = "DELETE /session")
    @Post("/sign-out")
    @Consumes(MediaType.ALL)
    @RequiresScope(Tokens.TokenScope.READ)
    HttpResponse<?> signOut(HttpRequest<?> request, Access access) {
        String cookie = sessions.end(request, access);
        return screens.goOn(request, "/sign-in").toMutableResponse().header(HttpHeaders.SET_COOKIE, cookie);
    }
}
