package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.bootstrap.command.frame.Fields;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.Query;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.ApiAnswer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Settling up: who owes whom, and the payments that settle it. */
@Command(
        name = "settle",
        description = "Show who owes whom, and record payments that settle it.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata settle show --from 2026-01 --to 2026-03",
            "  prorata settle close --to 2026-03",
            "  prorata settle add --date 2026-04-02 --month 2026-03 --payer jules --recipient pot --amount 120.50",
            "  prorata settle list",
            "  prorata settle set 2 --note \"by card\"",
            "  prorata settle delete 2"
        })
public final class SettleCommand {

    private static final String PATH = "/settlements";

    private final CommandEnvironment environment;

    public SettleCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(name = "show", description = "Show what each member owes for months, and the payments that settle it.")
    void show(@Mixin HouseholdOptions household, @Mixin SettledMonths months) {
        household.open(
                environment,
                session -> session.show(
                        session.api().get(months.of("/settlement").path()), answer -> lines(session, answer)));
    }

    private static List<String> lines(HouseholdSession session, JsonNode answer) {
        List<JsonNode> parties = new ArrayList<>();
        answer.path("due").fieldNames().forEachRemaining(party -> {
            var row = session.fields().put("party", party).body();
            answer.path("members")
                    .path(party)
                    .properties()
                    .forEach(figure -> row.set(figure.getKey(), figure.getValue()));
            row.set("due", answer.path("due").path(party));
            row.set("before", answer.path("before").path(party));
            parties.add(row);
        });
        List<String> lines = new ArrayList<>(session.columns()
                .wordColumn("PARTY", row -> session.memberName(row.path("party").asText()))
                .amountColumn("SHARE", "share")
                .amountColumn("POOLED", "pooled")
                .amountColumn("PAID", "paid")
                .amountColumn("PUT IN", "put")
                .amountColumn("SETTLED", "settled")
                .amountColumn("OWES", "due")
                .amountColumn("FROM BEFORE", "before")
                .lines(parties));
        lines.add("");
        if (answer.path("transfers").isEmpty()) {
            lines.add(session.words().text("Nobody owes anything."));
        }
        answer.path("transfers")
                .forEach(transfer -> lines.add(session.words()
                        .text(
                                "{0} pays {1} to {2}.",
                                session.memberName(transfer.path("from").asText()),
                                session.amount(transfer.path("amount")),
                                session.memberName(transfer.path("to").asText()))));
        return lines;
    }

    @Command(
            name = "close",
            description =
                    "Record the payments that 'prorata settle show' proposes, as made. Nothing is owed after that.")
    void close(
            @Mixin HouseholdOptions household,
            @Mixin SettledMonths months,
            @Option(
                            names = "--date",
                            paramLabel = "DAY",
                            description = "The day of the payments. Default: the end of the last month.")
                    @Nullable
                    String date) {
        household.open(environment, session -> {
            JsonNode transfers =
                    session.api().get(months.of("/settlement").path()).json().path("transfers");
            if (transfers.isEmpty()) {
                session.printNote("Nobody owes anything.");
            }
            for (JsonNode transfer : transfers) {
                Fields ready = session.fields();
                transfer.path("settlement").properties().forEach(field -> ready.put(field.getKey(), field.getValue()));
                recorded(
                        session,
                        session.api().post(PATH, ready.put("date", date).body()));
            }
        });
    }

    private static void recorded(HouseholdSession session, ApiAnswer answer) {
        session.tell(
                answer,
                "Settlement {0} is recorded: {1} has paid {2} to {3}.",
                answer.json().path("id").asText(),
                session.memberName(answer.json().path("from").asText()),
                session.amount(answer.json().path("amount")),
                session.memberName(answer.json().path("to").asText()));
        List<String> rows = answer.json()
                .path("offered_transactions")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        if (!rows.isEmpty()) {
            session.printNote(
                    "Rows that may show it: {0}. Link them: prorata settle set {1} --row ROW",
                    String.join(", ", rows), answer.json().path("id").asText());
        }
    }

    @Command(name = "list", description = "List recorded settlements, the latest month first.")
    void list(
            @Mixin HouseholdOptions household,
            @Option(names = "--from", paramLabel = "MONTH", description = "The first month.") @Nullable String from,
            @Option(names = "--to", paramLabel = "MONTH", description = "The last month.") @Nullable String to,
            @Option(names = "--limit", paramLabel = "N", description = "How many, at most 500. Default: 50.") @Nullable
                    String limit) {
        household.open(
                environment,
                session -> session.show(
                        session.api()
                                .get(new Query(PATH)
                                        .with("from", from)
                                        .with("to", to)
                                        .with("limit", limit)
                                        .path()),
                        answer -> session.columns()
                                .numberColumn("ID", "id")
                                .wordColumn("MONTH", "month")
                                .wordColumn("DATE", "date")
                                .wordColumn("PAYER", "from")
                                .wordColumn("RECIPIENT", "to")
                                .amountColumn("AMOUNT", "amount")
                                .textColumn("NOTE", "note")
                                .numberColumn(
                                        "ROWS",
                                        settlement -> String.join(
                                                " ",
                                                settlement
                                                        .path("transactions")
                                                        .valueStream()
                                                        .map(JsonNode::asText)
                                                        .toList()))
                                .lines(answer.path("settlements"))));
    }

    @Command(name = "add", description = "Record a payment between members, or with the pot.")
    void add(@Mixin HouseholdOptions household, @Mixin SettlementFields fields) {
        household.open(
                environment,
                session -> recorded(
                        session,
                        session.api().post(PATH, fields.on(session.fields()).body())));
    }

    @Command(name = "set", description = "Change a recorded settlement: what the options do not state stays.")
    void set(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "SETTLEMENT", description = "Its number.") long settlement,
            @Mixin SettlementFields fields) {
        household.open(
                environment,
                session -> session.tell(
                        session.api()
                                .patch(
                                        PATH + "/" + settlement,
                                        fields.on(session.fields()).body()),
                        "Settlement {0} is changed.",
                        settlement));
    }

    @Command(name = "delete", description = "Delete a recorded settlement.")
    void delete(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "SETTLEMENT", description = "Its number.") long settlement) {
        household.open(
                environment,
                session -> session.tell(
                        session.api().delete(PATH + "/" + settlement), "Settlement {0} is deleted.", settlement));
    }
}
