package io.prorata.bench;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.application.IssueToken;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.bootstrap.server.Server;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.io.PrintStream;
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
 * What a cold read costs with a million transactions, beside what it costs with a hundred thousand in months of the same size.
 *
 * <p>Two servers run side by side, and each read goes to one and the other in turn, computed past everything that is kept. Medians are of the
 * whole request over the loopback, authentication included.
 */
final class ReadsBench {

    private static final int ROWS_A_MONTH = 8_333;
    private static final int WARMING = 100;
    private static final int ROUNDS = 200;

    private static final List<String> READS = List.of(
            "/dashboard/summary/slim?month=2024-12",
            "/dashboard/summary?month=2024-12",
            "/summary/enhanced?month=2024-12",
            "/dashboard/savings?month=2024-12",
            "/dashboard/expenses?month=2024-12",
            "/dashboard/provisions/details?month=2024-12",
            "/custom-provisions/summary?month=2024-12",
            "/provisions/calculate/optimized?month=2024-12",
            "/dashboard/categories/Category%203?month=2024-12",
            "/dashboard/categories/all?month=2024-12",
            "/dashboard/drill-down/Category%203?month=2024-12&level=details",
            "/dashboard/drill-down/Category%203?month=2024-12&level=transactions",
            "/dashboard/drill-down/all?month=2024-12&level=transactions&offset=2000",
            "/transactions/hierarchy?month=2024-12",
            "/transactions/categories?month=2024-12",
            "/transactions/subcategories?month=2024-12&category=Category%203",
            "/analytics/categories/optimized?month=2024-12",
            "/analytics/categories/optimized?from=2024-10&to=2024-12");

    private final HttpClient client = HttpClient.newHttpClient();

    private ReadsBench() {}

    /** A server over books of some size. */
    private record Side(Server server, String token, int rows) {

        static Side of(Path file, int months) {
            Server server = Server.start(file, new ServerSettings(ServerSettings.LOOPBACK, -1), Clock.systemUTC());
            HouseholdId household = BigBooks.fill(server.work(), months, ROWS_A_MONTH);
            String token = new IssueToken(server.work(), Clock.systemUTC(), new SecureRandom())
                    .issue(household, Actor.COMMAND_LINE, new IssueToken.Command("bench", Tokens.Scope.READ))
                    .result()
                    .secret()
                    .text();
            return new Side(server, token, months * ROWS_A_MONTH);
        }
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("reads-bench");
        // 15 months, so that three months and those a year earlier are there on both sides.
        Side small = Side.of(folder.resolve("small.db"), 15);
        Side large = Side.of(folder.resolve("large.db"), 120);
        try (Server _ = small.server();
                Server _ = large.server()) {
            new ReadsBench().compare(small, large, System.out);
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void compare(Side small, Side large, PrintStream out) throws IOException, InterruptedException {
        out.printf("| read, cold | %,d rows, ms | %,d rows, ms | times |%n", small.rows(), large.rows());
        out.println("|---|---:|---:|---:|");
        for (String path : READS) {
            for (int i = 0; i < WARMING; i++) {
                nanos(small, path);
                nanos(large, path);
            }
            long[] ofSmall = new long[ROUNDS];
            long[] ofLarge = new long[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                ofSmall[i] = nanos(small, path);
                ofLarge[i] = nanos(large, path);
            }
            double one = median(ofSmall) / 1e6;
            double other = median(ofLarge) / 1e6;
            out.printf("| `%s` | %.2f | %.2f | %.2f |%n", path, one, other, other / one);
        }
    }

    private long nanos(Side side, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(side.server().address() + path + "&use_cache=false"))
                .header("Authorization", "Bearer " + side.token())
                .build();
        long start = System.nanoTime();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        long taken = System.nanoTime() - start;
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + response.statusCode());
        }
        return taken;
    }

    private static long median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
