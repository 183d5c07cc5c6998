package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.MonthOption;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.ApiAnswer;
import io.prorata.bootstrap.option.UsageException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Confirms what was recognised: payments of bills, transfers, incomes, rows that are there twice. */
@Command(
        name = "confirm",
        description = "List what was recognised in the rows of a month, and accept or reject it.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata confirm list --month 2026-03",
            "  prorata confirm accept --all --month 2026-03",
            "  prorata confirm reject bill:12:3"
        })
public final class ConfirmCommand {

    private final CommandEnvironment environment;

    public ConfirmCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(name = "list", description = "List what is to confirm in a month.")
    void list(@Mixin HouseholdOptions household, @Mixin MonthOption month) {
        household.open(environment, session -> session.show(pending(session, month), answer -> lines(session, answer)));
    }

    private static ApiAnswer pending(HouseholdSession session, MonthOption month) {
        return session.api().get(month.of("/confirmations").path());
    }

    private static List<String> lines(HouseholdSession session, JsonNode answer) {
        List<String> lines = new ArrayList<>(session.columns()
                .wordColumn("MATCH", "id")
                .wordColumn("KIND", "kind")
                .wordColumn("DATE", match -> row(match).path("date").asText(""))
                .amountColumn("AMOUNT", match -> row(match).path("amount"))
                .textColumn("LABEL", match -> row(match).path("label").asText(""))
                .textColumn("BILL", "bill")
                .wordColumn("MEMBER", "member")
                .numberColumn(
                        "ROWS",
                        match -> String.join(
                                " ",
                                match.path("transactions")
                                        .valueStream()
                                        .map(row -> row.path("id").asText())
                                        .toList()))
                .lines(answer.path("confirmations")));
        lines.add("");
        lines.add(session.words()
                .text(
                        "The month's expenses are {0}; if all were confirmed, {1}.",
                        session.amount(answer.path("total_expenses")),
                        session.amount(answer.path("total_if_confirmed"))));
        return lines;
    }

    private static JsonNode row(JsonNode match) {
        return match.path("transactions").path(0);
    }

    @Command(name = "accept", description = "Accept matches.")
    void accept(
            @Mixin HouseholdOptions household,
            @Parameters(arity = "0..*", paramLabel = "MATCH", description = "As 'prorata confirm list' shows them.")
                    @Nullable
                    List<String> matches,
            @Option(names = "--all", description = "All of the month.") boolean all,
            @Option(
                            names = "--member",
                            paramLabel = "MEMBER",
                            description = "Whom an income or a transfer comes from. Default: whom the rows name.")
                    @Nullable
                    String member,
            @Mixin MonthOption month) {
        decide(
                household,
                matches,
                all,
                month,
                (body, match) -> body.withArray("confirm").add(member == null ? match : match.put("member", member)));
    }

    @Command(name = "reject", description = "Reject matches: they are not proposed again.")
    void reject(
            @Mixin HouseholdOptions household,
            @Parameters(arity = "0..*", paramLabel = "MATCH", description = "As 'prorata confirm list' shows them.")
                    @Nullable
                    List<String> matches,
            @Option(names = "--all", description = "All of the month.") boolean all,
            @Mixin MonthOption month) {
        decide(
                household,
                matches,
                all,
                month,
                (body, match) -> body.withArray("reject").add(match.path("id").asText()));
    }

    private interface Decision {
        void note(ObjectNode body, ObjectNode match);
    }

    private void decide(
            HouseholdOptions household,
            @Nullable List<String> named,
            boolean all,
            MonthOption month,
            Decision decision) {
        if (all == (named != null && !named.isEmpty())) {
            throw new UsageException("Name the matches, or --all.");
        }
        household.open(environment, session -> {
            List<String> matches = all || named == null
                    ? pending(session, month)
                            .json()
                            .path("confirmations")
                            .valueStream()
                            .map(match -> match.path("id").asText())
                            .toList()
                    : named;
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            matches.forEach(match ->
                    decision.note(body, JsonNodeFactory.instance.objectNode().put("id", match)));
            if (matches.isEmpty()) {
                session.printNote("There is nothing to confirm.");
                return;
            }
            ApiAnswer decided = session.api().post("/confirmations", body);
            session.tell(decided, "Matches decided: {0}.", String.join(", ", matches));
        });
    }
}
