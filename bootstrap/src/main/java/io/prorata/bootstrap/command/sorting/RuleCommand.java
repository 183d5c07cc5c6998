package io.prorata.bootstrap.command.sorting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.command.frame.EffectLines;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.Query;
import io.prorata.bootstrap.command.frame.RowFilter;
import io.prorata.bootstrap.command.frame.Things;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.ApiAnswer;
import io.prorata.bootstrap.option.UsageException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rules that sort rows. */
@Command(
        name = "rule",
        description = {
            "List, add, change, order, test or apply rules that sort rows.",
            "They run in order when rows arrive, a later one over an earlier one; what a person chose stays."
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata rule suggestions",
            "  prorata rule test --label-contains bakery --category Groceries",
            "  prorata rule add Bakery --label-contains bakery --sign spent --category Groceries",
            "  prorata rule set Bakery --max-amount 30 --tag fresh",
            "  prorata rule order Bakery 1 3",
            "  prorata rule off Bakery",
            "  prorata rule apply --month 2026-03 --dry-run"
        })
public final class RuleCommand {

    private static final Things RULES = new Things("/rules", "", "rules", "name");

    private final CommandEnvironment environment;

    public RuleCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(name = "list", description = "List the rules in the order in which they run.")
    void list(@Mixin HouseholdOptions household) {
        household.open(
                environment,
                session -> session.show(
                        session.api().get(RULES.path()),
                        answer -> session.columns()
                                .numberColumn("ID", "id")
                                .textColumn("NAME", "name")
                                .wordColumn("STATE", rule -> state(session, rule))
                                .textColumn("IF", rule -> RuleWords.options(session, rule.path("conditions")))
                                .textColumn("THEN", rule -> RuleWords.options(session, rule.path("effects")))
                                .lines(answer.path(RULES.rows()))));
    }

    private static String state(HouseholdSession session, JsonNode rule) {
        return rule.path("on").asBoolean()
                ? session.words().text("on")
                : session.words().text("off");
    }

