package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.prorata.bootstrap.command.frame.Fields;
import io.prorata.bootstrap.command.frame.FromOptions;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.Query;
import io.prorata.bootstrap.command.frame.Things;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.option.UsageException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accounts: whose they are, what files call them, and what is on them. */
@Command(
        name = "account",
        description = "List, set or delete accounts, or state what the bank says is on one.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata account set Joint --owner pot --file-name FR7612345678",
            "  prorata account set Savings --owner ines --kind savings --opening 2026-01-01=1500.00",
            "  prorata account list --date 2026-03-31",
            "  prorata account balance Joint --date 2026-03-31 --amount 812.40",
            "  prorata account delete Savings"
        })
public final class AccountCommand {

    private static final Things ACCOUNTS = new Things("/accounts", "", "accounts", "name");

    private final CommandEnvironment environment;

    public AccountCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(name = "list", description = "List the accounts with what is on them at the end of a day.")
    void list(
            @Mixin HouseholdOptions household,
            @Option(
                            names = "--date",
                            paramLabel = "DAY",
                            description = "The day, such as 2026-03-31. Default: the end of the current month.")
                    @Nullable
                    String date) {
        household.open(
                environment,
                session -> session.show(
                        session.api()
                                .get(new Query(ACCOUNTS.path())
                                        .with("date", date)
                                        .path()),
                        answer -> session.columns()
                                .numberColumn("ID", "id")
                                .textColumn("NAME", "name")
                                .wordColumn("KIND", "kind")
                                .wordColumn("OWNER", "owner")
                                .amountColumn("BALANCE", "balance")
                                .amountColumn(
                                        "BANK",
                                        account -> account.path("bank_balance").path("amount"))
                                .wordColumn(
                                        "BANK'S DAY",
                                        account -> account.path("bank_balance")
                                                .path("date")
                                                .asText(""))
                                .textColumn(
                                        "IN FILES",
                                        account -> String.join(
                                                ", ",
                                                account.path("names")
                                                        .valueStream()
                                                        .map(name -> name.asText())
                                                        .toList()))
                                .lines(answer.path(ACCOUNTS.rows()))));
    }

    @Command(
            name = "set",
            description = {
                "Describe an account, or change what the options state.",
                "A new owner holds from a month on, all else in every month."
            })
    void set(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "ACCOUNT", description = "Its name; or the number of one that exists.")
                    String account,
            @Option(names = "--owner", paramLabel = "OWNER", description = "Whose it is: pot, or a member's key.")
                    @Nullable
                    String owner,
            @Option(
                            names = "--kind",
                            paramLabel = "KIND",
                            description = "current, savings, card, cash or other. Default: current.")
                    @Nullable
                    String kind,
            @Option(
                            names = "--file-name",
                            paramLabel = "NAME",
                            description = "What bank files call it; repeat it for several. Default: its name.")
                    @Nullable
                    List<String> names,
            @Option(
                            names = "--common",
                            paramLabel = "yes|no",
                            description =
                                    "Whether its new rows are common to the household. Default: as its owner says.")
                    @Nullable
                    String common,
            @Option(
                            names = "--opening",
                            paramLabel = "DAY=AMOUNT",
                            description = "What was on it at the end of a day, such as 2026-01-01=1500.00.")
                    @Nullable
                    String opening,
            @Option(names = "--name", paramLabel = "NAME", description = "A new name.") @Nullable String name,
            @Mixin FromOptions from) {
        household.open(environment, session -> {
            Fields fields = session.fields()
                    .put("name", name)
                    .put("owner", owner)
                    .put("kind", kind)
                    .list("names", names)
                    .yesOrNo("common", common);
            if (opening != null) {
                opening(session, fields, opening);
            }
            ACCOUNTS.set(session, account, fields, from);
        });
    }

    private static void opening(HouseholdSession session, Fields fields, String opening) {
        int equals = opening.indexOf('=');
        if (equals < 0 && !Fields.isNone(opening)) {
            throw new UsageException(
                    "'" + opening + "' has no '='; write a day and an amount, such as 2026-01-01=1500.00.");
        }
        fields.put(
                "opening_balance",
                equals < 0
                        ? JsonNodeFactory.instance.nullNode()
                        : session.fields()
                                .put("date", opening.substring(0, equals))
                                .decimal("amount", opening.substring(equals + 1))
                                .body());
    }

    @Command(
            name = "balance",
            description = "State what the bank says is on an account at the end of a day, where no file says so.")
    void balance(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "ACCOUNT", description = "Its name or its number.") String account,
            @Option(names = "--date", paramLabel = "DAY", required = true, description = "The day, such as 2026-03-31.")
                    String date,
            @Option(names = "--amount", paramLabel = "AMOUNT", required = true, description = "What was on it.")
                    String amount) {
        household.open(environment, session -> {
            String path = ACCOUNTS.pathOf(session, account) + "/balances";
            session.tell(
                    session.api()
                            .post(
                                    path,
                                    session.fields()
                                            .put("date", date)
                                            .decimal("amount", amount)
                                            .body()),
                    "The balance of {0} on {1} is stated.",
                    account,
                    date);
        });
    }

    @Command(name = "delete", description = "Delete an account that no row names.")
    void delete(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "ACCOUNT", description = "Its name or its number.") String account) {
        household.open(environment, session -> ACCOUNTS.delete(session, account));
    }
}
