package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.application.verification.Verification;
import io.prorata.bootstrap.composition.OpenBooks;
import io.prorata.bootstrap.composition.ServerRenderer;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.terminal.Table;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks the books. */
@Command(
        name = "verify",
        description =
                "Check the books, also while a server runs: the file, its references, and every figure that is kept.",
        footerHeading = "%nExample:%n",
        footer = "  prorata verify")
final class VerifyCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    VerifyCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Optional<PostgresAddress> server = database.server(environment);
        String where = server.map(PostgresAddress::shown)
                .orElseGet(() -> database.file(environment).toString());
        try (Database books = server.isPresent()
                        ? PostgresDatabase.open(server.get())
                        : SqliteDatabase.visit(database.file(environment));
                var rendering = ServerRenderer.make()) {
            Verification verification = OpenBooks.verification(books, rendering).verify();
            looked(verification).forEach(environment.out()::println);
            verification.findings().forEach(environment.out()::println);
            environment.out().println(verdict(where, verification));
            return verification.isSound() ? ExitCode.OK : ExitCode.REFUSED;
        }
    }

    private static List<String> looked(Verification verification) {
        var table = new Table(Table.Side.RIGHT, Table.Side.LEFT);
        verification.checked().forEach((things, count) -> table.row(count.toString(), things));
        return table.lines();
    }

    private static String verdict(String where, Verification verification) {
        if (verification.isSound()) {
            return "The books in " + where + " are right.";
        }
        int shown = verification.findings().size();
        return "The books in " + where + " are not right: " + verification.found() + " findings"
                + (shown < verification.found() ? ", of which the first " + shown + " are shown." : ".");
    }
}
