package io.prorata.adapter.web.operation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.prorata.adapter.web.access.Public;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.EntityTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The API's description (OpenAPI 3.1), and a page to read it and try it, which fetches nothing from elsewhere. */
@Public
@Controller("/openapi")
final class DescriptionController {

    /** The page loads its own script and style, and asks this server; nothing else. */
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'";

    private static final byte[] DESCRIPTION = resource("/openapi.json");
    private static final EntityTag TAG = EntityTag.of(DESCRIPTION);
    private static final byte[] PAGE = resource("/openapi/page.html");
    private static final byte[] SCRIPT = resource("/openapi/page.js");
    private static final byte[] STYLE = resource("/openapi/page.css");

    /** Get the API description. */
    @Get
    HttpResponse<byte[]> description(HttpRequest<?> request) {
        return Answers.constant(request, DESCRIPTION, TAG, MediaType.APPLICATION_JSON);
    }

    /** Get the page of the API description. */
    @Get("/page")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<byte[]> page() {
        return HttpResponse.ok(PAGE)
                .contentType("text/html; charset=utf-8")
                .header("Content-Security-Policy", PAGE_POLICY);
    }

    /** Get the page's script. */
    @Get("/page.js")
    @Produces("text/javascript")
    HttpResponse<byte[]> script() {
        return HttpResponse.ok(SCRIPT).contentType("text/javascript; charset=utf-8");
    }

    /** Get the page's style sheet. */
    @Get("/page.css")
    @Produces("text/css")
    HttpResponse<byte[]> style() {
        return HttpResponse.ok(STYLE).contentType("text/css; charset=utf-8");
    }

    private static byte[] resource(String name) {
        try (InputStream in = DescriptionController.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
