package io.prorata.adapter.web.operation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.prorata.adapter.web.access.Public;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pages of problems: the meaning of each {@code type} and what to do. */
@Public
@Controller("/problems")
final class ProblemPageController {

    /** The page loads its style from this server and nothing else. */
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'";

    private static final String INDEX = "README";

    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();

    /** Lists all problems, each with its page. */
    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<byte[]> index() {
        return page(INDEX, "");
    }

    /** Explains a problem. */
    @Get("/{name}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<byte[]> show(String name) {
        return page(name.matches("[a-z]+(-[a-z]+)*") ? name : "", "../");
    }

    private HttpResponse<byte[]> page(String name, String root) {
        byte[] page = Optional.ofNullable(pages.get(name))
                .or(() -> MarkdownPage.html("/problems/" + name + ".md", root))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "not-found",
                        "Not found",
                        HttpStatus.NOT_FOUND,
                        "No problem has this name; /problems lists all.")));
        // Only what is there is kept: other names come from outside, and are as many as one likes.
        pages.putIfAbsent(name, page);
        return HttpResponse.ok(page)
                .contentType("text/html; charset=utf-8")
                .header("Content-Security-Policy", PAGE_POLICY);
    }
}
