package io.prorata.bootstrap.rehearsal;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.demo.Demo;
import io.prorata.bootstrap.demo.DemoBooks;
import io.prorata.bootstrap.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The training run for the AOT cache: it creates a household, imports a bank file, runs daily commands, and serves a dashboard.
 *
 * <p>Run with {@code -XX:AOTCacheOutput}, Java stores the loaded and linked classes, with profiles of their methods.
 */
public final class Rehearsal {

    /** Enough lines to profile an import. */
    private static final int LINES = 10_000;

    /** The number of requests for each page, without and with caches. */
    private static final int TIMES = 10;

    /** Micronaut's value for any free port. */
    private static final int ANY_PORT = -1;

    private static final List<String> PAGES = List.of(
            "/dashboard/summary/slim",
            "/dashboard/summary",
            "/summary/enhanced",
            "/dashboard/savings",
            "/dashboard/expenses",
            "/dashboard/provisions/details",
            "/provisions/calculate/optimized",
            "/dashboard/categories/all",
            "/transactions/hierarchy",
            "/analytics/categories/optimized");

    /** Commands that start a server for themselves, and send it requests. */
    private static final List<List<String>> DAILY = List.of(
            List.of("month"),
            List.of("bill", "list"),
            List.of("settle", "show"),
            List.of("what-if", "--bill", "Rent=1000"));

    private final Path folder;
    private final Clock clock;

    /** Runs a command of the program. */
    @FunctionalInterface
    public interface Commands {

        /** Returns the exit code. */
        int run(String... arguments);
    }

    /** @param folder for temporary files; the caller removes it */
    public Rehearsal(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** @throws IllegalStateException if a step fails, because it would train failures */
    public void run(Commands commands) throws IOException {
        String books = folder.resolve("prorata.db").toString();
        String file = Files.writeString(folder.resolve("bank.csv"), bankFile()).toString();
        must(commands, "--help");
        must(
                commands,
                "household",
                "create",
                "--database",
                books,
                "--name",
                "Ours",
                "--currency",
                "EUR",
                "--member",
                "ann=Ann");
        must(commands, "token", "create", "--database", books, "--name", "phone");
        must(commands, "import", file, "--database", books);
        must(commands, "verify", "--database", books);
        must(commands, "config", "set", "--database", books, "--net", "ann=2000");
        must(
                commands,
                "bill",
                "set",
                "Rent",
                "--database",
                books,
                "--category",
                "Housing",
                "--amount",
                "900",
                "--every",
                "monthly");
        for (List<String> daily : DAILY) {
            must(
                    commands,
                    Stream.concat(daily.stream(), Stream.of("--database", books))
                            .toArray(String[]::new));
        }
        serve();
    }

    private static void must(Commands commands, String... arguments) {
        int code = commands.run(arguments);
        if (code != 0) {
            throw new IllegalStateException("prorata " + String.join(" ", arguments) + " ends with " + code);
        }
    }

    /** A few shops, amounts and categories in turn, over a hundred months. */
    private static String bankFile() {
        return IntStream.range(0, LINES)
                .mapToObj(line -> {
                    int month = line * 100 / LINES;
                    return String.format(
                            "%d-%02d-%02d;\"CB MARCHÉ %d\";\"Catégorie %d\";Quotidien;%s%d,%02d;%d%n",
                            2015 + month / 12,
                            month % 12 + 1,
                            line % 28 + 1,
                            line % 977,
                            line % 30,
                            line % 20 == 0 ? "" : "-",
                            line % 400,
                            line % 100,
                            line % 3);
                })
                .collect(Collectors.joining(
                        "", "dateOp;label;category;categoryParent;amount;accountNum" + System.lineSeparator(), ""));
    }

    private void serve() throws IOException {
        var settings = new ServerSettings(ServerSettings.LOOPBACK, ANY_PORT);
        Path file = DemoBooks.file(folder, clock);
        try (Server server = Server.start(DemoBooks.open(file, true, clock), settings, clock);
                var reader = new RehearsalClient(server.address(), new Demo(server.work(), clock).token())) {
            get(reader, "/health");
            for (int time = 0; time < TIMES; time++) {
                for (String page : PAGES) {
                    get(reader, page);
                    get(reader, page + "?use_cache=false");
                }
                get(reader, "/transactions");
            }
        }
    }

    private static void get(RehearsalClient reader, String page) throws IOException {
        int status = reader.get(page);
        if (status != 200) {
            throw new IllegalStateException(page + " answers " + status);
        }
    }
}
