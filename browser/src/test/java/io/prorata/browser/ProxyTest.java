package io.prorata.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone's way in: through nginx, over TLS, at a name of its own and under a prefix; and a page elsewhere that is allowed to ask. */
class ProxyTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "/money"})
    void everyLinkLeadsByWayOfTheProxyAndChangesArriveAtOnce(String prefix) throws IOException, InterruptedException {
        Optional<Path> program = SystemProgram.find("nginx");
        assertTrue(
                program.isPresent() || System.getenv("CI") == null, "No nginx found. Debian: apt install nginx-light");
        assumeTrue(program.isPresent(), "No nginx found. Debian: apt install nginx-light");
        try (Visit visit = new Visit(settings -> settings.behind(List.of("127.0.0.1")));
                Nginx nginx = new Nginx(program.orElseThrow(), visit.address(), prefix, folder);
                Window window =
                        visit.open(new NewContextOptions().setIgnoreHTTPSErrors(true), List.of(nginx.address()))) {
            window.signIn(visit.link(nginx.address()));
            Page page = window.page();
            for (int place = 0; place < page.locator("header nav a").count(); place++) {
                page.locator("header nav a").nth(place).click();
                page.waitForLoadState();
                assertTrue(page.url().startsWith(nginx.address() + "/"), page.url());
                assertEquals(1, page.locator("a[aria-current=page]").count(), page.url());
                window.complainsAboutNothing(page.url());
            }
            window.open(nginx.address() + "/problems");
            page.locator("main a").first().click();
            assertTrue(page.url().startsWith(nginx.address() + "/problems/"), page.url());
            window.open(nginx.address() + "/openapi/page");
            page.locator("details").first().waitFor();

            window.open(nginx.address() + "/months/2026-03");
            String before = page.locator(".figure a").innerText();
            visit.send(
                    "POST",
                    "/transactions",
                    "{\"date\": \"2026-03-10\", \"label\": \"Bicycle\", \"amount\": \"-431.10\", \"category\": \"Leisure\"}");
            page.waitForFunction("before => document.querySelector('.figure a').innerText !== before", before);
            assertTrue(window.context().cookies().getFirst().secure, "the session is for https alone");
            window.complainsAboutNothing("behind a proxy");
        }
    }

    /** A browser itself decides what a page elsewhere may read. */
    @Test
    void aPageElsewhereAsksWhereItIsNamedAlone() {
        try (Visit page = new Visit();
                Visit open = new Visit(
                        settings -> settings.openTo(List.of(page.address().toString())));
                // Another policy than ours, which forbids our own pages to ask elsewhere.
                Window window = page.open(
                        new NewContextOptions()
                                .setBypassCSP(true)
                                .setBaseURL(page.address().toString()),
                        List.of(page.address(), open.address()))) {
            window.open("/health");
            assertEquals("201 /transactions/", ask(window, open).replaceAll("[0-9]+$", ""));
        }
        try (Visit page = new Visit();
                Visit closed = new Visit();
                Window window = page.open(
                        new NewContextOptions()
                                .setBypassCSP(true)
                                .setBaseURL(page.address().toString()),
                        List.of(page.address(), closed.address()))) {
            window.open("/health");
            assertEquals("refused", ask(window, closed));
        }
    }

    private static String ask(Window window, Visit server) {
        return (String) window.page().evaluate(ASK, List.of(server.address().toString(), server.token()));
    }

    private static final String ASK = """
            async ([server, token]) => {
              try {
                const answer = await fetch(server + '/transactions', {method: 'POST', body: JSON.stringify(
                  {date: '2026-03-10', label: 'Board', amount: '-1.00'}),
                  headers: {'Authorization': 'Bearer ' + token, 'Content-Type': 'application/json'}});
                return answer.status + ' ' + answer.headers.get('Location');
              } catch (e) { return 'refused'; }
            }""";
}
