package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.transfer.HouseholdCopy;
import io.prorata.adapter.persistence.transfer.HouseholdCopy.Copied;
import io.prorata.bootstrap.composition.ServerRenderer;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.option.NamedDatabase;
import io.prorata.domain.household.HouseholdId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Copies households from one database to another. */
@Command(
        name = "copy",
        description = {
            "Copy households to another database, from a file to a PostgreSQL server or back.",
            "The copy is checked before it is kept: each row, and each view of each month, is the same to the byte.",
            "Stop the server over the first before, or what is entered meanwhile stays behind."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata copy --from prorata.db --to jdbc:postgresql://127.0.0.1/prorata",
            "  prorata copy --from jdbc:postgresql://127.0.0.1/prorata --to one.db --household 2"
        })
final class CopyCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE|URL",
            description = {
                "The database that has them. User and password of a server are PRORATA_DATABASE_USER, and",
                "PRORATA_DATABASE_PASSWORD or PRORATA_DATABASE_PASSWORD_FILE."
            })
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE|URL",
            description = "The database that gets them. A file is made if it is not there.")
    private String to = "";

    @Option(
            names = "--household",
            paramLabel = "ID",
            description = "One household, as 'prorata household list' numbers them. Default: all.")
    private @Nullable Long household;

    CopyCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var source = new NamedDatabase(from);
        var target = new NamedDatabase(to);
        try (Database books = source.read(environment);
                Database copies = target.write(environment);
                var rendering = ServerRenderer.make()) {
            for (Copied copied : new HouseholdCopy(books, copies, rendering.renderer())
                    .copy(Optional.ofNullable(household).map(HouseholdId::new))) {
                environment.print(
                        "Household {0}: {1} rows, {2} views the same.",
                        copied.household(), copied.rows(), copied.views());
            }
        }
        environment.print("Copied {0} to {1}.", source.shown(), target.shown());
        return ExitCode.OK;
    }
}
