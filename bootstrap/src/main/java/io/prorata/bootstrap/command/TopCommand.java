package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.RunningServer;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.bootstrap.terminal.PerformanceOnTerminal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how fast a running server is. */
@Command(
        name = "top",
        description = {
            "Show response times of the running server by endpoint, live; stop with Ctrl-C.",
            "Prints once if the output is not a terminal."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  prorata top", "  prorata top --once --rows 5"})
final class TopCommand implements Callable<Integer> {

    private static final Duration EVERY = Duration.ofSeconds(1);

    /** Back to the top left, and everything gone (ECMA-48). */
    private static final String CLEAR = "\u001b[H\u001b[2J";

    private final CommandEnvironment environment;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Option(names = "--once", description = "Print once and exit.")
    private boolean once;

    @Option(
            names = "--rows",
            paramLabel = "NUMBER",
            description = "The most endpoints to show. Default: 18, which fits a small terminal; all with --once.")
    private int rows;

    TopCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (rows < 0) {
            throw new UsageException("There are no " + rows + " rows: --rows takes a number from 1 on.");
        }
        Optional<PostgresAddress> books = database.server(environment);
        Optional<RunningServer> running = books.isPresent()
                ? RunningServer.over(books.get(), environment)
                : RunningServer.over(database.file(environment), environment);
        try (RunningServer server = running.orElseThrow(() -> new UsageException("No server runs over "
                + books.map(PostgresAddress::shown)
                        .orElseGet(() -> database.file(environment).toString())
                + ". Start one (prorata serve), or name another database with --database."))) {
            if (once || !environment.interactive()) {
                show("", look(server, rows == 0 ? Integer.MAX_VALUE : rows, PerformanceOnTerminal.ANY_WIDTH));
            } else {
                watch(server, rows == 0 ? 18 : rows);
            }
        }
        return ExitCode.OK;
    }

    private void watch(RunningServer server, int most) {
        try {
            while (true) {
                show(CLEAR, look(server, most, environment.width()));
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            // Somebody has seen enough.
            Thread.currentThread().interrupt();
        }
    }

    private List<String> look(RunningServer server, int most, int width) {
        return PerformanceOnTerminal.lines(server.address(), server.performance(), most, width, environment.words());
    }

    private void show(String before, List<String> lines) {
        PrintWriter out = environment.out();
        out.print(before);
        lines.forEach(out::println);
        out.flush();
    }
}
