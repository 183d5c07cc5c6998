package io.prorata.bench;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.application.household.CreateHousehold;
import io.prorata.application.port.Actor;
import io.prorata.bootstrap.server.Server;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a simulation of 60 months takes in a household of 50 lines, half of which put aside towards a month: 24 months with rows, and 36 to
 * come. Of nothing, of ten changed bills, of ten changes of everything, and of other incomes, by which every line divides otherwise.
 */
final class SimulationBench {

    private static final YearMonth FIRST = YearMonth.of(2022, 1);
    private static final int MONTHS_WITH_ROWS = 36;
    private static final int ROWS_A_MONTH = 120;
    private static final int WARMING = 300;
    private static final int ROUNDS = 200;

    private static final String RANGE = "{\"from\": \"2023-01\", \"to\": \"2027-12\", \"changes\": [";

    private final BenchClient client;

    private SimulationBench(BenchClient client) {
        this.client = client;
    }

    public static void main(String... arguments) throws IOException {
        Clock clock =
                Clock.fixed(BigBooks.LAST.atDay(15).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        try (var scratch = new Scratch();
                Server server = Server.start(
                        scratch.file("books.db"), new ServerSettings(ServerSettings.LOOPBACK, -1), clock)) {
            HouseholdId household = new CreateHousehold(server.work())
                    .create(
                            Actor.COMMAND_LINE,
                            new Household(
                                    "Planned",
                                    Currency.getInstance("EUR"),
                                    ZoneOffset.UTC,
                                    List.of(
                                            new Member(new MemberKey("anna"), "Anna"),
                                            new Member(new MemberKey("bruno"), "Bruno"))));
            var bench = new SimulationBench(new BenchClient(server.address(), ServedBooks.token(server, household)));
            bench.plan();
            bench.spend();
            bench.measure();
        }
    }

    /** Thirty bills and twenty provisions. */
    private void plan() throws IOException {
        client.post("/configs", config("2022-01", "2500", "3200"));
        for (int i = 1; i <= 30; i++) {
            client.post(
                    "/fixed-expenses",
                    "{\"label\": \"Bill " + i + "\", \"category\": \"Category " + i + "\", \"amount\": \"" + 37 * i
                            + "\", \"frequency\": \"annual\", \"from\": \"2022-01\""
                            + (i % 2 == 0 ? "" : ", \"due_month\": \"2022-06\"") + "}");
        }
        for (int i = 1; i <= 20; i++) {
            client.post(
                    "/provisions",
                    "{\"name\": \"Provision " + i + "\", \"from\": \"2022-01\", \"target\": \"" + 400 * i
                            + "\", \"base\": "
                            + (i % 2 == 0
                                    ? "{\"mode\": \"total\", \"percentage\": \"1\"}, \"accrues\": true"
                                    : "{\"mode\": \"to_target\", \"by\": \"2023-08\", \"every\": 12}")
                            + "}");
        }
    }

    private void spend() throws IOException {
        for (int m = 0; m < MONTHS_WITH_ROWS; m++) {
            YearMonth month = FIRST.plusMonths(m);
            client.post(
                    "/transactions/batch",
                    "{\"transactions\": "
                            + IntStream.range(0, ROWS_A_MONTH)
                                    .mapToObj(i -> "{\"date\": \"" + month.atDay(1 + i % 28) + "\", \"label\": \"Shop "
                                            + i
                                            + "\", \"amount\": \"-" + (5 + i % 60) + ".40\", \"category\": \"Shops "
                                            + i % 15 + "\"}")
                                    .collect(Collectors.joining(", ", "[", "]"))
                            + "}");
        }
    }

    /** A simulation, and what it is called. */
    private record Asked(String name, List<String> changes) {

        String body() {
            return RANGE + String.join(", ", changes) + "]}";
        }
    }

    private void measure() throws IOException {
        List<Asked> asked = List.of(
                new Asked("nothing", List.of()),
                new Asked("ten bills", bills(1, 10)),
                new Asked("incomes, key, six bills, three provisions", everything()),
                new Asked("incomes and key", List.of(otherIncomes())));
        for (int i = 0; i < WARMING; i++) {
            client.post("/simulations", asked.get(i % asked.size()).body());
        }
        System.out.println("| 60 months of 50 lines, changed | median, ms | p95, ms | of the median in the server, ms |"
                + " kB answered | aim, ms |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        for (Asked one : asked) {
            System.err.println(one.name());
            var times = new BenchClient.Times();
            int bytes = 0;
            for (int i = 0; i < ROUNDS; i++) {
                BenchClient.Answer answer = client.post("/simulations", one.body());
                times.add(List.of(answer));
                bytes = answer.body().length();
            }
            System.out.printf(
                    "| %s | %s | %s | %s | %d | %s |%n",
                    one.name(),
                    times.millis(),
                    times.p95Millis(),
                    times.serverMillis(),
                    bytes / 1000,
                    one.changes().size() == 10 ? "50" : "");
        }
    }

    private static List<String> everything() {
        return List.of(
                        List.of(otherIncomes()),
                        bills(1, 6),
                        IntStream.rangeClosed(1, 3)
                                .mapToObj(i -> "{\"method\": \"PATCH\", \"path\": \"/provisions/" + i
                                        + "?from=2025-02\", \"body\": {\"target\": \"999\"}}")
                                .collect(Collectors.toList()))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> bills(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> "{\"method\": \"PATCH\", \"path\": \"/fixed-expenses/" + i
                        + "?from=2025-02\", \"body\": {\"amount\": \"99\"}}")
                .toList();
    }

    private static String otherIncomes() {
        return "{\"method\": \"POST\", \"path\": \"/configs\", \"body\": " + config("2025-01", "2100", "3900") + "}";
    }

    private static String config(String from, String anna, String bruno) {
        return "{\"from\": \"" + from + "\", \"members\": [{\"member\": \"anna\", \"net\": \"" + anna
                + "\"}, {\"member\": \"bruno\", \"net\": \"" + bruno + "\"}]}";
    }
}
