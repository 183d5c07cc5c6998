package io.prorata.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.demo.Demo;
import io.prorata.bootstrap.demo.DemoBooks;
import io.prorata.bootstrap.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A server over the sample household's books, in the middle of March 2026, and a browser whose windows look at it. */
final class Visit implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-15T12:00:00Z"), ZoneOffset.UTC);

    /** Made once; each visit has a copy. */
    private static final Path SAMPLE = sample();

    private final Path folder;
    private final Server server;
    private final URI address;
    private final Playwright playwright;
    private final Browser browser;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Demo demo;
    private final String token;

    Visit() {
        this(UnaryOperator.identity());
    }

    /** @param settings what is otherwise about the server */
    Visit(UnaryOperator<ServerSettings> settings) {
        try {
            folder = Files.createTempDirectory("prorata-browser");
            Path books = Files.copy(SAMPLE, folder.resolve("sample.db"));
            server = Server.start(
                    DemoBooks.open(books, false, CLOCK),
                    settings.apply(new ServerSettings(ServerSettings.LOOPBACK, -1)),
                    CLOCK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = server.address();
        demo = new Demo(server.work(), CLOCK);
        token = demo.token();
        // It would fetch browsers of its own.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(SystemProgram.browser())
                        .setArgs(List.of("--disable-quic", "--disable-gpu")));
    }

    private static Path sample() {
        try {
            Path folder = Files.createTempDirectory("prorata-sample");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            Path file = folder.resolve("sample.db");
            DemoBooks.open(file, true, CLOCK).close();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return address;
    }

    /** Returns a token that may write. */
    String token() {
        return token;
    }

    /** Returns a link that signs in, once, at {@code address}. */
    String link(URI address) {
        return demo.link(address);
    }

    /** Returns a window of somebody who has signed in, at a desk by day. */
    Window atADesk() {
        return signedIn(new NewContextOptions().setViewportSize(1280, 900));
    }

    /** Returns a window at a desk in which the browser measures. */
    Window measuredAtADesk() {
        Window window = open(new NewContextOptions().setViewportSize(1280, 900));
        window.context().addInitScript(Measured.WATCH);
        window.signIn(link(address));
        return window;
    }

    /** Returns a window of somebody who has signed in, on a small phone by night. */
    Window onAPhone() {
        return signedIn(new NewContextOptions()
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setIsMobile(true)
                .setColorScheme(ColorScheme.DARK));
    }

    /** Returns a window of somebody who has signed in. */
    Window signedIn(NewContextOptions options) {
        Window window = open(options);
        window.signIn(link(address));
        return window;
    }

    /** Returns a window of somebody whom the server does not know. */
    Window open(NewContextOptions options) {
        return Window.of(browser, options.setBaseURL(address.toString()), List.of(address));
    }

    /** Returns a window that may also ask {@code others}. */
    Window open(NewContextOptions options, List<URI> others) {
        return Window.of(browser, options, others);
    }

    /** Sends JSON as a second client does, and returns the answer. */
    String send(String method, String path, String json) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("If-Match", "*")
                            .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        client.close();
        server.close();
        remove(folder);
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