    @Command(name = "show", description = "Show all of a rule.")
    void show(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "RULE", description = "Its name or its number.") String rule) {
        household.open(
                environment,
                session -> session.show(session.api().get(RULES.pathOf(session, rule)), answer -> {
                    List<String> lines = new ArrayList<>();
                    answer.properties().stream()
                            .filter(field -> !field.getValue().isObject())
                            .forEach(field -> line(session, field, lines));
                    answer.path("conditions").properties().forEach(field -> line(session, field, lines));
                    answer.path("effects").properties().forEach(field -> line(session, field, lines));
                    return lines;
                }));
    }

    private static void line(HouseholdSession session, Map.Entry<String, JsonNode> field, List<String> lines) {
        if (!field.getValue().isNull()) {
            lines.add(field.getKey() + ": "
                    + String.join(", ", RuleWords.values(session, field.getKey(), field.getValue())));
        }
    }

    @Command(
            name = "add",
            description = {
                "Add a rule, which runs after all others. A row has to meet all its conditions.",
                "Rows that are there stay as they are until the rules are applied."
            })
    void add(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Mixin RuleOptions options) {
        household.open(environment, session -> {
            ApiAnswer added = session.api().post(RULES.path(), RuleBody.of(session, name, options));
            session.tell(
                    added,
                    "{0} is created, with the number {1}.",
                    name,
                    added.json().path("id").asText());
            noteUnknown(session, added);
        });
    }

    @Command(
            name = "set",
            description = {
                "Change a rule: what the options do not state stays. The value none removes what is there.",
                "Rows that are there stay as they are until the rules are applied."
            })
    void set(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "RULE", description = "Its name or its number.") String rule,
            @Option(names = "--name", paramLabel = "NAME", description = "Another name.") @Nullable String name,
            @Mixin RuleOptions options) {
        household.open(environment, session -> {
            if (name == null
                    && options.conditions(session).isEmpty()
                    && options.effects(session).isEmpty()) {
                throw new UsageException("No option says what to change. See: prorata rule set --help");
            }
            ApiAnswer read = session.api().get(RULES.pathOf(session, rule));
            ApiAnswer changed = replaced(session, read, RuleBody.of(session, read.json(), name, options));
            session.tell(changed, "{0} (number {1}) is changed.", name(changed), id(read.json()));
            noteUnknown(session, changed);
        });
    }

    @Command(name = "delete", description = "Delete a rule. What it has chosen of rows stays.")
    void delete(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "RULE", description = "Its name or its number.") String rule) {
        household.open(environment, session -> RULES.delete(session, rule));
    }

    @Command(name = "order", description = "Replace the order in which the rules run: name all, the first one first.")
    void order(
            @Mixin HouseholdOptions household,
            @Parameters(arity = "1..*", paramLabel = "RULE", description = "Their names or their numbers.")
                    List<String> rules) {
        household.open(environment, session -> {
            List<JsonNode> ordered =
                    rules.stream().map(rule -> RULES.require(session, rule)).toList();
            ObjectNode body = session.fields()
                    .numbers(
                            "rules",
                            ordered.stream()
                                    .map(rule -> rule.path("id").asLong())
                                    .toList())
                    .body();
            session.tell(
                    session.api().putPart(RULES.path() + "/order", RULES.path(), body),
                    "The rules run in this order: {0}.",
                    ordered.stream().map(rule -> rule.path("name").asText()).collect(Collectors.joining(", ")));
        });
    }

    @Command(name = "on", description = "Let a rule run again.")
    void on(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "RULE", description = "Its name or its number.") String rule) {
        household.open(environment, session -> {
            ApiAnswer changed = turned(session, rule, true);
            session.tell(changed, "{0} (number {1}) is on.", name(changed), id(changed.json()));
        });
    }

    @Command(name = "off", description = "Let a rule run no more, and keep it.")
    void off(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "RULE", description = "Its name or its number.") String rule) {
        household.open(environment, session -> {
            ApiAnswer changed = turned(session, rule, false);
            session.tell(changed, "{0} (number {1}) is off.", name(changed), id(changed.json()));
        });
    }

    @Command(
            name = "test",
            description = {
                "Show which rows a rule matches by itself, and what it would choose of them. Nothing is kept.",
                "The rule is the one that is named, the options, or the one that is named with what the options change."
            })
    void test(
            @Mixin HouseholdOptions household,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "RULE",
                            description = "The name or the number of a rule that is there.")
                    @Nullable
                    String rule,
            @Mixin RuleOptions options,
            @Mixin RowFilter filter) {
        household.open(environment, session -> {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.set(
                    "rule",
                    rule == null
                            ? RuleBody.of(session, "-", options)
                            : RuleBody.of(session, RULES.require(session, rule), null, options));
            body.set("filter", filter.body(session));
            session.show(session.api().post(RULES.path() + "/test", body), answer -> TriedLines.of(session, answer));
        });
    }

    @Command(
            name = "apply",
            description = {
                "Apply all rules to rows that are there, by what the rows have in common; without a filter to all.",
                "What a person chose stays."
            })
    void apply(
            @Mixin HouseholdOptions household,
            @Mixin RowFilter filter,
            @Option(names = "--dry-run", description = "Only show what would change.") boolean dryRun) {
        household.open(environment, session -> {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.set("filter", filter.body(session));
            String path =
                    new Query(RULES.path() + "/apply").with("dry_run", dryRun).path();
            session.show(session.api().post(path, body), answer -> applied(session, answer));
        });
    }

    private static List<String> applied(HouseholdSession session, JsonNode answer) {
        List<String> lines = new ArrayList<>(EffectLines.of(session, answer));
        if (!answer.path("rules").isEmpty()) {
            Map<String, String> names = new HashMap<>();
            session.api()
                    .get(RULES.path())
                    .json()
                    .path(RULES.rows())
                    .forEach(rule -> names.put(id(rule), rule.path("name").asText()));
            lines.add("");
            lines.addAll(session.columns()
                    .numberColumn("ID", "id")
                    .textColumn("RULE", rule -> names.getOrDefault(id(rule), ""))
                    .numberColumn("ROWS", "rows")
                    .lines(answer.path("rules")));
        }
        return lines;
    }

    @Command(
            name = "suggestions",
            description = "List rules that are proposed: people gave the rows of one payee always the same category.")
    void suggestions(@Mixin HouseholdOptions household) {
        household.open(
                environment,
                session -> session.show(
                        session.api().get(RULES.path() + "/suggestions"),
                        answer -> session.columns()
                                .textColumn("PAYEE", "payee")
                                .numberColumn("ROWS", "rows")
                                .textColumn("IF", one -> RuleWords.options(session, one.at("/rule/conditions")))
                                .textColumn("THEN", one -> RuleWords.options(session, one.at("/rule/effects")))
                                .lines(answer.path("suggestions"))));
    }

    private static ApiAnswer turned(HouseholdSession session, String rule, boolean on) {
        ApiAnswer read = session.api().get(RULES.pathOf(session, rule));
        ObjectNode body = RuleBody.of(session, read.json(), null, new RuleOptions());
        return replaced(session, read, body.put("on", on));
    }

    private static ApiAnswer replaced(HouseholdSession session, ApiAnswer read, ObjectNode body) {
        return session.api().put(RULES.path() + "/" + id(read.json()), body, read);
    }

    private static void noteUnknown(HouseholdSession session, ApiAnswer answer) {
        JsonNode unknown = answer.json().path("unknown_categories");
        if (!unknown.isEmpty()) {
            session.printNote(
                    "No row has had this category yet: {0}.",
                    unknown.valueStream().map(JsonNode::asText).collect(Collectors.joining(", ")));
        }
    }

    private static String name(ApiAnswer rule) {
        return rule.json().path("name").asText();
    }

    private static String id(JsonNode rule) {
        return rule.path("id").asText();
    }
}
