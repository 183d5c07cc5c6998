package io.prorata.bootstrap.command.household;

import io.prorata.bootstrap.command.frame.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The months that are settled, and by what. */
final class SettledMonths {

    @Option(names = "--from", paramLabel = "MONTH", description = "The first month. Default: the current one.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "MONTH", description = "The last month. Default: the current one.")
    private @Nullable String to;

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            description = "plan: what the plan asks for; actual: what the rows show. Default: as the API says.")
    private @Nullable String basis;

    @Option(names = "--with-before", description = "Also settle what is owed from the months before.")
    private boolean before;

    Query of(String path) {
        return new Query(path)
                .with("from", from)
                .with("to", to)
                .with("basis", basis)
                .with("include_before", before);
    }
}
