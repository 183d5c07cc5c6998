package io.prorata.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.application.IssueToken;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.bootstrap.server.Server;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/**
 * What a page of 50 transactions costs out of a million: in every order, at the beginning and in the middle, and under every filter.
 *
 * <p>Medians are of the whole request over the loopback, authentication included.
 */
final class ListBench {

    private static final int MONTHS = 120;
    private static final int ROWS_A_MONTH = 8_333;
    private static final int WARMING = 50;
    private static final int ROUNDS = 100;

    private static final List<String> ORDERS =
            List.of("-date", "date", "-amount", "amount", "-label", "label", "-category", "category");

    private static final List<String> FILTERS = List.of(
            "month=2024-12",
            "month=2024-12&order=label",
            "from=2020-01-01&to=2020-12-31",
            "category=Category+3",
            "category=Category+3&order=-amount",
            "category=",
            "subcategory=Nothing",
            "account=Nowhere",
            "expense_type=FIXED",
            "expense_type=FIXED&order=label",
            "excluded=true",
            "tag=nothing",
            "text=nothing+of+the+kind",
            "min_amount=-20.00&max_amount=-10.00",
            "month=2024-12&category=Category+3&min_amount=-50.00");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final String token;

    private ListBench(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("list-bench");
        try (Server server = Server.start(
                folder.resolve("books.db"), new ServerSettings(ServerSettings.LOOPBACK, -1), Clock.systemUTC())) {
            HouseholdId household = BigBooks.fill(server.work(), MONTHS, ROWS_A_MONTH);
            String token = new IssueToken(server.work(), Clock.systemUTC(), new SecureRandom())
                    .issue(household, Actor.COMMAND_LINE, new IssueToken.Command("bench", Tokens.Scope.READ))
                    .result()
                    .secret()
                    .text();
            new ListBench(server.address(), token).measure();
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void measure() throws IOException, InterruptedException {
        System.out.printf("| page of 50 out of %,d | median, ms | rows |%n", MONTHS * ROWS_A_MONTH);
        System.out.println("|---|---:|---:|");
        for (String order : ORDERS) {
            print("order=" + order);
            // Half-way, from where a reader would go on.
            String cursor = ask("order=" + order + "&limit=50&offset=" + MONTHS * ROWS_A_MONTH / 2)
                    .at("/pagination/next_cursor")
                    .asText();
            print("order=" + order + "&cursor=" + cursor, "order=" + order + ", from the middle");
        }
        for (String filter : FILTERS) {
            print(filter);
        }
    }

    private void print(String query) throws IOException, InterruptedException {
        print(query, query);
    }

    private void print(String query, String said) throws IOException, InterruptedException {
        int rows = ask(query + "&limit=50").path("transactions").size();
        for (int i = 0; i < WARMING; i++) {
            nanos(query);
        }
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            times[i] = nanos(query);
        }
        Arrays.sort(times);
        System.out.printf("| `%s` | %.2f | %d |%n", said, times[ROUNDS / 2] / 1e6, rows);
    }

    private long nanos(String query) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = send(query + "&limit=50");
        long taken = System.nanoTime() - start;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(query + " answers " + answer.statusCode());
        }
        return taken;
    }

    private JsonNode ask(String query) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(send(query).body());
    }

    private HttpResponse<byte[]> send(String query) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.resolve("/transactions?" + query))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
