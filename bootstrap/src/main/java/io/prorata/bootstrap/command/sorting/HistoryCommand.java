package io.prorata.bootstrap.command.sorting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.command.frame.EffectLines;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.Query;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.ApiAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The history: who changed what, and the way back. */
@Command(
        name = "history",
        description = "Show who changed what and when, or undo a change.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata history list --limit 10",
            "  prorata history list --all --who phone",
            "  prorata history list --kind transaction --id 12",
            "  prorata history list --month 2026-03 --who phone",
            "  prorata history show 26",
            "  prorata history undo 26 --dry-run"
        })
public final class HistoryCommand {

    private static final String PATH = "/history";
    private static final String LARGEST_PAGE = "500";

    private final CommandEnvironment environment;

    public HistoryCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(name = "list", description = "List changes, the latest first.")
    void list(
            @Mixin HouseholdOptions household,
            @Option(
                            names = "--kind",
                            paramLabel = "KIND",
                            description = "Only changes of this kind of thing, as the list shows it: transaction.")
                    @Nullable
                    String kind,
            @Option(
                            names = "--id",
                            paramLabel = "ID",
                            description = "Only changes of the thing with this number; usually with --kind.")
                    @Nullable
                    String id,
            @Option(names = "--month", paramLabel = "MONTH", description = "Only changes of rows of this month.")
                    @Nullable
                    String month,
            @Option(names = "--who", paramLabel = "NAME", description = "Only changes of whoever has this in the name.")
                    @Nullable
                    String who,
            @Option(names = "--limit", paramLabel = "N", description = "How many, at most 500. Default: 50.") @Nullable
                    String limit,
            @Option(
                            names = "--all",
                            description = "All of them, however many; --limit is how many are asked for at once.")
                    boolean all) {
        household.open(environment, session -> {
            Supplier<Query> asked = () -> new Query(PATH)
                    .with("kind", kind)
                    .with("id", id)
                    .with("month", month)
                    .with("actor", who)
                    .with("limit", limit == null && all ? LARGEST_PAGE : limit);
            ApiAnswer first = session.api().get(asked.get().path());
            session.show(all ? whole(session, asked, first) : first, answer -> {
                List<String> lines = new ArrayList<>(entries(session, answer.path("entries")));
                if (answer.at("/pagination/has_more").asBoolean()) {
                    lines.add("");
                    lines.add(session.words()
                            .text("There are more: --limit or --all shows them, a filter those that are meant."));
                }
                return lines;
            });
        });
    }

    /** Returns the first page with the entries of all that follow it. */
    private static ApiAnswer whole(HouseholdSession session, Supplier<Query> asked, ApiAnswer first) {
        ObjectNode whole = first.json().deepCopy();
        ArrayNode entries = whole.withArray("entries");
        JsonNode page = first.json();
        while (page.at("/pagination/has_more").asBoolean()) {
            page = session.api()
                    .get(asked.get()
                            .with("cursor", page.at("/pagination/next_cursor").asText())
                            .path())
                    .json();
            page.path("entries").forEach(entries::add);
        }
        whole.set("pagination", page.path("pagination"));
        return new ApiAnswer(whole.toString(), whole, first.tag());
    }

    private static List<String> entries(HouseholdSession session, Iterable<JsonNode> entries) {
        return session.columns()
                .numberColumn("REVISION", "revision")
                .wordColumn("AT", "at")
                .textColumn("WHO", "actor")
                .wordColumn("WHAT", "what")
                .wordColumn("KIND", "kind")
                .numberColumn("ID", "id")
                .lines(entries);
    }

    @Command(name = "show", description = "Show a change, with the values, rows and names that it replaced.")
    void show(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "REVISION", description = "Its number, as 'prorata history list' shows it.")
                    long revision) {
        household.open(
                environment,
                session -> session.show(
                        session.api().get(PATH + "/" + revision), answer -> ChangeLines.of(session, answer)));
    }

    /** Returns the lines of one entry, as the list has it. */
    static List<String> entry(HouseholdSession session, JsonNode entry) {
        return entries(session, List.of(entry));
    }

    @Command(
            name = "undo",
            description = {
                "Undo a change of rows, a renamed category, deleted rows, applied rules, an import, or an undo.",
                "It is refused if something of it was changed since. The undo is in the history too, and can be undone."
            })
    void undo(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "REVISION", description = "Its number, as 'prorata history list' shows it.")
                    long revision,
            @Option(names = "--dry-run", description = "Only show what would change.") boolean dryRun) {
        household.open(environment, session -> {
            String path = new Query(PATH + "/" + revision + "/undo")
                    .with("dry_run", dryRun)
                    .path();
            session.show(session.api().post(path, MissingNode.getInstance()), answer -> {
                List<String> lines = new ArrayList<>();
                if (!dryRun) {
                    lines.add(session.words()
                            .text(
                                    "Revision {0} ({1}) is undone.",
                                    answer.path("undone").asText(),
                                    answer.path("what").asText()));
                }
                lines.addAll(EffectLines.withNames(session, answer));
                return lines;
            });
        });
    }
}
