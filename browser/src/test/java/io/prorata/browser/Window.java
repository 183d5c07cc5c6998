package io.prorata.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A window of a browser. It asks no server but those of the test, and notes whatever a browser complains about. */
final class Window implements AutoCloseable {

    private static final List<String> AXE_TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private Window(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
    }

    static Window of(Browser browser, NewContextOptions options, List<URI> servers) {
        var window = new Window(browser.newContext(options));
        window.watch(servers);
        return window;
    }

    private void watch(List<URI> servers) {
        context.route("**/*", route -> {
            String url = route.request().url();
            if (servers.stream().anyMatch(server -> url.startsWith(server + "/"))) {
                asked.add(route.request().method() + " " + URI.create(url).getRawPath());
                route.resume();
            } else {
                complaints.add("asks elsewhere: " + url);
                route.abort();
            }
        });
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("error: " + error));
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onResponse(this::checkPolicy);
    }

    /** Nothing that is sent lets a script or a style stand inside a page. */
    private void checkPolicy(Response response) {
        String policy = response.headers().getOrDefault("content-security-policy", "");
        if (!policy.startsWith("default-src 'none'") || policy.contains("unsafe")) {
            complaints.add("policy of " + response.url() + ": " + policy);
        }
    }

    BrowserContext context() {
        return context;
    }

    Page page() {
        return page;
    }

    /** Uses up a link, as a person does: it is opened, and its button pressed. */
    void signIn(String link) {
        Response form = page.navigate(link);
        assertEquals(200, form.status(), form.text());
        page.locator("main button").click();
        page.waitForURL("**/months/*");
    }

    Response open(String path) {
        Response response = page.navigate(path);
        assertTrue(response.status() < 500, path + ": " + response.status());
        return response;
    }

    /** Returns the paths that were asked since {@link #forget}. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Begins a new list of what is asked, when nothing is under way any more. */
    void forget() {
        page.waitForLoadState(LoadState.LOAD);
        asked.clear();
    }

    /** No server but ours is asked, no rule of the page is broken, no script fails. */
    void complainsAboutNothing(String where) {
        assertEquals(List.of(), List.copyOf(complaints), where);
    }

    /** Whoever sees little, or uses no mouse, finds nothing in the way. */
    void isAccessible(String where) {
        List<Rule> broken = new AxeBuilder(page).withTags(AXE_TAGS).analyze().getViolations();
        assertEquals("", broken.stream().map(Window::said).collect(Collectors.joining("\n")), where);
    }

    private static String said(Rule rule) {
        return rule.getId() + ": " + rule.getHelp()
                + rule.getNodes().stream().map(CheckedNode::getHtml).collect(Collectors.joining("\n  ", "\n  ", ""));
    }

    /** Nothing runs over the edge: the page is no wider than the window. */
    void fits(String where) {
        assertEquals(
                page.evaluate("document.documentElement.clientWidth"),
                page.evaluate("document.documentElement.scrollWidth"),
                () -> where + " is too wide: " + page.evaluate("""
                        () => [...document.querySelectorAll('body *')]
                          .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth)
                          .slice(0, 5).map(e => e.outerHTML.slice(0, 150)).join('\\n')"""));
    }

    @Override
    public void close() {
        // First the page: what it asks meanwhile is still answered by a context that is open.
        page.close();
        context.close();
    }
}
