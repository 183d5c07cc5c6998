package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.command.frame.Fields;
import io.prorata.bootstrap.command.frame.FromOptions;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.Query;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.option.OptionConverters;
import io.prorata.domain.household.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** More commands of {@code prorata household}: its name, its members, its pot. */
public abstract class HouseholdSettings {

    private static final String PATH = "/household";

    private final CommandEnvironment environment;

    protected HouseholdSettings(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(
            name = "set",
            description = "Change the household: its name, its time zone, its members, from when on it settles up.")
    void set(
            @Mixin HouseholdOptions household,
            @Option(names = "--name", paramLabel = "NAME", description = "A new name.") @Nullable String name,
            @Option(
                            names = "--zone",
                            paramLabel = "ZONE",
                            description = "Where its days and months begin: Europe/Paris.")
                    @Nullable
                    String zone,
            @Option(
                            names = "--member",
                            paramLabel = "KEY=NAME",
                            converter = OptionConverters.KeyAndName.class,
                            description = "A member who is added, or has another name; repeat it for each.")
                    @Nullable
                    List<Member> members,
            @Option(names = "--remove-member", paramLabel = "KEY", description = "A member to whom nothing refers.")
                    @Nullable
                    List<String> removed,
            @Option(
                            names = "--settle-since",
                            paramLabel = "MONTH",
                            description = "The first month that counts for settling up; none: all.")
                    @Nullable
                    String since) {
        household.open(environment, session -> {
            Fields fields =
                    session.fields().put("name", name).put("time_zone", zone).put("settle_since", since);
            if (members != null || removed != null) {
                fields.put("members", members(session, members, removed));
            }
            session.tell(session.api().patch(PATH, fields.body()), "The household is changed.");
        });
    }

    @Command(
            name = "rename-member",
            description = {
                "Give a member another key everywhere: in configs, bills, provisions, accounts, settlements, rules and rows.",
                "Amounts stay, and so does the history. 'prorata history undo' takes it back."
            })
    void renameMember(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "FROM", description = "The key as it is: member1.") String from,
            @Parameters(paramLabel = "TO", description = "A key that no member has: ines.") String to,
            @Option(names = "--dry-run", description = "Only show what would change.") boolean dryRun) {
        household.open(environment, session -> {
            String path = new Query("/members/renames").with("dry_run", dryRun).path();
            var body = session.fields().body().put("from", from).put("to", to);
            session.show(session.api().post(path, body), answer -> renamed(session, answer));
        });
    }

    private static List<String> renamed(HouseholdSession session, JsonNode answer) {
        List<String> lines = new ArrayList<>();
        lines.add(
                answer.path("dry_run").asBoolean()
                        ? session.words().text("A dry run: nothing was changed. The command would do this.")
                        : session.words()
                                .text(
                                        "{0} is {1} now.",
                                        answer.path("from").asText(),
                                        answer.path("to").asText()));
        var touched = JsonNodeFactory.instance.arrayNode();
        answer.path("touched").properties().forEach(thing -> {
            if (thing.getValue().asLong() > 0) {
                touched.addObject()
                        .put("thing", thing.getKey())
                        .put("count", thing.getValue().asLong());
            }
        });
        if (!touched.isEmpty()) {
            lines.add("");
            lines.addAll(session.columns()
                    .wordColumn("THING", "thing")
                    .numberColumn("COUNT", "count")
                    .lines(touched));
        }
        return lines;
    }

    /** The API takes the members whole, in the display order. */
    private static JsonNode members(
            HouseholdSession session, @Nullable List<Member> stated, @Nullable List<String> removed) {
        Map<String, String> names = new LinkedHashMap<>();
        session.api()
                .household()
                .household()
                .members()
                .forEach(member -> names.put(member.key().text(), member.name()));
        if (stated != null) {
            stated.forEach(member -> names.put(member.key().text(), member.name()));
        }
        if (removed != null) {
            removed.forEach(names::remove);
        }
        var all = JsonNodeFactory.instance.arrayNode();
        names.forEach((key, name) -> all.addObject().put("key", key).put("name", name));
        return all;
    }

    @Command(
            name = "pot",
            description = "State from a month on whether there is a pot: an account from which common costs are paid.")
    void pot(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "yes|no", description = "Whether there is one.") String inUse,
            @Mixin FromOptions from) {
        household.open(environment, session -> {
            ObjectNode body = session.fields().yesOrNo("in_use", inUse).body();
            session.tell(
                    session.api().putPart(from.of(PATH + "/pot").path(), PATH, body), "The pot is stated: {0}.", inUse);
        });
    }
}
