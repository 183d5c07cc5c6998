package io.prorata.adapter.web.page.settings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.address.PublicAddress;
import io.prorata.adapter.web.address.PublicAddress.Address;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.settings.SettingsModel.Token;
import io.prorata.application.access.IssueLink;
import io.prorata.application.access.IssueToken;
import io.prorata.application.access.RevokeToken;
import io.prorata.application.access.ShowTokens;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.application.request.Access;
import io.prorata.domain.household.Household;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The household's name and who has access to it. */
@OfPage
@Controller("/settings")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SettingsController {

    private final Screens screens;
    private final ShowHousehold showHousehold;
    private final ShowTokens showTokens;
    private final IssueToken issueToken;
    private final IssueLink issueLink;
    private final RevokeToken revokeToken;
    private final PublicAddress addresses;
    private final Clock clock;

    SettingsController(
            Screens screens,
            ShowHousehold showHousehold,
            ShowTokens showTokens,
            IssueToken issueToken,
            IssueLink issueLink,
            RevokeToken revokeToken,
            PublicAddress addresses,
            Clock clock) {
        this.screens = screens;
        this.showHousehold = showHousehold;
        this.showTokens = showTokens;
        this.issueToken = issueToken;
        this.issueLink = issueLink;
        this.revokeToken = revokeToken;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request, Access access) {
        return shown(request, access, "", "");
    }

    @OfPage(operation = "POST /tokens")
    @Post("/tokens")
    @Consumes(MediaType.ALL)
    @RequiresScope(TokenScope.ADMIN)
    HttpResponse<byte[]> issue(HttpRequest<?> request, Access access, @Body byte[] body) {
        var issued = issueToken.issue(access.household(), access.actor(), command(Form.read(body)));
        return shown(request, access, issued.result().secret().text(), "");
    }

    @OfPage(operation = "POST /session/links")
    @Post("/links")
    @Consumes(MediaType.ALL)
    @RequiresScope(TokenScope.ADMIN)
    HttpResponse<byte[]> link(HttpRequest<?> request, Access access, @Body byte[] body) {
        var issued = issueLink.issue(access.household(), access.actor(), command(Form.read(body)));
        String path = "/sign-in?code=" + issued.result().secret().text();
        return shown(request, access, "", addresses.of(request).url(path));
    }

    @OfPage(operation = "DELETE /tokens/{id}")
    @Post("/tokens/{id}/revoke")
    @Consumes(MediaType.ALL)
    @RequiresScope(TokenScope.ADMIN)
    HttpResponse<byte[]> revoke(HttpRequest<?> request, Access access, long id) {
        revokeToken.revoke(access.household(), access.actor(), id);
        return screens.goOn(request, "/settings");
    }

    private static IssueToken.Command command(Form form) {
        try {
            return new IssueToken.Command(
                    form.text("name"),
                    Form.constant("scope", form.text("scope").toUpperCase(Locale.ROOT), TokenScope.class));
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("/name", String.valueOf(e.getMessage()));
        }
    }

    private HttpResponse<byte[]> shown(HttpRequest<?> request, Access access, String made, String link) {
        Frame frame = screens.frame(request, access, "settings", "place.settings");
        Household household = showHousehold.show(access.household()).thing().household();
        boolean admin = access.scope().covers(TokenScope.ADMIN);
        Instant now = clock.instant();
        List<Token> tokens = admin
                ? showTokens.show(access.household()).thing().stream()
                        .filter(token -> token.isValid(now))
                        .map(token -> token(frame, household, token))
                        .toList()
                : List.of();
        Address address = addresses.of(request);
        return screens.show(
                frame,
                "settings.jte",
                new SettingsModel(
                        household.name(),
                        frame.words().language().code(),
                        admin,
                        tokens,
                        made,
                        link,
                        address.isSecure()));
    }

    private static Token token(Frame frame, Household household, Tokens.Token token) {
        return new Token(
                token.id(),
                token.name(),
                frame.t("scope." + token.scope()),
                frame.t(
                        switch (token.use()) {
                            case Tokens.Use.Header _ -> "use.token";
                            case Tokens.Use.Session _ -> "use.session";
                            case Tokens.Use.Link _ -> "use.link";
                        }),
                frame.words().day(LocalDate.ofInstant(token.at(), household.zone())),
                token.lastUsed()
                        .map(used ->
                                frame.t("used_last", frame.words().day(LocalDate.ofInstant(used, household.zone()))))
                        .orElse(""));
    }
}
