package io.prorata.adapter.web.page.frame;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.access.Public;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.view.Document;
import io.prorata.domain.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Style and script of the page. Each has a hash of its bytes in its name, so that a browser keeps it for good. */
@OfPage
@Public
@Controller("/assets")
public final class Assets {

    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final int HASH_BYTES = 8;

    private static final Asset STYLE = Asset.of("prorata", "css", "text/css; charset=utf-8", "/page/prorata.css");
    private static final Asset SCRIPT = Asset.of("prorata", "js", "text/javascript; charset=utf-8", "/page/prorata.js");
    private static final Asset EXCHANGE = Asset.of("htmx", "js", "text/javascript; charset=utf-8", HTMX);
    private static final Asset ICON = Asset.of("icon", "svg", "image/svg+xml", "/page/icon.svg");

    /** The names under which they are served now. */
    public static final Names NAMES = new Names(STYLE.name(), SCRIPT.name(), EXCHANGE.name(), ICON.name());

    private static final Map<String, Asset> ALL = all(STYLE, SCRIPT, EXCHANGE, ICON);

    /** Names of assets, with their hashes. */
    public record Names(String style, String script, String htmx, String icon) {}

    private record Asset(String name, String type, Document content) {

        static Asset of(String name, String ending, String type, String resource) {
            try (InputStream in = Assets.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException(resource + " is missing from the class path");
                }
                byte[] bytes = in.readAllBytes();
                return new Asset(name + "." + Sha256.hex(HASH_BYTES, bytes) + "." + ending, type, new Document(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Map<String, Asset> all(Asset... assets) {
        Map<String, Asset> all = new LinkedHashMap<>();
        for (Asset asset : assets) {
            all.put(asset.name(), asset);
        }
        return Map.copyOf(all);
    }

    @Get("/{name}")
    @Produces({"text/css", "text/javascript", "image/svg+xml", "*/*"})
    HttpResponse<Document> show(String name) {
        Asset asset = ALL.get(name);
        if (asset == null) {
            throw new ProblemException(Problem.of(
                    "not-found", "Not found", HttpStatus.NOT_FOUND, "No such part of the page; load the page anew."));
        }
        return HttpResponse.ok(asset.content())
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .header(HttpHeaders.CACHE_CONTROL, FOR_GOOD);
    }
}
