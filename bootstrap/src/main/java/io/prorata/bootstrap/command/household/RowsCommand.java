package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.command.frame.EffectLines;
import io.prorata.bootstrap.command.frame.Fields;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.Query;
import io.prorata.bootstrap.command.frame.RowFilter;
import io.prorata.bootstrap.command.frame.SplitWords;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.ApiAnswer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rows: what bank files brought, and what was entered by hand. */
@Command(
        name = "rows",
        description = "List, show, add, change or delete rows (transactions).",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata rows list --month 2026-03 --in-category none",
            "  prorata rows list --text bakery",
            "  prorata rows set 12 --category Groceries",
            "  prorata rows set 12 15 17 --split ines=1,jules=1",
            "  prorata rows set 12 --bill Rent",
            "  prorata rows add --date 2026-03-02 --label Market --amount -12.50 --category Groceries",
            "  prorata rows delete --month 2026-03 --text test --dry-run"
        })
public final class RowsCommand {

    private static final String PATH = "/transactions";

    private final CommandEnvironment environment;

    public RowsCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(name = "list", description = "List rows, newest first.")
    void list(
            @Mixin HouseholdOptions household,
            @Mixin RowFilter filter,
            @Option(names = "--to-confirm", description = "Only rows with a match to confirm; within one month.")
                    boolean toConfirm,
            @Option(
                            names = "--order",
                            paramLabel = "ORDER",
                            description = "date, amount, label or category, with a minus in front for the reverse."
                                    + " Default: -date.")
                    @Nullable
                    String order,
            @Option(names = "--limit", paramLabel = "N", description = "How many, at most 500. Default: 50.") @Nullable
                    String limit,
            @Option(names = "--offset", paramLabel = "N", description = "How many to skip.") @Nullable String offset) {
        household.open(
                environment,
                session -> session.show(
                        session.api()
                                .get(filter.of(PATH, session)
                                        .with("to_confirm", toConfirm)
                                        .with("order", order)
                                        .with("limit", limit)
                                        .with("offset", offset)
                                        .with("sum", true)
                                        .path()),
                        answer -> lines(session, answer)));
    }

    private static List<String> lines(HouseholdSession session, JsonNode answer) {
        List<String> lines = new ArrayList<>(session.columns()
                .numberColumn("ID", "id")
                .wordColumn("DATE", "date")
                .amountColumn("AMOUNT", "amount")
                .textColumn("LABEL", "label")
                .textColumn("CATEGORY", "category")
                .wordColumn("TYPE", "expense_type")
                .textColumn("ACCOUNT", "account")
                .textColumn("NOTE", "note")
                .lines(answer.path("transactions")));
        JsonNode sum = answer.path("sum");
        lines.add("");
        lines.add(session.words()
                .text("{0} rows, together {1}.", sum.path("count").asText(), session.amount(sum.path("amount"))));
        if (answer.path("pagination").path("has_more").asBoolean()) {
            lines.add(session.words().text("There are more: --limit and --offset show them."));
        }
        return lines;
    }

    @Command(name = "show", description = "Show all of a row.")
    void show(
            @Mixin HouseholdOptions household, @Parameters(paramLabel = "ROW", description = "Its number.") long row) {
        household.open(
                environment,
                session -> session.show(
                        session.api().get(PATH + "/" + row),
                        answer -> answer.properties().stream()
                                .filter(field -> !field.getValue().isNull())
                                .map(field -> field.getKey() + ": " + shown(session, field.getValue()))
                                .toList()));
    }

    private static String shown(HouseholdSession session, JsonNode value) {
        if (value.isObject()) {
            return SplitWords.write(value);
        }
        return value.isTextual() && value.asText().matches("-?[0-9]+[.][0-9]+")
                ? session.amount(value)
                : value.isValueNode() ? value.asText() : value.toString();
    }

    @Command(name = "add", description = "Add a row by hand.")
    void add(
            @Mixin HouseholdOptions household,
            @Option(names = "--date", required = true, paramLabel = "DAY", description = "Its day, such as 2026-03-02.")
                    String date,
            @Option(names = "--label", required = true, paramLabel = "TEXT", description = "What it is.") String label,
            @Option(
                            names = "--amount",
                            required = true,
                            paramLabel = "AMOUNT",
                            description = "Its amount, with the sign of the bank: negative for what is spent.")
                    String amount,
            @Option(names = "--account", paramLabel = "NAME", description = "Its account.") @Nullable String account,
            @Mixin RowFields fields) {
        household.open(environment, session -> {
            Fields body = fields.on(
                    session,
                    session.fields()
                            .put("date", date)
                            .put("label", label)
                            .decimal("amount", amount)
                            .put("account", account));
            ApiAnswer added = session.api().post(PATH, body.body());
            session.tell(added, "Row {0} is added.", added.json().path("id").asText());
        });
    }

    @Command(
            name = "set",
            description = {
                "Change rows: what the options do not state stays. The value none removes what is there.",
                "Several rows are changed together, or none of them."
            })
    void set(
            @Mixin HouseholdOptions household,
            @Parameters(arity = "1..*", paramLabel = "ROW", description = "Their numbers.") List<Long> rows,
            @Mixin RowFields fields,
            @Option(names = "--dry-run", description = "Only show what would change; for several rows.")
                    boolean dryRun) {
        household.open(environment, session -> {
            ObjectNode change = fields.on(session, session.fields()).body();
            if (rows.size() == 1 && !dryRun) {
                session.tell(
                        session.api().patch(PATH + "/" + rows.getFirst(), change),
                        "Row {0} is changed.",
                        rows.getFirst());
                return;
            }
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            var ids = body.putObject("filter").putArray("ids");
            rows.forEach(ids::add);
            body.set("set", change);
            effect(
                    session,
                    session.api()
                            .post(
                                    new Query(PATH + "/changes")
                                            .with("dry_run", dryRun)
                                            .path(),
                                    body));
        });
    }

    @Command(
            name = "delete",
            description = {
                "Delete rows, by their numbers or by what they have in common.",
                "Rows of bank files stay deleted when their file is imported again."
            })
    void delete(
            @Mixin HouseholdOptions household,
            @Parameters(arity = "0..*", paramLabel = "ROW", description = "Their numbers.") @Nullable List<Long> rows,
            @Mixin RowFilter filter,
            @Option(names = "--dry-run", description = "Only show what would change.") boolean dryRun) {
        household.open(environment, session -> {
            Query query = filter.of(PATH, session).with("dry_run", dryRun);
            for (Long row : rows == null ? List.<Long>of() : rows) {
                query = query.with("id", row.toString());
            }
            effect(session, session.api().deleteSelected(query.path()));
        });
    }

    /** Prints how many rows were meant, and each total that moves. */
    private static void effect(HouseholdSession session, ApiAnswer answer) {
        session.show(answer, effect -> EffectLines.of(session, effect));
    }
}
