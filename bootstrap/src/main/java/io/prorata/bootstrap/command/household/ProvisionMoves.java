package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.JsonNode;
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

/** More commands of {@code prorata provision}: what goes in and out, and the months to come. */
abstract class ProvisionMoves {

    private final CommandEnvironment environment;

    ProvisionMoves(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(name = "contribute", description = "Record that money went into a provision.")
    void contribute(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "PROVISION", description = "Its name or its number.") String provision,
            @Mixin MovementFields fields) {
        move(household, provision, "contributions", fields);
    }

    @Command(name = "withdraw", description = "Record that money came out of a provision.")
    void withdraw(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "PROVISION", description = "Its name or its number.") String provision,
            @Mixin MovementFields fields) {
        move(household, provision, "withdrawals", fields);
    }

    private void move(HouseholdOptions household, String provision, String way, MovementFields fields) {
        household.open(environment, session -> {
            ApiAnswer moved = session.api()
                    .post(
                            ProvisionCommand.PROVISIONS.pathOf(session, provision) + "/" + way,
                            fields.on(session.fields()).body());
            session.tell(
                    moved,
                    "{0} is recorded, with the number {1}.",
                    provision,
                    moved.json().path("id").asText());
        });
    }

    @Command(name = "movements", description = "List what went into a provision and what came out, as it was recorded.")
    void movements(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "PROVISION", description = "Its name or its number.") String provision,
            @Option(names = "--out", description = "What came out. Default: what went in.") boolean out) {
        household.open(
                environment,
                session -> session.show(
                        session.api()
                                .get(ProvisionCommand.PROVISIONS.pathOf(session, provision)
                                        + (out ? "/withdrawals" : "/contributions")),
                        answer -> session.columns()
                                .numberColumn("ID", "id")
                                .wordColumn("DATE", "date")
                                .amountColumn("AMOUNT", "amount")
                                .wordColumn("MEMBER", "member")
                                .textColumn("NOTE", "note")
                                .lines(answer.path("movements"))));
    }

    @Command(name = "delete-movement", description = "Delete a recorded movement.")
    void deleteMovement(
            @Mixin HouseholdOptions household,
            @Parameters(index = "0", paramLabel = "PROVISION", description = "Its name or its number.")
                    String provision,
            @Parameters(index = "1", paramLabel = "MOVEMENT", description = "Its number.") long movement,
            @Option(names = "--out", description = "One that came out. Default: one that went in.") boolean out) {
        household.open(
                environment,
                session -> session.tell(
                        session.api()
                                .delete(ProvisionCommand.PROVISIONS.pathOf(session, provision)
                                        + (out ? "/withdrawals/" : "/contributions/")
                                        + movement),
                        "Movement {0} is deleted.",
                        movement));
    }

    @Command(name = "schedule", description = "Show the months of a provision: what each puts aside, and the balance.")
    void schedule(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "PROVISION", description = "Its name or its number.") String provision,
            @Option(names = "--from", paramLabel = "MONTH", description = "The first month.") @Nullable String from,
            @Option(names = "--to", paramLabel = "MONTH", description = "The last month.") @Nullable String to) {
        household.open(
                environment,
                session -> session.show(
                        session.api()
                                .get(new Query(ProvisionCommand.PROVISIONS.pathOf(session, provision) + "/schedule")
                                        .with("from", from)
                                        .with("to", to)
                                        .path()),
                        answer -> session.columns()
                                .wordColumn("MONTH", "month")
                                .amountColumn("PUT ASIDE", "planned")
                                .amountColumn("TARGET", "target")
                                .wordColumn("DUE", "next_due")
                                .amountColumn("SPENT BY PLAN", "spent_by_plan")
                                .amountColumn("OVERDUE", "overdue")
                                .amountColumn("BALANCE", "balance")
                                .lines(answer.path("months"))));
    }

    @Command(
            name = "projection",
            description =
                    "Show what all provisions, and bills with a due month, need at the end of the months to come.")
    void projection(
            @Mixin HouseholdOptions household,
            @Option(names = "--months", paramLabel = "N", description = "How many months.") @Nullable String months,
            @Option(
                            names = "--savings",
                            paramLabel = "AMOUNT",
                            description = "What is on the savings account today: what is free of it is shown beside.")
                    @Nullable
                    String savings) {
        household.open(
                environment,
                session -> session.show(
                        session.api()
                                .get(new Query("/provisions/projection")
                                        .with("months", months)
                                        .with(
                                                "savings",
                                                savings == null
                                                        ? null
                                                        : session.fields().decimal(savings))
                                        .path()),
                        answer -> projected(session, answer)));
    }

    private static List<String> projected(HouseholdSession session, JsonNode answer) {
        List<String> lines = new ArrayList<>();
        lines.add(session.words().text("Needed now: {0}.", session.amount(answer.path("needed_now"))));
        if (answer.hasNonNull("free_now")) {
            lines.add(session.words().text("Free now: {0}.", session.amount(answer.path("free_now"))));
        }
        lines.add("");
        lines.addAll(session.columns()
                .wordColumn("MONTH", "month")
                .amountColumn("PUT ASIDE", "planned")
                .amountColumn("SPENT BY PLAN", "spent_by_plan")
                .amountColumn("NEEDED", "needed")
                .amountColumn("FREE", "free")
                .lines(answer.path("months")));
        return lines;
    }
}
