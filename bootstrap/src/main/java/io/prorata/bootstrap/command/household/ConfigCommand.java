package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.bootstrap.command.frame.FromOptions;
import io.prorata.bootstrap.command.frame.HouseholdOptions;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.MonthOption;
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

/** The configuration: who is there, what they earn, and how costs are divided. */
@Command(
        name = "config",
        description = "List or show configurations (members present, incomes, division of costs), or set a new one.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata config set --gross ines=3500.00 --tax-rate ines=18.08 --net jules=2539.27",
            "  prorata config set --net jules=2610.00 --from 2027-01",
            "  prorata config set --key ines=2,jules=1",
            "  prorata config show --month 2027-01",
            "  prorata config list"
        })
public final class ConfigCommand {

    private static final String PATH = "/configs";

    private final CommandEnvironment environment;

    public ConfigCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Command(name = "list", description = "List all configurations, newest first, replaced ones too.")
    void list(@Mixin HouseholdOptions household) {
        household.open(
                environment,
                session -> session.show(
                        session.api().get(PATH),
                        answer -> session.columns()
                                .numberColumn("ID", "id")
                                .wordColumn("FROM", "from")
                                .textColumn("NET INCOME", config -> incomes(session, config))
                                .wordColumn("KEY", config -> key(config.path("key")))
                                .wordColumn(
                                        "REPLACED BY",
                                        config -> config.path("superseded_by").asText(""))
                                .lines(answer.path("configs"))));
    }

    private static String incomes(HouseholdSession session, JsonNode config) {
        return config.path("members")
                .valueStream()
                .map(member -> member.path("member").asText() + "=" + session.amount(member.path("net")))
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private static String key(JsonNode key) {
        return key.path("mode").asText().equals("weights")
                ? SplitWords.weights(key.path("weights"))
                : key.path("mode").asText();
    }

    @Command(name = "show", description = "Show the configuration of a month.")
    void show(@Mixin HouseholdOptions household, @Mixin MonthOption month) {
        household.open(
                environment,
                session ->
                        session.show(session.api().get(month.of("/config").path()), config -> lines(session, config)));
    }

    private static List<String> lines(HouseholdSession session, JsonNode config) {
        List<String> lines = new ArrayList<>(session.columns()
                .wordColumn("MEMBER", "member")
                .amountColumn("GROSS", "gross")
                .amountColumn("TAX RATE %", "tax_rate")
                .amountColumn("TAX", "tax")
                .amountColumn("NET", "net")
                .lines(config.path("members")));
        lines.add("");
        lines.add(session.words()
                .text(
                        "In force from {0}; costs are divided by: {1}.",
                        config.path("from").asText(), key(config.path("key"))));
        return lines;
    }

    @Command(
            name = "set",
            description = {
                "Set a new configuration from a month on. Members, incomes and key that are not stated stay as they are.",
                "The first one states an income for each member."
            })
    void set(
            @Mixin HouseholdOptions household,
            @Option(
                            names = "--net",
                            paramLabel = "MEMBER=AMOUNT",
                            description =
                                    "The monthly net income of a member; repeat it for each. Who earns nothing has 0.")
                    @Nullable
                    List<String> net,
            @Option(
                            names = "--gross",
                            paramLabel = "MEMBER=AMOUNT",
                            description = "The monthly gross income of a member, with --tax-rate or --net.")
                    @Nullable
                    List<String> gross,
            @Option(
                            names = "--tax-rate",
                            paramLabel = "MEMBER=PERCENT",
                            description = "The tax of a member, in percent of the gross.")
                    @Nullable
                    List<String> rates,
            @Option(
                            names = "--leave-out",
                            paramLabel = "MEMBER",
                            description = "A member who is not there from this month on.")
                    @Nullable
                    List<String> leavers,
            @Option(
                            names = "--key",
                            paramLabel = "KEY",
                            description = "How costs are divided: income (by net incomes), equal, or weights such as"
                                    + " ines=2,jules=1. Default: income.")
                    @Nullable
                    String key,
            @Mixin FromOptions from) {
        household.open(environment, session -> {
            var incomes = new StatedConfig(session, from.month());
            incomes.state("net", net);
            incomes.state("gross", gross);
            incomes.state("tax_rate", rates);
            incomes.leaveOut(leavers);
            incomes.divideBy(key);
            ApiAnswer set = session.api().post(from.restateOf(PATH).path(), incomes.body(from.month()));
            session.tell(
                    set,
                    "Configuration {0} is in force from {1} on.",
                    set.json().path("id").asText(),
                    set.json().path("from").asText());
            set.json()
                    .path("leaving")
                    .forEach(member -> session.printNote("{0} is not there any more.", member.asText()));
        });
    }

    @Command(
            name = "delete",
            description =
                    "Delete a configuration that was never in force: its month has not begun, or another replaced it.")
    void delete(
            @Mixin HouseholdOptions household,
            @Parameters(paramLabel = "CONFIG", description = "Its number, as 'prorata config list' shows it.")
                    long config) {
        household.open(
                environment,
                session -> session.tell(
                        session.api().delete(PATH + "/" + config), "Configuration {0} is deleted.", config));
    }
}
