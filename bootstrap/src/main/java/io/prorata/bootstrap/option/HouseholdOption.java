package io.prorata.bootstrap.option;

import io.prorata.application.port.Households;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The household of a command. */
public final class HouseholdOption {

    @Option(
            names = "--household",
            paramLabel = "ID",
            description = "Which household, as 'prorata household list' numbers them. Default: the only one.")
    private @Nullable Long household;

    /** Returns the selected household. */
    public Households.Listed among(List<Households.Listed> all) {
        if (all.isEmpty()) {
            throw new UsageException("There is no household yet. Make one: prorata household create --help");
        }
        if (household == null) {
            if (all.size() > 1) {
                throw new UsageException("Which household? Choose with --household: " + names(all));
            }
            return all.getFirst();
        }
        return all.stream()
                .filter(listed -> listed.id().value() == household)
                .findFirst()
                .orElseThrow(
                        () -> new UsageException("There is no household " + household + ". There are: " + names(all)));
    }

    private static String names(List<Households.Listed> all) {
        return all.stream()
                .map(listed -> listed.id() + " (" + listed.household().name() + ")")
                .collect(Collectors.joining(", "));
    }
}
