package io.prorata.bootstrap.command.frame;

import io.prorata.bootstrap.composition.TierSettings;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.HouseholdApi;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.HouseholdOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command about the things of a household, and the way to its API. */
public final class HouseholdOptions {

    /** Parts of requests whose options have other names. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("opening_balance", "opening"),
            Map.entry("due_month", "due"),
            Map.entry("frequency", "every"),
            Map.entry("names", "file-name"),
            Map.entry("transactions", "row"),
            Map.entry("bill_id", "bill"),
            Map.entry("provision_id", "provision"),
            Map.entry("expense_type", "type"),
            Map.entry("from", "payer"),
            Map.entry("to", "recipient"));

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final HouseholdOption household = new HouseholdOption();

    @Option(names = "--json", description = "Print the answer of the API, as JSON.")
    private boolean json;

    /** Does {@code work} on the household: through the server that runs over the database, or through one that runs for so long. */
    public void open(CommandEnvironment environment, Consumer<HouseholdSession> work) {
        database.requireThere(environment);
        WithServer.over(database, TierSettings.USUAL, environment, note -> {
            try (var api = HouseholdApi.of(note, environment, household::among, this::optionOf)) {
                work.accept(new HouseholdSession(api, environment, json));
            }
        });
    }

    /** Returns the option by the pointer or parameter of an error: {@code /base/percentage} is --percentage, {@code /set/split/member} --split. */
    private String optionOf(String where) {
        Set<String> options = command == null ? Set.of() : command.optionsMap().keySet();
        // What is within a split has no option of its own: --member of a row is where its money comes from.
        List<String> parts = List.of(where.replaceFirst("/split/.*", "/split").split("/", -1));
        return parts.reversed().stream()
                .flatMap(part -> Stream.of(part.replace('_', '-'), OTHERWISE.getOrDefault(part, part)))
                .map("--"::concat)
                .filter(options::contains)
                .findFirst()
                .orElse(where);
    }
}
