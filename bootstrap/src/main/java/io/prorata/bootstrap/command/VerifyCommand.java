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
            verification.findings().stream()
                    .map(finding -> environment.words().sentence(finding.toString()))
                    .forEach(environment.out()::println);
            say(where, verification);
            return verification.isSound() ? ExitCode.OK : ExitCode.REFUSED;
        }
    }

    private List<String> looked(Verification verification) {
        var table = new Table(Table.Side.RIGHT, Table.Side.LEFT);
        verification
                .checked()
                .forEach((things, count) ->
                        table.row(count.toString(), environment.words().sentence(things)));
        return table.lines();
    }

    private void say(String where, Verification verification) {
        int shown = verification.findings().size();
        if (verification.isSound()) {
            environment.print("The books in {0} are right.", where);
        } else if (shown < verification.found()) {
            environment.print(
                    "The books in {0} are not right: {1} findings, of which the first {2} are shown.",
                    where, verification.found(), shown);
        } else {
            environment.print("The books in {0} are not right: {1} findings.", where, verification.found());
        }
    }
}
