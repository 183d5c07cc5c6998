package io.prorata.bootstrap.command.sorting;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.bootstrap.command.frame.EffectLines;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.Query;
import io.prorata.bootstrap.environment.CommandEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Categories: their names. */
@Command(
        name = "category",
        description = "Rename or merge categories.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata category rename Groceries Food --dry-run",
            "  prorata category rename Groceries Food",
            "  prorata category rename Home Home --subcategory Tools --to-subcategory Workshop"
        })
public final class CategoryCommand {

    private final CommandEnvironment environment;

    public CategoryCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(
            name = "rename",
            description = {
                "Give a category another name everywhere: in rows, bills, provisions and budgets.",
                "If there is a category of that name already, both become one. Later rows of the former name get the new one."
            })
    void rename(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "FROM", description = "The category as it is.") String from,
            @Parameters(paramLabel = "TO", description = "The name that it gets.") String to,
            @Option(names = "--subcategory", paramLabel = "NAME", description = "Only rows of this subcategory.")
                    @Nullable
                    String subcategory,
            @Option(
                            names = "--to-subcategory",
                            paramLabel = "NAME",
                            description = "The subcategory that these rows get. Default: they keep theirs.")
                    @Nullable
                    String toSubcategory,
            @Option(names = "--dry-run", description = "Only show what would change.") boolean dryRun) {
        household.open(environment, session -> {
            String path =
                    new Query("/categories/renames").with("dry_run", dryRun).path();
            var body = session.fields()
                    .put("subcategory", subcategory)
                    .put("to_subcategory", toSubcategory)
                    .body()
                    .put("from", from)
                    .put("to", to);
            session.show(session.api().post(path, body), answer -> lines(session, answer));
        });
    }

    private static List<String> lines(HouseholdSession session, JsonNode answer) {
        List<String> lines = new ArrayList<>();
        if (!answer.at("/effect/dry_run").asBoolean()) {
            lines.add(session.words()
                    .text(
                            "{0} is {1} now.",
                            name(answer, "from", "subcategory"), name(answer, "to", "to_subcategory")));
        }
        lines.addAll(EffectLines.withNames(session, answer));
        return lines;
    }

    /** The category with its subcategory, as the API writes both in {@code names}. */
    private static String name(JsonNode answer, String category, String subcategory) {
        return answer.path(category).asText()
                + (answer.hasNonNull(subcategory)
                        ? " / " + answer.path(subcategory).asText()
                        : "");
    }
}
