package io.prorata.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.adapter.persistence.PostgresServer;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.server.Server;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.time.Clock;
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

    /** What takes as long as this is looked at a few times only. */
    private static final long SLOW_NANOS = 300_000_000;

    private static final int FEW_ROUNDS = 5;

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
            "text=payment+77",
            "text=payment+777777",
            "text=payment",
            "min_amount=-20.00&max_amount=-10.00",
            "month=2024-12&category=Category+3&min_amount=-50.00");

    private final BenchClient client;

    private ListBench(BenchClient client) {
        this.client = client;
    }

    /** @param arguments any for PostgreSQL, none for a file */
    public static void main(String... arguments) throws IOException {
        var settings = new ServerSettings(ServerSettings.LOOPBACK, -1);
        try (var scratch = new Scratch();
                Server server = arguments.length == 0
                        ? Server.start(scratch.file("books.db"), settings, Clock.systemUTC())
                        : Server.start(
                                PostgresDatabase.open(PostgresServer.address(PostgresServer.create())),
                                settings,
                                Clock.systemUTC())) {
            HouseholdId household = BigBooks.fill(server.work(), MONTHS, ROWS_A_MONTH);
            new ListBench(new BenchClient(server.address(), ServedBooks.token(server, household))).measure();
        }
    }

    private void measure() throws IOException {
        System.out.printf(
                "| page of 50 out of %,d | median, ms | of that in the server, ms | rows |%n", MONTHS * ROWS_A_MONTH);
        System.out.println("|---|---:|---:|---:|");
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

    private void print(String query) throws IOException {
        print(query, query);
    }

    private void print(String query, String said) throws IOException {
        System.err.println(said);
        BenchClient.Answer first = client.get("/transactions?" + query + "&limit=50");
        int rows =
                new ObjectMapper().readTree(first.body()).path("transactions").size();
        boolean slow = first.nanos() > SLOW_NANOS;
        BenchClient.Times times =
                client.time("/transactions?" + query + "&limit=50", slow ? 0 : WARMING, slow ? FEW_ROUNDS : ROUNDS);
        System.out.printf("| `%s` | %s | %s | %d |%n", said, times.millis(), times.serverMillis(), rows);
    }

    private JsonNode ask(String query) throws IOException {
        return new ObjectMapper().readTree(client.get("/transactions?" + query).body());
    }
}
