package io.prorata.adapter.web.page.entry;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.access.Public;
import io.prorata.adapter.web.page.frame.Assets;
import io.prorata.adapter.web.page.frame.Screens;
import java.nio.charset.StandardCharsets;

/** The first address: browsers are sent to the month, programs are told what this is. */
@OfPage
@Public
@Controller
final class HomeController {

    private static final byte[] WHAT_THIS_IS = """
            {"name":"Prorata","about":"A household's money, divided to the cent.","api":"/openapi","page":"/openapi/page",\
            "problems":"/problems","health":"/health"}""".getBytes(StandardCharsets.UTF_8);

    private final Screens screens;

    HomeController(Screens screens) {
        this.screens = screens;
    }

    @Get("/")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    HttpResponse<byte[]> home(HttpRequest<?> request) {
        return wantsHtml(request)
                ? screens.goOn(request, "/months")
                : HttpResponse.ok(WHAT_THIS_IS).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /** Whether a browser asks, for something to look at. */
    static boolean wantsHtml(HttpRequest<?> request) {
        String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML);
    }

    /** Browsers ask for it by themselves; the page names its own. */
    @Get("/favicon.ico")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> icon(HttpRequest<?> request) {
        return screens.goOn(request, "/assets/" + Assets.NAMES.icon());
    }
}
